import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';

/** Larger files are not text that anybody reads; holding them would cost more memory than they are worth. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What tells whether a file is still the one that was read. */
export interface FileState {
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in microseconds since 1970. */
  readonly modified: number;
}

/**
 * The documents below `folder`, a `file:` URI, that match one of `include` and none of `exclude` (globs relative to the
 * folder), as URIs in the order of their paths. Empty when the folder cannot be read.
 */
export async function listFolder(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
  try {
    const paths = await glob([...include], {
      cwd: pathOf(folder),
      ignore: [...exclude],
      absolute: true,
      onlyFiles: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      // "MINUTES.TXT" is as much a document as "minutes.txt".
      caseSensitiveMatch: false,
    });
    return paths.sort().map(uriOf);
  } catch {
    return [];
  }
}

/** Where a `file:` URI leads to. What has no escapes, as most have none, is read off. */
function pathOf(uri: string): string {
  return /^file:\/\/\/(?!\/)[\w/.~-]*$/.test(uri) ? uri.slice('file://'.length) : URI.parse(uri).fsPath;
}

/** The other way. After two slashes would stand the name of a computer. */
function uriOf(path: string): string {
  return /^\/(?!\/)[\w/.~-]*$/.test(path) ? `file://${path}` : URI.file(path).toString();
}

/** The state of the document at a `file:` URI; undefined when there is none, or it is larger than 64 MB. */
export function stateOf(uri: string): FileState | undefined {
  try {
    const about = statSync(pathOf(uri), { throwIfNoEntry: false });
    return about && isText(about) ? { size: about.size, modified: Math.round(about.mtimeMs * 1000) } : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Where files are read into: a room of its own for each of thousands would be given back late, or never where a thread ends. */
let room = Buffer.alloc(0);

/** A pipe that nobody writes to is not waited for; Windows has no such flag. */
const READING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** In bytes: more than nearly all documents take. */
const ROOM = 1 << 19;

/**
 * The bytes of a `file:` URI, which are good until the next file is read; undefined when there is no such file, or it is
 * larger than 64 MB. Throws when it is there and cannot be read just now.
 */
export function readBytes(uri: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(pathOf(uri), READING);
    if (!isText(fstatSync(file))) return undefined;
    if (room.length !== ROOM) room = Buffer.allocUnsafeSlow(ROOM);
    for (let length = 0; ;) {
      const read = readSync(file, room, length, room.length - length, null);
      length += read;
      if (read === 0) return room.subarray(0, length);
      if (length === room.length) room = Buffer.concat([room], length * 2);
    }
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isText(about: Stats): boolean {
  return about.isFile() && about.size <= MAX_BYTES;
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ERR_INVALID_ARG_VALUE';
}
