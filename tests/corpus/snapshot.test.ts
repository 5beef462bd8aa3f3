import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keys, lookups } from '../../server/src/analysis/acronyms/forms';
import { corpusKey, corpusKeys, includesKey, type Holds } from '../../server/src/analysis/corpusKeys';
import { summarise } from '../../server/src/analysis/summarise';
import type { Summary } from '../../server/src/analysis/summary';
import { EMPTY_SNAPSHOT, holding, replace, replaceAll, type Snapshot } from '../../server/src/corpus/snapshot';
import { parse } from '../../server/src/syntax/parse';

const TEXTS = [
  '',
  'Ada Quill (Chair): The River Basin Authority (RBA) met.\n\nBo Tarn (Clerk): Yes.\n\nAda Quill (Chair): Good.\n',
  'Ada Quill (Chair): The RBA and the RBAs met.\n\nCy Moss (Engineer): Yes.\n\nAda Quill (Chair): Good.\n',
  'We mean the Roads and Bridges Agency (RBA), the MoR and the Ministry of Roads (MoR), as all of you know.\n',
  'Bo Tarn (Clerk): One.\n\nDi Reed (Chair): Two, Bo [Tarn].\n\nBo Tarn (Clerk): Three.\n',
];
const URIS = ['file:///a.txt', 'file:///b.txt', 'file:///c.txt'];

const SUMMARIES = TEXTS.map((text) => summarise('', parse(text)));
const summary = (uri: string, text: string): Summary => ({ ...(SUMMARIES[TEXTS.indexOf(text)] ?? summarise('', parse(text))), uri });

/** What a document holds, asked of its facts. */
const held = ({ definitions, uses, people }: Summary): Record<Holds, readonly string[]> => ({
  defines: definitions.flatMap((definition) => keys(definition.short)),
  uses: uses.flatMap((use) => lookups(use.form)),
  person: people.map((person) => person.key),
});
const KINDS: readonly Holds[] = ['defines', 'uses', 'person'];
const KEYS = KINDS.flatMap((holds) => [...new Set(SUMMARIES.flatMap((each) => held(each)[holds]))].map((key) => ({ holds, key })));

const found = (snapshot: Snapshot): unknown =>
  KEYS.map(({ holds, key }) => [holds, key, Array.from(holding(snapshot, holds, [key]), (document) => document.uri).sort()]);
const expected = (documents: ReadonlyMap<string, Summary>): unknown =>
  KEYS.map(({ holds, key }) => [
    holds,
    key,
    [...documents]
      .filter(([, document]) => held(document)[holds].includes(key))
      .map(([uri]) => uri)
      .sort(),
  ]);

/** More documents than may lie over an index. */
const MANY = new Map(
  Array.from({ length: 300 }, (_, at) => `file:///${at}.txt`).map((uri, at) => [uri, summary(uri, TEXTS[at % TEXTS.length] ?? '')]),
);
const [ONE, TWO] = ['file:///1.txt', 'file:///2.txt'];

describe('a snapshot', () => {
  test.each([
    ['few documents', new Map<string, Summary>()],
    ['many', MANY],
  ])('of %s finds after any changes, additions and deletions who holds a key', (_, known) => {
    const change = fc.record({
      uri: fc.constantFrom(...URIS, ONE, TWO),
      text: fc.option(fc.constantFrom(...TEXTS), { nil: undefined }),
      asked: fc.boolean(),
    });
    const first = replaceAll(EMPTY_SNAPSHOT, [...known]);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let kept = first;
        const documents = new Map(known);
        for (const { uri, text, asked } of changes) {
          const after = text === undefined ? undefined : summary(uri, text);
          kept = replace(kept, uri, after);
          if (after) documents.set(uri, after);
          else documents.delete(uri);
          if (asked) expect(found(kept)).toEqual(expected(documents));
        }
        expect(found(kept)).toEqual(expected(documents));
        expect([...kept.documents.keys()].sort()).toEqual([...documents.keys()].sort());
      }),
      { numRuns: 50 },
    );
  });

  test('finds who holds a key when all documents changed', () => {
    const asked = replaceAll(EMPTY_SNAPSHOT, [...MANY]);
    expect(found(asked)).toEqual(expected(MANY));
    const changed = new Map([...MANY.keys()].map((uri, at) => [uri, summary(uri, TEXTS[(at + 1) % TEXTS.length] ?? '')]));
    expect(found(replaceAll(asked, [...changed]))).toEqual(expected(changed));
  });

  test('finds each document once, whatever it is asked for', () => {
    const snapshot = replaceAll(EMPTY_SNAPSHOT, [...MANY]);
    const uris = Array.from(
      holding(
        snapshot,
        'uses',
        KEYS.filter(({ holds }) => holds === 'uses').map(({ key }) => key),
      ),
      (document) => document.uri,
    );
    expect(uris.length).toBeGreaterThan(100);
    expect(new Set(uris).size).toBe(uris.length);
  });

  test('is never changed by the next one', () => {
    const first = replace(EMPTY_SNAPSHOT, ONE, summary(ONE, TEXTS[1] ?? ''));
    const before = found(first);
    replace(first, ONE, undefined);
    replace(first, TWO, summary(TWO, TEXTS[2] ?? ''));
    expect(found(first)).toEqual(before);
    expect(first.documents.size).toBe(1);
    expect(EMPTY_SNAPSHOT.documents.size).toBe(0);
  });

  test('is the same where nothing changed', () => {
    const [[uri, document] = ['', undefined]] = MANY;
    const snapshot = replaceAll(EMPTY_SNAPSHOT, [...MANY]);
    expect(replace(snapshot, uri, document)).toBe(snapshot);
    expect(replace(snapshot, 'file:///gone.txt', undefined)).toBe(snapshot);
  });
});

describe('the keys of a document', () => {
  test('are ascending, each once, and found', () => {
    const words = fc.array(fc.string({ maxLength: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (defines, person) => {
        const all = corpusKeys({ defines, uses: [], person });
        expect([...all]).toEqual([...new Set(all)].sort((a, b) => a - b));
        for (const key of defines) expect(includesKey(all, corpusKey('defines', key))).toBe(true);
        for (const key of person) expect(includesKey(all, corpusKey('person', key))).toBe(true);
        for (let key = 0; key < 20; key++) expect(includesKey(all, key)).toBe(all.includes(key));
      }),
    );
  });
});
