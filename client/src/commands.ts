import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FORGET_REQUEST } from '../../server/src/protocol';
import { TRANSCRIPT } from './languages';
import type { LanguageChoices } from './languageChoices';

/** The commands of the extension, as package.json declares them. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
  choices: LanguageChoices,
): void {
  const inEditor = (languageId: (document: vscode.TextDocument) => string) => async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await choices.choose(document, languageId(document));
    else void vscode.window.showInformationMessage('Open a document first: this command works on the document in the editor.');
  };
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand(
      'verbatim.treatAsTranscript',
      inEditor(() => TRANSCRIPT),
    ),
    vscode.commands.registerCommand(
      'verbatim.treatAsPlainText',
      inEditor((document) => languageOf(document.uri.path)),
    ),
    vscode.commands.registerCommand('verbatim.restartServer', async () => {
      await client.sendRequest(FORGET_REQUEST).catch((error: unknown) => log.warn(`The index could not be forgotten: ${String(error)}`));
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('verbatim.showLog', () => log.show()),
  );
}

/** The language that a file has by its name when it is no transcript. */
function languageOf(path: string): string {
  if (/\.md$/i.test(path)) return 'markdown';
  return /\.rst$/i.test(path) ? 'restructuredtext' : 'plaintext';
}
