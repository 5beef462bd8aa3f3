import { handleEnd, LONGEST_HANDLE } from './labelReading';
import type { Layout } from './tree';
import type { TextLine } from './textLines';
import { isUnfinished, startsLower } from '../text/unicode';

/**
 * How the document's paragraphs are typed. Told from where sentences go on: a line that begins with a lower-case
 * letter continues the one before it, so the gap that such lines usually have is the gap inside a paragraph.
 */
export function inferWrap(text: string, lines: readonly TextLine[]): Layout['wrap'] {
  let tight = 0;
  let tightContinued = 0;
  let spaced = 0;
  let spacedContinued = 0;
  for (const line of lines) {
    if (line.gap > 1 || line === lines[0]) continue;
    const continues = startsSmall(text, line);
    if (line.gap === 0) {
      tight++;
      if (continues) tightContinued++;
    } else {
      spaced++;
      if (continues) spacedContinued++;
    }
  }
  const usual = 0.4;
  if (spacedContinued > tightContinued && spacedContinued >= 3 && spacedContinued > spaced * usual) return 'spaced';
  if (tightContinued >= 1 && tightContinued > tight * (usual / 2) && tightContinued * 10 > lines.length) return 'wrapped';
  return 'line';
}

/** Whether a line begins in a small letter, and not with a label in small letters. */
export function startsSmall(text: string, { start, end }: TextLine): boolean {
  return startsLower(text, start) && !handleEnd(text.slice(start, Math.min(end, start + LONGEST_HANDLE + 2)), 0);
}

/** From how many blank lines on a gap is more than one between paragraphs: a page ended there. */
export function pageGap(wrap: Layout['wrap']): number {
  return wrap === 'spaced' ? 5 : wrap === 'wrapped' ? 4 : 3;
}

/** Where paragraphs are indented instead of set apart, an indented line after a full stop begins one. */
export function isIndented(text: string, lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  const previous = lines[index - 1];
  if (!line || !previous || line.gap > 0 || line.indent < previous.indent + 2) return false;
  return !isUnfinished(text, previous.start, previous.end);
}
