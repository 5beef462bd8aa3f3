// `npm run bench`: measures Verbatim beside its peers in one run, prints a table and writes JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { build } from 'esbuild';
import envPaths from 'env-paths';
import { makeCorpus, makeDocument } from './generate.mjs';
import * as measures from './measures.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../..');
const PEERS = path.join(HERE, 'peers');
/** In this order: later ones use what earlier ones found. */
const MEASURES = ['spawning', 'analysis', 'start', 'typing', 'hovering', 'folder'];

const { files, only, rounds, json, dist } = new Command('npm run bench --')
  .description('Measures Verbatim beside its peers in one run.')
  .option('--files <list>', 'how many files the folders have', (list) => list.split(',').map(Number), [1000, 5000])
  .option('--only <list>', `some of ${MEASURES.join(',')}`, (list) => list.split(','), MEASURES)
  .option('--rounds <n>', 'how often each thing is measured', Number, 3)
  .option('--json <file>', 'where to write the figures', path.join(HERE, 'results/latest.json'))
  .option('--dist <folder>', 'the bundles to measure; left out, they are built')
  .parse()
  .opts();

function run(command, args, doing) {
  console.error(`${doing} …`);
  const { status, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${doing} failed:\n${stderr}`);
}

if (!existsSync(path.join(PEERS, 'node_modules/vscode-languageserver')))
  run('npm', ['install', '--prefix', PEERS, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], 'Installing the peers');
if (!dist) run(process.execPath, ['scripts/build.mjs', 'server'], 'Building Verbatim');

const cache = envPaths('verbatim-bench', { suffix: '' }).cache;
mkdirSync(cache, { recursive: true });
const analysis = path.join(cache, 'analysis.cjs');
await build({
  stdin: {
    contents: `export { analyse } from './server/src/analyse'; export { decode } from './server/src/files/decode';`,
    resolveDir: ROOT,
  },
  outfile: analysis,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});

const context = {
  here: HERE,
  peers: PEERS,
  dist: path.resolve(dist ?? path.join(ROOT, 'dist')),
  analysis,
  rounds,
  corpora: files.map((count) => ({ files: count, ...makeCorpus(cache, count) })),
  documents: measures.writeDocuments(cache, makeDocument),
  floors: new Map(),
};

const versionOf = (name) => JSON.parse(readFileSync(path.join(PEERS, 'node_modules', name, 'package.json'), 'utf8')).version;
const about = {
  date: new Date().toISOString().slice(0, 10),
  verbatim: JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version,
  node: process.version,
  peers: Object.fromEntries(
    ['vscode-languageserver', 'vscode-markdown-languageservice', 'commonmark', 'rumdl', '@vscode/ripgrep'].map((name) => [
      name,
      versionOf(name),
    ]),
  ),
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}`,
};

const rows = [];
for (const name of MEASURES.filter((each) => only.includes(each))) {
  console.error(`Measuring ${name} …`);
  try {
    rows.push(...(await measures[name](context)));
  } catch (error) {
    rows.push({ measure: name, failed: error.message });
  }
}

const number = (value) =>
  value === undefined || Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const lines = rows.flatMap((row) => {
  if (row.failed) return [`| ${row.measure} | failed: ${row.failed} | | | | |`];
  const peers = Object.entries(row.peers)
    .map(([name, value]) => `${name} ${number(value)}`)
    .join(', ');
  const ratios = row.ratios.length > 0 ? row.ratios : [undefined];
  return ratios.map((ratio, at) => {
    const first = at === 0 ? `${row.measure} | ${number(row.ours)} ${row.unit} | ${peers}` : ' |  | ';
    if (!ratio) return `| ${first} | | | |`;
    const met = ratio.least === undefined ? ratio.value <= ratio.most : ratio.value >= ratio.least;
    return `| ${first} | ${ratio.of}: ${number(ratio.value)} | ${ratio.least === undefined ? `≤ ${ratio.most}` : `≥ ${ratio.least}`} | ${met ? 'yes' : 'no'} |`;
  });
});
console.log(
  `Verbatim ${about.verbatim}, Node ${about.node}, ${Object.entries(about.peers)
    .map((pair) => pair.join(' '))
    .join(', ')}\n${about.machine}\n`,
);
console.log(['| measure | Verbatim | peers | ratio | must be | met |', '|---|---|---|---|---|---|', ...lines].join('\n'));
mkdirSync(path.dirname(json), { recursive: true });
writeFileSync(json, `${JSON.stringify({ ...about, rounds, rows }, undefined, 2)}\n`);
