import { singular, withoutPossessive } from './forms';
import { isAcronymShaped, isDigit, isLetter, shapeOf } from './shape';

/** A token that may be the short form of a definition; `start` and `end` are indices into the text. */
export interface ShortForm {
  readonly start: number;
  /** The end of the token as written, with its plural and possessive ending. */
  readonly end: number;
  /** What may be the short form, likelier first: the plural ending taken off, or as written. */
  readonly spellings: readonly string[];
  /**
   * `acronym`: capitals or digits say that it is one. `word`: it could be any word ("Defra"), so that every letter
   * must be accounted for by the beginnings of words.
   */
  readonly shape: 'acronym' | 'word';
}

const LONGEST = 18;
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}&+./,'’\u2010\u2011-]{0,30}[\p{L}\p{N}+])?/uy;

/** What a second part may follow: "Con A", "Ang II". */
const LEADS_PAIR = /^\p{Lu}\p{L}{1,3}$/u;

/** The short form that begins at `at`, with a second part where it has one ("Con A"). */
export function shortFormAt(text: string, at: number): ShortForm | undefined {
  TOKEN.lastIndex = at;
  const whole = TOKEN.exec(text)?.[0] ?? '';
  const token = whole.includes(',') ? (whole.split(/,(?!\d)/)[0] ?? '') : whole;
  const first = shortFormOf(token, at);
  const pair =
    first &&
    LEADS_PAIR.test(token) &&
    /^ (?:\p{Lu}|\d{1,2}|I{1,3}|IV|VI{0,3})(?![\p{L}\p{N}.'’-])/u.exec(text.slice(at + token.length, at + token.length + 6));
  return pair ? { ...first, end: first.end + pair[0].length, spellings: [token + pair[0]], shape: 'acronym' } : first;
}

/** The short form of one word that ends at `end`. */
export function shortFormBefore(text: string, end: number): ShortForm | undefined {
  let start = end;
  while (start > 0 && end - start <= LONGEST && isShortFormCharacter(text.charAt(start - 1))) start--;
  while (start < end && !isLetter(text.charAt(start)) && !isDigit(text.charAt(start))) start++;
  return shortFormOf(text.slice(start, end), start);
}

function isShortFormCharacter(character: string): boolean {
  return isLetter(character) || isDigit(character) || "-\u2010\u2011&/'’+".includes(character);
}

/** The short form that a token is, or undefined when it has not the shape of any. `start` is where the token stands. */
export function shortFormOf(token: string, start: number): ShortForm | undefined {
  if (token.length < 2 || token.length > LONGEST) return undefined;
  const bare = withoutPossessive(token);
  const one = singular(bare);
  const shape = shapeIn(one ?? bare);
  if (!shape) return undefined;
  return { start, end: start + token.length, spellings: one === undefined ? [bare] : [one, bare], shape };
}

/** The shape of a token without its endings. */
function shapeIn(bare: string): ShortForm['shape'] | undefined {
  const { capitals, lowers, digits } = shapeOf(bare);
  if (capitals + lowers < 1 || capitals + lowers + digits < 2) return undefined;
  if (capitals + digits >= 2 && capitals > 0) {
    if (lowers <= capitals + digits) return 'acronym';
    return bare.split(/[-\u2010\u2011/]/).some((part) => isAcronymShaped(part)) ? 'acronym' : 'word';
  }
  return capitals > 1 ? undefined : digits > 0 ? (capitals > 0 ? 'acronym' : undefined) : 'word';
}
