import { describe, expect, test } from 'vitest';
import { corpusKeys } from '../../server/src/analysis/corpusKeys';
import { findPeople, personKey } from '../../server/src/analysis/people/people';
import type { Summary } from '../../server/src/analysis/summary';
import { person } from '../../server/src/corpus/people';
import { parse } from '../../server/src/syntax/parse';

function summary(uri: string, date: string | undefined, text: string): Summary {
  const tree = parse(text);
  return {
    uri,
    kind: tree.kind,
    layout: tree.layout,
    lines: tree.lines,
    ...(date !== undefined ? { date } : {}),
    sections: [],
    turns: tree.turns.map((turn) => ({
      span: turn.span,
      label: turn.label.span,
      nameSpan: turn.label.nameSpan,
      person: personKey(turn.label.name),
      words: turn.words,
    })),
    definitions: [],
    uses: [],
    ...findPeople(tree),
    keys: corpusKeys({ defines: [], uses: [], person: findPeople(tree).people.map((person) => person.key) }),
  };
}

const early = summary(
  'a.txt',
  '2014-01-02',
  'Ada Quill AM (Chair): We begin with the locks. Lucy?\n\nLucy Tarn (Deputy Director, Harbour Trust): Thank you.\n\nAda Quill AM (Chair): Go on.\n\nLucy Tarn (Deputy Director, Harbour Trust): I will.\n',
);
const late = summary(
  'b.txt',
  '2017-01-02',
  'LUCY TARN (Director, Canal Fund): We begin today.\n\nNick Able: Thank you, Lucy.\n\nLUCY TARN (Director, Canal Fund): And Lucy Marl?\n\nNick Able: She is not here.\n',
);
const letter = summary(
  'c.txt',
  undefined,
  'Dear all\n\nThe locks close in spring, as you know.\n\nYours sincerely\n\nLucy Tarn Deputy Director Harbour Trust\n',
);

describe('a person over documents', () => {
  test('has roles by document, in order of date, and counts', () => {
    const lucy = person([letter, late, early], 'lucy tarn');
    expect(lucy).toMatchObject({
      name: 'Lucy Tarn',
      documents: [
        { uri: 'a.txt', turns: 2, words: 4, mentions: 1, fact: { roles: [{ role: 'Deputy Director' }] } },
        { uri: 'b.txt', turns: 2, mentions: 1, fact: { roles: [{ role: 'Director', organisation: 'Canal Fund' }] } },
        { uri: 'c.txt', turns: 0, words: 0, mentions: 1, fact: { roles: [{ source: 'signature' }] } },
      ],
    });
  });

  test('keeps honorifics', () => {
    expect(person([early], 'ada quill')).toMatchObject({ honorifics: ['AM'], documents: [{ turns: 2 }] });
  });

  test('is nobody when no document has them', () => {
    expect(person([early, late], 'lucy marl')).toBeUndefined();
    expect(person([], 'lucy tarn')).toBeUndefined();
  });

  test('passes over documents without them', () => {
    expect(person([early, late], 'nick able')?.documents.map((document) => document.uri)).toEqual(['b.txt']);
  });

  test('surnames and offices alone join nothing', () => {
    const one = summary(
      'd.txt',
      undefined,
      'Mr Able: Good morning.\n\nThe Chair: Welcome.\n\nMr Able: Thank you.\n\nThe Chair: Let us begin.\n',
    );
    const other = { ...one, uri: 'e.txt' };
    expect(person([one, other], 'able')?.documents.map((document) => document.uri)).toEqual(['d.txt']);
    expect(person([one, other], 'the chair')?.documents.map((document) => document.uri)).toEqual(['d.txt']);
  });
});
