import type { Span } from './span';

/**
 * Finds a word, or one character of a class (a global expression), in stretches of a text that are asked for from front to
 * back, over which it goes once, as fast as the engine looks for it. Stretches in another order are answered too.
 */
export class Finder {
  private next: number;
  private from = 0;

  constructor(
    private readonly text: string,
    private readonly wanted: string | RegExp,
  ) {
    this.next = this.find(0);
  }

  /** Whether it begins in the stretch. */
  isIn({ start, end }: Span): boolean {
    if (start < this.from || this.next < start) this.next = this.find(start);
    return this.next < end;
  }

  private find(from: number): number {
    this.from = from;
    const at = typeof this.wanted === 'string' ? this.text.indexOf(this.wanted, from) : lastIndexOf(this.wanted, this.text, from) - 1;
    return at < 0 ? Infinity : at;
  }
}

/** Where the first match from `from` on ends, or 0. */
function lastIndexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return pattern.lastIndex;
}
