import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPeople } from '../../../server/src/analysis/people/people';
import { parse } from '../../../server/src/syntax/parse';

const PIECES = [
  'Ada Quill',
  'Will',
  ' ',
  '\n',
  '\n\n',
  ': ',
  '[',
  ']',
  '[Tarn]',
  '’s',
  "'s",
  'Mr ',
  'Mr. ',
  'Commander ',
  ', Director of Rivers',
  ' is the ',
  '(',
  ')',
  'OBE',
  'my name is ',
  '-',
  '--',
  '.',
  '?',
  'van der ',
  'Ó',
  'é',
  '\u0000',
  '\ud83d',
  'the ',
  'Ada Quill: Good morning.\n\n',
  'Will Tarn (Head of Parks): Yes.\n\n',
  'Yours sincerely\n',
  '### Members:\n',
];

test('any text has people and mentions whose spans lie in it, in order, with keys that exist', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const { people, mentions } = findPeople(parse(text));
        const keys = new Set(people.map((person) => person.key));
        expect(keys.size).toBe(people.length);
        let from = 0;
        for (const { span, person } of mentions) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          if (person !== undefined) expect(keys.has(person)).toBe(true);
          from = span.start;
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('ten thousand speakers, most of one surname, are told apart', () => {
  const name = (index: number): string => index.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  const given = (index: number): string => `X${name(index)}a`;
  const text = Array.from(
    { length: 10_000 },
    (_, index) => `${given(index)} Quill (Clerk): Thank you, ${given((index + 1) % 10_000)}. I heard Mr Quill.`,
  ).join('\n\n');
  const { people, mentions } = findPeople(parse(text));
  expect(people.length).toBe(10_000);
  expect(mentions.filter((mention) => mention.form === 'given' && mention.person !== undefined).length).toBe(10_000);
  // At the two ends of the text only one neighbour is a Quill.
  expect(mentions.filter((mention) => mention.form === 'titleSurname' && mention.person !== undefined).length).toBe(2);
});
