/** What a token says about itself by its letters. */
export interface Shape {
  readonly capitals: number;
  readonly lowers: number;
  readonly digits: number;
}

const CAPITAL = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** What a character is in a token. `letter`: one without case. */
export const Kind = { other: 0, lower: 1, capital: 2, digit: 3, letter: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const ASCII = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 97 && code <= 122 ? Kind.lower : code >= 65 && code <= 90 ? Kind.capital : code >= 48 && code <= 57 ? Kind.digit : Kind.other,
);

/** The kind of the character at `at`; `other` outside of the text. */
export function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] as Kind;
  if (Number.isNaN(code)) return Kind.other;
  const character = text.charAt(at);
  if (LOWER.test(character)) return Kind.lower;
  if (CAPITAL.test(character)) return Kind.capital;
  if (DIGIT.test(character)) return Kind.digit;
  return LETTER.test(character) ? Kind.letter : Kind.other;
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
