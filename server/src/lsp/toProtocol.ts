import type {
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  Range,
  SymbolInformation,
} from 'vscode-languageserver';
import { DiagnosticSeverity, DocumentHighlightKind, MarkupKind } from './languageserver';
import type {
  CorpusSymbol,
  DefinitionAnswer,
  FoldAnswer,
  HoverAnswer,
  LinkAnswer,
  OutlineEntry,
  Problem,
  Target,
} from '../features/answers';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { CORPUS_KINDS, FOLD_KINDS, OUTLINE_KINDS } from './capabilities';

/** What turning spans into ranges needs to know: every document's lines, and how the client spells its URI. */
export interface Ground {
  lines(uri: string): LineTable | undefined;
  spelling(uri: string): string;
}

export function toRange(lines: LineTable, span: Span): Range {
  const start = lines.placeAt(span.start);
  return { start, end: lines.placeAt(span.end, start.line) };
}

/** Editors refuse a whole outline over one entry without a name, or whose selection is not inside its range. */
export function toDocumentSymbols(entries: readonly OutlineEntry[], lines: LineTable): DocumentSymbol[] {
  return entries.map((entry) => ({
    name: nameOf(entry),
    ...(entry.detail === '' ? {} : { detail: entry.detail }),
    kind: OUTLINE_KINDS[entry.kind],
    range: toRange(lines, entry.span),
    selectionRange: toRange(lines, within(entry.selection, entry.span)),
    children: toDocumentSymbols(entry.children, lines),
  }));
}

export function toSymbolInformation(entries: readonly OutlineEntry[], uri: string, lines: LineTable, container = ''): SymbolInformation[] {
  return entries.flatMap((entry) => [
    {
      name: nameOf(entry),
      kind: OUTLINE_KINDS[entry.kind],
      location: { uri, range: toRange(lines, entry.span) },
      ...(container === '' ? {} : { containerName: container }),
    },
    ...toSymbolInformation(entry.children, uri, lines, nameOf(entry)),
  ]);
}

export function toHover(answer: HoverAnswer | undefined, lines: LineTable, markdown: boolean): Hover | null {
  if (!answer) return null;
  const contents = markdown
    ? { kind: MarkupKind.Markdown, value: answer.markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarks(answer.markdown) };
  return { contents, range: toRange(lines, answer.span) };
}

export function toLocations(targets: readonly Target[], ground: Ground): Location[] {
  const locations: Location[] = [];
  // Many in a row are in one document.
  let [uri, spelling, lines]: [string?, string?, LineTable?] = [];
  for (const target of targets) {
    if (target.uri !== uri) [uri, spelling, lines] = [target.uri, ground.spelling(target.uri), ground.lines(target.uri)];
    if (lines && spelling !== undefined) locations.push({ uri: spelling, range: toRange(lines, target.span) });
  }
  return locations;
}

export function toLinks(answer: DefinitionAnswer, lines: LineTable, ground: Ground): LocationLink[] {
  const originSelectionRange = toRange(lines, answer.origin);
  return toLocations(answer.targets, ground).map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

export function toHighlights(targets: readonly Target[], lines: LineTable): DocumentHighlight[] {
  return targets.map((target) => ({ range: toRange(lines, target.span), kind: DocumentHighlightKind.Text }));
}

export function toCorpusSymbols(symbols: readonly CorpusSymbol[], ground: Ground): SymbolInformation[] {
  return symbols.flatMap((symbol) => {
    const [location] = toLocations([symbol.target], ground);
    if (!location || symbol.name === '') return [];
    return [
      {
        name: symbol.name,
        kind: CORPUS_KINDS[symbol.kind],
        location,
        ...(symbol.container === '' ? {} : { containerName: symbol.container }),
      },
    ];
  });
}

export function toFoldingRanges(folds: readonly FoldAnswer[]): FoldingRange[] {
  return folds.map(({ startLine, endLine, kind }) => {
    const protocolKind = FOLD_KINDS[kind];
    return protocolKind === undefined ? { startLine, endLine } : { startLine, endLine, kind: protocolKind };
  });
}

export function toDocumentLinks(links: readonly LinkAnswer[], lines: LineTable): DocumentLink[] {
  return links.map((link) => ({ range: toRange(lines, link.span), target: link.target }));
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export function toDiagnostics(problems: readonly Problem[], lines: LineTable): Diagnostic[] {
  return problems.map((problem) => ({
    range: toRange(lines, problem.span),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    source: 'Verbatim',
    message: problem.message,
  }));
}

function nameOf(entry: OutlineEntry): string {
  return entry.name.trim() === '' ? '…' : entry.name;
}

function within(inner: Span, outer: Span): Span {
  const start = Math.max(outer.start, Math.min(inner.start, outer.end));
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}

/** Markdown as plain text: emphasis and link targets taken off, escapes undone. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
