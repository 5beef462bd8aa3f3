import { isUtf8 } from 'node:buffer';

/**
 * The text of a file's bytes, as an editor shows it: a byte order mark decides (UTF-8, UTF-16 either way) and is taken
 * off; without one the bytes are UTF-8 or, where they are not, Windows-1252, the usual encoding of old public records.
 * Text that is mostly good UTF-8 with some damage stays UTF-8, with U+FFFD at the damage. Never fails.
 */
export function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return bigEndian(buffer.subarray(2));
  const body = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? buffer.subarray(3) : buffer;
  const text = body.toString('utf8');
  if (isUtf8(body)) return text;
  return isMostlyUtf8(text) ? text : windows1252(body);
}

function bigEndian(buffer: Buffer): string {
  // An odd last byte is half a character: it is left out.
  return Buffer.from(buffer.subarray(0, buffer.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** Whether the damaged places are fewer than the characters that only good UTF-8 can hold. */
function isMostlyUtf8(text: string): boolean {
  let damaged = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) good++;
  }
  return damaged < good;
}

/** What the bytes 0x80 to 0x9F mean in Windows-1252 (WHATWG Encoding Standard, index windows-1252); all others are Latin-1. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(buffer: Buffer): string {
  return buffer.toString('latin1').replace(/[\x80-\x9f]/g, (c) => HIGH_CONTROLS.charAt(c.charCodeAt(0) - 0x80));
}
