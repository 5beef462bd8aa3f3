import { isSpace } from '../../text/unicode';
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

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Longest gap between two words of a name: two particles. */
const LONGEST_GAP = 10;

/**
 * The runs of capitals of a joined text, in order, without function words ("Yes Sara" gives "Sara"). Linear in the text.
 */
export function capitalRuns(text: string): readonly CapitalRun[] {
  const runs: CapitalRun[] = [];
  let row: Capital[] = [];
  for (const match of text.matchAll(CAPITAL)) {
    const last = row.at(-1);
    const particles = last ? joining(text, last, match.index) : undefined;
    if (particles === undefined && row.length > 0) {
      cutAtFunctionWords(text, row, runs);
      row = [];
    }
    row.push(capital(match[0], match.index, particles ?? ''));
  }
  if (row.length > 0) cutAtFunctionWords(text, row, runs);
  return runs;
}

function capital(written: string, start: number, particles: string): Capital {
  const length = written.length;
  const possessive = length > 2 && written.charCodeAt(length - 1) === 115 && (written[length - 2] === "'" || written[length - 2] === '’');
  const word = possessive ? written.slice(0, -2) : written;
  return { word, folded: fold(word), start, end: start + length, possessive, particles };
}

function fold(word: string): string {
  return /^[a-zA-Z]*$/.test(word) ? word.toLowerCase() : personKey(word);
}

/** The particles between two words of one run, '' for none; undefined when they are not neighbours. */
function joining(text: string, last: Capital, start: number): string | undefined {
  const length = start - last.end;
  if (length === 0 || length > LONGEST_GAP || last.possessive) return undefined;
  let gap = text.slice(last.end, start);
  if (gap === ' ') return '';
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

const SKIPPED = new Set(' \t"\'“‘([*_•'.split(''));

/** Whether a word that starts at `offset` begins a sentence, a quotation or an entry. */
export function opensSentence(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && SKIPPED.has(text.charAt(at))) at--;
  if (at < 0) return true;
  const last = text.charAt(at);
  if ('.?!:…—'.includes(last) || last === '”' || last === '’') return !(last === '.' && isAbbreviated(text, at));
  return last === '-' && (text.charAt(at - 1) === '-' || at < 2);
}

function isAbbreviated(text: string, stop: number): boolean {
  return /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|Hon|\p{Lu})$/u.test(text.slice(Math.max(0, stop - 5), stop));
}
