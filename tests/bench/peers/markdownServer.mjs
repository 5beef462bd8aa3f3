// vscode-markdown-languageservice behind the smallest server that makes it answer.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { createConnection, Emitter, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, LogLevel } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const markdown = new MarkdownIt({ html: true });
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const nothing = new Emitter().event;
let folders = [];

const read = (uri) => documents.get(uri.toString()) ?? TextDocument.create(uri.toString(), 'markdown', 0, readFileSync(uri.fsPath, 'utf8'));
const files = () =>
  folders.flatMap((folder) =>
    readdirSync(folder.fsPath, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => URI.file(path.join(folder.fsPath, name))),
  );

let known = new Map();
const workspace = {
  get workspaceFolders() {
    return folders;
  },
  onDidChangeMarkdownDocument: nothing,
  onDidCreateMarkdownDocument: nothing,
  onDidDeleteMarkdownDocument: nothing,
  getAllMarkdownDocuments: async () => {
    if (known.size === 0) known = new Map(files().map((uri) => [uri.toString(), read(uri)]));
    return [...known.values()];
  },
  hasMarkdownDocument: (uri) => known.has(uri.toString()) || documents.get(uri.toString()) !== undefined,
  openMarkdownDocument: async (uri) => read(uri),
  stat: async (uri) => ({ isDirectory: statSync(uri.fsPath).isDirectory() }),
  readDirectory: async (uri) =>
    readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
};
const slug = (text) => ({ value: text, equals: (other) => other.value === text });
const service = createLanguageService({
  workspace,
  parser: {
    slugifier: { fromHeading: slug, fromFragment: slug, createBuilder: () => ({ add: slug }) },
    tokenize: async (document) => markdown.parse(document.getText(), {}),
  },
  logger: { level: LogLevel.Off, log() {} },
});

connection.onInitialize(({ workspaceFolders }) => {
  folders = (workspaceFolders ?? []).map((folder) => URI.parse(folder.uri));
  return {
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, documentSymbolProvider: true, workspaceSymbolProvider: true },
  };
});
connection.onWorkspaceSymbol(({ query }) => service.getWorkspaceSymbols(query, never));
connection.onDocumentSymbol(({ textDocument }) =>
  service.getDocumentSymbols(documents.get(textDocument.uri), { includeLinkDefinitions: false }, never),
);
documents.listen(connection);
connection.listen();
