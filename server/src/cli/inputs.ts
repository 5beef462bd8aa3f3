import { decode } from '../files/decode';
import type { Io } from './io';

export interface Input {
  /** As given on the command line. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the files one after the other, `-` from standard input, and hands each to `use`. A file that cannot be read is
 * reported on standard error and the others are done all the same. Returns whether all could be read.
 */
export async function forEachInput(paths: readonly string[], io: Io, use: (input: Input) => Promise<void>): Promise<boolean> {
  let all = true;
  for (const path of paths) {
    let bytes: Uint8Array;
    try {
      bytes = path === '-' ? await io.readStdin() : await io.readFile(path);
    } catch (error) {
      io.err(`verbatim: ${path}: ${reason(error)}\n`);
      all = false;
      continue;
    }
    await use({ path, text: decode(bytes) });
  }
  return all;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'you are not allowed to read this file',
  EPERM: 'you are not allowed to read this file',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
