import type { Message } from 'vscode-languageserver/node';
import { createConnection, LSPErrorCodes } from 'vscode-languageserver/node';
import envPaths from 'env-paths';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createArchive } from '../archive/archive';
import type { FilesRequest } from './runtime';
import { startServer } from './server';

/** Set by the build to the version in package.json. */
declare const VERBATIM_VERSION: string | undefined;
/** Set by the build to a checksum of its source. */
declare const VERBATIM_BUILD: string | undefined;

const TRANSPORTS = /^--(stdio|node-ipc|socket|pipe)\b/;

function main(args: readonly string[]): void {
  if (!args.some((arg) => TRANSPORTS.test(arg))) {
    process.stderr.write(
      'This is the language server of Verbatim. Editors start it with --stdio (or --node-ipc, --socket=PORT, --pipe=NAME).\n',
    );
    process.exitCode = 2;
    return;
  }
  const connection = createConnection({ cancelUndispatched });
  // One faulty document must not take the whole editor's server down.
  process.on('uncaughtException', (error) => connection.console.error(error.stack ?? error.message));
  process.on('unhandledRejection', (reason) =>
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
  );
  startServer(connection, {
    version: typeof VERBATIM_VERSION === 'string' ? VERBATIM_VERSION : 'development',
    files: ({ warn, ...request }) => createArchive({ cacheFile: cacheFileOf(request), build: BUILD, workerScript: WORKER, warn }),
    pause: () => new Promise(setImmediate),
    sleep,
  });
}

const BUILD = typeof VERBATIM_BUILD === 'string' ? VERBATIM_BUILD : 'development';

/** The thread that reads documents lies beside the bundle; without it all is read on this thread. */
const WORKER = [path.join(path.dirname(process.argv[1] ?? ''), 'worker.js')].find((script) => existsSync(script));

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

/** A request that is cancelled while it waits in the queue is not worked on at all. */
function cancelUndispatched(message: Message): { jsonrpc: string; id: null; error: { code: number; message: string } } {
  return { jsonrpc: message.jsonrpc, id: null, error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled.' } };
}

main(process.argv.slice(2));
