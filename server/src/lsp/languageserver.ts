/**
 * What this room takes of the library. A module that imported values by itself would have the bundle copy all of the
 * library’s many hundred names once more, at every start; types cost nothing.
 */
export {
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  FileChangeType,
  FoldingRangeKind,
  InitializeRequest,
  LSPErrorCodes,
  MarkupKind,
  Message,
  ResponseError,
  SemanticTokenModifiers,
  SemanticTokenTypes,
  SemanticTokensBuilder,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
