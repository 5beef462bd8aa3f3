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

export function isCapital(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(character);
}

export function isLower(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : LOWER.test(character);
}

export function isDigit(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? code >= 48 && code <= 57 : DIGIT.test(character);
}

export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? (code >= 65 && code <= 90) || (code >= 97 && code <= 122) : LETTER.test(character);
}

export function shapeOf(token: string): Shape {
  let capitals = 0;
  let lowers = 0;
  let digits = 0;
  for (let i = 0; i < token.length; i++) {
    const character = token.charAt(i);
    if (isCapital(character)) capitals++;
    else if (isLower(character)) lowers++;
    else if (isDigit(character)) digits++;
  }
  return { capitals, lowers, digits };
}

/** The longest run of capitals that is still read as an acronym; a longer one is a word that is shouted. */
const MOST_CAPITALS = 12;

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/**
 * Whether a token, without plural and possessive endings, has the shape of a short form: at least two capitals and
 * not more small letters than capitals (so that "MoJ", "DfT" and "mRNA" are in and "MacAdam" is out), or a capital
 * and a digit without small letters ("G15", "A2"). Roman numerals and "OK" are words.
 */
export function isAcronymShaped(token: string): boolean {
  const { capitals, lowers, digits } = shapeOf(token);
  if (capitals > MOST_CAPITALS || token === 'OK' || !isLetter(token.charAt(0))) return false;
  if (capitals >= 2) return lowers <= capitals && !(lowers === 0 && digits === 0 && ROMAN.test(token));
  return capitals === 1 && digits > 0 && lowers === 0 && isCapital(token.charAt(0));
}
