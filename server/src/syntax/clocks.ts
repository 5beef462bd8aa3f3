import { CLOCK } from './beforeLabel';
import type { NameAndTime, TextLine } from './textLines';
import { NOT_NAMES, PARTICLES } from './vocabulary';

/** Longer lines than this are no name with a time, in UTF-16 units. */
const LONGEST = 90;

/** Fewer of such lines show no custom. */
const FEWEST = 3;

/**
 * Marks lines that are a name and a time and nothing else: `Ada Quill  0:12`, `**Ada Quill** (0:12)`, `Mr Quill 11:05 a.m.`,
 * `Quill, Ada   0:12`, `[00:00:12] - Ada Quill`, `ada — Today at 10:02 AM`. With their numbers left out they look like
 * running heads, and nothing but the line’s end sets them apart; that the times go up, and that others are named in the
 * same way, shows that they are neither.
 */
export function withClocks(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  return marked(text, lines, mayEndInTime, NAME_AND_TIME, false) ?? marked(text, lines, mayBeginWithTime, TIME_AND_NAME, true) ?? lines;
}

/** The lines with those marked that match, or undefined where no custom shows. `again`: where the
 * time comes first, the names must come back. */
function marked(
  text: string,
  lines: readonly TextLine[],
  mayMatch: (text: string, line: TextLine) => boolean,
  pattern: RegExp,
  again: boolean,
): readonly TextLine[] | undefined {
  const clocked = new Map<number, NameAndTime>();
  const names = new Map<string, number>();
  let before = -1;
  let rising = 0;
  let headed = 0;
  let possible = 0;
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > LONGEST || !mayMatch(text, line)) continue;
    possible++;
    const content = text.slice(line.start, line.end);
    const match = pattern.exec(content);
    const { name = '', time: written = '' } = match?.groups ?? {};
    const [from, to] = match?.indices?.groups?.['name'] ?? [];
    if (from === undefined || to === undefined || !mayBeName(name)) continue;
    const time = secondsOf(written);
    if (time >= before) rising++;
    if (clocked.has(index - 1)) headed--;
    if (index + 1 < lines.length) headed++;
    before = time;
    clocked.set(index, { name: { start: line.start + from, end: line.start + to }, time: written });
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  // What is written like no name must come back.
  for (const [index, { name: span }] of clocked) {
    const name = text.slice(span.start, span.end);
    if (!CAPITAL.test(name) && names.get(name) === 1) clocked.delete(index);
  }
  // A record may have the time beside each of its lines.
  if (clocked.size < FEWEST || names.size < 2 || clocked.size < possible * 0.6) return undefined;
  if (again && names.size > clocked.size * 0.7) return undefined;
  // Headings may have the time as well, and stand right above a name.
  if (rising < clocked.size * 0.7 || headed < clocked.size * 0.5) return undefined;
  return lines.map((line, index): TextLine => {
    const found = clocked.get(index);
    return found ? { ...line, clocked: found } : line;
  });
}

const DAY =
  '(?:(?:[Tt]o|[Yy]ester)day(?: at)?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4},?|\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}(?:, \\d{4})?,?(?: at)?)[ T]';
const WHEN = `[[(<]?(?:${DAY})?(?<time>${CLOCK})(?: ?Z)?[\\])>]?`;
const NAME = '(?<name>\\p{L}[^:;?!]*?)';
const NAME_AND_TIME = new RegExp(
  `^(?:> )?[*_]{0,3}${NAME}(?: \\[\\w+\\])?(?:\\s*[,@|—–-]\\s*|\\s+|[*_]{1,3}\\s*)[*_]{0,3}${WHEN}[*_]{0,3}:?$`,
  'du',
);
const TIME_AND_NAME = new RegExp(`^[*_]{0,3}${WHEN}\\s*(?:[|—–-]\\s*)?[*_]{0,3}${NAME}(?<![.,])[*_]{0,3}$`, 'du');

const CAPITAL = /^\p{Lu}/u;
const LEVEL = /^(?:ERROR|WARN(?:ING)?|INFO|DEBUG|TRACE|FATAL|NOTICE)$/;

/** A name as people and programs write them: capitalised words, a role after a comma, or one word without a capital; no year. */
function mayBeName(written: string): boolean {
  if (/\b\d{4}\b/.test(written) || LEVEL.test(written)) return false;
  const words = written
    .replace(/\s*[,([].*$/, '')
    .replace(/[*_]/g, '')
    .split(/\s+/);
  if (words.length === 1) return !NOT_NAMES.has(written.toLowerCase());
  return words.every((word) => /^[\p{Lu}\d(]/u.test(word) || PARTICLES.has(word));
}

/** Cheap before what is dear: most lines end in another character, or have no colon there. */
function mayEndInTime(text: string, { start, end }: TextLine): boolean {
  const last = text.charCodeAt(end - 1);
  if (!((last >= 48 && last <= 57) || ')].*_mMZ:'.includes(text.charAt(end - 1)))) return false;
  return text.slice(Math.max(start + 1, end - 15), end - 1).includes(':');
}

/** Whether a line may be such a name with a time. */
export function mayHoldTime(text: string, line: TextLine): boolean {
  return mayEndInTime(text, line) || mayBeginWithTime(text, line);
}

/** The same of lines that begin with one. */
function mayBeginWithTime(text: string, { start, end }: TextLine): boolean {
  const code = text.charCodeAt(start);
  // Most lines begin with a letter.
  if (code > 95 || (code >= 65 && code <= 90)) return false;
  return /^[*_[(<]*\d[\d/.,T -]*:\d/.test(text.slice(start, Math.min(end, start + 24)));
}

/** A time of day or of a recording in seconds; `1:05 PM` comes after `11:05 AM`. What has two parts counts in its own unit. */
function secondsOf(time: string): number {
  const [first = 0, second = 0, third] = time.split(/[:.,\s]/).map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
  const afternoon = /p/i.test(time) && first < 12 ? 12 : 0;
  return third === undefined ? (first + afternoon) * 60 + second : (first + afternoon) * 3600 + second * 60 + third;
}
