import type { Message } from 'vscode-languageserver/node';
import { createConnection, LSPErrorCodes } from 'vscode-languageserver/node';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as core from './core.node';
import { isGreeting, startServer } from './server';

/** Set by the build to the version in package.json. */
declare const VERBATIM_VERSION: string | undefined;

const TRANSPORTS = /^--(stdio|node-ipc|socket|pipe)\b/;

function main(args: readonly string[]): void {
  if (!args.some((arg) => TRANSPORTS.test(arg))) {
    process.stderr.write(
      'This is the language server of Verbatim. Editors start it with --stdio (or --node-ipc, --socket=PORT, --pipe=NAME).\n',
    );
    process.exitCode = 2;
    return;
  }
  const connection = createConnection({
    connectionStrategy: { cancelUndispatched },
    messageStrategy: {
      handleMessage: (message, next) => {
        if (!isGreeting(message)) begin();
        return next(message);
      },
    },
  });
  // One faulty document must not take the whole editor's server down.
  process.on('uncaughtException', (error) => connection.console.error(error.stack ?? error.message));
  process.on('unhandledRejection', (reason) =>
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
  );
  const begin = startServer(connection, {
    version: typeof VERBATIM_VERSION === 'string' ? VERBATIM_VERSION : 'development',
    core: loadCore,
    files: (request) => loadCore().openFiles(request),
    pause: () => new Promise(setImmediate),
    sleep,
  });
}

const load = createRequire(import.meta.url);

/** A bundle of its own, which lies beside this one. */
function loadCore(): typeof core {
  return load('./core.js') as typeof core;
}

/** A request that is cancelled while it waits in the queue is not worked on at all. */
function cancelUndispatched(message: Message): { jsonrpc: string; id: null; error: { code: number; message: string } } {
  return { jsonrpc: message.jsonrpc, id: null, error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled.' } };
}

main(process.argv.slice(2));
