import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RECOGNISE_REQUEST, type Recognition, type RecogniseParams } from '../../server/src/protocol';
import { PLAIN_LANGUAGES, TRANSCRIPT } from './languages';
import type { LanguageChoices } from './languageChoices';

/** The layout of a document shows in its first pages; no more than this is sent to be recognised, in UTF-16 units. */
const LOOKED_AT = 500_000;

const RECOGNISED = /\.(?:txt|md|rst|vtt|srt)$/i;

/**
 * Gives text files that are transcripts by their content the language of transcripts when they are opened.
 * Never one whose language the person chose, and none when the setting is off.
 */
export function recogniseOnOpen(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  choices: LanguageChoices,
  log: vscode.LogOutputChannel,
): void {
  const consider = async (document: vscode.TextDocument): Promise<void> => {
    if (!PLAIN_LANGUAGES.includes(document.languageId) || !RECOGNISED.test(document.uri.path)) return;
    if (!isEnabled(document) || choices.isChosen(document)) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params: RecogniseParams = { text: document.getText().slice(0, LOOKED_AT), uri };
    const { kind } = await client.sendRequest<Recognition>(RECOGNISE_REQUEST, params);
    if (kind !== 'transcript' || document.isClosed || choices.isChosen(document)) return;
    await choices.change(document, TRANSCRIPT);
    setTimeout(refreshOutline, SETTLED_MS);
  };
  const considerAll = (documents: readonly vscode.TextDocument[]): void => {
    for (const document of documents)
      consider(document).catch((error: unknown) => log.warn(`${document.uri.toString()} could not be recognised: ${String(error)}`));
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => considerAll([document])),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('verbatim.recognise') || event.affectsConfiguration('verbatim.layout'))
        considerAll(vscode.workspace.textDocuments);
    }),
  );
  considerAll(vscode.workspace.textDocuments);
}

/** How long after a change of language an outline that was asked for before it may still arrive. */
const SETTLED_MS = 1000;

/**
 * An outline that another extension computes slowly may arrive after the language has changed, and then VS Code keeps
 * it. A provider that comes and goes makes it ask again.
 */
function refreshOutline(): void {
  vscode.languages.registerDocumentSymbolProvider({ language: TRANSCRIPT }, { provideDocumentSymbols: () => [] }).dispose();
}

function isEnabled(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('verbatim', document.uri).get('recognise.enabled', true);
}
