import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';
import type { Transcript } from '../../server/src/syntax/tree';
import type { Span } from '../../server/src/text/span';

/** Pieces of which transcripts are made, and pieces that break them. */
const PIECES = [
  'Ada Quill (Chair): Shall we?',
  '**Bo Tarn (Clerk - Weir Board):** Yes --',
  '-- and no ...',
  '**Cy Moss**: It is one.1',
  '1 A note at the foot.',
  '### Members:',
  'Di Reed, Chief Executive, Weir Council',
  '# WEIR OFFICE',
  '# WEIR OFFICE',
  'OFFICIAL',
  '[At this point the sound was lost]',
  'Thank you, Bo [Tarn',
  '] and',
  'Date: 3 May 2019',
  'Transcript of Item 5: The Weir',
  '• a point',
  'lower case goes on',
  '\n',
  '\n\n',
  ' \n \n',
  '\r\n',
  '\r',
  '\t',
  '\f',
  '\u0000',
  '\uFEFF',
  '😀',
  '\uD800',
  '(',
  ')',
  '[',
  ']',
  '**',
  ':',
  '::',
  'Q1 Chair:',
  '[^1]',
  '[^1]: text',
  '====',
  'A:',
  'É.',
  '’',
  '"',
  'Yours sincerely',
  'Ada Quill',
  'a'.repeat(300),
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('\n\n')),
);

const inside = (text: string, span: Span): boolean => 0 <= span.start && span.start <= span.end && span.end <= text.length;

function everySpan(tree: Transcript): readonly Span[] {
  return [
    ...tree.paragraphs.flatMap((paragraph) => paragraph.pieces),
    ...tree.turns.flatMap((turn) => [
      turn.span,
      turn.label.span,
      turn.label.nameSpan,
      ...turn.label.honorificSpans,
      ...turn.label.parts.map((part) => part.span),
    ]),
    ...tree.sections.flatMap((section) => [section.heading, section.span]),
    ...tree.attendees.flatMap((attendee) => [attendee.span, attendee.nameSpan]),
    ...tree.footnotes.flatMap((footnote) => footnote.references),
    ...tree.insertions.map((insertion) => insertion.span),
    ...tree.problems.map((problem) => problem.span),
    ...tree.header.fields.map((field) => field.span),
  ];
}

describe('any text at all', () => {
  test('is read without an error, and every character is in exactly one block', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parse(text);
        let at = 0;
        for (const block of tree.blocks) {
          expect(block.span.start).toBe(at);
          expect(block.span.end).toBeGreaterThan(at);
          at = block.span.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 600 },
    );
  });

  test('has all its spans inside the text, its turns in order and apart, its pieces within their lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parse(text);
        for (const span of everySpan(tree)) expect(inside(text, span)).toBe(true);
        for (const [index, turn] of tree.turns.entries()) {
          expect(turn.span.start).toBe(turn.label.span.start);
          expect(turn.span.end).toBeGreaterThanOrEqual(turn.label.span.end);
          expect(turn.span.end).toBeLessThanOrEqual(tree.turns[index + 1]?.span.start ?? text.length);
        }
        for (const piece of tree.paragraphs.flatMap((paragraph) => paragraph.pieces)) {
          expect(piece.end).toBeGreaterThan(piece.start);
          expect(tree.lines.lineAt(piece.start)).toBe(tree.lines.lineAt(piece.end - 1));
        }
        expect(tree.kind).toBe(tree.turns.length > 0 ? 'transcript' : 'document');
      }),
      { numRuns: 600 },
    );
  });

  test('that is not white space is in the label of a turn, in a paragraph, or in furniture, and in one of them only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parse(text);
        const owners = new Uint8Array(text.length);
        const claim = (span: Span): void => {
          for (let at = span.start; at < span.end; at++) owners[at] = (owners[at] ?? 0) + 1;
        };
        for (const turn of tree.turns) claim(turn.label.span);
        for (const piece of tree.paragraphs.flatMap((paragraph) => paragraph.pieces)) claim(piece);
        for (const block of tree.blocks) if (block.kind === 'furniture') claim(block.span);
        for (let at = 0; at < text.length; at++) {
          if (!/[\s\u0000\u0085\u200b\ufeff]/.test(text.charAt(at))) expect([at, owners[at]]).toEqual([at, 1]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is read the same with Windows line breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => !/[\r\u0000]/.test(piece))), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('\n');
        const names = (source: string): readonly (readonly [string, number])[] =>
          parse(source).turns.map((turn) => [turn.label.name, turn.words]);
        expect(names(text.replace(/\n/g, '\r\n'))).toEqual(names(text));
      }),
      { numRuns: 200 },
    );
  });
});
