import { folded, isArticle, isPreposition, type Word } from './words';

/**
 * How the letters of a short form are found in the words of a long form. `first` and `last` are indices into the words
 * that were given; `quality` is 1 when every letter is the initial of a word and no word of weight is left over.
 */
export interface Alignment {
  readonly first: number;
  readonly last: number;
  readonly quality: number;
  /** Words of weight between the first and the last that give no letter. */
  readonly skipped: number;
  /** Words of weight that give no letter after the last that does. */
  readonly trailing: number;
  /** Letters found inside a word, and not in the run from its initial. */
  readonly inner: number;
}

/** Which end of the words is certain: the long form ends with the last word, or it begins with the first. */
export type FixedEnd = 'last' | 'first' | 'both';

const INITIAL = 3;
/** For a letter of an unbroken run from the initial: "Of" in "Office"; more when the run is long enough to be a syllable. */
const RUN = 1.6;
const SYLLABLE = 2;
const INNER = 0.7;
const SKIPPED_WORD = -2;
const SKIPPED_JOINED = -0.6;
const SKIPPED_INSERTED = -0.5;
const SKIPPED_NUMBER = -0.3;
const SKIPPED_CLAUSE_WORD = -5;
const COMMA = -0.3;
/** For a phrase with a preposition after the last word that gives a letter: "… Works Agency for the Near East". */
const TRAILING_PHRASE = -1.2;
const STARTS_SMALL = -1.5;
const STARTS_WITH_ARTICLE = -3;
const STARTS_INSIDE_TOKEN = -1.5;
const STARTS_INSIDE_NAME = -1.5;
const MOST_LETTERS = 16;
const MOST_SKIPPED_IN_A_ROW = 9;
/** For a final S that is only the plural ending of a last word without a letter of its own. */
const PLURAL_ENDING = -0.3;
const SHORTEST_WITH_PLURAL_ENDING = 5;

/** Words that make a clause, which the name of a thing is not. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  `is are was were be been has have had do does did will would shall should can could may might must not which that who whom whose this these
   those he she they we you it i me him them there here said says say when where while because if but so than then`.split(/\s+/),
);

/**
 * The best way to find the letters of `short` in `words`: a dynamic programme over (letter, word) from the end, in
 * which every letter begins a word, goes on in the word of the letter before it, or is not found at all; after
 * A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003),
 * but weighing all alignments instead of taking the shortest. The first letter must begin the first word.
 * Bounded: short forms have at most 16 letters and windows at most some thirty words.
 */
export function align(short: string, words: readonly Word[], fixed: FixedEnd): Alignment | undefined {
  let best: Alignment | undefined;
  for (const letters of spellings(short)) {
    const found = alignLetters(letters, words, fixed);
    if (found && (!best || found.quality > best.quality + 1e-9)) best = found;
  }
  return best;
}

interface Letter {
  readonly folded: string;
  readonly lower: boolean;
}

/** The letters of a short form; and where a digit can mean "so many times the letter beside it" ("W3C"), those letters written out. */
function spellings(short: string): readonly (readonly Letter[])[] {
  const plain = lettersOf(short);
  if (plain.length === 0 || plain.length > MOST_LETTERS) return [];
  const digit = /^(\D*?)([2-4])(\D*)$/.exec(short);
  if (!digit) return [plain];
  const [, before = '', count = '', after = ''] = digit;
  const repeated: string[] = [];
  if (before !== '') repeated.push(before + before.charAt(before.length - 1).repeat(Number(count) - 1) + after);
  if (after !== '') repeated.push(before + after.charAt(0).repeat(Number(count)) + after.slice(1));
  return [plain, ...repeated.map(lettersOf).filter((letters) => letters.length <= MOST_LETTERS)];
}

function lettersOf(short: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of short) {
    const plain = character === '&' ? '&' : folded(character);
    if (plain !== '') letters.push({ folded: plain, lower: character !== character.toUpperCase() });
  }
  return letters;
}

/** The best that can be done from a letter in a word on; a chain through `next`. */
interface Step {
  readonly score: number;
  readonly word: number;
  readonly last: number;
  readonly skipped: number;
  readonly trailing: number;
  readonly inner: number;
}

function alignLetters(letters: readonly Letter[], words: readonly Word[], fixed: FixedEnd): Alignment | undefined {
  const count = words.length;
  const initial = letters[0]?.folded ?? '';
  if (!(fixed === 'last' ? words : words.slice(0, 2)).some((word) => word.forms.some((form) => form.startsWith(initial)))) return undefined;
  const costs = words.map(skipCost);
  // steps[i][w]: letters from i on, the letter i being the initial of word w.
  const steps: (Step | undefined)[][] = letters.map(() => []);
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    for (let word = count - 1; word >= 0; word--) {
      const row = steps[letter] as (Step | undefined)[];
      row[word] = bestFrom(letters, letter, words, word, costs, steps, fixed);
    }
  }
  let best: { step: Step; score: number } | undefined;
  const [from, to] = fixed === 'last' ? [count - 1, 0] : [0, Math.min(1, count - 1)];
  for (let word = from; fixed === 'last' ? word >= to : word <= to; word += fixed === 'last' ? -1 : 1) {
    if (word > 0 && fixed !== 'last' && !isArticle(words[0] as Word)) break;
    const step = steps[0]?.[word];
    if (!step) continue;
    const score = step.score + startCost(words, word, fixed);
    if (!best || score > best.score + 1e-9) best = { step, score };
  }
  if (!best) return undefined;
  const { step, score } = best;
  return {
    first: step.word,
    last: step.last,
    quality: score / (INITIAL * letters.length),
    skipped: step.skipped,
    trailing: step.trailing,
    inner: step.inner,
  };
}

function bestFrom(
  letters: readonly Letter[],
  letter: number,
  words: readonly Word[],
  at: number,
  costs: readonly number[],
  steps: readonly (readonly (Step | undefined)[])[],
  fixed: FixedEnd,
): Step | undefined {
  const word = words[at] as Word;
  let best: Step | undefined;
  for (const form of word.forms) {
    let position = 0;
    let score = 0;
    let inner = 0;
    let run = 0;
    for (let taken = 1; letter + taken <= letters.length; taken++) {
      const { folded: wanted, lower } = letters[letter + taken - 1] as Letter;
      const found = taken === 1 ? (form.startsWith(wanted) ? 0 : -1) : form.indexOf(wanted, position);
      if (found < 0) break;
      if (taken === 1) score += initialScore(words, at, lower);
      else if (found === position && run === taken - 1) score += run >= 2 ? SYLLABLE : RUN;
      else {
        score += INNER;
        inner++;
      }
      if (found === position) run++;
      position = found + wanted.length;
      const whole = taken > 1 && position === form.length && run === taken;
      const here = whole ? INITIAL * taken : score;
      const rest = restAfter(letters, letter + taken, words, at, costs, steps, fixed);
      if (rest && (!best || here + rest.score > best.score + 1e-9)) {
        best = {
          score: here + rest.score,
          word: at,
          last: rest.last,
          skipped: rest.skipped,
          trailing: rest.trailing,
          inner: (whole ? 0 : inner) + rest.inner,
        };
      }
    }
  }
  return best;
}

function initialScore(words: readonly Word[], at: number, lower: boolean): number {
  const word = words[at] as Word;
  if (word.small) return lower || word.forms[0] === '&' ? INITIAL : isArticle(word) ? 1 : 2;
  return word.joined && !isLocant(words, at - 1) ? INITIAL - 0.3 : INITIAL;
}

/** Whether a word is a number or a letter in front of a hyphen, as in names of substances: short forms need not begin with it. */
export function isLocant(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.joined === true && /^(?:\d+|\p{L})$/u.test(words[at]?.forms[0] ?? '');
}

/** What follows the word `at` when the letters before `letter` are found: the next words, or the end. */
function restAfter(
  letters: readonly Letter[],
  letter: number,
  words: readonly Word[],
  at: number,
  costs: readonly number[],
  steps: readonly (readonly (Step | undefined)[])[],
  fixed: FixedEnd,
): Step | undefined {
  if (letter === letters.length) {
    const open = fixed === 'first';
    const trailing = open ? 0 : trailingCost(words, at, costs);
    if (trailing === undefined) return undefined;
    const left = open ? 0 : words.slice(at + 1).filter((_, after) => costs[at + 1 + after] === SKIPPED_WORD).length;
    return { score: trailing, word: at, last: open ? at : words.length - 1, skipped: 0, trailing: left, inner: 0 };
  }
  let best = letter === letters.length - 1 && fixed !== 'first' ? pluralEnding(letters, words, at, costs) : undefined;
  let cost = 0;
  let skipped = 0;
  for (let next = at + 1; next < words.length && next - at <= MOST_SKIPPED_IN_A_ROW + 1; next++) {
    if (next > at + 1) {
      cost += costs[next - 1] as number;
      if (costs[next - 1] === SKIPPED_WORD) skipped++;
    }
    if (words[next]?.afterComma) cost += COMMA;
    const step = steps[letter]?.[next];
    if (step && (!best || step.score + cost > best.score + 1e-9))
      best = { ...step, score: step.score + cost, skipped: step.skipped + skipped };
  }
  return best;
}

/** The final S of "ABCDS" as no more than the plural ending of the last word. */
function pluralEnding(letters: readonly Letter[], words: readonly Word[], at: number, costs: readonly number[]): Step | undefined {
  const last = words.length - 1;
  if (letters.length < SHORTEST_WITH_PLURAL_ENDING || last !== at + 1 || letters.at(-1)?.folded !== 's') return undefined;
  if (costs[last] !== SKIPPED_WORD || !/s$/.test(words[last]?.forms[0] ?? '')) return undefined;
  return { score: PLURAL_ENDING, word: last, last, skipped: 0, trailing: 0, inner: 1 };
}

function skipCost(word: Word): number {
  if (word.small) return 0;
  if (/^\d+$/.test(word.forms[0] ?? '')) return SKIPPED_NUMBER;
  if (CLAUSE_WORDS.has(word.forms[0] ?? '')) return SKIPPED_CLAUSE_WORD;
  if (word.inserted) return SKIPPED_INSERTED;
  return word.joined ? SKIPPED_JOINED : SKIPPED_WORD;
}

function trailingCost(words: readonly Word[], at: number, costs: readonly number[]): number | undefined {
  if (words.length - at - 1 > 9) return undefined;
  let sum = 0;
  for (let next = at + 1; next < words.length; next++) {
    if (costs[next] === SKIPPED_CLAUSE_WORD) return undefined;
    sum += costs[next] as number;
  }
  const after = words[at + 1];
  return sum < TRAILING_PHRASE && after && isPreposition(after) ? TRAILING_PHRASE : sum;
}

function startCost(words: readonly Word[], at: number, fixed: FixedEnd): number {
  const word = words[at] as Word;
  if (isArticle(word)) return STARTS_WITH_ARTICLE;
  if (word.small) return STARTS_SMALL;
  if (word.joined) return isLocant(words, at - 1) ? 0 : STARTS_INSIDE_TOKEN;
  const before = words[at - 1];
  const insideName =
    fixed === 'last' && before && at > 1 && word.capital && before.capital && !before.small && !before.shouted && !word.afterComma;
  return insideName ? STARTS_INSIDE_NAME : 0;
}
