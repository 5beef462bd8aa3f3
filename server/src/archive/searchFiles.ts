import { closeSync, openSync, readSync } from 'node:fs';
import { URI } from 'vscode-uri';

/** After so much time the event loop is let go on, in milliseconds. */
const SLICE_MS = 8;

/**
 * The documents at `file:` URIs whose bytes hold the words in one of their usual spellings; where none does, those that
 * hold the longest word. As fast as files can be read, since nothing is decoded; texts that are not UTF-8 are missed.
 */
export async function searchFiles(words: string, uris: readonly string[], cancelled: () => boolean): Promise<readonly string[]> {
  const longest = words.split(/\s+/).reduce((best, word) => (word.length > best.length ? word : best), '');
  const read = reader();
  const [parts, wholes] = [spellings(longest), spellings(words)];
  const holdingPart: string[] = [];
  const holdingWhole: string[] = [];
  let started = performance.now();
  for (const uri of uris) {
    const bytes = read(uri);
    if (bytes && parts.some((part) => bytes.includes(part))) {
      holdingPart.push(uri);
      if (wholes.some((whole) => bytes.includes(whole))) holdingWhole.push(uri);
    }
    if (performance.now() - started < SLICE_MS) continue;
    await new Promise(setImmediate);
    if (cancelled()) break;
    started = performance.now();
  }
  return holdingWhole.length > 0 ? holdingWhole : holdingPart;
}

/** As typed, in small letters, in capitals, and with a capital at the head of each word. */
function spellings(words: string): readonly Buffer[] {
  const lower = words.toLowerCase();
  const titled = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([words, lower, lower.toUpperCase(), titled])].map((spelling) => Buffer.from(spelling));
}

/** Gives the bytes of a file, until the next is asked for; undefined when it cannot be read. */
function reader(): (uri: string) => Buffer | undefined {
  let buffer = Buffer.allocUnsafe(1 << 19);
  return (uri) => {
    let file: number | undefined;
    try {
      file = openSync(URI.parse(uri).fsPath, 'r');
      for (let length = 0; ;) {
        const read = readSync(file, buffer, length, buffer.length - length, null);
        length += read;
        if (read === 0) return buffer.subarray(0, length);
        if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
      }
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}
