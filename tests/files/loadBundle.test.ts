import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadBundle } from '../../server/src/files/loadBundle';

const SOURCE = `
const path = require('node:path');
exports.add = (a, b) => a + b;
exports.place = path.join(__dirname, path.basename(__filename));
exports.later = () => [${Array.from({ length: 200 }, (_, at) => `() => 'a function that nobody calls ${at}'`).join(', ')}].map((each) => each());
`;

let folder = '';
let bundle = '';
const code = (): string => path.join(folder, 'cache', 'code');
const kept = (): readonly string[] => (existsSync(code()) ? readdirSync(code()) : []);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bundle-'));
  bundle = path.join(folder, 'bundle.js');
  writeFileSync(bundle, SOURCE);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the bundle does, loaded. */
function works(): ReturnType<typeof loadBundle> {
  const loaded = loadBundle(bundle, code());
  expect(loaded.exports).toMatchObject({ place: bundle });
  expect((loaded.exports as { add(a: number, b: number): number }).add(2, 3)).toBe(5);
  return loaded;
}

describe('a bundle', () => {
  test('is loaded as it is compiled, and from the code that was kept', () => {
    works().keep();
    expect(kept()).toHaveLength(1);
    const again = works();
    rmSync(code(), { recursive: true });
    // It was not compiled anew, so there is nothing to keep.
    again.keep();
    again.keepMore();
    expect(kept()).toEqual([]);
  });

  test('is kept again when much more of it was compiled', () => {
    works().keep();
    const [name = ''] = kept();
    const before = readFileSync(path.join(code(), name)).length;
    const again = works();
    expect((again.exports as { later(): string[] }).later()).toHaveLength(200);
    again.keep();
    expect(readFileSync(path.join(code(), name)).length).toBe(before);
    again.keepMore();
    expect(readFileSync(path.join(code(), name)).length).toBeGreaterThan(before);
    works();
  });

  test.each([0, 25, 400, -10])('is compiled where what was kept is damaged at %d', (at) => {
    works().keep();
    const file = path.join(code(), kept()[0] ?? '');
    const bytes = readFileSync(file);
    const place = (at + bytes.length) % bytes.length;
    writeFileSync(file, bytes.with(place, (bytes[place] ?? 0) ^ 0x5a));
    works().keep();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('is compiled where what was kept is empty', () => {
    works().keep();
    const file = path.join(code(), kept()[0] ?? '');
    writeFileSync(file, '');
    works();
  });

  test('that has changed is compiled', () => {
    works().keep();
    writeFileSync(bundle, SOURCE.replace('a + b', 'a * b'));
    utimesSync(bundle, 1, 1);
    expect((loadBundle(bundle, code()).exports as { add(a: number, b: number): number }).add(2, 3)).toBe(6);
  });

  test('that has changed to another of the same length and time is compiled', () => {
    works().keep();
    const { atimeMs, mtimeMs } = statSync(bundle);
    utimesSync(bundle, atimeMs / 1000, Math.floor(mtimeMs / 1000));
    works().keep();
    writeFileSync(bundle, SOURCE.replace('a + b', 'a * b'));
    utimesSync(bundle, atimeMs / 1000, Math.floor(mtimeMs / 1000));
    expect((loadBundle(bundle, code()).exports as { add(a: number, b: number): number }).add(2, 3)).toBe(6);
  });

  test('leaves nothing behind where that is not wanted, or not possible', () => {
    loadBundle(bundle, undefined).keep();
    loadBundle(bundle, undefined).keepMore();
    expect(readdirSync(folder)).toEqual(['bundle.js']);
    writeFileSync(path.join(folder, 'cache'), 'in the way');
    works().keep();
    expect(readFileSync(path.join(folder, 'cache'), 'utf8')).toBe('in the way');
  });

  test('deletes what was kept long ago', () => {
    works().keep();
    const old = path.join(code(), 'old.code');
    writeFileSync(old, '');
    utimesSync(old, 1, 1);
    writeFileSync(bundle, `${SOURCE}\n`);
    works().keep();
    expect(kept()).toHaveLength(2);
    expect(kept()).not.toContain('old.code');
  });

  test('that throws throws', () => {
    writeFileSync(bundle, 'throw new Error("no")');
    expect(() => loadBundle(bundle, code())).toThrow('no');
  });
});
