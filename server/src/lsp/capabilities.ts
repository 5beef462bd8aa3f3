import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import {
  FoldingRangeKind,
  MarkupKind,
  SemanticTokenModifiers,
  SemanticTokenTypes,
  SymbolKind,
  TextDocumentSyncKind,
} from './languageserver';
import type { CorpusSymbol, FoldAnswer, OutlineEntry, TokenKind } from '../features/answers';

/** What the client can take, as far as answers depend on it. */
export interface Abilities {
  readonly hierarchicalOutline: boolean;
  readonly definitionLinks: boolean;
  readonly markdown: boolean;
  readonly pullsDiagnostics: boolean;
  readonly configuration: boolean;
  readonly changedConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchesFiles: boolean;
  readonly refreshesTokens: boolean;
}

export function abilitiesOf(client: ClientCapabilities): Abilities {
  const { textDocument, workspace } = client;
  return {
    hierarchicalOutline: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    // A client that does not say what it takes is shown Markdown, as before the capability existed.
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration === true,
    changedConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
  };
}

/**
 * Kinds decide the icon in outlines. Those of the header, sections and attendees differ from that of turns, so that
 * a client can tell them apart.
 */
export const OUTLINE_KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  header: SymbolKind.File,
  section: SymbolKind.Module,
  attendee: SymbolKind.Variable,
  turn: SymbolKind.String,
};

export const CORPUS_KINDS: Readonly<Record<CorpusSymbol['kind'], SymbolKind>> = {
  person: SymbolKind.Class,
  acronym: SymbolKind.Constant,
  section: SymbolKind.Module,
};

/** Turns have no kind of their own in the protocol. */
export const FOLD_KINDS: Readonly<Record<FoldAnswer['kind'], FoldingRangeKind | undefined>> = {
  turn: undefined,
  section: FoldingRangeKind.Region,
  header: FoldingRangeKind.Region,
};

/** Standard types, each for one kind of token only: every theme colours them, and an editor can map each to a scope. */
export const TOKEN_TYPES: Readonly<Record<TokenKind, SemanticTokenTypes>> = {
  speaker: SemanticTokenTypes.class,
  role: SemanticTokenTypes.parameter,
  organisation: SemanticTokenTypes.namespace,
  honorific: SemanticTokenTypes.decorator,
  acronym: SemanticTokenTypes.macro,
  mention: SemanticTokenTypes.variable,
  footnoteMark: SemanticTokenTypes.number,
  insertion: SemanticTokenTypes.comment,
};

export const TOKEN_LEGEND: string[] = Object.values(TOKEN_TYPES);

export function serverCapabilities(abilities: Abilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    documentSymbolProvider: { label: 'Verbatim' },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    semanticTokensProvider: {
      legend: { tokenTypes: TOKEN_LEGEND, tokenModifiers: [SemanticTokenModifiers.definition] },
      full: { delta: true },
      range: true,
    },
    ...(abilities.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'verbatim', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didRename: { filters: [{ pattern: { glob: '**' } }] },
        didDelete: { filters: [{ pattern: { glob: '**' } }] },
      },
    },
  };
}
