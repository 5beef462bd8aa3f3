/**
 * A checksum of 32 bits over bytes: FNV-1a (Fowler, Noll and Vo) over whole words and then over the bytes that are left.
 * Tells damage and change, and nothing more; differs between machines that order the bytes of a word differently.
 */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  let at = 0;
  if (bytes.byteOffset % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
    for (const word of words) {
      hash = Math.imul(hash ^ word, 0x01000193);
      hash ^= hash >>> 15;
    }
    at = words.length * 4;
  }
  for (; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ bytes.length) >>> 0;
}
