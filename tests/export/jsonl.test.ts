import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TurnFact } from '../../server/src/analysis/summary';
import { summarise } from '../../server/src/analysis/summarise';
import { jsonLine, transcriptRecord, type TranscriptRecord } from '../../server/src/export/jsonl';
import { layoutInWords } from '../../server/src/export/layoutInWords';
import { parse } from '../../server/src/syntax/parse';
import { span } from '../../server/src/text/span';

const SCHEMA: object = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../server/src/export/transcript.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

function record(text: string): TranscriptRecord {
  const transcript = parse(text);
  const made = transcriptRecord('a.txt', transcript, summarise('a.txt', transcript));
  expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
  return made;
}

const COUNCIL = `Council of Lower Tarn

Date: 3 March 2020

Location: The Old Library

Isolde Crane OBE (Chair): Good morning. The Lower Tarn Plan (LTP) is before us.

Dr Hugh Pell (Planning Officer, Tarn Valley Trust): Thank you. I was saying --

Isolde Crane OBE (Chair): Please go on.

Dr Hugh Pell (Planning Officer, Tarn Valley Trust): -- that the LTP is late.

It will be done in May.
`;

describe('a transcript as data', () => {
  test('has its header', () => {
    expect(record(COUNCIL)).toMatchObject({ path: 'a.txt', kind: 'transcript', date: '2020-03-03', location: 'The Old Library' });
  });

  test('has a turn for each label, with lines from 1 and offsets from 0', () => {
    const { turns } = record(COUNCIL);
    expect(turns.map((turn) => [turn.line, turn.endLine, turn.speaker])).toEqual([
      [7, 7, 'Isolde Crane'],
      [9, 9, 'Hugh Pell'],
      [11, 11, 'Isolde Crane'],
      [13, 15, 'Hugh Pell'],
    ]);
    expect(turns.map((turn) => COUNCIL.slice(turn.offset, turn.offset + 5))).toEqual(['Isold', 'Dr Hu', 'Isold', 'Dr Hu']);
  });

  test('says who the speaker is, apart from the name', () => {
    const [chair, officer] = record(COUNCIL).turns;
    expect(chair).toMatchObject({
      label: 'Isolde Crane OBE (Chair)',
      titlePrefix: null,
      honorifics: ['OBE'],
      roles: ['Chair'],
      organisation: null,
    });
    expect(officer).toMatchObject({ titlePrefix: 'Dr', honorifics: [], roles: ['Planning Officer'], organisation: 'Tarn Valley Trust' });
  });

  test('says which turns break off and which go on', () => {
    expect(record(COUNCIL).turns.map((turn) => [turn.interrupted, turn.resumed])).toEqual([
      [null, false],
      ['--', false],
      [null, false],
      [null, true],
    ]);
  });

  test('has its acronyms, with the line of the definition', () => {
    expect(record(COUNCIL).acronyms).toEqual([{ line: 7, short: 'LTP', long: 'Lower Tarn Plan', kind: 'longThenBracketed' }]);
  });

  test('counts the turns of each person', () => {
    expect(record(COUNCIL).people.map(({ id, name, turns }) => [id, name, turns])).toEqual([
      ['isolde-crane', 'Isolde Crane', 2],
      ['hugh-pell', 'Hugh Pell', 2],
    ]);
  });

  test('is one line of JSON whatever it holds', () => {
    const line = jsonLine(record(COUNCIL));
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect((JSON.parse(line) as TranscriptRecord).turns).toHaveLength(4);
  });
});

describe('any other text as data', () => {
  test('is a document without turns and layout', () => {
    expect(record('Dear Ms Crane,\n\nThank you for your letter.\n')).toMatchObject({ kind: 'document', layout: '', turns: [], date: null });
  });

  test('fits the schema, always', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Ann Bee (Chair): ',
        '**Cid Dee:** ',
        '\n',
        '\n\n',
        '[',
        ']',
        '(ABC)',
        'Date: 3 May 2020\n',
        '# Heading\n',
        'word.1 ',
        '1 A note.\n',
        '--',
        '...',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        record(pieces.join(''));
      }),
    );
  });
});

describe('the layout in words', () => {
  test.each([
    [{ wrap: 'line', labels: 'bold' }, 2, 'bold labels · 2 speakers'],
    [{ wrap: 'line', labels: 'plain', ends: '.' }, 2, 'plain labels with full stops · 2 speakers'],
    [{ wrap: 'wrapped', labels: 'plain', ends: ':' }, 1, 'plain labels · wrapped lines · 1 speaker'],
    [{ wrap: 'spaced', labels: 'mixed' }, 2, 'bold and plain labels · wrapped lines with empty lines between · 2 speakers'],
  ] as const)('of %j with %i speakers', (layout, people, words) => {
    const spans = { span: span(0, 9), label: span(0, 2), nameSpan: span(0, 1), words: 1 };
    const turns = [0, 1, 2].map((turn): TurnFact => ({ ...spans, person: `person ${turn % people}` }));
    expect(layoutInWords({ kind: 'transcript', layout, turns })).toBe(words);
  });
});
