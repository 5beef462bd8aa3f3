import { MOST_WORDS, remembered } from '../text/remembered';
import type { Span } from '../text/span';

/** A word of a label, with its offsets in the text read. */
export interface Word extends Span {
  readonly text: string;
}

/** What a word of a name looks like. */
export const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}\d'’™.-]*|[dDlLO]['’]\p{L}[\p{L}'’-]*)$/u;

/** A word as the tables of titles and offices have it: in lower case, without a final full stop, its apostrophes straight. */
export const foldedWord = remembered(MOST_WORDS, (word) => word.toLowerCase().replace(/\.$/, '').replace(/’/g, "'"));

/** The words from `start` to `end`, parted by white space and marks of emphasis. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  const pattern = /[^\s*_]+/g;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    words.push({ text: match[0].slice(0, end - match.index), start: match.index, end: Math.min(end, match.index + match[0].length) });
  }
  return words;
}
