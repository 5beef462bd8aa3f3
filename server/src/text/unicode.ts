/** White space as `\s` has it, with the zero-width space and the byte-order mark; by UTF-16 code unit. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13) || code === 0;
  if (code < 0x85) return false;
  return (
    code === 0xa0 ||
    code === 0x85 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}

/** A straight or a curly one; by UTF-16 code unit. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** Number of runs without white space; and of the characters of Chinese and Japanese, which set no words apart. */
export function countWords(text: string, start = 0, end = text.length): number {
  let words = 0;
  let at = start;
  while (at < end) {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at === end) break;
    let isWord = false;
    for (let code = text.charCodeAt(at); at < end && ((code > 32 && code < 0x85) || !isSpace(code)); code = text.charCodeAt(++at)) {
      if (code < IDEOGRAPHIC_MARKS) isWord = true;
      else if (code < HANGUL) words += code < KANA ? 0 : 1;
      else if (code < WIDE_MARKS) isWord = true;
    }
    if (isWord) words++;
  }
  return words;
}

/** Where marks like `。` begin, then kana and ideographs, then syllables of Korean, which has spaces, and marks like `，`. */
const IDEOGRAPHIC_MARKS = 0x3000;
const KANA = 0x3041;
const HANGUL = 0xac00;
const WIDE_MARKS = 0xff00;

/** Whether the text begins with a lower-case letter, quotation marks and brackets aside. */
export function startsLower(text: string, offset: number): boolean {
  return classAt(text, skipOpening(text, offset)) === Class.lower;
}

/** Whether the text begins with a capital, quotation marks and brackets aside. */
export function startsUpper(text: string, offset: number): boolean {
  return classAt(text, skipOpening(text, offset)) === Class.capital;
}

function skipOpening(text: string, offset: number): number {
  let at = offset;
  while (at < offset + 4 && '"\'“‘([*_'.includes(text.charAt(at))) at++;
  return at;
}

const CLOSING = '"\'”’)]*_»）」』';

/** What ends a sentence, in any script. */
export const SENTENCE_ENDS = '.?!…。？！؟۔।';

/**
 * Whether a line that ends at `end` leaves its sentence open: it ends neither in one of `SENTENCE_ENDS` nor in a colon or
 * `--`, closing quotes and brackets aside.
 */
export function isUnfinished(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && CLOSING.includes(text.charAt(at - 1))) at--;
  if (at === start) return false;
  const last = text.charAt(at - 1);
  if (last === ':' || last === '：' || SENTENCE_ENDS.includes(last)) return false;
  return !(last === '-' && text.charAt(at - 2) === '-') && last !== '—';
}

/** What a UTF-16 unit is in a word, as bits: \p{Ll}, \p{Lu}, any other \p{L}, \p{M}, \p{Nd}, any other \p{N}. */
export const Class = { lower: 1, capital: 2, letter: 4, mark: 8, digit: 16, number: 32 } as const;

/** The bits of every letter, and of whatever goes on with a word. */
export const LETTER_BITS = Class.lower | Class.capital | Class.letter;
export const WORD_BITS = LETTER_BITS | Class.mark | Class.digit | Class.number;

const UNKNOWN = 255;
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

/** The bits of the character at `at`; 0 for one that is in no word, for half a surrogate pair, and outside of the text. */
export function classAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return 0;
  const code = text.charCodeAt(at);
  const known = CLASSES[code] as number;
  return known === UNKNOWN ? firstMet(code) : known;
}

function firstMet(code: number): number {
  const character = String.fromCharCode(code);
  const bits = /\p{L}/u.test(character)
    ? /\p{Ll}/u.test(character)
      ? Class.lower
      : /\p{Lu}/u.test(character)
        ? Class.capital
        : Class.letter
    : /\p{M}/u.test(character)
      ? Class.mark
      : /\p{Nd}/u.test(character)
        ? Class.digit
        : /\p{N}/u.test(character)
          ? Class.number
          : 0;
  CLASSES[code] = bits;
  return bits;
}

/** The letters, digits and `marks` that stand right before `end`, from `floor` on. */
export function wordEndingAt(text: string, end: number, floor: number, marks: string): string {
  let start = end;
  while (start > floor && ((classAt(text, start - 1) & WORD_BITS & ~Class.mark) !== 0 || marks.includes(text.charAt(start - 1)))) start--;
  return text.slice(start, end);
}

const MAY_BE_CAPITAL = /[A-Z\u0080-\uffff]/g;

/** The offset of the next capital from `from` on, or -1. Most of a text has none, so that this is how to look for names. */
export function nextCapital(text: string, from: number): number {
  MAY_BE_CAPITAL.lastIndex = from;
  while (MAY_BE_CAPITAL.test(text)) {
    const at = MAY_BE_CAPITAL.lastIndex - 1;
    if (classAt(text, at) === Class.capital) return at;
  }
  return -1;
}
