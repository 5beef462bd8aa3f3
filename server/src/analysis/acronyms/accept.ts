import type { DefinitionKind } from '../summary';
import { align, isLocant, type Alignment, type FixedEnd } from './align';
import type { FoundDefinition } from './found';
import { shapeOf } from './shape';
import type { ShortForm } from './shortForms';
import { folded, type Word } from './words';

/** How plainly the words around say that there is a definition, and so how much the letters may leave open. */
export type Evidence = 'plain' | 'apposition' | 'weak';

const LEAST_QUALITY: Readonly<Record<Evidence, number>> = { plain: 0.6, apposition: 0.8, weak: 0.88 };

/** For short forms of two letters, which any two words may have by chance. */
const LEAST_OF_TWO = 0.75;

/** For a long form of a single word ("tuberculosis"), of which only the first letter is certain. */
const LEAST_OF_ONE_WORD = 0.42;

const LEAST_OF_A_WORD = 0.7;

/** For names, whose capitals say where they begin; and for long short forms, whose letters agree less by chance. */
const LEAST_OF_A_NAME = 0.7;
const LEAST_OF_MANY = 0.54;

export interface Pairing {
  readonly short: ShortForm;
  readonly words: readonly Word[];
  readonly fixed: FixedEnd;
  readonly evidence: Evidence;
  readonly kind: DefinitionKind;
}

export interface RatedDefinition extends FoundDefinition {
  readonly quality: number;
}

/** The definition that joins the short form with the best of the words, if their letters match well enough. */
export function accept(text: string, { short, words, fixed, evidence, kind }: Pairing): RatedDefinition | undefined {
  if (words.length === 0) return undefined;
  for (const spelling of short.spellings) {
    const found = align(spelling, words, fixed);
    if (!found || !matches(spelling, short.shape, found, words, evidence)) continue;
    const long = stretchOf(text, words, found);
    if (!long) continue;
    const shortEnd = short.start + spelling.length;
    return {
      short: spelling,
      long: text.slice(long.start, long.end),
      kind,
      shortStart: short.start,
      shortEnd,
      longStart: long.start,
      longEnd: long.end,
      quality: found.quality,
    };
  }
  return undefined;
}

function matches(short: string, shape: ShortForm['shape'], found: Alignment, words: readonly Word[], evidence: Evidence): boolean {
  const long = words.slice(found.first, found.last + 1);
  const { capitals, lowers, digits } = shapeOf(short);
  const letters = capitals + lowers + digits;
  const weighty = long.filter((word) => !word.small && !word.joined).length;
  if (weighty > 2 * letters + 2 || saysTheSame(short, long)) return false;
  if (shape === 'word') return matchesWord(found, long, capitals, letters, evidence);
  if (evidence !== 'plain' && !isUnforced(short, found, long, letters)) return false;
  if (long.filter((word, at) => !word.small && !isLocant(long, at)).length < 2)
    return evidence === 'plain' && matchesOneWord(found, words, letters);
  if (evidence === 'apposition' && isName(long) && letters >= 4) return found.quality >= LEAST_OF_A_NAME;
  if (evidence === 'plain' && letters >= 6) return found.quality >= LEAST_OF_MANY;
  return found.quality >= Math.max(LEAST_QUALITY[evidence], letters === 2 ? LEAST_OF_TWO : 0);
}

/** Whether the long form holds the short form itself as a word, or begins with the same letters: then it expands nothing. */
function saysTheSame(short: string, long: readonly Word[]): boolean {
  const spelled = folded(short);
  if (long.some((word) => word.forms[0] === spelled)) return true;
  return (
    spelled.length >= LONG_ENOUGH_TO_COMPARE &&
    long
      .map((word) => word.forms[0] ?? '')
      .join('')
      .startsWith(spelled)
  );
}

/** In letters: shorter beginnings are the same by the nature of an acronym ("ID", identification). */
const LONG_ENOUGH_TO_COMPARE = 5;

/**
 * Whether nothing but the letters has to be believed: no word of weight is left out (one may be in a name), and an
 * acronym among the words ("FDIC Improvement Act") is there with all its letters.
 */
function isUnforced(short: string, found: Alignment, long: readonly Word[], letters: number): boolean {
  if (long.every((word) => word.shouted || word.small)) return false;
  if (found.skipped > (isName(long) && letters >= 4 ? 1 : 0)) return false;
  const spelled = folded(short);
  return long.every((word) => !word.shouted || spelled.includes(word.forms[0] ?? ''));
}

function isName(long: readonly Word[]): boolean {
  return long.every((word) => word.capital || word.small || word.joined);
}

/** "Unesco", "Ofgas" and the like: no word of weight left out, no letter from the middle of a word. */
function matchesWord(found: Alignment, long: readonly Word[], capitals: number, letters: number, evidence: Evidence): boolean {
  if (evidence === 'weak' || letters < 3 || found.skipped > 0 || found.trailing > 0 || found.inner > 0) return false;
  if (long.filter((word) => !word.small).length < 2) return false;
  return found.quality >= (capitals === 0 ? 0.95 : LEAST_OF_A_WORD);
}

function matchesOneWord(found: Alignment, words: readonly Word[], letters: number): boolean {
  const at = isLocant(words, found.first) ? found.first + 1 : found.first;
  const word = words[at];
  const before = words[at - 1];
  if (!word || (word.capital && before?.capital === true)) return false;
  return (word.forms[0] ?? '').length >= 2.5 * letters && found.quality >= (letters === 2 ? 0.6 : LEAST_OF_ONE_WORD);
}

/** Where the long form stands: whole tokens where only a number or a letter is cut off, with its own square brackets. */
function stretchOf(text: string, words: readonly Word[], found: Alignment): { readonly start: number; readonly end: number } | undefined {
  let first = found.first;
  while (words[first]?.joined && (words[first - 1]?.forms[0] ?? '').length <= 2 && first > 0) first--;
  if (words[first]?.joined) first = found.first;
  let last = found.last;
  while (words[last + 1]?.joined && (words[last + 1]?.forms[0] ?? '').length <= 2) last++;
  let start = (words[first] as Word).start;
  let end = endOf(text, words[last] as Word);
  const inside = text.slice(start, end);
  const opens = count(inside, '[');
  const closes = count(inside, ']');
  if (opens > closes && text.charAt(end) === ']') end++;
  else if (closes > opens && text.charAt(start - 1) === '[') start--;
  else if (opens !== closes) return undefined;
  while (text.charAt(end) === ')' && count(text.slice(start, end), '(') > count(text.slice(start, end), ')')) end++;
  return { start, end };
}

/** The end of a word, without a possessive ending. */
function endOf(text: string, word: Word): number {
  return /['’]s$/.test(text.slice(Math.max(word.start, word.end - 2), word.end)) ? word.end - 2 : word.end;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
