import type { ClassifiedLine } from './classify';
import type { LabelCandidate } from './labelCandidates';
import type { TextLine } from './textLines';
import type { Layout, Paragraph } from './tree';
import { isUnfinished, startsLower } from '../text/unicode';
import type { Span } from '../text/span';
import { isIndented } from './wrap';

/**
 * Lines into paragraphs: hard wraps are joined, and so are sentences that the end of a page cut, whether furniture, a
 * larger gap or nothing at all shows it. `breaksPage` tells where more than an ordinary gap stands before a line.
 */
export function joinParagraphs(
  text: string,
  lines: readonly TextLine[],
  classified: readonly ClassifiedLine[],
  labels: readonly LabelCandidate[],
  repeats: ReadonlyMap<number, number>,
  wrap: Layout['wrap'],
  breaksPage: (index: number) => boolean,
): readonly Paragraph[] {
  const paragraphs: { kind: Paragraph['kind']; pieces: Span[]; turn: number }[] = [];
  /** The paragraph that speech, prose or a list item may still go on in, over notes and footnotes. */
  let open: (typeof paragraphs)[number] | undefined;
  let last: ClassifiedLine | undefined;
  for (const [index, line] of lines.entries()) {
    const here = classified[index] as ClassifiedLine;
    const label = here.starts && here.turn >= 0 && here.kind === 'speech' ? labels[here.turn] : undefined;
    const opens = label?.line === index;
    const current = here.turn >= 0 ? labels[here.turn] : undefined;
    const repeated = repeats.get(index);
    const start =
      repeated !== undefined
        ? skipSpace(text, repeated, line.end)
        : current && index <= current.lastLine
          ? skipSpace(text, Math.max(current.end, line.start), line.end)
          : line.start;
    if (opens) open = undefined;
    if (start < line.end) {
      const piece = { start, end: line.end };
      const interrupts = here.kind === 'footnote' || here.kind === 'note';
      const target = interrupts ? (last?.kind === here.kind && !here.starts ? paragraphs.at(-1) : undefined) : open;
      if (
        target &&
        !here.starts &&
        target.kind === here.kind &&
        target.turn === here.turn &&
        (interrupts || goesOn(text, lines, index, target, last, wrap, breaksPage))
      ) {
        target.pieces.push(piece);
      } else if (
        target &&
        !opens &&
        here.kind !== 'heading' &&
        here.kind === 'prose' &&
        target.kind === 'listItem' &&
        goesOn(text, lines, index, target, last, wrap, breaksPage)
      ) {
        target.pieces.push(piece);
      } else {
        const paragraph = { kind: here.kind, pieces: [piece], turn: here.turn };
        paragraphs.push(paragraph);
        if (here.kind === 'speech' || here.kind === 'prose' || here.kind === 'listItem') open = paragraph;
        else if (!interrupts) open = undefined;
      }
    }
    last = here;
  }
  return paragraphs;
}

function goesOn(
  text: string,
  lines: readonly TextLine[],
  index: number,
  paragraph: { readonly kind: Paragraph['kind']; readonly pieces: readonly Span[] },
  last: ClassifiedLine | undefined,
  wrap: Layout['wrap'],
  breaksPage: (index: number) => boolean,
): boolean {
  const line = lines[index] as TextLine;
  const before = paragraph.pieces.at(-1) as Span;
  const unfinished = isUnfinished(text, before.start, before.end);
  const cut = breaksPage(index) || last?.kind === 'note' || last?.kind === 'footnote';
  if (cut) return unfinished && (paragraph.kind !== 'listItem' || startsLower(text, line.start));
  if (wrap === 'spaced') return line.gap <= 1;
  if (wrap === 'wrapped') {
    return line.gap === 0 && !isIndented(text, lines, index);
  }
  if (!unfinished) return false;
  return line.gap === 0 || paragraph.kind === 'listItem' ? startsLower(text, line.start) : true;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}
