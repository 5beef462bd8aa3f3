import { readName, type NameParts } from './label';
import type { TextLine } from './textLines';
import { HEADER_KEYS } from './vocabulary';

/** A place where a label may stand: its words have the shape of one. Whether it is one, the document decides. */
export interface LabelCandidate {
  /** Index of the text line it begins on, and of the one it ends on. */
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  /** Offset after the separator and closing bold marks. */
  readonly end: number;
  /** The label as written, without bold marks and separator: offsets. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly bold: boolean;
  readonly questionNumber: boolean;
  readonly name: NameParts;
  /** Whether a blank line, a change of page or the start of the text comes before it. */
  readonly startsParagraph: boolean;
}

/** Longest label in UTF-16 units, over all its lines. */
const LONGEST = 240;

const QUESTION_NUMBER = /^(?:Q\s?\d{1,4}[a-z]?[.:)]?|\d{1,4}\.)\s+(?=\S)/;

/** All candidates, in order. Looks at no more than the first `LONGEST` units of each line. */
export function labelCandidates(text: string, lines: readonly TextLine[], isParagraphStart: (index: number) => boolean): readonly LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    const first = text.charAt(line.start);
    if (first !== '*' && first !== '_' && !/[\p{Lu}\p{Lt}Q\d]/u.test(first)) continue;
    const candidate = readCandidate(text, lines, index, isParagraphStart(index));
    if (!candidate) continue;
    found.push(candidate);
    index = candidate.lastLine;
  }
  return found;
}

function readCandidate(text: string, lines: readonly TextLine[], index: number, startsParagraph: boolean): LabelCandidate | undefined {
  const line = lines[index] as TextLine;
  let lastLine = index;
  let limit = Math.min(line.end, line.start + LONGEST);
  // A label whose bracket stays open goes on in the next lines, as a hard wrap leaves it.
  while (isOpen(text.slice(line.start, limit)) && limit === (lines[lastLine] as TextLine).end && lastLine < index + 2) {
    const next = lines[lastLine + 1];
    if (!next || next.gap > 1 || next.end - line.start > LONGEST * 2) break;
    limit = Math.min(next.end, line.start + LONGEST);
    lastLine++;
  }
  const window = text.slice(line.start, limit);
  const question = QUESTION_NUMBER.exec(window)?.[0].length ?? 0;
  const boldMark = window.startsWith('**', question) ? '**' : window.startsWith('__', question) ? '__' : '';
  const range = boldMark ? boldRange(window, question, boldMark) : plainRange(window, question);
  if (!range) return undefined;
  const raw = window.slice(range.textStart, range.textEnd);
  if (raw.trim() === '' || HEADER_KEYS.has(raw.trim().toLowerCase())) return undefined;
  const name = readName(raw.replace(/[\r\n]/g, ' '));
  if (!name) return undefined;
  const end = line.start + range.end;
  while (lastLine > index && (lines[lastLine] as TextLine).start >= end) lastLine--;
  return {
    line: index,
    lastLine,
    start: line.start,
    end,
    textStart: line.start + range.textStart,
    textEnd: line.start + range.textEnd,
    bold: boldMark !== '',
    questionNumber: question > 0,
    name,
    startsParagraph,
  };
}

interface Range {
  readonly textStart: number;
  readonly textEnd: number;
  readonly end: number;
}

/** `Name (Role):` up to the first colon outside brackets that white space or the line's end follows. */
function plainRange(window: string, start: number): Range | undefined {
  let depth = 0;
  for (let at = start; at < window.length; at++) {
    const char = window[at];
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === '?' || char === '!' || char === ';' || char === '"' || char === '[' || char === '*')) return undefined;
    else if (char === ':' && depth === 0) {
      return at + 1 === window.length || /\s/.test(window[at + 1] ?? '') ? { textStart: start, textEnd: at, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** `**Name (Role):**`, `**Name (Role)**:` and `**Name** (Role):`. */
function boldRange(window: string, start: number, mark: string): Range | undefined {
  const inner = start + mark.length;
  const close = window.indexOf(mark, inner);
  if (close < 0) return undefined;
  const content = window.slice(inner, close).trimEnd();
  if (content.endsWith(':')) {
    const textEnd = inner + content.length - 1;
    return content.slice(0, -1).includes(': ') ? undefined : { textStart: inner, textEnd, end: close + mark.length };
  }
  const after = /^\s?(?:\([^()]*\)\s?)*:(?=\s|$)/.exec(window.slice(close + mark.length, close + LONGEST));
  if (!after) return undefined;
  const end = close + mark.length + after[0].length;
  return after[0].includes('(') ? { textStart: inner, textEnd: end - 1, end } : { textStart: inner, textEnd: close, end };
}

function isOpen(window: string): boolean {
  let depth = 0;
  for (const char of window) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ':' && depth <= 0) return false;
  }
  return depth > 0;
}
