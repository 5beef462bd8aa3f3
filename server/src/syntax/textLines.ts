import type { LineTable } from '../text/lineTable';
import { isSpace } from '../text/unicode';

/** A physical line that holds more than white space. */
export interface TextLine {
  /** 0-based line of the document. */
  readonly line: number;
  /** Offset of the first character that is not white space. */
  readonly start: number;
  /** Offset after the last character that is not white space. */
  readonly end: number;
  /** Number of blank lines between this line and the text line before it (or the start of the text). */
  readonly gap: number;
  /** Columns of white space before the text. */
  readonly indent: number;
}

/** The lines that hold text, in order. */
export function textLines(text: string, lines: LineTable): readonly TextLine[] {
  const found: TextLine[] = [];
  let gap = 0;
  for (let line = 0; line < lines.count; line++) {
    const from = lines.startOf(line);
    let start = from;
    let end = lines.endOf(line);
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    if (start === end) {
      gap++;
      continue;
    }
    while (isSpace(text.charCodeAt(end - 1))) end--;
    found.push({ line, start, end, gap, indent: start - from });
    gap = 0;
  }
  return found;
}
