import * as vscode from 'vscode';

/** Whose language people chose by hand, so that it is never changed for them. Kept with the workspace. */
export interface LanguageChoices {
  isChosen(document: vscode.TextDocument): boolean;
  /** Changes the language of a document on behalf of the extension, which is no choice of the person. */
  change(document: vscode.TextDocument, languageId: string): Promise<void>;
  /** Changes it because the person asked. */
  choose(document: vscode.TextDocument, languageId: string): Promise<void>;
}

const STORED = 'verbatim.chosenLanguages';

/** So many choices are kept; the oldest are forgotten first. */
const MOST = 1000;

export function rememberChoices(context: vscode.ExtensionContext): LanguageChoices {
  const chosen = new Set(context.workspaceState.get<readonly string[]>(STORED, []));
  /** Documents whose language the extension is changing now. */
  const ours = new Set<string>();
  /** Documents closed in this turn of the event loop: VS Code closes and opens a document at once when its language changes. */
  const closing = new Map<string, string>();

  const store = (uri: string): void => {
    chosen.delete(uri);
    chosen.add(uri);
    for (const oldest of chosen) {
      if (chosen.size <= MOST) break;
      chosen.delete(oldest);
    }
    void context.workspaceState.update(STORED, [...chosen]);
  };
  context.subscriptions.push(
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      closing.set(uri, document.languageId);
      setTimeout(() => closing.delete(uri), 0);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const uri = document.uri.toString();
      const before = closing.get(uri);
      if (before !== undefined && before !== document.languageId && !ours.has(uri)) store(uri);
    }),
  );
  const change = async (document: vscode.TextDocument, languageId: string): Promise<void> => {
    const uri = document.uri.toString();
    ours.add(uri);
    try {
      await vscode.languages.setTextDocumentLanguage(document, languageId);
    } finally {
      ours.delete(uri);
    }
  };
  return {
    isChosen: (document) => chosen.has(document.uri.toString()) || isAssociated(document),
    change,
    choose: async (document, languageId) => {
      store(document.uri.toString());
      await change(document, languageId);
    },
  };
}

/** Whether the settings say which language files of this name have. */
function isAssociated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace.getConfiguration('files', document.uri).get<Readonly<Record<string, string>>>('associations', {});
  return Object.keys(associations).some(
    (glob) => vscode.languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0,
  );
}
