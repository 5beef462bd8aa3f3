import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Finder } from '../../server/src/text/finder';
import { Flow } from '../../server/src/text/flow';
import { LineTable } from '../../server/src/text/lineTable';
import { lastStartingAt, touches } from '../../server/src/text/span';
import { countWords, isUnfinished, startsLower, startsUpper } from '../../server/src/text/unicode';

const anyText = fc
  .array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' ', '\u2028'), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

describe('the line table', () => {
  test.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\r\nb', 2],
    ['a\rb\nc\r\nd', 4],
    ['a\u2028b', 1],
    ['\r\r\n\n', 4],
  ])('of %j has %d lines', (text, count) => expect(LineTable.of(text).count).toBe(count));

  test('leads from any offset to a place and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = LineTable.of(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const place = lines.placeAt(offset);
          expect(place.character).toBeGreaterThanOrEqual(0);
          expect(lines.offsetAt(place)).toBe(offset);
        }
      }),
    );
  });

  test('moves places and offsets outside the text to its nearest end', () => {
    const lines = LineTable.of('one\ntwo');
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(7);
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(4);
    expect(lines.offsetAt({ line: 1, character: -3 })).toBe(4);
    expect(lines.placeAt(-4)).toEqual({ line: 0, character: 0 });
    expect(lines.placeAt(99)).toEqual({ line: 1, character: 3 });
  });
});

describe('a flow', () => {
  const source = 'one co-\ntwo  three\nfour';
  const pieces = [
    { start: 0, end: 7 },
    { start: 8, end: 18 },
    { start: 19, end: 23 },
  ];

  test('joins lines by a space, and by nothing after a hyphenated word', () => {
    expect(Flow.of(source, pieces).text).toBe('one co-two  three four');
  });

  test('joins after a dash that stands alone by a space', () => {
    expect(
      Flow.of('cut --\nhere -\nand', [
        { start: 0, end: 6 },
        { start: 7, end: 13 },
        { start: 14, end: 17 },
      ]).text,
    ).toBe('cut -- here - and');
  });

  test('leads back to the document', () => {
    const flow = Flow.of(source, pieces);
    for (const word of ['one', 'co-', 'two', 'three', 'four']) {
      const at = flow.text.indexOf(word);
      const { start, end } = flow.spanOf(at, at + word.length);
      expect(source.slice(start, end)).toBe(word);
    }
    const over = flow.text.indexOf('three four');
    const { start, end } = flow.spanOf(over, over + 'three four'.length);
    expect(source.slice(start, end)).toBe('three\nfour');
  });

  test('of nothing is empty', () => {
    expect(Flow.of('abc', []).text).toBe('');
    expect(Flow.of('abc', []).spanOf(0, 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('spans', () => {
  test('touch a cursor at both their ends', () => {
    expect([1, 2, 4, 5].map((offset) => touches({ start: 2, end: 4 }, offset))).toEqual([false, true, true, false]);
  });

  test('are found by where they start', () => {
    const items = [3, 7, 9].map((start) => ({ span: { start, end: start + 1 } }));
    expect([0, 3, 6, 7, 100].map((offset) => lastStartingAt(items, offset))).toEqual([-1, 0, 0, 1, 2]);
  });
});

describe('reading characters', () => {
  test.each([
    ['one two', 2],
    ['  one\u00a0two \t', 2],
    ['--', 1],
    ['', 0],
    ['主席：多謝 2031年', 6],
    ['水門はすべて閉じております。', 13],
    ['의석을 정돈해 주시기', 3],
  ])('%j has %d words', (text, words) => expect(countWords(text)).toBe(words));

  test.each([
    ['It makes it', true],
    ['It ends.', false],
    ['It “ends.”', false],
    ['It is (done)', true],
    ['so --', false],
    ['so -', true],
    ['so…', false],
    ['list;', true],
    ['”', false],
  ])('%j is unfinished: %s', (text, expected) => expect(isUnfinished(text, 0, text.length)).toBe(expected));

  test('quotes and brackets do not hide the first letter', () => {
    expect(startsLower('“(and', 0)).toBe(true);
    expect(startsUpper('[The', 0)).toBe(true);
    expect(startsUpper('the', 0)).toBe(false);
  });
});

describe('the finder', () => {
  const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })));

  test.each([
    ['a word', 'éa', /éa/],
    ['a character of a class', /[aé]/g, /[aé]/],
  ])('tells whether %s begins in a stretch, in any order of stretches', (_, wanted, pattern) => {
    fc.assert(
      fc.property(anyText, stretches, (text, asked) => {
        const finder = new Finder(text, wanted);
        for (const { start, end } of asked) {
          const begins = [...Array(end - start).keys()].some((at) => text.slice(start + at).search(pattern) === 0);
          expect(finder.isIn({ start, end })).toBe(begins);
        }
      }),
    );
  });
});
