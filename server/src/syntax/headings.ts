import type { TextLine } from './textLines';
import { findDate } from './dates';
import { startsUpper } from '../text/unicode';
import { CLOSINGS, SALUTATION } from './vocabulary';
import { TITLE_LINE } from './header';

export interface Heading {
  /** 1 is the outermost. */
  readonly level: number;
  readonly title: string;
  /** Index of the last line that belongs to it: its underline, if it has one. */
  readonly lastLine: number;
}

const LONGEST = 120;
const UNDERLINE = /^([=\-~^"'#*+])\1{2,}$/;
const UNDERLINE_LEVELS = '=-^~"\'#*+';

/** A heading that its typing shows: `# …`, or a line of `===` or `---` under it. */
export function typedHeading(text: string, lines: readonly TextLine[], index: number): Heading | undefined {
  const line = lines[index] as TextLine;
  if (line.end - line.start > LONGEST * 2) return undefined;
  const content = text.slice(line.start, line.end);
  const marked = /^(#{1,6})\s+(.*?)[\s#]*$/.exec(content);
  if (marked) {
    const title = plain(marked[2] ?? '');
    return title && !/^[[(].*[\])]$/.test(title) ? { level: (marked[1] ?? '').length, title, lastLine: index } : undefined;
  }
  const next = lines[index + 1];
  if (!next || next.gap > 0 || next.end - next.start > LONGEST * 2) return undefined;
  const underline = text.slice(next.start, next.end);
  if (!UNDERLINE.test(underline) || underline.length < content.length / 2 || !/\p{L}|\d/u.test(content)) return undefined;
  return { level: UNDERLINE_LEVELS.indexOf(underline.charAt(0)) + 1, title: plain(content), lastLine: index + 1 };
}

/** The title of the record on a line of its own ("Transcript of …"). */
export function titleHeading(text: string, line: TextLine, index: number): Heading | undefined {
  if (line.end - line.start > LONGEST * 2) return undefined;
  const content = text.slice(line.start, line.end);
  return TITLE_LINE.test(content) && !/^\S+:/.test(content) ? { level: 1, title: plain(content), lastLine: index } : undefined;
}

/** Where an untyped heading stands. */
export interface Surroundings {
  /** The lines before and after leave it alone in its paragraph. */
  readonly alone: boolean;
  /** A text follows that it can head. */
  readonly heads: boolean;
  /** The text before it is not in the middle of a sentence. */
  readonly afterSentence: boolean;
}

/**
 * A heading that only its shape shows: one short line, alone, that begins with a capital, ends without punctuation and
 * is neither an entry of a list nor a field, a date, an address or a formula of a letter.
 */
export function bareHeading(text: string, line: TextLine, index: number, around: Surroundings): Heading | undefined {
  if (!around.alone || !around.heads || !around.afterSentence || line.end - line.start > LONGEST) return undefined;
  const content = text.slice(line.start, line.end);
  const bare = plain(content);
  if (!startsUpper(bare, 0) && !/^\d+(?:\.\d+)*\.?\s+\p{Lu}/u.test(bare)) return undefined;
  if (/[.,;:?!…]["'”’)]*$/.test(bare) || /\p{L}:\s/u.test(bare) || !/\p{L}{2}/u.test(bare)) return undefined;
  if (/^(?:[•◦▪●‣·*–-]\s|\(\w{1,3}\)\s)/.test(content) || /^[[(<>|]/.test(bare)) return undefined;
  if (/\bwww\.|https?:|@|\b\d{5,}\b/.test(bare) || SALUTATION.test(bare) || CLOSINGS.test(bare)) return undefined;
  const date = findDate(bare);
  if (date && date.end - date.start > bare.length / 2) return undefined;
  return { level: 2, title: bare, lastLine: index };
}

/** In the middle of a conversation only numbers, capitals or "Agenda item" make an untyped line a heading. */
export function headsConversation(title: string): boolean {
  return (
    /^(?:(?:agenda )?item\s+\d|\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}|part\s+(?:\d|[ivx]+\b)|session\s+\d)/iu.test(title) ||
    (!/\p{Ll}/u.test(title) && /\p{Lu}{3}/u.test(title))
  );
}

function plain(title: string): string {
  return title
    .replace(/\*\*|__|^[*_]|[*_]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
