import { Class, classAt } from '../../text/unicode';

/** What a token says about itself by its letters. */
export interface Shape {
  readonly capitals: number;
  readonly lowers: number;
  readonly digits: number;
}

/** What a character is in a token. `letter`: one without case. */
export const Kind = { other: 0, lower: 1, capital: 2, digit: 3, letter: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** By the bits of `Class`. */
const KINDS: readonly Kind[] = Array.from({ length: 64 }, (_, bits) =>
  bits === Class.lower
    ? Kind.lower
    : bits === Class.capital
      ? Kind.capital
      : bits === Class.letter
        ? Kind.letter
        : bits === Class.digit
          ? Kind.digit
          : Kind.other,
);

/** The kind of the character at `at`; `other` outside of the text. */
export function kindAt(text: string, at: number): Kind {
  return KINDS[classAt(text, at)] as Kind;
}

export function isCapital(character: string): boolean {
  return kindAt(character, 0) === Kind.capital;
}

export function isLower(character: string): boolean {
  return kindAt(character, 0) === Kind.lower;
}

export function isDigit(character: string): boolean {
  return kindAt(character, 0) === Kind.digit;
}

export function isLetter(character: string): boolean {
  const kind = kindAt(character, 0);
  return kind !== Kind.other && kind !== Kind.digit;
}

export function shapeOf(token: string): Shape {
  let capitals = 0;
  let lowers = 0;
  let digits = 0;
  for (let i = 0; i < token.length; i++) {
    const kind = kindAt(token, i);
    if (kind === Kind.capital) capitals++;
    else if (kind === Kind.lower) lowers++;
    else if (kind === Kind.digit) digits++;
  }
  return { capitals, lowers, digits };
}

/** The longest run of capitals that is still read as an acronym; a longer one is a word that is shouted. */
const MOST_CAPITALS = 12;

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/**
 * Whether a token, without plural and possessive endings, has the shape of a short form: at least two capitals and
 * not more small letters than capitals (so that "MoR", "DfT" and "mRNA" are in and "MacAdam" is out), or a capital
 * and a digit without small letters ("B12", "A2"). Roman numerals and "OK" are words.
 */
export function isAcronymShaped(token: string): boolean {
  const { capitals, lowers, digits } = shapeOf(token);
  if (capitals > MOST_CAPITALS || token === 'OK' || !isLetter(token.charAt(0))) return false;
  if (capitals >= 2) return lowers <= capitals && !(lowers === 0 && digits === 0 && ROMAN.test(token));
  return capitals === 1 && digits > 0 && lowers === 0 && isCapital(token.charAt(0));
}
