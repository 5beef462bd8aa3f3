import { CLOCK } from './beforeLabel';
import { asWritten, readName, type NameParts } from './label';
import { ATTENDEE_HEADING, HEADER_KEYS, NOT_NAMES, SPOKEN, VOICE_NOUNS } from './vocabulary';

/**
 * What ends a label: a colon, a full stop, a dash, the end of its line, the mark of a voice in captions (`<v Ada>`), the
 * name of who typed a line of a chat (`<ada>`), nothing but the change that `>>` marks, a single space after `Q` or `A`, or a
 * wide one after a name with a mark before it (○議長). A hyphen or a dash between spaces stands after much that is no
 * name, and counts as `-`.
 */
export type Separator = ':' | '.' | '—' | '-' | 'line' | 'voice' | 'chat' | '>>' | 'space';

/** A label at the start of a window of text, by what ends it. Offsets are relative to the window. */
export interface LabelEnd {
  readonly separator: Separator;
  readonly textStart: number;
  readonly textEnd: number;
  /** After the separator, closing bold marks, and a time that follows. */
  readonly end: number;
  readonly name: NameParts;
  readonly typed: 'plain' | 'bold';
  /** No white space where there should be some. */
  readonly glued: boolean;
  readonly time?: string | undefined;
  /** It is written in small letters, as people call themselves in chats. */
  readonly handle?: boolean | undefined;
}

/** How far most labels reach that no colon ends, in UTF-16 units. */
export const LONGEST_STOPPED = 60;

/** `(00:00:58)`, `0:12` after a name or its colon. */
const TIME_AFTER = new RegExp(`\\s*[[(]?(${CLOCK})[\\])]?(?=\\s|$)`, 'y');

/** The label from `textStart` to `textEnd`, if its words can be one; what it says goes on after `end`. */
export function reading(separator: Separator, textStart: number, textEnd: number, end: number, window: string): LabelEnd | undefined {
  const raw = window.slice(textStart, textEnd);
  const bare = raw.trim();
  if (bare === '' || (isHeading(bare) && !(separator === ':' && speaks(bare, window.slice(end))))) return undefined;
  const name = readName(raw);
  if (!name) return undefined;
  return {
    separator,
    textStart,
    textEnd,
    end,
    name,
    typed: 'plain',
    glued: false,
    time: name.time,
  };
}

function isHeading(words: string): boolean {
  // "CC" and "RE" may be somebody’s initials.
  return (!/^\p{Lu}{2}$/u.test(words) && HEADER_KEYS.has(words.toLowerCase())) || ATTENDEE_HEADING.test(words);
}

/** `Members: Good morning, Mr President.`: those who stand over lists have voices too. */
function speaks(words: string, follows: string): boolean {
  if (!VOICE_NOUNS.has(words.toLowerCase())) return false;
  const line = /^[^\r\n]*/.exec(follows)?.[0].trim() ?? '';
  return /[.!?]["”’)]?$/.test(line) && (SPOKEN.test(line) || /^(?:No|Aye|Nay|Hear|Order|Agreed|Oh|Shame)\b/.test(line));
}

/** As far as a label in small letters reaches with its colon, in UTF-16 units. */
export const LONGEST_HANDLE = 24;

const HANDLE = /(\p{Ll}[\p{L}\d_.'’-]{1,19}(?: \p{L}{1,2})?):\s+(?=\S)/uy;

/** `ada: How so?`, `bo t: I know`: whether a word in small letters is somebody, only a conversation can show. */
export function handleEnd(window: string, from: number): LabelEnd | undefined {
  HANDLE.lastIndex = from;
  const written = HANDLE.exec(window)?.[1];
  if (written === undefined || NOT_NAMES.has(written) || HEADER_KEYS.has(written)) return undefined;
  const textEnd = from + written.length;
  const name = asWritten(written, 'single');
  return { separator: ':', textStart: from, textEnd, end: textEnd + 1, name, typed: 'plain', glued: false, handle: true };
}

/** With the time that stands after it. */
export function withTimeAfter(label: LabelEnd | undefined, window: string): LabelEnd | undefined {
  if (!label) return undefined;
  TIME_AFTER.lastIndex = label.end;
  const time = TIME_AFTER.exec(window);
  return time?.[1] === undefined ? label : { ...label, end: label.end + time[0].length, time: time[1] };
}
