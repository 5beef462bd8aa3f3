/**
 * Which trigrams (three letters or digits in a row within a word, in lower case) stand in some texts: a Bloom filter, which
 * never misses one and takes a few for there that are not. With it a text is passed over that cannot hold what is searched
 * for, as in Cox, “Regular Expression Matching with a Trigram Index” (2012).
 */
export function trigramFilter(texts: Iterable<string>): Uint32Array {
  const found = new Set<number>();
  for (const text of texts) for (const trigram of trigramsOf(text)) found.add(trigram);
  const filter = new Uint32Array(2 ** Math.ceil(Math.log2((found.size * BITS_PER_TRIGRAM) / 32 + 1)));
  const mask = filter.length * 32 - 1;
  for (const trigram of found)
    for (let nth = 0; nth < BITS; nth++) {
      const bit = bitOf(trigram, nth) & mask;
      filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    }
  return filter;
}

/** With so much room and so many bits each, about one trigram in fifty is taken for there that is not. */
const BITS_PER_TRIGRAM = 8;
const BITS = 4;

/** The trigrams to look for when a text is searched for; empty where it has no word of three letters. */
export function trigramsOf(text: string): readonly number[] {
  const trigrams: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu))
    for (let at = 0; at + 2 < word.length; at++) trigrams.push(hashOf(word, at));
  return trigrams;
}

/** Whether the texts of a filter, `length` numbers from `start` on, may hold all of these trigrams. */
export function mayHold(words: Uint32Array, start: number, length: number, trigrams: readonly number[]): boolean {
  const mask = length * 32 - 1;
  for (const trigram of trigrams)
    for (let nth = 0; nth < BITS; nth++) {
      const bit = bitOf(trigram, nth) & mask;
      if ((((words[start + (bit >>> 5)] as number) >>> (bit & 31)) & 1) === 0) return false;
    }
  return true;
}

/** Double hashing, as in Kirsch and Mitzenmacher, “Less Hashing, Same Performance” (2006). */
function bitOf(trigram: number, nth: number): number {
  return trigram + nth * ((trigram >>> 15) | 1);
}

/** FNV-1a (Fowler, Noll and Vo) over three UTF-16 units. */
function hashOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let unit = at; unit < at + 3; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
