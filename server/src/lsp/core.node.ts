import envPaths from 'env-paths';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createArchive } from '../archive/archive';
import type { FilesRequest, FolderFiles } from './runtime';

export * from './core';

/** Set by the build to a checksum of its source. */
declare const VERBATIM_BUILD: string | undefined;

const BUILD = typeof VERBATIM_BUILD === 'string' ? VERBATIM_BUILD : 'development';

/** The thread that reads documents lies beside the bundle; without it all is read on this thread. */
const WORKER = [path.join(import.meta.dirname, 'worker.js')].find((script) => existsSync(script));

/** Reads the folders of this computer. */
export function openFiles({ warn, storage, ...first }: FilesRequest): FolderFiles {
  const archive = createArchive({ cacheFile: cacheFileOf({ storage, ...first }), build: BUILD, workerScript: WORKER, warn });
  return {
    ...archive,
    async remember(folders, remember) {
      if (!remember) await archive.forget();
      archive.rememberIn(cacheFileOf({ folders, storage, remember }));
    },
  };
}

/** Where to remember what was read of these folders: where the client says, or the user’s cache folder; undefined for nowhere. */
function cacheFileOf({ folders, storage, remember }: Omit<FilesRequest, 'warn'>): string | undefined {
  if (!remember || process.env['VERBATIM_CACHE'] === 'off' || folders.length === 0) return undefined;
  const folder = storage ?? envPaths('verbatim', { suffix: '' }).cache;
  const name = createHash('sha256')
    .update([...folders].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
  return path.join(folder, `${name}.index`);
}
