// `npm run test:vscode`: the suite of tests/vscode in a real VS Code, once with the extension from this checkout and once with the packed one.
// On the desktop it is the VS Code that @vscode/test-electron downloads, or VSCODE_EXECUTABLE; where none can be had, VS Code's server in headless Chromium.
import { build } from 'esbuild';
import { mkdtempSync, rmSync, readFileSync, cpSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, ensureInstalled } from './install.mjs';
import { packageExtension } from './package.mjs';
import { failuresInBrowser } from '../tests/vscode/host/webServer.mjs';

await ensureInstalled();
const { runTests, downloadAndUnzipVSCode } = await import('@vscode/test-electron');
const vsix = await packageExtension();
await build({
  entryPoints: { index: path.join(ROOT, 'tests/vscode/suite/index.ts') },
  outdir: path.join(ROOT, '.build/vscode-suite'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'error',
});

const executable = await findVsCode();
let passed = 0;
let failed = 0;
for (const packed of [false, true]) {
  console.log(`\n── ${packed ? 'the packed extension' : 'the extension of this checkout'}`);
  const temporary = mkdtempSync(path.join(tmpdir(), 'verbatim-test-'));
  const workspace = path.join(temporary, 'workspace');
  cpSync(path.join(ROOT, 'tests/vscode/workspace'), workspace, { recursive: true });
  const report = path.join(temporary, 'report.json');
  const crashed = await runTests({
    vscodeExecutablePath: executable,
    // A packed extension is installed; what is "under development" then is an empty one that only carries the tests.
    extensionDevelopmentPath: packed ? path.join(ROOT, 'tests/vscode/carrier') : ROOT,
    extensionTestsPath: path.join(ROOT, '.build/vscode-suite/index.cjs'),
    launchArgs: [workspace, ...(packed ? ['--install-extension', vsix] : [])],
    extensionTestsEnv: { VERBATIM_TEST_REPORT: report },
  }).then(
    () => undefined,
    (error) => error,
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 };
  passed += result.passed;
  failed += result.failed;
  if (crashed && result.failed === 0) {
    console.error(`VS Code ended with an error: ${crashed.message ?? crashed}`);
    failed++;
  }
  rmSync(temporary, { recursive: true, force: true });
}
console.log('\n── the language server in a browser');
const failures = await failuresInBrowser().catch((error) => [String(error)]);
for (const failure of failures) console.error(`  failed: ${failure}`);
if (failures.length > 0) failed++;
else {
  console.log('  answers over the files that the client serves');
  passed++;
}

console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

async function findVsCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const standIn = path.join(ROOT, 'tests/vscode/host/launch.mjs');
  // A display is needed on Linux; a machine without one is not asked to download 200 MB first.
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return standIn;
  return downloadAndUnzipVSCode().catch(() => {
    console.log('Desktop VS Code could not be downloaded, so VS Code’s server runs the tests in headless Chromium.');
    return standIn;
  });
}
