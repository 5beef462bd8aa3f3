// Makes the bundles in dist/: `node scripts/build.mjs [--out FOLDER] [--watch] [server] [client] [cli]`; without names, all of them.
// The project is ESM, but the extension host of VS Code loads CommonJS. The names of the bundles are fixed doors, so a
// package.json in dist/ says what they are, instead of their extensions.
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const VERSION = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')).version;

/** What the server remembers of documents is thrown away when anything changes that reads them. */
const BUILD = await checksumOf(path.join(ROOT, 'server/src'));

// What is written as ESM finds its own place by import.meta, which CommonJS calls by other names.
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // It knows \p{L}, whatever esbuild’s table says; without this every such expression would be made anew at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
};
const browser = { platform: 'browser', target: 'es2022' };

/** Modules of Node that take long to load and are not needed to greet an editor: loaded when first used. */
const LATER = /^(?:node:)?(child_process|fs\/promises|inspector|v8|worker_threads|zlib)$/;
const later = {
  name: 'later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LATER }, ({ path: name, namespace }) =>
      namespace === 'later' ? { external: true } : { path: LATER.exec(name)[1], namespace: 'later' },
    );
    onLoad({ filter: /./, namespace: 'later' }, async ({ path: name }) => {
      const names = Object.keys(await import(name)).filter((each) => each !== 'default');
      return { contents: `module.exports = {${names.map((each) => `get ${each}() { return require('node:${name}').${each}; }`)}}` };
    });
  },
};

/**
 * The engine keeps a text in two bytes a letter when one letter needs them, and reads it at half the speed. What esbuild
 * leaves as it is stands in regular expressions, where an escape says the same unless the letter is escaped already, and in
 * tagged templates, of which there are none.
 */
const escaped = {
  name: 'escaped',
  setup({ onEnd }) {
    onEnd(async ({ metafile }) => {
      for (const file of Object.keys(metafile?.outputs ?? {})) {
        const place = path.resolve(ROOT, file);
        const source = await readFile(place, 'utf8');
        if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]|String\.raw/.test(source)) throw new Error(`${file} holds a letter that cannot be escaped`);
        await writeFile(
          place,
          source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        );
      }
    });
  },
};

/** The library is CommonJS; what it requires as CommonJS too is not copied name by name at every start. */
const ALL_COMMONJS = { conditions: [] };

const BUNDLES = [
  { group: 'server', entry: 'server/src/lsp/start.node.ts', out: 'server.js', ...node },
  { group: 'server', entry: 'server/src/lsp/main.node.ts', out: 'main.js', ...node, ...ALL_COMMONJS, plugins: [later] },
  { group: 'server', entry: 'server/src/lsp/core.node.ts', out: 'core.js', ...node, plugins: [later] },
  { group: 'server', entry: 'server/src/lsp/main.browser.ts', out: 'server.browser.js', ...browser, format: 'iife' },
  { group: 'server', entry: 'server/src/archive/worker.ts', out: 'worker.js', ...node },
  { group: 'client', entry: 'client/src/extension.ts', out: 'client.js', ...node, external: ['vscode'] },
  { group: 'client', entry: 'client/src/extension.browser.ts', out: 'client.browser.js', ...browser, format: 'cjs', external: ['vscode'] },
  { group: 'cli', entry: 'server/src/cli/main.ts', out: 'cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
];

async function main(args) {
  const { outFolder, watch, groups } = readArguments(args);
  const chosen = BUNDLES.filter((bundle) => groups.length === 0 || groups.includes(bundle.group));
  await mkdir(outFolder, { recursive: true });
  await writeFile(path.join(outFolder, 'package.json'), '{ "type": "commonjs" }\n');
  await copyFile(path.join(ROOT, 'server/src/export/transcript.schema.json'), path.join(outFolder, 'transcript.schema.json'));
  const options = chosen.map((bundle) => esbuildOptions(bundle, outFolder));
  if (watch) {
    for (const one of options) await (await context({ ...one, logLevel: 'info' })).watch();
    return;
  }
  const results = await Promise.all(options.map((one) => build(one)));
  await writeFile(path.join(outFolder, 'THIRD-PARTY-NOTICES.txt'), await notices(results.map((result) => result.metafile)));
  results.forEach((result, i) => {
    const bytes = Object.values(result.metafile.outputs)[0]?.bytes ?? 0;
    console.log(`${path.relative(ROOT, path.join(outFolder, chosen[i].out))}  ${Math.round(bytes / 1024)} KB`);
  });
}

async function checksumOf(folder) {
  const hash = createHash('sha256');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
  for (const file of paths.sort()) hash.update(path.relative(folder, file)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

function readArguments(args) {
  const rest = [...args];
  const at = rest.indexOf('--out');
  const outFolder = path.resolve(ROOT, at < 0 ? 'dist' : rest.splice(at, 2)[1]);
  const watch = rest.includes('--watch');
  const groups = rest.filter((word) => word !== '--watch');
  const unknown = groups.filter((group) => !BUNDLES.some((bundle) => bundle.group === group));
  if (unknown.length > 0) throw new Error(`No such bundle: ${unknown.join(', ')}. Bundles: server, client, cli.`);
  return { outFolder, watch, groups };
}

function esbuildOptions({ group: _group, entry, out, plugins = [], ...rest }, outFolder) {
  return {
    ...rest,
    plugins: [...plugins, escaped],
    entryPoints: [path.join(ROOT, entry)],
    outfile: path.join(outFolder, out),
    bundle: true,
    minify: true,
    // The CommonJS builds of some packages hide their imports from a bundler.
    mainFields: rest.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    legalComments: 'none',
    metafile: true,
    define: { ...rest.define, VERBATIM_VERSION: JSON.stringify(VERSION), VERBATIM_BUILD: JSON.stringify(BUILD) },
    absWorkingDir: ROOT,
    logLevel: 'warning',
  };
}

/** The licences of every package that a bundle holds, as they ask to be passed on with it. */
async function notices(metafiles) {
  const packages = new Set();
  for (const metafile of metafiles)
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match) packages.add(match[1]);
    }
  const parts = [];
  for (const folder of [...packages].sort()) {
    const about = JSON.parse(await readFile(path.join(ROOT, folder, 'package.json'), 'utf8'));
    const file = (await readdir(path.join(ROOT, folder))).find((name) => /^licen[cs]e/i.test(name));
    const licence = file ? await readFile(path.join(ROOT, folder, file), 'utf8') : '';
    parts.push(`${about.name} ${about.version} (${about.license})\n\n${licence.trim()}\n`);
  }
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
