import type { Message } from 'vscode-languageserver/node';
import { createConnection } from 'vscode-languageserver/node';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileExpressionsAtOnce } from '../files/expressions';
import type { Bundle } from '../files/loadBundle';
import { afterQuiet } from './afterQuiet.node';
import type * as coreBundle from './core.node';
import { freeMemory } from './freeMemory.node';
import { LSPErrorCodes } from './languageserver';
import { isGreeting, startServer } from './server';

/** Set by the build to the version in package.json. */
declare const VERBATIM_VERSION: string | undefined;

type Core = typeof coreBundle;

const TRANSPORTS = /^--(stdio|node-ipc|socket|pipe)\b/;

/** Memory is given back when nothing has been asked for so long after reading. */
const QUIET_MS = 500;

/** Serves the editor that started this process. `own` is the bundle of this module, `load` loads one that lies beside it. */
export function main(args: readonly string[], own: Bundle, load: (name: string) => Bundle): void {
  if (!args.some((arg) => TRANSPORTS.test(arg))) {
    process.stderr.write(
      'This is the language server of Verbatim. Editors start it with --stdio (or --node-ipc, --socket=PORT, --pipe=NAME).\n',
    );
    process.exitCode = 2;
    return;
  }
  const quiet = afterQuiet(QUIET_MS, () => void freeMemory());
  const connection = createConnection({
    connectionStrategy: { cancelUndispatched },
    messageStrategy: {
      handleMessage: (message, next) => {
        quiet.disturbed();
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
  let core: Core | undefined;
  const loadCore = (): Core => {
    if (core) return core;
    // All that it takes to greet has run by now, and the engine’s flags are still those under which it was loaded.
    own.keep();
    compileExpressionsAtOnce();
    try {
      const bundle = load('core.js');
      process.once('exit', () => bundle.keepMore());
      return (core = bundle.exports as Core);
    } catch (error) {
      // Nothing could be answered: whoever started the server hears of it and may start it again.
      process.stderr.write(`Verbatim is not installed as a whole: ${String(error)}\n`);
      process.exit(1);
    }
  };
  const begin = startServer(connection, {
    version: typeof VERBATIM_VERSION === 'string' ? VERBATIM_VERSION : 'development',
    core: loadCore,
    files: (request) => loadCore().openFiles(request),
    pause: () => new Promise(setImmediate),
    sleep,
    settle: quiet.wait,
  });
}

/** A request that is cancelled while it waits in the queue is not worked on at all. */
function cancelUndispatched(message: Message): { jsonrpc: string; id: null; error: { code: number; message: string } } {
  return { jsonrpc: message.jsonrpc, id: null, error: { code: LSPErrorCodes.RequestCancelled, message: 'Cancelled.' } };
}
