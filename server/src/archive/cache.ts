import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
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
 * | `MAGIC`; the checksums of the build and of all that follows; where the table begins | four whole numbers in this machine’s order |
 * | the summaries | one after the other |
 * | the table | JSON: `Row` for each |
 *
 * A file of another build, a foreign or a damaged one reads as empty.
 */
const MAGIC = 0x5642_5432;
const HEAD = 16;

/** A document: what is remembered of its file, and where its summary begins and ends. */
type Row = readonly [uri: string, style: LabelStyle, size: number, modified: number, checksum: number, start: number, end: number];

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
  const [magic, builder, ofRest, table] = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD / 4);
  if (magic !== MAGIC || builder !== checksumOfText(build) || checksum([bytes.subarray(HEAD)]) !== ofRest) return new Map();
  const rows = JSON.parse(new TextDecoder().decode(bytes.subarray(table))) as readonly Row[];
  return new Map(
    rows.map(([uri, style, size, modified, ofFile, start, end]) => [
      uri,
      { style, size, modified, checksum: ofFile, summary: bytes.subarray(start, end) },
    ]),
  );
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
  const head = new Uint8Array(new Uint32Array([MAGIC, checksumOfText(build), checksum([...summaries, table]), at]).buffer);
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}.new`;
  try {
    const out = await open(beside, 'w');
    try {
      await out.writev([head, ...summaries, table]);
    } finally {
      await out.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function checksumOfText(text: string): number {
  return checksum([new TextEncoder().encode(text)]);
}
