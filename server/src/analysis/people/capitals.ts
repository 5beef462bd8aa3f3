import { Class, classAt, isApostrophe, isSpace, LETTER_BITS, nextCapital, WORD_BITS } from '../../text/unicode';
import { MOST_WORDS, remembered } from '../../text/remembered';
import { isAbbreviation, isFunctionWord } from './nameWords';
import { PARTICLES, personKey } from './personKey';

/** A word with a capital, in a joined text. */
export interface Capital {
  /** Without its possessive ending and final full stop. */
  readonly word: string;
  /** As `personKey` folds it. */
  readonly folded: string;
  readonly start: number;
  /** After the possessive ending, before a final full stop. */
  readonly end: number;
  readonly possessive: boolean;
  /** Particles between this word and the one before: "van der" in "Ms van der Berg"; folded. */
  readonly particles: string;
}

/** Neighbouring capitals with nothing but spaces, full stops of abbreviations, and particles between them. */
export interface CapitalRun {
  readonly words: readonly Capital[];
  /** Whether the first word begins a sentence, where its capital says nothing. */
  readonly opensSentence: boolean;
  /** A capitalised function word that stands right before the run: "The", "As". */
  readonly after: string;
  /** Whether a function word in the run's row follows it: "Sara I believe". */
  readonly beforeFunctionWord: boolean;
}

/** Longest gap between two words of a name: two particles. */
const LONGEST_GAP = 10;

/**
 * The runs of capitals of a joined text, in order, without function words ("Yes Sara" gives "Sara"). Linear in the text.
 */
export function capitalRuns(text: string): readonly CapitalRun[] {
  const runs: CapitalRun[] = [];
  let row: Capital[] = [];
  for (let start = nextWord(text, 0); start >= 0; start = nextWord(text, (row.at(-1) as Capital).end)) {
    const last = row.at(-1);
    const particles = last ? joining(text, last, start) : undefined;
    if (particles === undefined && row.length > 0) {
      cutAtFunctionWords(text, row, runs);
      row = [];
    }
    row.push(capital(text, start, particles ?? ''));
  }
  if (row.length > 0) cutAtFunctionWords(text, row, runs);
  return runs;
}

/** The offset of the next capital that begins a word, or -1. */
function nextWord(text: string, from: number): number {
  let at = nextCapital(text, from);
  while (at >= 0 && (classAt(text, at - 1) & BEFORE_WORD) !== 0) at = nextCapital(text, at + 1);
  return at;
}

const BEFORE_WORD = LETTER_BITS | Class.digit | Class.number;

/** The word that begins at `start`: letters, marks and numbers, with apostrophes and hyphens between them. */
function capital(text: string, start: number, particles: string): Capital {
  let end = start;
  do {
    do end++;
    while ((classAt(text, end) & WORD_BITS) !== 0);
  } while (isConnector(text.charCodeAt(end)) && (classAt(text, end + 1) & WORD_BITS) !== 0);
  const possessive = end - start > 2 && text.charCodeAt(end - 1) === 115 && isApostrophe(text.charCodeAt(end - 2));
  const word = text.slice(start, possessive ? end - 2 : end);
  return { word, folded: fold(word), start, end, possessive, particles };
}

function isConnector(code: number): boolean {
  return code === 45 || isApostrophe(code);
}

const fold = remembered(MOST_WORDS, personKey);

/** The particles between two words of one run, '' for none; undefined when they are not neighbours. */
function joining(text: string, last: Capital, start: number): string | undefined {
  const length = start - last.end;
  if (length === 0 || length > LONGEST_GAP || last.possessive) return undefined;
  if (length === 1 && text.charCodeAt(last.end) === 32) return '';
  let gap = text.slice(last.end, start);
  if (gap.startsWith('.')) {
    if (last.word.length > 1 && !isAbbreviation(last.folded)) return undefined;
    gap = gap.slice(1);
  }
  const between = gap.trim();
  if (between === '') return gap.length <= 2 ? '' : undefined;
  if (!isSpace(gap.charCodeAt(0)) || !isSpace(gap.charCodeAt(gap.length - 1))) return undefined;
  return between.split(' ').every((word) => PARTICLES.has(word)) ? between : undefined;
}

function cutAtFunctionWords(text: string, row: readonly Capital[], runs: CapitalRun[]): void {
  let from = 0;
  for (let index = 0; index <= row.length; index++) {
    const word = row[index];
    if (word && !isFunctionWord(lowerOf(word))) continue;
    if (index > from) {
      const words = row.slice(from, index);
      const after = from > 0 ? lowerOf(row[from - 1] as Capital) : '';
      runs.push({
        words,
        opensSentence: from === 0 && opensSentence(text, (words[0] as Capital).start),
        after,
        beforeFunctionWord: word !== undefined,
      });
    }
    from = index + 1;
  }
}

function lowerOf(word: Capital): string {
  return word.possessive ? `${word.folded}'s` : word.folded;
}

const SKIPPED = ' \t"\'“‘([*_•';

/** Whether a word that starts at `offset` begins a sentence, a quotation or an entry. */
export function opensSentence(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && SKIPPED.includes(text.charAt(at))) at--;
  if (at < 0) return true;
  const last = text.charAt(at);
  if ('.?!:…—”’'.includes(last)) return !(last === '.' && isAbbreviated(text, at));
  return last === '-' && (text.charAt(at - 1) === '-' || at < 2);
}

function isAbbreviated(text: string, stop: number): boolean {
  let start = stop;
  while (start > stop - 5 && (classAt(text, start - 1) & LETTER_BITS) !== 0) start--;
  if (classAt(text, start) !== Class.capital) return false;
  return /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|Hon|\p{Lu})$/u.test(text.slice(Math.max(0, stop - 5), stop));
}
