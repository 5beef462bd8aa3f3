/** What a document may have to do with a key: it defines or uses a short form, or has a person. */
export type Holds = 'defines' | 'uses' | 'person';

const SALT: Readonly<Record<Holds, number>> = { defines: 0x811c9dc5, uses: 0x050c5d1f, person: 0x1b873593 };

/**
 * A key as 32 bits: FNV-1a (Fowler, Noll and Vo) over its UTF-16 units. Two keys may be one number, so whoever finds a
 * document by it must look whether the document holds the key.
 */
export function corpusKey(holds: Holds, key: string): number {
  let hash = SALT[holds];
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The keys of a document: ascending, each once. */
export function corpusKeys(held: Readonly<Record<Holds, Iterable<string>>>): Uint32Array {
  const found = new Set<number>();
  for (const holds of Object.keys(SALT) as Holds[]) for (const key of held[holds]) found.add(corpusKey(holds, key));
  return Uint32Array.from(found).sort();
}

/** Whether a document with these keys may hold one. */
export function includesKey(keys: Uint32Array, key: number): boolean {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key;
}
