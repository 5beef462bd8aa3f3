import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change, TranscriptService } from '../service';
import { canonicalUri } from './uris';

/** What the rest of the server asks of the documents that are open in the editor. URIs are canonical. */
export interface OpenDocuments {
  /** Hands the newest texts to the service. Called before every answer, so that a burst of keystrokes is analysed once. */
  flush(): void;
  /** How the client spells the URI of a document that it has open; any other URI as it is. */
  spelling(uri: string): string;
  isOpen(uri: string): boolean;
  /** After a document was opened or changed. */
  onChange(listener: (uri: string) => void): void;
  /** After a document was closed; `spelling` is how the client wrote its URI. */
  onClose(listener: (uri: string, spelling: string) => void): void;
}

export function trackOpenDocuments(connection: Connection, service: TranscriptService): OpenDocuments {
  /** What was typed since the service last had the text, by the client’s URI; nothing where the text came whole. */
  const typed = new Map<string, readonly Change[]>();
  const documents = new TextDocuments<TextDocument>({
    create: (uri, languageId, version, content) => {
      typed.delete(uri);
      return TextDocument.create(uri, languageId, version, content);
    },
    update: (document, changes, version) => {
      const before = changed.has(canonicalUri(document.uri)) ? typed.get(document.uri) : [];
      const now = changesOf(changes);
      if (before && now) typed.set(document.uri, [...before, ...now]);
      else typed.delete(document.uri);
      return TextDocument.update(document, changes, version);
    },
  });
  /** Open documents by canonical URI, as the client spells it. */
  const spellings = new Map<string, string>();
  /** Those whose newest text the service does not have yet. */
  const changed = new Set<string>();
  /** Those that the service knows to be open. */
  const handed = new Set<string>();

  documents.onDidChangeContent(({ document }) => {
    const uri = canonicalUri(document.uri);
    spellings.set(uri, document.uri);
    changed.add(uri);
  });
  documents.onDidClose(({ document }) => {
    const uri = canonicalUri(document.uri);
    spellings.delete(uri);
    changed.delete(uri);
    if (handed.delete(uri)) void service.close(uri);
  });
  documents.listen(connection);

  return {
    flush: () => {
      for (const uri of changed) {
        changed.delete(uri);
        const text = documents.get(spellings.get(uri) ?? uri)?.getText();
        if (text === undefined) continue;
        if (handed.has(uri)) service.change(uri, text, typed.get(spellings.get(uri) ?? uri));
        else service.open(uri, text);
        handed.add(uri);
      }
    },
    spelling: (uri) => spellings.get(uri) ?? uri,
    isOpen: (uri) => spellings.has(uri),
    onChange: (listener) => {
      documents.onDidChangeContent(({ document }) => listener(canonicalUri(document.uri)));
    },
    onClose: (listener) => {
      documents.onDidClose(({ document }) => listener(canonicalUri(document.uri), document.uri));
    },
  };
}

/** The changes as places and texts; undefined where the client sent the whole text. */
function changesOf(changes: readonly TextDocumentContentChangeEvent[]): readonly Change[] | undefined {
  const found: Change[] = [];
  for (const change of changes) {
    if (!('range' in change)) return undefined;
    found.push({ ...change.range, text: change.text });
  }
  return found;
}
