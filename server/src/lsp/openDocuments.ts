import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocuments } from './languageserver';
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
  const documents = new TextDocuments<TypedText>({
    create: (uri, _languageId, _version, content) => new TypedText(uri, content),
    update: (document, changes) => {
      document.type(changes);
      return document;
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
        const document = documents.get(spellings.get(uri) ?? uri);
        if (!document) continue;
        if (handed.has(uri)) service.change(uri, () => document.text, document.changes);
        else service.open(uri, document.text);
        document.settle(service.text(uri));
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

/**
 * The text of an open document. Typing is put into it only when somebody asks for the whole of it, since that costs what
 * the text costs, and the service mostly needs no more than what was typed.
 */
class TypedText {
  /** What was typed since the service last had the text; undefined where the client sent the whole of it. */
  changes: Change[] | undefined = undefined;
  private whole: string | undefined;
  private known: () => string = () => '';

  constructor(
    readonly uri: string,
    content: string,
  ) {
    this.whole = content;
  }

  type(changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) {
      if (!('range' in change)) {
        this.whole = change.text;
        this.changes = undefined;
      } else if (this.changes) this.changes.push({ ...change.range, text: change.text });
      else this.whole = applied(this.text, [{ ...change.range, text: change.text }]);
    }
  }

  get text(): string {
    const before = this.whole ?? this.known();
    return this.changes ? applied(before, this.changes) : before;
  }

  /** The service has the text, and `known` gives it; undefined where it could not be read. */
  settle(known: (() => string) | undefined): void {
    if (known) {
      this.whole = undefined;
      this.known = known;
      this.changes = [];
    } else {
      this.whole = this.text;
      this.changes = undefined;
    }
  }
}

function applied(text: string, changes: readonly Change[]): string {
  if (changes.length === 0) return text;
  const document = TextDocument.create('', '', 0, text);
  const events = changes.map(({ start, end, text: typed }) => ({ range: { start, end }, text: typed }));
  return TextDocument.update(document, events, 1).getText();
}
