import { readName } from './label';
import type { Layout } from './tree';
import type { TextLine } from './textLines';
import { classAt, isUnfinished, LETTER_BITS } from '../text/unicode';
import { MARKINGS } from './vocabulary';
import { pageGap } from './wrap';

/** Lines longer than this are never furniture, in UTF-16 units. */
const LONGEST = 160;

/** Neither markings nor page numbers are longer. */
const LONGEST_FIXED = 60;

const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;

const PAGE_LABEL = /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/i;

/**
 * Page headers and footers, page numbers and markings: lines that stand alone, come back, and are not sentences.
 * Answers with indices into `lines`, and with how many lines may be furniture by each shape.
 */
export function findFurniture(text: string, lines: readonly TextLine[], wrap: Layout['wrap']): Furniture {
  const alike = new Map<string, number[]>();
  const numbered = new Map<string, number[]>();
  const numbers: number[] = [];
  const found = new Set<number>();
  const shapes = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.furniture) {
      found.add(index);
      continue;
    }
    const candidate = furnitureCandidate(text, line, standsAlone(lines, index));
    if (!candidate) continue;
    shapes.set(candidate.shape, (shapes.get(candidate.shape) ?? 0) + 1);
    if (candidate.kind === 'marking') found.add(index);
    else if (candidate.kind === 'number') numbers.push(index);
    else add(candidate.kind === 'numbered' ? numbered : alike, candidate.shape, index);
  }
  // Inside a page's text only a page number that counts on betrays the running head.
  for (const group of numbered.values()) if (group.length >= 3 && countsOn(text, lines, group)) for (const index of group) found.add(index);
  for (const [shape, group] of alike) {
    if (group.length < 2) continue;
    // Capitals alone on a line, twice, are a running head; in mixed case it takes three, at a page's end or in a sentence.
    const capitals = !/\p{Ll}/u.test(shape);
    const atPages = group.filter((index) => breaksPage(text, lines, index, wrap)).length;
    const atEnds = atPages * 2 > group.length;
    if ((capitals && (atEnds || !isSomebody(shape))) || (group.length >= 3 && atEnds)) for (const index of group) found.add(index);
  }
  if (ascend(numbers.map((index) => firstNumber(text, lines[index])))) for (const index of numbers) found.add(index);
  return { furniture: found, shapes };
}

export interface Furniture {
  readonly furniture: ReadonlySet<number>;
  readonly shapes: ReadonlyMap<string, number>;
}

/** A line that may be furniture: certainly by its words, as a page number, or because others have its shape. */
interface FurnitureCandidate {
  readonly kind: 'marking' | 'number' | 'numbered' | 'alike';
  /** Its text with all numbers alike. */
  readonly shape: string;
}

/** What one line says for being furniture; `alone` tells whether blank lines surround it. Undefined where it cannot be. */
export function furnitureCandidate(text: string, line: TextLine, alone: boolean): FurnitureCandidate | undefined {
  if (line.clocked || line.end - line.start > LONGEST) return undefined;
  const content = text.slice(line.start, line.end);
  const isShort = content.length <= LONGEST_FIXED;
  if (isShort && (MARKINGS.test(content) || (PAGE_LABEL.test(content) && alone))) return { kind: 'marking', shape: content };
  if (!alone)
    return /\d/.test(content) && content.length <= 120 && !/:(?:\s|$)/.test(content)
      ? { kind: 'numbered', shape: shapeOf(content) }
      : undefined;
  if (isShort && PAGE_NUMBER.test(content)) return { kind: 'number', shape: content };
  return isUnfinished(text, line.start, line.end) &&
    ((classAt(content, 0) & LETTER_BITS) !== 0 || (/\p{L}/u.test(content) && !isListItem(content)))
    ? { kind: 'alike', shape: shapeOf(content) }
    : undefined;
}

function shapeOf(content: string): string {
  const numbersAlike = /\d/.test(content) ? content.replace(/\d+/g, '0') : content;
  return /\s\s|[^\S ]/.test(numbersAlike) ? numbersAlike.replace(/\s+/g, ' ') : numbersAlike;
}

function add(groups: Map<string, number[]>, shape: string, index: number): void {
  const group = groups.get(shape);
  if (group) group.push(index);
  else groups.set(shape, [index]);
}

/** Whether one of the numbers in the lines goes up from each to the next. */
function countsOn(text: string, lines: readonly TextLine[], group: readonly number[]): boolean {
  const numbers = group.map((index) =>
    lines[index] ? [...text.slice(lines[index].start, lines[index].end).matchAll(/\d+/g)].map(Number) : [],
  );
  return (numbers[0] ?? []).some((_, slot) => {
    const counts = numbers.map((all) => all[slot] ?? Number.NaN);
    return ascend(counts) && (counts.at(-1) ?? 0) - (counts[0] ?? 0) < 20 * counts.length;
  });
}

/** Whether blank lines, or the ends of the text, surround a line. */
export function standsAlone(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  return line !== undefined && (line.gap > 0 || index === 0) && (next === undefined || next.gap > 0);
}

function breaksPage(text: string, lines: readonly TextLine[], index: number, wrap: Layout['wrap']): boolean {
  const line = lines[index] as TextLine;
  const next = lines[index + 1];
  const previous = lines[index - 1];
  if (line.gap >= pageGap(wrap) || (next !== undefined && next.gap >= pageGap(wrap))) return true;
  return previous !== undefined && previous.end - previous.start > 40 && isUnfinished(text, previous.start, previous.end);
}

/** "SPEAKER QUILL", "CLERK": who stands between paragraphs may speak there. */
function isSomebody(shape: string): boolean {
  const name = readName(shape)?.shape;
  return name === 'titled' || name === 'office';
}

function isListItem(content: string): boolean {
  return /^(?:[•◦▪●‣·*–-]\s|\d{1,3}[.)]\s|\(\w{1,3}\)\s)/.test(content);
}

function firstNumber(text: string, line: TextLine | undefined): number {
  return line ? Number(/\d+/.exec(text.slice(line.start, line.end))?.[0] ?? Number.NaN) : Number.NaN;
}

/** Page numbers count upwards; two or more of them, nearly all larger than the one before. */
function ascend(numbers: readonly number[]): boolean {
  if (numbers.length < 2) return false;
  let up = 0;
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] as number) > (numbers[i - 1] as number)) up++;
  return up >= (numbers.length - 1) * 0.8;
}
