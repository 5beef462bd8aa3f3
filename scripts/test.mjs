// `npm test`: installs what is missing and runs everything that needs no VS Code. Goes on after a failure, so that one run tells all.
import { ensureInstalled, run } from './install.mjs';

const STEPS = [
  ['build', ['node', 'scripts/build.mjs']],
  ['types', ['node', 'node_modules/typescript/bin/tsc', '-b']],
  [
    'import law',
    [
      'node',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'client/src',
      'server/src',
    ],
  ],
  ['lint', ['node', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', ['node', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['tests', ['node', 'node_modules/vitest/vitest.mjs', 'run']],
];

await ensureInstalled();
const results = [];
for (const [name, [command, ...args]] of STEPS) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const { code } = await run(command === 'node' ? process.execPath : command, args);
  results.push({ name, passed: code === 0, seconds: (Date.now() - start) / 1000 });
}
console.log('\n── all');
for (const { name, passed, seconds } of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s`);
if (results.some(({ passed }) => !passed)) process.exitCode = 1;
