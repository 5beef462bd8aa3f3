import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../files/makeFolder';
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
 * | `MAGIC`; where the table begins | two whole numbers in this machine’s order |
 * | the checksum of the build’s name and of all that follows | its letters, filled up with spaces |
 * | the summaries | one after the other |
 * | the table | JSON: `Row` for each |
 *
 * A file of another build, a foreign or a damaged one reads as empty.
 */
const MAGIC = 0x5642_5432;
const HEAD = 24;

/** A document: what is remembered of its file, and where its summary begins and ends. */
type Row = readonly [uri: string, style: LabelStyle, size: number, modified: number, checksum: string, start: number, end: number];

/** So much is remembered; what comes after it is read anew each time. In bytes. */
export const MOST_BYTES = 256 * 1024 * 1024;

export interface Cache {
  readonly entries: Map<string, Remembered>;
  /** When the file was last written, in microseconds since 1970; 0 when there is none. */
  readonly writtenAt: number;
}

/** Reads the file, if there is to be one. `build` names the program that wrote it. Never rejects. */
export async function readCache(file: string | undefined, build: string): Promise<Cache> {
  try {
    if (file === undefined) return { entries: new Map(), writtenAt: 0 };
    // Without the promises of `node:fs`, which take longer to load at a start than most files take to read.
    const handle = await promisify(fs.open)(file, 'r');
    try {
      const { mtimeMs, size } = await promisify(fs.fstat)(handle);
      // In one piece: `readFile` would come back to this thread, which has other work, after every half of a megabyte.
      const { buffer, bytesRead } = await promisify(fs.read)(handle, Buffer.allocUnsafeSlow(size), 0, size, 0);
      return { entries: entriesOf(buffer.subarray(0, bytesRead), build), writtenAt: Math.round(mtimeMs * 1000) };
    } finally {
      await promisify(fs.close)(handle);
    }
  } catch {
    return { entries: new Map(), writtenAt: 0 };
  }
}

function entriesOf(bytes: Uint8Array, build: string): Map<string, Remembered> {
  const [magic, table] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  const seal = new TextDecoder().decode(bytes.subarray(8, HEAD)).trimEnd();
  if (magic !== MAGIC || sealOf([build, bytes.subarray(HEAD)]) !== seal) return new Map();
  const rows = JSON.parse(new TextDecoder().decode(bytes.subarray(table))) as readonly Row[];
  return new Map(
    rows.map(([uri, style, size, modified, ofFile, start, end]) => [
      uri,
      { style, size, modified, checksum: ofFile, summary: bytes.subarray(start, end) },
    ]),
  );
}

/** What tells damage, and another build: the CRC-32, in a third of the time of a SHA-1; Node has it from 20.15 and 22.2 on. */
function sealOf(pieces: readonly (Uint8Array | string)[]): string {
  if ((crc32 as unknown) === undefined) return checksum(pieces);
  return pieces.reduce<number>((sum, piece) => crc32(piece, sum), 0).toString(16);
}

/**
 * Writes the file, first beside its place and then into it, so that it is whole at every moment, whoever reads or writes
 * it at the same time. Rejects when it cannot be written; what stood there before then still does.
 */
export async function writeCache(file: string, build: string, entries: ReadonlyMap<string, Remembered>): Promise<void> {
  const summaries: Uint8Array[] = [];
  const rows: Row[] = [];
  let at = HEAD;
  for (const [uri, { style, size, modified, checksum: ofFile, summary }] of entries) {
    if (at + summary.length > MOST_BYTES) continue;
    rows.push([uri, style, size, modified, ofFile, at, at + summary.length]);
    summaries.push(summary);
    at += summary.length;
  }
  const table = new TextEncoder().encode(JSON.stringify(rows));
  const seal = sealOf([build, ...summaries, table]);
  const head = Buffer.concat([new Uint8Array(Uint32Array.of(MAGIC, at).buffer), Buffer.from(seal.padEnd(HEAD - 8))]);
  makeFolder(path.dirname(file));
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const out = await open(beside, 'w');
    try {
      const parts = [head, ...summaries, table];
      const { bytesWritten } = await out.writev(parts);
      if (bytesWritten !== parts.reduce((sum, part) => sum + part.length, 0)) throw new Error('the disk takes no more');
    } finally {
      await out.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
