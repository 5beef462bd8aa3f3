import { CLOCK } from './beforeLabel';
import type { Span } from '../text/span';
import type { Margin, TextLine } from './textLines';
import { NOT_NAMES } from './vocabulary';

/** How much of a line a margin takes at most, in UTF-16 units. */
const WIDEST = 60;

/**
 * Takes margins off the lines: the line numbers of a court’s record with the times before them, the times and names of a
 * chat’s log. Either is there when most lines have it. A line that is nothing but its number is furniture.
 */
export function withoutMargins(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  return withoutLineNumbers(text, lines) ?? withoutTypists(text, lines) ?? lines;
}

/** A record made with a recording has a time before each number. */
const LINE_NUMBER = /^(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(\d{1,2})(?:\s+|$)/;

/** As far as the number may end, in UTF-16 units. */
const NUMBER_REACH = 16;

/** Fewer numbered lines than this are no record. */
const FEWEST_NUMBERED = 15;

/** Numbers that count on from line to line and begin again at 1. */
function withoutLineNumbers(text: string, lines: readonly TextLine[]): readonly TextLine[] | undefined {
  let numbered = 0;
  let counting = 0;
  let last = 0;
  for (const [index, line] of lines.entries()) {
    const number = startsWithDigit(text, line)
      ? LINE_NUMBER.exec(text.slice(line.start, Math.min(line.end, line.start + NUMBER_REACH)))?.[1]
      : undefined;
    if (number !== undefined) {
      numbered++;
      if (Number(number) === last + 1 || Number(number) === 1) counting++;
      last = Number(number);
    }
    if (index === 400 && numbered < 100) return undefined;
  }
  if (numbered < FEWEST_NUMBERED || numbered < lines.length * 0.6 || counting < numbered * 0.8) return undefined;
  return lines.map((line): TextLine => {
    const match = LINE_NUMBER.exec(text.slice(line.start, Math.min(line.end, line.start + WIDEST)));
    if (!match) return line;
    const start = line.start + match[0].length;
    if (start >= line.end) return { ...line, furniture: true };
    return { ...line, start, indent: line.indent + match[0].length, margin: { start: line.start } };
  });
}

function startsWithDigit(text: string, { start }: TextLine): boolean {
  const code = text.charCodeAt(start);
  return code >= 48 && code <= 57;
}

const LOGGED = `[[(]?(?:\\d{4}-\\d{2}-\\d{2}[ T]|\\p{Lu}\\p{Ll}{2} (?:\\d{1,2} )?)?(${CLOCK})[\\])]?`;
/** In Markdown a name may be in bold, and its brackets escaped. */
const TYPIST = new RegExp(`^(?:${LOGGED}\\s+)?(?:\\*\\*)?\\\\?<[ @+%&~]?([^<>\\s\\\\]{1,30})\\\\?>(?:\\*\\*)?(?:\\s+|$)`, 'u');
const TYPIST_BETWEEN_TABS = new RegExp(`^${LOGGED}\\t[@+%&~]?([\\p{L}_][^<>\\s]{0,29})\\t\\s*`, 'u');

/** Who joined and left, as programs log it. */
const EVENT = new RegExp(`^(?:${LOGGED}\\s+)?(?:\\*\\*\\*|-!-|-->|<--)\\s`, 'u');

/** What a scribe types: who says it, and what; names in capitals, or in small letters as people call themselves in chats. */
const SAID_BY = /^(?:\p{Lu}[^\s:]*(?: [^\s:]+){0,3}|(\p{Ll}[\p{L}\d_.-]{1,19})): /u;

/** How a line of a chat, without its margin, names somebody at its beginning. */
export function namesFirst(text: string, { start, end }: Span): 'capital' | 'small' | undefined {
  const match = SAID_BY.exec(text.slice(start, Math.min(end, start + WIDEST)));
  return match ? (match[1] === undefined ? 'capital' : 'small') : undefined;
}

/** Where fewer lines than this share do, the name is whom somebody addresses. */
const SCRIBED = 0.15;
/** Names in small letters are addressed in any chat: unless this share of all lines begin so, and this share of those are by one typist. */
const SCRIBED_SMALL = { lines: 0.25, byOne: 0.6 };

/** Tells a chat in which a scribe types what others say from one in which people address each other. */
class Scribing {
  private typed = 0;
  private inCapitals = 0;
  private readonly by = new Map<string, number>();

  /** The next line, without its margin, and who typed it. */
  take(typist: string, text: string, line: Span): void {
    this.typed++;
    const named = namesFirst(text, line);
    if (named === undefined) return;
    if (named === 'capital') this.inCapitals++;
    this.by.set(typist, (this.by.get(typist) ?? 0) + 1);
  }

  isPossible(): boolean {
    const counts = [...this.by.values()];
    const named = counts.reduce((sum, count) => sum + count, 0);
    if (this.inCapitals >= this.typed * SCRIBED) return true;
    return named >= this.typed * SCRIBED_SMALL.lines && Math.max(...counts) >= named * SCRIBED_SMALL.byOne;
  }
}

/** `15:05:40 <ada> hello`, or tabs around the name. Tags of a markup language look alike, but are closed; logs of programs name levels. */
function withoutTypists(text: string, lines: readonly TextLine[]): readonly TextLine[] | undefined {
  const pattern = lines.slice(0, 20).some((line) => TYPIST_BETWEEN_TABS.test(beginningOf(text, line))) ? TYPIST_BETWEEN_TABS : TYPIST;
  let typed = 0;
  const scribing = new Scribing();
  const typists = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const match = pattern.exec(beginningOf(text, line));
    const name = match?.[2];
    if (match && name !== undefined) {
      typed++;
      scribing.take(name, text, { start: line.start + match[0].length, end: line.end });
      if (typists.size < 20) typists.add(name);
    }
    if (index === 100 && typed < 25) return undefined;
  }
  if (
    typed < 3 ||
    typed < lines.length * 0.5 ||
    [...typists].some((name) => text.includes(`</${name}`) || NOT_NAMES.has(name.toLowerCase()))
  )
    return undefined;
  const mayScribe = scribing.isPossible();
  return lines.map((line): TextLine => {
    const match = pattern.exec(beginningOf(text, line));
    const name = match?.[2];
    if (!match || name === undefined) return EVENT.test(beginningOf(text, line)) ? { ...line, furniture: true } : line;
    const start = line.start + match[0].length;
    const at = line.start + match[0].lastIndexOf(name);
    const margin: Margin = {
      start: line.start,
      ...(match[1] === undefined ? {} : { time: match[1] }),
      typist: { start: at, end: at + name.length },
      mayScribe,
    };
    return start >= line.end ? { ...line, furniture: true } : { ...line, start, margin };
  });
}

function beginningOf(text: string, line: TextLine): string {
  return text.slice(line.start, Math.min(line.end, line.start + WIDEST));
}
