import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient, type RunningClient } from './client';

let running: RunningClient | undefined;

/** VS Code on the desktop, or its remote host: the server is a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  running = await startClient(
    context,
    (options) =>
      new LanguageClient(
        'verbatim',
        'Verbatim',
        { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
        options,
      ),
  );
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
