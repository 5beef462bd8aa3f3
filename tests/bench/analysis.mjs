// Times one thing over all files of a folder, in a process of its own: `analysis.mjs floor|walk|full|commonmark FOLDER BUNDLE`. Prints milliseconds.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [what, folder, bundle] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const paths = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => path.join(folder, name));

const WAYS = {
  walk: () => () => paths().forEach((file) => statSync(file)),
  floor: () => () => paths().reduce((sum, file) => sum + readFileSync(file, 'utf8').length, 0),
  full: () => {
    const { analyse, decode } = require(bundle);
    return () => paths().forEach((file) => analyse(file, decode(readFileSync(file))));
  },
  commonmark: () => {
    const { Parser } = createRequire(new URL('peers/', import.meta.url))('commonmark');
    return () => paths().forEach((file) => new Parser().parse(readFileSync(file, 'utf8')));
  },
};

const run = WAYS[what]();
// The files are in memory, as they are for all others.
for (const file of paths()) readFileSync(file);
const started = performance.now();
run();
console.log(performance.now() - started);
