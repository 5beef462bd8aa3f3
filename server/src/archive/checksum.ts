/**
 * A checksum of 32 bits over bytes: FNV-1a (Fowler, Noll and Vo) over whole words and then over the bytes that are left.
 * Tells damage and change, and nothing more; differs between machines that order the bytes of a word differently. It is
 * the same for bytes in several pieces, where each but the last is a multiple of four long.
 */
export function checksum(pieces: Iterable<Uint8Array>): number {
  let hash = 0x811c9dc5;
  let length = 0;
  for (const piece of pieces) {
    hash = continued(hash, piece);
    length += piece.length;
  }
  return (hash ^ length) >>> 0;
}

function continued(before: number, piece: Uint8Array): number {
  // Small ones may lie anywhere in a buffer that the host shares between them; words must begin at a multiple of four.
  const bytes = piece.byteOffset % 4 === 0 ? piece : piece.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let hash = before;
  // By index, which is several times faster than `of` before the engine has compiled it, as it has not at a start.
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  for (let at = words.length * 4; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}
