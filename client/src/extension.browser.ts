import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient, type RunningClient } from './client';

let running: RunningClient | undefined;

/** VS Code in a browser: the server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  running = await startClient(
    context,
    (options) => new LanguageClient('verbatim', 'Verbatim', () => Promise.resolve(new Worker(script)), options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
