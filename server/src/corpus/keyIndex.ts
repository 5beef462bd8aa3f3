import type { Summary } from '../analysis/summary';

/** How many keys share a bucket on average. */
const PER_BUCKET = 2;

/**
 * Which of some documents hold a key. The keys of all lie in buckets, side by side in two arrays (as in a compressed
 * sparse row), which takes eight bytes for each key of each document, and time that grows with their number.
 */
export class KeyIndex {
  private readonly documents: readonly Summary[];
  /** Where each bucket begins in `keys`, and where the last one ends. */
  private readonly starts: Uint32Array;
  private readonly keys: Uint32Array;
  /** Index into `documents` of who holds the key. */
  private readonly holders: Uint32Array;
  private readonly mask: number;

  constructor(documents: Iterable<Summary>) {
    this.documents = [...documents];
    const keysOf = this.documents.map((document) => document.keys);
    const count = keysOf.reduce((sum, keys) => sum + keys.length, 0);
    const buckets = 2 ** Math.ceil(Math.log2(count / PER_BUCKET + 1));
    this.mask = buckets - 1;
    this.starts = new Uint32Array(buckets + 1);
    this.keys = new Uint32Array(count);
    this.holders = new Uint32Array(count);
    const add = (bucket: number, more: number): number => (this.starts[bucket] = (this.starts[bucket] as number) + more);
    // First how many keys each bucket holds, then where each ends, and, filled from there, where each begins.
    for (const keys of keysOf) for (const key of keys) add(key & this.mask, 1);
    for (let bucket = 1; bucket <= buckets; bucket++) add(bucket, this.starts[bucket - 1] as number);
    for (const [document, keys] of keysOf.entries())
      for (const key of keys) {
        const place = add(key & this.mask, -1);
        this.keys[place] = key;
        this.holders[place] = document;
      }
  }

  /** The documents that hold a key: see `corpusKey`. */
  *holding(key: number): Generator<Summary> {
    const bucket = key & this.mask;
    const end = this.starts[bucket + 1] as number;
    for (let at = this.starts[bucket] as number; at < end; at++)
      if (this.keys[at] === key) yield this.documents[this.holders[at] as number] as Summary;
  }
}
