import { Finder } from '../text/finder';
import type { Span } from '../text/span';
import type { TextLine } from './textLines';

/** A footnote's text in lines (indices, both included) and the mark it belongs to. */
export interface FoundFootnote {
  readonly marker: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly references: readonly Span[];
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

const DIGITS = /\d+/g;
const AFTER_WORD = /\p{Ll}{2}[.,;:?!)”’"']{0,2}$/u;
const AFTER_MARK = /[\s.,;:?!)”’"']/;
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
  const markers = new Set(marks.map((mark) => mark.marker));
  /** The marks before the line at hand that have no text yet; the nearest is last. */
  const open = new Map<string, FootnoteMark[]>();
  const found: FoundFootnote[] = [];
  const used = new Set<FootnoteMark>();
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    for (let mark = marks[next]; mark && mark.span.start < line.start; mark = marks[++next]) {
      const before = open.get(mark.marker);
      if (before) before.push(mark);
      else open.set(mark.marker, [mark]);
    }
    const marker = markerAt(text, line);
    if (marker === undefined || !(isStart(index) || found.at(-1)?.lastLine === index - 1)) continue;
    const waiting = open.get(marker) ?? [];
    const nearest = waiting.pop();
    if (!nearest) continue;
    // A mark such as `[^1]` may come back; a digit glued to a word is the mark of the nearest footnote alone.
    const references = nearest.certain ? [...waiting.splice(0), nearest] : [nearest];
    for (const reference of references) used.add(reference);
    let lastLine = index;
    while (lastLine + 1 < lines.length && continues(lastLine + 1) && !markers.has(markerAt(text, lines[lastLine + 1]) ?? '')) lastLine++;
    found.push({ marker, firstLine: index, lastLine, references: references.map((reference) => reference.span) });
    index = lastLine;
  }
  const texts = new Set(found.map((footnote) => footnote.marker));
  const inSequence = (marker: string): boolean => texts.has(String(Number(marker) - 1)) || texts.has(String(Number(marker) + 1));
  const withoutText = marks.filter((mark) => !used.has(mark) && !texts.has(mark.marker) && (mark.certain || inSequence(mark.marker)));
  return { found, withoutText };
}

/** The number or name that a footnote's text begins with. */
function markerAt(text: string, line: TextLine | undefined): string | undefined {
  if (!line) return undefined;
  const start = TEXT_START.exec(text.slice(line.start, Math.min(line.end, line.start + 40)));
  return start?.[1] ?? start?.[2];
}

function findMarks(text: string, lines: readonly TextLine[]): FootnoteMark[] {
  const marks: FootnoteMark[] = [];
  const digit = new Finder(text, /\d/g);
  const certain = new Finder(text, '[^');
  for (const line of lines) {
    const [numbered, marked] = [digit.isIn(line), certain.isIn(line)];
    if (!numbered && !marked) continue;
    const content = text.slice(line.start, line.end);
    for (const { 0: marker, index } of numbered ? content.matchAll(DIGITS) : []) {
      const end = index + marker.length;
      if (marker.length > 2 || marker === '0' || (end < content.length && !AFTER_MARK.test(content.charAt(end)))) continue;
      if (!AFTER_WORD.test(content.slice(Math.max(0, index - 4), index))) continue;
      marks.push({ marker, span: { start: line.start + index, end: line.start + end }, certain: false });
    }
    for (const match of marked ? content.matchAll(MARKDOWN) : []) {
      const at = line.start + match.index;
      marks.push({ marker: match[1] ?? '', span: { start: at, end: at + match[0].length }, certain: true });
    }
  }
  return marks;
}
