// A language server that knows nothing: what vscode-languageserver and its transport cost by themselves. Answers are as large as asked for.
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let sizes = { symbols: 0, references: 0, diagnostics: 0 };

const range = (line) => ({ start: { line, character: 0 }, end: { line, character: 20 } });
const symbol = (line) => ({
  name: 'Ada Quillbourne',
  detail: 'Chair of the Board',
  kind: 15,
  range: range(line),
  selectionRange: range(line),
});

connection.onInitialize(({ initializationOptions }) => {
  sizes = { ...sizes, ...initializationOptions };
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      documentSymbolProvider: true,
      referencesProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  };
});
connection.onHover(() => ({ contents: { kind: 'markdown', value: '**Local Weir Board**\n\nDefined in this document, line 7' } }));
connection.onDocumentSymbol(({ textDocument }) => {
  documents.get(textDocument.uri)?.getText();
  return Array.from({ length: sizes.symbols }, (_, line) => symbol(line));
});
connection.onReferences(({ textDocument }) =>
  Array.from({ length: sizes.references }, (_, line) => ({ uri: textDocument.uri, range: range(line) })),
);
connection.languages.diagnostics.on(({ textDocument }) => {
  documents.get(textDocument.uri)?.getText();
  return {
    kind: 'full',
    items: Array.from({ length: sizes.diagnostics }, (_, line) => ({
      range: range(line),
      message: 'This bracket is not closed.',
      severity: 2,
    })),
  };
});
documents.listen(connection);
connection.listen();
