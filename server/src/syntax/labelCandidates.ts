import { readName, type NameParts } from './label';
import { isUnfinished } from '../text/unicode';
import type { TextLine } from './textLines';
import { HEADER_KEYS, OFFICES, TITLE_ABBREVIATIONS, TITLES } from './vocabulary';

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
  /** What ends it. */
  readonly separator: ':' | '.';
  /** A question number stands before it. */
  readonly questionNumber: boolean;
  /** A time stands before or after it. */
  readonly timed: boolean;
  /** White space stands between it and its colon. */
  readonly loose: boolean;
  readonly name: NameParts;
  /** Whether a blank line, a change of page or the start of the text comes before it. */
  readonly startsParagraph: boolean;
  /** Whether the text line before it ends a sentence. */
  readonly opensSentence: boolean;
}

/** Longest label in UTF-16 units, over all its lines. */
const LONGEST = 240;

/** `[00:12:34] `, `10:31 `, `15:05:40 <scribe> `: what recordings and logs put before a label. */
const TIME_PREFIX = /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s+(?:-\s+)?(?:<[^<>\s]{1,30}>\s+)?|<[^<>\s]{1,30}>\s+)(?=\S)/;

const QUESTION_NUMBER = /^(?:Q\s?\d{1,4}[a-z]?[.:)]?|\d{1,4}\.)\s+(?=\S)/;

/** All candidates, in order. Looks at no more than the first `LONGEST` units of each line. */
export function labelCandidates(
  text: string,
  lines: readonly TextLine[],
  isParagraphStart: (index: number) => boolean,
): readonly LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    const first = text.charAt(line.start);
    if (!'*_[(<'.includes(first) && !/[\p{Lu}\p{Lt}\d]/u.test(first)) continue;
    const candidate = readCandidate(text, lines, index, isParagraphStart(index));
    if (!candidate) continue;
    found.push(candidate);
    index = candidate.lastLine;
  }
  return found;
}

function readCandidate(text: string, lines: readonly TextLine[], index: number, startsParagraph: boolean): LabelCandidate | undefined {
  const line = lines[index] as TextLine;
  const previous = lines[index - 1];
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
  const time = TIME_PREFIX.exec(window)?.[0].length ?? 0;
  const question = QUESTION_NUMBER.exec(window.slice(time))?.[0].length ?? 0;
  const from = time + question;
  const boldMark = window.startsWith('**', from) ? '**' : window.startsWith('__', from) ? '__' : '';
  const range = boldMark ? boldRange(window, from, boldMark) : plainRange(window, from);
  const raw = range ? window.slice(range.textStart, range.textEnd) : '';
  const colon =
    range && raw.trim() !== '' && !HEADER_KEYS.has(raw.trim().toLowerCase()) ? readName(raw.replace(/[\r\n]/g, ' ')) : undefined;
  if (range && colon) return listsNames(text.slice(line.start + range.end, line.end)) ? undefined : candidate(range, colon, ':');
  const stop = boldMark === '' ? stopRange(window, from) : undefined;
  return stop ? candidate(stop.range, stop.name, '.') : undefined;

  function candidate(found: Range, name: NameParts, separator: ':' | '.'): LabelCandidate {
    const end = line.start + found.end;
    while (lastLine > index && (lines[lastLine] as TextLine).start >= end) lastLine--;
    return {
      line: index,
      lastLine,
      start: line.start,
      end,
      textStart: line.start + found.textStart,
      textEnd: line.start + found.textEnd,
      bold: boldMark !== '',
      separator,
      // A bare number counts the items of any list.
      questionNumber: question > 0 && window.charAt(time) === 'Q',
      timed: time > 0 || name.timed,
      loose: /\s$/.test(window.slice(found.textStart, found.textEnd)),
      name,
      startsParagraph: startsParagraph || time > 0,
      opensSentence: previous === undefined || !isUnfinished(text, previous.start, previous.end),
    };
  }
}
/** "Chair: Ada Quill, Bo Tarn": names and nothing else, without a full stop, are a list of people, no speech. */
function listsNames(rest: string): boolean {
  const list = rest.trim();
  if (list.length < 5 || list.length > 400 || /[.?!…:]$/.test(list)) return false;
  return list.split(/[,;]/).every((piece) => {
    const shape = readName(piece)?.shape;
    return shape === 'full' || shape === 'titled';
  });
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
    else if (depth === 0 && (char === '?' || char === '!' || char === ';' || char === '"' || char === '[' || char === '*'))
      return undefined;
    else if (char === ':' && depth === 0) {
      const spaced = at + 1 === window.length || /\s/.test(window[at + 1] ?? '');
      // After a closed bracket the space may be missing.
      const glued = window[at - 1] === ')' && /^[\p{Lu}"“‘'-]/u.test(window.slice(at + 1, at + 3));
      return spaced || glued ? { textStart: start, textEnd: at, end: at + 1 } : undefined;
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

/** Longest label that a full stop ends, in UTF-16 units. */
const LONGEST_STOPPED = 60;

/** `Mr. Able. Thank you`, `The CHAIRMAN. Order.`: a title with a name, or an office, and a full stop before more text. */
function stopRange(window: string, start: number): { readonly range: Range; readonly name: NameParts } | undefined {
  const first = /^\p{L}+/u.exec(window.slice(start, start + 30))?.[0] ?? '';
  if (!opensStopped(first)) return undefined;
  for (let at = window.indexOf('.', start); at >= 0 && at < start + LONGEST_STOPPED; at = window.indexOf('.', at + 1)) {
    if (!/^\s+[\p{Lu}\d"“'‘`($[—-]/u.test(window.slice(at + 1, at + 8)) || /(?:^|\s)\p{L}$|\.$/u.test(window.slice(start, at))) continue;
    const name = readName(window.slice(start, at).replace(/[\r\n]/g, ' '));
    if (name && (name.shape === 'office' || name.titlePrefix !== undefined))
      return { range: { textStart: start, textEnd: at, end: at + 1 }, name };
  }
  return undefined;
}

function opensStopped(word: string): boolean {
  const lower = word.toLowerCase();
  return lower === 'the' || TITLES.has(lower) || OFFICES.has(lower) || TITLE_ABBREVIATIONS.has(word);
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
