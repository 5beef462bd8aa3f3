import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LAYOUT_REQUEST, type LayoutParams, type Recognition } from '../../server/src/protocol';
import { TRANSCRIPT } from './languages';

/** How long after the last edit the layout is asked for again. */
const SETTLED_MS = 600;

/** Shows how the document in the editor was read, beside its language: "Transcript · bold labels · 16 speakers". */
export function showLayout(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const item = vscode.languages.createLanguageStatusItem('verbatim.layout', { language: TRANSCRIPT });
  item.name = 'Layout of the transcript';
  item.text = 'Transcript';
  item.command = { command: 'workbench.action.openSettings', title: 'Change', arguments: ['verbatim.layout.labels'] };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== TRANSCRIPT) return;
    const params: LayoutParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const { kind, layout } = await client
      .sendRequest<Recognition>(LAYOUT_REQUEST, params)
      .catch(() => ({ kind: 'document', layout: '' }) as const);
    item.text = kind === 'transcript' ? `Transcript · ${layout}` : 'Transcript · no speakers found';
    item.severity = kind === 'transcript' ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  };
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), SETTLED_MS);
  };
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) updateSoon();
    }),
    vscode.workspace.onDidOpenTextDocument(() => updateSoon()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('verbatim.layout')) updateSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
  void update();
}
