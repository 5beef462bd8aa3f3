/** A time of day or of a recording: `10:03`, `00:12:34.500`, `3:15 p.m.`; the source of a regular expression. */
export const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';

/** What recordings, logs and lists put before a label. */
export interface BeforeLabel {
  /** In UTF-16 units. */
  readonly length: number;
  /** A time, as written, without brackets. */
  readonly time?: string | undefined;
  /** `Q12`, a number with a full stop, or one that counts the `Q.` after it. */
  readonly number?: string | undefined;
  /** `- `, `* `: an item of a list. */
  readonly bullet: boolean;
  /** `>> `: captions mark a change of speaker so. */
  readonly change: boolean;
  /** `<p>`, `<br/>`: HTML begins a paragraph. */
  readonly tagged: boolean;
}

const DATE = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4},?[ T]';
const TIME = new RegExp(
  `[[(]?(?:${DATE})?(${CLOCK})(?:\\s?(?:-->?|–|-)\\s?${CLOCK})?[\\])]?(?:\\(https?:[^()\\s]*\\))?(?:\\s*[-–—|])?\\s+(?=\\S)`,
  'y',
);
const NUMBER = /(Q\s?\d{1,4}[a-z]?)[.:)]?\s+(?=\S)|(\d{1,4}\.|\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=\S)|(\d{1,4})\s+(?=Q[.:]\s)/y;
const BULLET = /[-*•–]\s+(?=\S)/y;
/** A quotation of Markdown, where what it quotes has its label marked. */
const QUOTED = />\s+(?=\*)/y;
/** `12:01:02 From Ada to Everyone:`, as the chats of meetings have it. */
const FROM = /From\s+(?=\p{Lu})/uy;
const CHANGE = />>(?!>)\s*/y;
/** `<p>`, `<br/><br/>`: HTML in Markdown. */
const TAGS = /(?:<(?:p|div|li|br)(?:\s[^<>]*)?\/?>\s*)+(?=\p{Lu})/uy;

const NOTHING: BeforeLabel = { length: 0, bullet: false, change: false, tagged: false };

/** Reads what stands before a label at the start of `window`. Linear. */
export function readBeforeLabel(window: string): BeforeLabel {
  const code = window.charCodeAt(0);
  // Most lines begin with a letter.
  if ((code >= 65 && code <= 90 && code !== 81) || (code >= 97 && code <= 122)) return NOTHING;
  let at = 0;
  let time: string | undefined;
  let number: string | undefined;
  let bullet = false;
  let change = false;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(window) ?? undefined;
    if (match) at += match[0].length;
    return match;
  };
  const tagged = window.startsWith('<') && take(TAGS) !== undefined;
  take(QUOTED);
  for (let again = true; again;) {
    const from = at;
    if (time === undefined) time = take(TIME)?.[1];
    if (number === undefined) {
      const match = take(NUMBER);
      number = match?.[1] ?? match?.[2] ?? match?.[3];
    }
    if (time !== undefined) take(FROM);
    if (!bullet) bullet = take(BULLET) !== undefined;
    if (!change) change = take(CHANGE) !== undefined;
    again = at > from;
  }
  return { length: at, time, number, bullet, change, tagged };
}
