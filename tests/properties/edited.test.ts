import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditedText, type Change } from '../../server/src/analysis/editedText';
import type { LineTable } from '../../server/src/text/lineTable';
import { haveShared, seeds } from '../support/shared';

/** Long enough that words typed in the middle stand in the middle. */
const LENGTH = 20_000;

function longEnough(text: string): string {
  let long = text;
  while (long.length < LENGTH) long += `\n\n${text}`;
  return long;
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md|vtt|srt)$/.test(name) && name !== 'README.md')
    .map((name) => longEnough(readFileSync(`${folder}/${name}`, 'utf8').replace(/[‹›]/g, '')));
}

const TEXTS = [...textsIn('corpus'), ...textsIn('tests/syntax/layouts'), ...(haveShared() ? seeds().map((seed) => seed.text) : [])];

const typed = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('a', 'e ', ' the', 's', ',', 'and so on', 'word ', '.', ' Mr ', 'x', 'ing', ' by ', 'known as '),
  },
  { weight: 2, arbitrary: fc.constantFrom('', '', 'A', 'NPS', '1', '[', ']', '(', ':', '\n', '\r\n', '\n\n', '--', '**', '’', '"') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n\nAda Quill (Chair): Yes.\n\n',
      'Ada Quill, Clerk, ',
      ' the River Fund (RF) ',
      'THE WITNESS: ',
      '- ',
      '# ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

/** Where, as a share of the text; how much is taken away; and whether it happens beside the edit before. */
const edit = fc.record({
  // Spread, since most edits at the ends of a text have it read anew.
  at: fc.nat().map((number) => (Math.imul(number, 2654435761) >>> 0) / 2 ** 32),
  near: fc.integer({ min: -40, max: 40 }),
  beside: fc.boolean(),
  removed: fc.oneof(
    { weight: 20, arbitrary: fc.nat(2) },
    { weight: 1, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.constant(10_000) },
  ),
  text: typed,
});

describe('an edited text', () => {
  it('is known as it would be if it were read anew', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 12 }), (text, edits) => {
        const document = TextDocument.create('file:///a.txt', 'transcript', 0, text);
        let edited = EditedText.of('file:///a.txt', text, 'automatic');
        let last = 0;
        for (const { at, near, beside, removed, text: inserted } of edits) {
          const now = document.getText();
          const start = Math.max(0, Math.min(now.length, beside ? last + near : Math.floor(at * now.length)));
          last = start + inserted.length;
          const change: Change = { start: document.positionAt(start), end: document.positionAt(start + removed), text: inserted };
          TextDocument.update(document, [{ range: { start: change.start, end: change.end }, text: inserted }], document.version + 1);
          const after = edited.after([change]);
          if (after) kept++;
          edited = after ?? EditedText.of('file:///a.txt', document.getText(), 'automatic');
          if (!after) continue;
          expect(edited.text).toBe(document.getText());
          expect(seen(edited)).toEqual(seen(EditedText.of('file:///a.txt', document.getText(), 'automatic')));
        }
      }),
      { numRuns: Number(process.env['VERBATIM_RUNS'] ?? 60) },
    );
    expect(kept).toBeGreaterThan(0);
  }, 120_000);

  it('is read anew where a change reaches over the end of a line, or a speech begins in another way', () => {
    const text = 'Ada Quill (Chair): -and so it went on for a good while in the old room.\n\nBo Tarn (Clerk): I have said so.\n\n'.repeat(
      100,
    );
    const edited = EditedText.of('file:///a.txt', text, 'automatic');
    const line = edited.tree.lines.lineAt(text.indexOf('Ada', 6000));
    const replaced = (start: number, end: number, typed: string): EditedText | undefined =>
      edited.after([{ start: { line, character: start }, end: { line, character: end }, text: typed }]);
    expect(replaced(0, 9999, 'Ada Quill (Chair): -and so it went on for a long while in the old room.\n')).toBeUndefined();
    expect(replaced(50, 9999, 'while in the old room.')).toBeUndefined();
    expect(replaced(19, 19, '-')).toBeUndefined();
  });

  it('is not read anew for most words that are typed inside a speech', () => {
    const speech = (at: number): string =>
      `Ada Quill (Chair): The board has asked again, in ${at} letters, how long the gates will be left open, and nobody has told us why.\n\n`;
    const text = Array.from({ length: 200 }, (_, at) => speech(at) + speech(at).replace('Ada Quill (Chair)', 'Bo Tarn (Clerk)')).join('');
    const edited = EditedText.of('file:///a.txt', text, 'automatic');
    const places = [...text.matchAll(/ (?:asked|gates|open|told) /g)].map((match) => edited.tree.lines.placeAt(match.index + 3));
    const kept = places.filter((place) => edited.after([{ start: place, end: place, text: 'x' }]) !== undefined);
    expect(kept.length).toBeGreaterThan(places.length * 0.75);
  });
});

/** All that is known, by places instead of offsets. */
function seen({ tree, summary }: EditedText): unknown {
  const { lines, ...facts } = summary;
  const { text: _, lines: __, turns, ...parts } = tree;
  return placed({ facts, parts, turns: turns.map(({ words: ___, ...turn }) => turn) }, lines);
}

function placed(value: unknown, lines: LineTable): unknown {
  if (Array.isArray(value)) return value.map((each) => placed(each, lines));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      (name === 'start' || name === 'end') && typeof each === 'number' ? lines.placeAt(each) : placed(each, lines),
    ]),
  );
}
