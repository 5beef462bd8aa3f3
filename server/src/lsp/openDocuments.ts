import type { Connection } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TranscriptService } from '../service';
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
  const documents = new TextDocuments(TextDocument);
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
        if (handed.has(uri)) service.change(uri, text);
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
