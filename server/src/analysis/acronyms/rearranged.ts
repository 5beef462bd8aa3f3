import type { RatedDefinition } from './accept';
import type { ShortForm } from './shortForms';
import { folded, type Word } from './words';

/** Shorter short forms would find their letters in too many names. */
const LEAST_LETTERS = 4;
const LEAST_WORDS = 3;
const MOST_LETTERS_LEFT = 1;
const QUALITY = 0.5;

/**
 * A name before a bracket whose initials are the letters of the short form in another order, as they are when it was
 * made of the name in another language or of an earlier name. Only of whole capitalised names, all of whose words
 * give a letter, the first two in their places, and with at most one letter of the short form left over.
 */
export function acceptRearranged(text: string, short: ShortForm, words: readonly Word[]): RatedDefinition | undefined {
  const spelling = short.spellings[0] ?? '';
  if (!/^\p{Lu}{4,12}$/u.test(spelling)) return undefined;
  const name = nameAtEnd(words);
  const initials = name.filter((word) => !word.small).map((word) => (word.forms[0] ?? '').charAt(0));
  const letters = [...folded(spelling)];
  const first = name[0];
  const last = name.at(-1);
  if (!first || !last || letters.length < LEAST_LETTERS || initials.length < LEAST_WORDS) return undefined;
  if (initials[0] !== letters[0] || initials[1] !== letters[1] || letters.length - initials.length > MOST_LETTERS_LEFT) return undefined;
  for (const initial of initials) {
    const at = letters.indexOf(initial);
    if (at < 0) return undefined;
    letters.splice(at, 1);
  }
  const shortEnd = short.start + spelling.length;
  const long = text.slice(first.start, last.end);
  return {
    short: spelling,
    long,
    kind: 'longThenBracketed',
    shortStart: short.start,
    shortEnd,
    longStart: first.start,
    longEnd: last.end,
    quality: QUALITY,
  };
}

/** The capitalised words at the end, with the small words between them. */
function nameAtEnd(words: readonly Word[]): readonly Word[] {
  let first = words.length;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] as Word;
    if (word.inserted || !(word.capital || word.small)) break;
    if (!word.small) first = at;
    if (word.afterComma) break;
  }
  const name = words.slice(first);
  return name.at(-1)?.small === false ? name : [];
}
