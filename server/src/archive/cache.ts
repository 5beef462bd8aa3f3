import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ByteReader, ByteWriter } from '../analysis/bytes';
import type { LabelStyle } from '../protocol';
import { checksum } from './checksum';
import type { FileSummary } from './readSummary';

/** What is remembered of a document: what it says, how it was read, and of which state of the file. */
export interface Remembered extends FileSummary {
  readonly style: LabelStyle;
}

/**
 * The file that remembers summaries from one start to the next:
 *
 * | what | how |
 * |---|---|
 * | `MAGIC`; the checksums of the build and of the table; where the table begins | four whole numbers in this machine’s order |
 * | the summaries | each at a multiple of four |
 * | the table | as `ByteWriter` writes: how many; of each its URI, style, size, time and checksum; where its summary lies, and the checksum of that |
 *
 * A file of another build, a foreign or a damaged one reads as empty.
 */
const MAGIC = 0x5642_5431;
const HEAD = 16;

/** So much is remembered; what comes after it is read anew each time. In bytes. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Reads the file. `build` names the program that wrote it. */
export function readCache(file: string, build: string): Map<string, Remembered> {
  try {
    const bytes = ownBytes(readFileSync(file));
    return entriesOf(bytes, build);
  } catch {
    return new Map();
  }
}

/** Node may hand out a part of a buffer that it shares; whole numbers must begin at a multiple of four. */
function ownBytes(buffer: Uint8Array): Uint8Array {
  return buffer.byteOffset % 4 === 0 ? buffer : buffer.slice();
}

function entriesOf(bytes: Uint8Array, build: string): Map<string, Remembered> {
  const entries = new Map<string, Remembered>();
  const [magic, builder, ofTable, start] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD / 4);
  if (magic !== MAGIC || builder !== checksumOfText(build) || start === undefined) return entries;
  const table = bytes.subarray(start);
  if (checksum(table) !== ofTable) return entries;
  const reader = new ByteReader(table, 0);
  for (let left = reader.number(); left > 0; left--) {
    const [uri, style] = [reader.text(), reader.text() as LabelStyle];
    const [size, modified, ofFile] = [reader.number(), reader.large(), reader.number()];
    const [from, to, ofSummary] = [reader.number(), reader.number(), reader.number()];
    const summary = bytes.subarray(from, to);
    if (checksum(summary) === ofSummary) entries.set(uri, { style, size, modified, checksum: ofFile, summary });
  }
  return entries;
}

/**
 * Writes the file, first beside its place and then into it, so that it is whole at every moment, whoever reads or writes
 * it at the same time. Rejects when it cannot be written; what stood there before then still does.
 */
export async function writeCache(file: string, build: string, entries: ReadonlyMap<string, Remembered>): Promise<void> {
  const summaries: Uint8Array[] = [];
  const table = new ByteWriter();
  let at = HEAD;
  const kept = [...entries].filter(([, { summary }]) => {
    at += roundedUp(summary.length);
    return at <= MOST_BYTES;
  });
  at = HEAD;
  table.number(kept.length);
  for (const [uri, { style, size, modified, checksum: ofFile, summary }] of kept) {
    table.text(uri);
    table.text(style);
    table.number(size);
    table.large(modified);
    table.number(ofFile);
    table.number(at);
    table.number(at + summary.length);
    table.number(checksum(summary));
    summaries.push(summary, new Uint8Array(roundedUp(summary.length) - summary.length));
    at += roundedUp(summary.length);
  }
  const bytes = table.finished();
  const head = new Uint8Array(new Uint32Array([MAGIC, checksumOfText(build), checksum(bytes), at]).buffer);
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const out = await open(beside, 'w');
    try {
      await out.writev([head, ...summaries, bytes]);
    } finally {
      await out.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function roundedUp(length: number): number {
  return (length + 3) & ~3;
}

function checksumOfText(text: string): number {
  return checksum(new TextEncoder().encode(text));
}
