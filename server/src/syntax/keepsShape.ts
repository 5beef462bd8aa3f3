import type { Span } from '../text/span';
import { isUnfinished } from '../text/unicode';
import { mayListAttendees } from './attendees';
import { isNote } from './classify';
import { mayHoldTime } from './clocks';
import { HEAD } from './conventions';
import { furnitureCandidate, standsAlone } from './furniture';
import { headsConversation } from './headings';
import { readAfterLabel } from './conversation';
import { labelCandidateAt, opensName } from './labelCandidates';
import { namesFirst } from './margins';
import type { Reading } from './parse';
import { possibleCuts, type TextLine } from './textLines';
import { startsSmall } from './wrap';

/** What takes the place of a stretch of the text, in one line and without line breaks. */
export interface Replacement extends Span {
  readonly text: string;
}

/** What a line, or a speech after its label, begins and ends with says what it is: whoever types there has the whole read anew. In UTF-16 units. */
const LINE_START = 6;
const LINE_END = 4;

/** How many lines around a line a label may be read over. */
const AROUND = 10;

/** Longest stretch that is read for one edit, in UTF-16 units; where lines are longer, the whole is read anew. */
const LONGEST_EXCERPT = 100_000;

/** Lengths at which some rule says something else of a line, in UTF-16 units, ascending. */
const LENGTHS = [40, 60, 80, 90, 100, 120, 160, 200, 240, 300, 400, 480, 1000, 2000];

const LEADERS = ' . .';

/** What is more than words: numbers, brackets, marks of markup, colons and addresses may begin or end something. */
const TELLING = /[\d<>[\](){}#*_|:/@\\\p{Z}\p{C}]|www/u;

/**
 * Whether words typed inside a speech leave the document's lines, labels, headings, lists, notes and furniture what they
 * are, so that nothing but the words has changed. Answers with the index of the paragraph they stand in; undefined where
 * that is not certain, and the whole must be read anew. `others` tells whether other lines were typed in since the
 * reading. Costs what a few lines cost.
 */
export function keepsShape(reading: Reading, { start, end, text: typed }: Replacement, others: boolean): number | undefined {
  const { tree, lines, classified } = reading;
  if (start < HEAD) return undefined;
  const index = lastBefore(lines, start);
  const line = lines[index];
  const kind = classified[index];
  if (!line || !kind || kind.kind !== 'speech' || kind.turn < 0 || line.caption) return undefined;
  if (start < line.start + LINE_START || end > line.end - LINE_END) return undefined;
  const length = line.end - line.start;
  if (bucket(length) !== bucket(length + typed.length - (end - start))) return undefined;
  const [from, to] = [wordStart(tree.text, start, line.start), wordEnd(tree.text, end, line.end)];
  const words = tree.text.slice(from, to);
  const now = tree.text.slice(from, start) + typed + tree.text.slice(end, to);
  if (TELLING.test(words.replaceAll(' ', '')) || TELLING.test(now.replaceAll(' ', ''))) return undefined;
  const paragraph = tree.turns[kind.turn]?.paragraphs.find((each) =>
    tree.paragraphs[each]?.pieces.some((piece) => piece.start + LINE_START <= start && end < piece.end),
  );
  if (paragraph === undefined || tree.paragraphs[paragraph]?.kind !== 'speech') return undefined;
  const [first, last] = [Math.max(0, index - AROUND), Math.min(lines.length - 1, index + AROUND)];
  if ((lines[last] as TextLine).end - (lines[first] as TextLine).start > LONGEST_EXCERPT) return undefined;
  const before = excerpt(tree.text, lines, first, last);
  const after = replaced(before, index - first, { start: start - before.offset, end: end - before.offset, text: typed });
  return readsTheSame(reading, index, first, before, after, others) ? paragraph : undefined;
}

/** A few neighbouring lines by themselves. */
interface Excerpt {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Where it begins in the document. */
  readonly offset: number;
}

function readsTheSame(reading: Reading, index: number, first: number, before: Excerpt, after: Excerpt, others: boolean): boolean {
  const at = index - first;
  const [old, now] = [before.lines[at] as TextLine, after.lines[at] as TextLine];
  const [content, contentNow] = [before.text.slice(old.start, old.end), after.text.slice(now.start, now.end)];
  // Rolls of people have dot leaders.
  if (content.includes(LEADERS) || contentNow.includes(LEADERS)) return false;
  // Tags and captions may part speeches anywhere; a line under a line may make a heading of it.
  if (
    content.includes('<') ||
    mayHoldTime(before.text, old) ||
    mayHoldTime(after.text, now) ||
    isUnderline(before, at) ||
    isUnderline(before, at + 1)
  )
    return false;
  if (isUnfinished(before.text, old.start, old.end) !== isUnfinished(after.text, now.start, now.end)) return false;
  // The line after it is looked at with its end in mind.
  if (opensName(before.text, old.start, old.end) !== opensName(after.text, now.start, now.end)) return false;
  if (startsSmall(before.text, old) !== startsSmall(after.text, now) || namesFirst(before.text, old) !== namesFirst(after.text, now))
    return false;
  if (isNote(before.text, old) || isNote(after.text, now) || headsConversation(content) || headsConversation(contentNow)) return false;
  const growth = after.text.length - before.text.length;
  const moved = possibleCuts(before.text).map((offset) => (offset < old.end ? offset : offset + growth));
  if (moved.some((offset) => offset > old.start && offset < old.end) || moved.join() !== possibleCuts(after.text).join()) return false;
  return (
    (reading.lists.end <= index || isInNoList(reading, index, before, after, at)) &&
    hasSameCandidates(reading, index, first, before, after) &&
    isFurnitureAsBefore(reading, before, after, at, others)
  );
}

/** Nothing above the line, and nothing in it, makes it an entry of a list of participants. */
function isInNoList({ lists }: Reading, index: number, before: Excerpt, after: Excerpt, at: number): boolean {
  const mayList = ({ text, lines }: Excerpt, each: number): boolean => mayListAttendees(text, lines[each] as TextLine);
  return (
    at > 0 &&
    !lists.lines.has(index) &&
    !lists.lines.has(index - 1) &&
    !mayList(before, at - 1) &&
    !mayList(before, at) &&
    !mayList(after, at)
  );
}

/** Those up to the line that was typed in last: most letters are typed where the one before them was. */
const lastCandidates = new WeakMap<Reading, { readonly index: number; readonly candidates: string }>();

/** The labels that the line and those before it may open are the same, and what follows them reads alike. */
function hasSameCandidates(reading: Reading, index: number, first: number, before: Excerpt, after: Excerpt): boolean {
  const startsParagraph = (each: number): boolean => reading.startsParagraph(first + each);
  const candidates = (excerpt: Excerpt): string => {
    const found = excerpt.lines.flatMap((_, each) => labelCandidateAt(excerpt.text, excerpt.lines, each, startsParagraph) ?? []);
    const readings = found
      .filter(({ line }) => first + line <= index)
      .map((candidate) => {
        const nexts = found.filter(({ line }) => line > candidate.line).map(({ start }) => start);
        return [candidate, readAfterLabel(excerpt.text, candidate.end, nexts)];
      });
    return JSON.stringify(readings);
  };
  let known = lastCandidates.get(reading);
  if (known?.index !== index) lastCandidates.set(reading, (known = { index, candidates: candidates(before) }));
  return known.candidates === candidates(after);
}

function isFurnitureAsBefore({ all, furnitureShapes }: Reading, before: Excerpt, after: Excerpt, at: number, others: boolean): boolean {
  const old = before.lines[at] as TextLine;
  const physical = lastBefore(all, before.offset + old.start);
  const alone = standsAlone(all, physical);
  const was = furnitureCandidate(before.text, old, alone);
  const is = furnitureCandidate(after.text, after.lines[at] as TextLine, alone);
  if (was?.kind !== is?.kind) return false;
  if (!was || !is || was.shape === is.shape) return true;
  // Other lines may have come to the same shape, of which the reading does not know.
  return !others && was.kind !== 'number' && furnitureShapes.get(was.shape) === 1 && !furnitureShapes.has(is.shape);
}

function isUnderline({ text, lines }: Excerpt, at: number): boolean {
  const line = lines[at];
  return line !== undefined && /^[=\-~^"'#*+]{3}/.test(text.slice(line.start, line.start + 3));
}

function excerpt(text: string, lines: readonly TextLine[], first: number, last: number): Excerpt {
  const opening = lines[first] as TextLine;
  const offset = opening.margin?.start ?? opening.start;
  return {
    text: text.slice(offset, (lines[last] as TextLine).end),
    lines: lines.slice(first, last + 1).map((line) => shifted(line, -offset, -offset)),
    offset,
  };
}

function replaced({ text, lines, offset }: Excerpt, at: number, { start, end, text: typed }: Replacement): Excerpt {
  const growth = typed.length - (end - start);
  return {
    text: text.slice(0, start) + typed + text.slice(end),
    lines: lines.map((line, each) => (each < at ? line : shifted(line, each === at ? 0 : growth, growth))),
    offset,
  };
}

function shifted(line: TextLine, start: number, end: number): TextLine {
  const { margin, clocked } = line;
  return {
    ...line,
    start: line.start + start,
    end: line.end + end,
    ...(clocked && { clocked: { ...clocked, name: { start: clocked.name.start + start, end: clocked.name.end + start } } }),
    ...(margin && {
      margin: {
        ...margin,
        start: margin.start + start,
        ...(margin.typist && { typist: { start: margin.typist.start + start, end: margin.typist.end + start } }),
      },
    }),
  };
}

/** The index of the last line that begins at `offset` or before it; -1 where there is none. */
function lastBefore(lines: readonly TextLine[], offset: number): number {
  let low = -1;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as TextLine).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bucket(length: number): number {
  const at = LENGTHS.findIndex((limit) => length <= limit);
  return at < 0 ? LENGTHS.length : at;
}

function wordStart(text: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && text.charAt(at - 1) !== ' ') at--;
  return at;
}

function wordEnd(text: string, from: number, ceiling: number): number {
  let at = from;
  while (at < ceiling && text.charAt(at) !== ' ') at++;
  return at;
}
