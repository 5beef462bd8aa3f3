import type { Span } from '../text/span';
import type { TextLine } from './textLines';

/** A footnote's text in lines (indices, both included) and the mark it belongs to. */
export interface FoundFootnote {
  readonly marker: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly reference: Span;
}

export interface FootnoteMark {
  readonly marker: string;
  readonly span: Span;
  /** `[^1]`, which cannot be anything else; a digit glued to a word may be. */
  readonly certain: boolean;
}

export interface Footnotes {
  readonly found: readonly FoundFootnote[];
  /** Marks without a text, where the document leaves no doubt that they are marks. */
  readonly withoutText: readonly FootnoteMark[];
}

const GLUED = /\p{Ll}{2}[.,;:?!)”’"']{0,2}(\d{1,2})(?=[\s.,;:?!)”’"']|$)/gu;
const MARKDOWN = /\[\^([\w-]{1,20})\](?!:)/g;
const TEXT_START = /^(?:(\d{1,2})[.)]?\s+(?=[\p{L}“"'(])|\[\^([\w-]{1,20})\]:\s*)/u;

/**
 * Footnotes in running text: a number glued to a word, and later, at the start of a paragraph, the same number before a
 * text. `isStart` tells where a footnote may begin, `continues` whether a line goes on with the one before it.
 */
export function findFootnotes(
  text: string,
  lines: readonly TextLine[],
  isStart: (index: number) => boolean,
  continues: (index: number) => boolean,
): Footnotes {
  const marks = findMarks(text, lines);
  if (marks.length === 0) return { found: [], withoutText: [] };
  const open = new Map<string, FootnoteMark[]>();
  for (const mark of marks) open.set(mark.marker, [...(open.get(mark.marker) ?? []), mark]);
  const found: FoundFootnote[] = [];
  const used = new Set<FootnoteMark>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    const start = TEXT_START.exec(text.slice(line.start, Math.min(line.end, line.start + 40)));
    const marker = start?.[1] ?? start?.[2];
    if (marker === undefined || !(isStart(index) || found.at(-1)?.lastLine === index - 1)) continue;
    const before = (open.get(marker) ?? []).filter((mark) => !used.has(mark) && (mark.certain || mark.span.start < line.start));
    const reference = before.at(-1);
    if (!reference) continue;
    used.add(reference);
    let lastLine = index;
    while (lastLine + 1 < lines.length && continues(lastLine + 1) && !startsNext(text, lines[lastLine + 1], open)) lastLine++;
    found.push({ marker, firstLine: index, lastLine, reference: reference.span });
    index = lastLine;
  }
  const texts = new Set(found.map((footnote) => footnote.marker));
  const inSequence = (marker: string): boolean => texts.has(String(Number(marker) - 1)) || texts.has(String(Number(marker) + 1));
  const withoutText = marks.filter((mark) => !used.has(mark) && !texts.has(mark.marker) && (mark.certain || inSequence(mark.marker)));
  return { found, withoutText };
}

function startsNext(text: string, line: TextLine | undefined, open: ReadonlyMap<string, readonly FootnoteMark[]>): boolean {
  if (!line) return false;
  const start = TEXT_START.exec(text.slice(line.start, Math.min(line.end, line.start + 40)));
  const marker = start?.[1] ?? start?.[2];
  return marker !== undefined && open.has(marker);
}

function findMarks(text: string, lines: readonly TextLine[]): FootnoteMark[] {
  const marks: FootnoteMark[] = [];
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    if (!/\d|\[\^/.test(content)) continue;
    for (const match of content.matchAll(GLUED)) {
      const at = line.start + match.index + match[0].length - (match[1] ?? '').length;
      if (match[1] !== '0') marks.push({ marker: match[1] ?? '', span: { start: at, end: at + (match[1] ?? '').length }, certain: false });
    }
    if (!content.includes('[^')) continue;
    for (const match of content.matchAll(MARKDOWN)) {
      const at = line.start + match.index;
      marks.push({ marker: match[1] ?? '', span: { start: at, end: at + match[0].length }, certain: true });
    }
  }
  return marks;
}
