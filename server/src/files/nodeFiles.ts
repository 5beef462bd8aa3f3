import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { decode } from './decode';

/** Larger files are not text that anybody reads; holding them would cost more memory than they are worth. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The documents below `folder`, a `file:` URI, that match one of `include` and none of `exclude` (globs relative to the
 * folder), as URIs in the order of their paths. Empty when the folder cannot be read.
 */
export async function listFolder(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]> {
  try {
    const paths = await glob([...include], {
      cwd: URI.parse(folder).fsPath,
      ignore: [...exclude],
      absolute: true,
      onlyFiles: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      // "MINUTES.TXT" is as much a document as "minutes.txt".
      caseSensitiveMatch: false,
    });
    return paths.sort().map((path) => URI.file(path).toString());
  } catch {
    return [];
  }
}

/**
 * The text of a `file:` URI, or undefined when there is no such file or it is larger than 64 MB. Rejects when the file is
 * there and cannot be read just now.
 */
export async function readDocument(uri: string): Promise<string | undefined> {
  try {
    const path = URI.parse(uri).fsPath;
    const about = await stat(path);
    if (!about.isFile() || about.size > MAX_BYTES) return undefined;
    return decode(await readFile(path));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ERR_INVALID_ARG_VALUE';
}
