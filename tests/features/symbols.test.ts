import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analyse';
import { pack, unpack } from '../../server/src/analysis/packed';
import { EMPTY_SNAPSHOT, replaceAll, type Replacement } from '../../server/src/corpus/snapshot';
import { symbols } from '../../server/src/features/symbols';
import { decode } from '../../server/src/files/decode';

const CORPUS = path.join(import.meta.dirname, '../../corpus');
const TEXTS = [
  ...readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|rst|vtt|srt)$/.test(name))
    .map((name) => ({ name: encodeURIComponent(name), text: decode(readFileSync(path.join(CORPUS, name))) })),
  { name: 'Protokoll%20%C3%9Cbersicht.txt', text: 'Ädä Öl (Chair): One.\n\nBo Tarn: Two.\n\nÄdä Öl (Chair): Three.\n' },
];

const summaries = TEXTS.map(({ name, text }) => analyse(`file:///archive/${name}`, text).summary);
const read = replaceAll(
  EMPTY_SNAPSHOT,
  summaries.map((summary): Replacement => [summary.uri, summary]),
);
const packed = replaceAll(
  EMPTY_SNAPSHOT,
  summaries.map((summary): Replacement => [summary.uri, unpack(summary.uri, pack(summary))]),
);

describe('the symbols of documents that are not open', () => {
  const all = symbols(read, '', 10_000);
  const shown = [...new Set(all.flatMap(({ name, container }) => [name, container]))];

  test('are those of open ones, whatever part of a name or of what explains it is searched for', () => {
    expect(all.length).toBeGreaterThan(50);
    const part = fc
      .tuple(fc.constantFrom(...shown), fc.nat(), fc.integer({ min: 1, max: 30 }), fc.boolean())
      .map(([text, start, length, upper]) => {
        const query = text.slice(start % text.length, (start % text.length) + length);
        return upper ? query.toUpperCase() : query;
      });
    fc.assert(
      fc.property(part, (query) => {
        const found = symbols(read, query, 10_000);
        expect(symbols(packed, query, 10_000)).toEqual(found);
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test('are found by the name of a file without a title', () => {
    const found = symbols(packed, 'übersicht', 10).map(({ name }) => name);
    expect(found).toContain('Bo Tarn');
    expect(found).toEqual(symbols(read, 'übersicht', 10).map(({ name }) => name));
  });

  test('are found by their letters where no name holds the query', () => {
    const [{ name } = { name: '' }] = symbols(read, 'quill', 1);
    const letters = name.replace(/[ ]/g, '').toLowerCase();
    expect(symbols(packed, letters, 10)).toEqual(symbols(read, letters, 10));
  });
});
