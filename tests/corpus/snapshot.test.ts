import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarise } from '../../server/src/analysis/summarise';
import type { Summary } from '../../server/src/analysis/summary';
import { EMPTY_SNAPSHOT, replace, type Postings, type Snapshot } from '../../server/src/corpus/snapshot';
import { parse } from '../../server/src/syntax/parse';

const TEXTS = [
  '',
  'Ada Quill (Chair): The River Basin Authority (RBA) met.\n\nBo Tarn (Clerk): Yes.\n\nAda Quill (Chair): Good.\n',
  'Ada Quill (Chair): The RBA and the RBAs met.\n\nCy Moss (Engineer): Yes.\n\nAda Quill (Chair): Good.\n',
  'We mean the Roads and Bridges Agency (RBA), the MoR and the Ministry of Roads (MoR), as all of you know.\n',
  'Bo Tarn (Clerk): One.\n\nDi Reed (Chair): Two, Bo [Tarn].\n\nBo Tarn (Clerk): Three.\n',
];
const URIS = ['file:///a.txt', 'file:///b.txt', 'file:///c.txt'];

const summary = (uri: string, text: string): Summary => summarise(uri, parse(text));
const plainPostings = (postings: Postings): unknown => [...postings].map(([key, uris]) => [key, [...uris].sort()]).sort();
const plain = ({ documents, definitions, uses, people }: Snapshot): unknown => ({
  documents: [...documents.keys()].sort(),
  definitions: plainPostings(definitions),
  uses: plainPostings(uses),
  people: plainPostings(people),
});

describe('a snapshot', () => {
  test('after any changes, additions and deletions is equal to one built from scratch', () => {
    const change = fc.record({ uri: fc.constantFrom(...URIS), text: fc.option(fc.constantFrom(...TEXTS), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let kept = EMPTY_SNAPSHOT;
        const texts = new Map<string, string>();
        for (const { uri, text } of changes) {
          kept = replace(kept, uri, text === undefined ? undefined : summary(uri, text));
          if (text === undefined) texts.delete(uri);
          else texts.set(uri, text);
        }
        let rebuilt = EMPTY_SNAPSHOT;
        for (const [uri, text] of texts) rebuilt = replace(rebuilt, uri, summary(uri, text));
        expect(plain(kept)).toEqual(plain(rebuilt));
      }),
      { numRuns: 150 },
    );
  });

  test('is never changed by the next one', () => {
    const first = replace(EMPTY_SNAPSHOT, 'file:///a.txt', summary('file:///a.txt', TEXTS[1] ?? ''));
    const before = plain(first);
    replace(first, 'file:///a.txt', undefined);
    replace(first, 'file:///b.txt', summary('file:///b.txt', TEXTS[2] ?? ''));
    expect(plain(first)).toEqual(before);
    expect(plain(EMPTY_SNAPSHOT)).toEqual({ documents: [], definitions: [], uses: [], people: [] });
  });

  test('shares what an edit inside a speech leaves as it is', () => {
    const text = TEXTS[1] ?? '';
    const first = replace(EMPTY_SNAPSHOT, 'file:///a.txt', summary('file:///a.txt', text));
    const second = replace(first, 'file:///a.txt', summary('file:///a.txt', text.replace('Yes.', 'Yes, it did.')));
    expect(second.definitions).toBe(first.definitions);
    expect(second.uses).toBe(first.uses);
    expect(second.people).toBe(first.people);
    expect(second.documents).not.toBe(first.documents);
  });
});
