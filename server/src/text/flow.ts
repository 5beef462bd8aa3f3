import type { Span } from './span';
import { countWords } from './unicode';

/**
 * The text of a paragraph as a reader reads it: its physical lines joined by one space, or by nothing after a
 * hyphen at a line's end, with page breaks and page furniture gone. Keeps the way back to the document.
 */
export class Flow {
  private constructor(
    /** The joined text. */
    readonly text: string,
    /** For every piece: where it starts in `text`. */
    private readonly joinedAt: readonly number[],
    /** The pieces in the document, in order, not overlapping. */
    readonly pieces: readonly Span[],
  ) {}

  /** Joins the given stretches of `source`, which must be in order. Stretches are taken as they are, untrimmed. */
  static of(source: string, pieces: readonly Span[]): Flow {
    if (pieces.length === 1) {
      const only = pieces[0] as Span;
      return new Flow(source.slice(only.start, only.end), [0], pieces);
    }
    const parts: string[] = [];
    const joinedAt: number[] = [];
    let length = 0;
    let before: Span | undefined;
    for (const piece of pieces) {
      // Looks at the source and not at what is joined: a string that grows is copied whenever it is looked at.
      if (before && !endsInHyphenatedWord(source, before)) {
        parts.push(' ');
        length++;
      }
      joinedAt.push(length);
      parts.push(source.slice(piece.start, piece.end));
      length += piece.end - piece.start;
      before = piece;
    }
    return new Flow(parts.join(''), joinedAt, pieces);
  }

  /** The offset in the document of an index into `text`. An index on a joining space gives the end of the piece before it. */
  sourceAt(index: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.joinedAt[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    if (!piece) return 0;
    return Math.min(piece.end, piece.start + index - (this.joinedAt[low] ?? 0));
  }

  /** The index into `text` of an offset that stands inside a piece, or at its end. */
  indexOf(offset: number): number {
    const at = this.pieces.findIndex((piece) => offset <= piece.end);
    return (this.joinedAt[at] ?? 0) + offset - (this.pieces[at]?.start ?? 0);
  }

  /** The stretch of the document from the first to the last character of `text[start, end)`. */
  spanOf(start: number, end: number): Span {
    const from = this.sourceAt(start);
    return { start: from, end: end > start ? this.sourceAt(end - 1) + 1 : from };
  }
}

/** How many words a paragraph has, those that a line's end cuts at a hyphen counted once. Joins nothing. */
export function wordsOf(source: string, pieces: readonly Span[]): number {
  let words = 0;
  for (const [at, piece] of pieces.entries()) {
    words += countWords(source, piece.start, piece.end);
    if (at + 1 < pieces.length && endsInHyphenatedWord(source, piece)) words--;
  }
  return words;
}

/** Ends in a hyphen that is glued to a word ("co-"), as opposed to a dash that stands alone (" -", "--"). */
function endsInHyphenatedWord(source: string, { start, end }: Span): boolean {
  const last = source.charCodeAt(end - 1);
  if (last !== 45 && last !== 0x2010) return false;
  return /[\p{L}\p{N}].$/u.test(source.slice(Math.max(start, end - 3), end));
}
