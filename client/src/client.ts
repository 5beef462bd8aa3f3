import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { registerCommands } from './commands';
import { rememberChoices } from './languageChoices';
import { PLAIN_LANGUAGES, TRANSCRIPT } from './languages';
import { showLayout } from './layoutStatus';
import { recogniseOnOpen } from './recognise';
import { serveFiles } from './serveFiles';

/** Where documents of people live; not the history, output or settings of the editor. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

export interface RunningClient {
  stop(): Promise<void>;
}

/** Starts everything that is the same on the desktop and in a browser. `create` makes the client that reaches the server there. */
export async function startClient(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions, log: vscode.LogOutputChannel) => BaseLanguageClient,
): Promise<RunningClient> {
  const log = vscode.window.createOutputChannel('Verbatim', { log: true });
  const client = create(clientOptions(context, log), log);
  serveFiles(client, context);
  const choices = rememberChoices(context);
  registerCommands(context, client, log, choices);
  await client.start();
  recogniseOnOpen(context, client, choices, log);
  showLayout(context, client);
  return { stop: () => client.stop() };
}

function clientOptions(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClientOptions {
  const storage = context.storageUri ?? context.globalStorageUri;
  const initializationOptions: InitializationOptions = {
    servesFiles: true,
    ...(storage.scheme === 'file' ? { storage: storage.fsPath } : {}),
  };
  const mayBeMarkdown = (document: vscode.TextDocument): boolean => document.languageId === 'markdown';
  return {
    documentSelector: [TRANSCRIPT, ...PLAIN_LANGUAGES].flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme }))),
    initializationOptions,
    outputChannel: log,
    diagnosticCollectionName: 'verbatim',
    middleware: {
      // Markdown has an outline, folds and links of its own; Verbatim adds only what it knows of acronyms and people.
      provideDocumentSymbols: (document, token, next) => (mayBeMarkdown(document) ? [] : next(document, token)),
      provideFoldingRanges: (document, folding, token, next) => (mayBeMarkdown(document) ? [] : next(document, folding, token)),
      provideDocumentLinks: (document, token, next) => (mayBeMarkdown(document) ? [] : next(document, token)),
      // What is wrong in a transcript may be right in any other text.
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const languageId =
          document instanceof vscode.Uri
            ? vscode.workspace.textDocuments.find((open) => open.uri.toString() === document.toString())?.languageId
            : document.languageId;
        return languageId === TRANSCRIPT ? next(document, previousResultId, token) : { kind: 'full', items: [] };
      },
    },
  } as LanguageClientOptions;
}
