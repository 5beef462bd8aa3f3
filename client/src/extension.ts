import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { startClient, type RunningClient } from './client';

let running: RunningClient | undefined;

/** VS Code on the desktop, or its remote host: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  // Has the engine compile regular expressions at once: see `compileExpressionsAtOnce` of the server.
  const server: NodeModule = { module, transport: TransportKind.ipc, options: { execArgv: ['--no-regexp-tier-up'] } };
  running = await startClient(context, (options) => new LanguageClient('verbatim', 'Verbatim', { run: server, debug: server }, options));
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
