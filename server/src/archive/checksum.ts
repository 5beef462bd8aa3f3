import { createHash } from 'node:crypto';

/** What tells damage and change: the first 64 bits of the SHA-1 of all pieces joined. Eleven letters. */
export function checksum(pieces: Iterable<Uint8Array | string>): string {
  const hash = createHash('sha1');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64url').slice(0, 11);
}
