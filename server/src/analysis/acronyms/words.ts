import { MOST_WORDS, remembered } from '../../text/remembered';
import { isApostrophe } from '../../text/unicode';
import { isDigit, isLetter, Kind, kindAt, shapeOf } from './shape';

/** A word of a possible long form; `start` and `end` are indices into the text, punctuation around it left out. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Its letters and digits in lower case without diacritics; other spellings of it ("7" for "seven"). */
  readonly forms: readonly string[];
  readonly capital: boolean;
  /** Whether it is written in capitals alone. */
  readonly shouted: boolean;
  /** An article, preposition or conjunction, which a short form may leave out. */
  readonly small: boolean;
  /** Whether it stands behind a hyphen, a slash or a change of case inside a longer token. */
  readonly joined: boolean;
  /** Whether a comma stands between it and the word before it. */
  readonly afterComma: boolean;
  /** Whether it stands between square brackets inside the long form. */
  readonly inserted: boolean;
}

/** How far a long form may reach, in tokens and in UTF-16 units, whatever its short form. */
const MOST_TOKENS = 18;
const MOST_CHARACTERS = 320;
const LONGEST_TOKEN = 90;

const SMALL: ReadonlySet<string> = new Set(
  `a an the of for and or in on to at by with from into as per via against between within under upon over
   & de la le les des du d l et en pour au aux sur del di della der die das und von y e el da do dos das`.split(/\s+/),
);
const ARTICLES: ReadonlySet<string> = new Set('a an the'.split(' '));
const PREPOSITIONS: ReadonlySet<string> = new Set('of for in on to at with from against into within under by'.split(' '));

export function isArticle(word: Word): boolean {
  return ARTICLES.has(word.forms[0] ?? '');
}

export function isPreposition(word: Word): boolean {
  return PREPOSITIONS.has(word.forms[0] ?? '');
}

/**
 * The words that end at `end`, in order, back to the first place over which a long form cannot reach: the end of a
 * sentence, a bracket, a dash, a colon.
 */
export function wordsBefore(text: string, end: number): readonly Word[] {
  const tokens: Stretch[] = [];
  const first = Math.max(0, end - MOST_CHARACTERS);
  let at = end;
  while (tokens.length < MOST_TOKENS) {
    while (at > first && isGap(text, at - 1)) at--;
    let start = at;
    while (start > first && !isBreak(text, start - 1)) start--;
    if (start === at || (start === first && first > 0) || at - start > LONGEST_TOKEN || isAddress(text, start, at)) break;
    const inside = openedWithin(text, start, at);
    if (inside > start) {
      if (inside < at) tokens.unshift({ start: inside, end: at });
      break;
    }
    if (tokens.length > 0 ? endsSentence(text, start, at) : /[;:?!)]/.test(text.charAt(at - 1)) && !isClosedInside(text, start, at)) break;
    if (isDash(text, start, at) || (tokens.length > 0 && closesBracket(text, start, at))) break;
    tokens.unshift({ start, end: at });
    if (isOpeningQuote(text, start)) break;
    at = start;
  }
  return wordsIn(text, tokens);
}

/** The words from `start`, in order, up to the first place over which a long form cannot reach, at most up to `limit`. */
export function wordsAfter(text: string, start: number, limit = text.length): readonly Word[] {
  const tokens: Stretch[] = [];
  const last = Math.min(limit, start + MOST_CHARACTERS);
  let at = start;
  while (tokens.length < MOST_TOKENS) {
    while (at < last && isGap(text, at)) at++;
    let end = at;
    while (end < last && !isBreak(text, end)) end++;
    if (end === at || end - at > LONGEST_TOKEN || isDash(text, at, end) || text.charAt(at) === '(' || isAddress(text, at, end)) break;
    if (end === last && last < limit) break;
    tokens.push({ start: at, end });
    if (
      endsSentence(text, at, end) ||
      (text.charAt(end - 1) === ')' && !isClosedInside(text, at, end)) ||
      '"”»'.includes(text.charAt(end - 1))
    )
      break;
    at = end;
  }
  return wordsIn(text, tokens);
}

/** The words of all tokens. */
function wordsIn(text: string, tokens: readonly Stretch[]): readonly Word[] {
  const words: Word[] = [];
  for (const token of tokens) takeWords(text, token, words);
  return words;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff;
}

/** White space, or a dash that joins nothing even where no space stands beside it. */
function isBreak(text: string, at: number): boolean {
  const character = text.charAt(at);
  return isGap(text, at) || character === '—' || (character === '-' && (text.charAt(at + 1) === '-' || text.charAt(at - 1) === '-'));
}

/** The place just after the last round bracket that opens in the token and does not close in it, or -1. */
function openedWithin(text: string, start: number, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= start; at--) {
    const character = text.charAt(at);
    if (character === ')') depth++;
    else if (character === '(' && depth-- === 0) return at + 1;
  }
  return -1;
}

function closesBracket(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last >= start && text.charAt(last) !== ')' && !isWordCharacter(text, last)) last--;
  return last >= start && text.charAt(last) === ')' && !isClosedInside(text, start, end);
}

/** Whether a round bracket that closes in the token also opens in it, glued to a letter: "poly(ADP)", "co(-)operation". */
function isClosedInside(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (text.charAt(at) === '(') return text.charAt(start) !== '(';
  return false;
}

const ABBREVIATION =
  /^["'“‘([]*(?:\p{L}\.)+$|^["'“‘([]*(?:St|Dr|Mr|Mrs|Ms|No|vs|Inc|Ltd|Co|Corp|Dept|Gov|Gen|Nat|Natl|Int|Intl|Univ|E|sp|spp|subsp|var|cf|al)\.$/u;

function endsSentence(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  if (last === ';' || last === ':' || last === '?' || last === '!') return true;
  if (last === '.') return !ABBREVIATION.test(text.slice(start, end));
  return !isWordCharacter(text, end - 1) && /[.?!;:]["'”’)\]*_]+$/.test(text.slice(Math.max(start, end - 4), end));
}

function isDash(text: string, start: number, end: number): boolean {
  return end - start <= 3 && !isWordCharacter(text, start) && /^[-–—\u2010-\u2015*•·=|/\\~…]+$/.test(text.slice(start, end));
}

/** Whether the token is an address or a piece of code, in which no long form is. */
function isAddress(text: string, start: number, end: number): boolean {
  return /:\/\/|@|\]\(|[<>{}]|\(\)/.test(text.slice(start, end));
}

function isOpeningQuote(text: string, start: number): boolean {
  return '"“«‘'.includes(text.charAt(start));
}

/** A hyphen, an en dash, a slash, a middle dot. */
function isSeparator(code: number): boolean {
  return code === 45 || code === 47 || code === 0xb7 || code === 0x2010 || code === 0x2011 || code === 0x2013;
}

/** The words of one token: cut at hyphens and slashes, after an elided article ("d’Or") and where case changes inside ("RiverWatch"). */
function takeWords(text: string, token: Stretch, words: Word[]): void {
  let { start, end } = token;
  while (start < end && !isWordCharacter(text, start) && text.charAt(start) !== '&') start++;
  while (end > start && !isWordCharacter(text, end - 1) && text.charAt(end - 1) !== '&' && text.charAt(end - 1) !== '+') end--;
  if (start === end) return;
  const first = words.length;
  const inserted =
    text.slice(token.start, start).includes('[') || (text.slice(end, token.end).includes(']') && !text.slice(start, end).includes('['));
  const afterComma = commaBefore(text, token.start);
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isCut(text, start, at)) continue;
    const stop = at;
    if (stop > from) {
      const word = wordAt(text, from, stop, words.length > first, afterComma && words.length === first, inserted);
      if (word) words.push(word);
    }
    from = isSeparator(text.charCodeAt(at)) || isElision(text, start, at) ? at + 1 : at;
  }
}

function isCut(text: string, start: number, at: number): boolean {
  if (isSeparator(text.charCodeAt(at))) return true;
  if (at === start) return false;
  return isElision(text, start, at) || (kindAt(text, at) === Kind.capital && kindAt(text, at - 1) === Kind.lower);
}

function isElision(text: string, start: number, at: number): boolean {
  return at - start === 1 && isApostrophe(text.charCodeAt(at)) && /[dlDL]/.test(text.charAt(start)) && isLetter(text.charAt(at + 1));
}

function commaBefore(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && start - at < 6 && isGap(text, at)) at--;
  return text.charAt(at) === ',' || (text.charAt(at - 1) === ',' && /["'”’]/.test(text.charAt(at)));
}

function wordAt(text: string, start: number, end: number, joined: boolean, afterComma: boolean, inserted: boolean): Word | undefined {
  const { forms, capital, shouted, small } = writtenWord(text.slice(start, end));
  return forms.length === 0 ? undefined : { start, end, forms, capital, shouted, small, joined, afterComma, inserted };
}

/** What a word is wherever it stands; without forms where it has neither letters nor digits. */
const writtenWord = remembered(MOST_WORDS, (written): Pick<Word, 'forms' | 'capital' | 'shouted' | 'small'> => {
  const plain = written === '&' ? written : folded(written);
  const { capitals, lowers } = shapeOf(written);
  return {
    forms: plain === '' ? [] : formsOf(plain),
    capital: kindAt(written, 0) === Kind.capital,
    shouted: capitals >= 2 && lowers === 0,
    small: SMALL.has(plain),
  };
});

const GREEK: ReadonlyMap<string, string> = new Map(
  'α a β b γ g δ d ε e ζ z η e θ t κ k λ l μ m µ m π p ρ r σ s τ t φ p χ c ψ p ω o'
    .split(' ')
    .reduce<[string, string][]>((pairs, item, at, all) => {
      if (at % 2 === 0) pairs.push([item, all[at + 1] ?? '']);
      return pairs;
    }, []),
);

/** Letters and digits alone, in lower case, without diacritics; Greek letters as the Latin ones that stand for them. */
export function folded(written: string): string {
  let result = '';
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) result += written.charAt(i);
    else if (code >= 65 && code <= 90) result += String.fromCharCode(code + 32);
    else if (code >= 128) {
      const plain = written.charAt(i).normalize('NFD').toLowerCase().charAt(0);
      if (isLetter(plain) || isDigit(plain)) result += GREEK.get(plain) ?? plain;
    }
  }
  return result;
}

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((name, value): [string, string] => [name, String(value)]),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((name, at): [string, string] => [name, String(30 + 10 * at)]),
  ...'i ii iii iv v vi vii viii ix x'.split(' ').map((name, at): [string, string] => [name, String(at + 1)]),
]);

function formsOf(plain: string): readonly string[] {
  const number = NUMBERS.get(plain);
  if (number !== undefined) return [plain, number];
  if (plain.startsWith('ex') && plain.length > 4) return [plain, plain.slice(1)];
  if (plain.startsWith('trans') && plain.length > 7) return [plain, 'x' + plain.slice(5)];
  return plain === 'and' ? ['and', '&'] : plain === '&' ? ['&', 'and'] : [plain];
}

function isWordCharacter(text: string, at: number): boolean {
  return kindAt(text, at) !== Kind.other;
}
