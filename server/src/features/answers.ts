import type { Span } from '../text/span';

/** A stretch of a document of the corpus. */
export interface Target {
  readonly uri: string;
  readonly span: Span;
}

/** An entry of the outline. `name` and `detail` are shown to people. */
export interface OutlineEntry {
  readonly kind: 'header' | 'section' | 'attendee' | 'turn';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What to select when the entry is chosen; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** Markdown to show, and what it is about. */
export interface HoverAnswer {
  readonly markdown: string;
  readonly span: Span;
}

/** Jump targets, the best first, and the stretch of the asking document that they belong to. */
export interface DefinitionAnswer {
  readonly origin: Span;
  readonly targets: readonly Target[];
}

export interface FoldAnswer {
  /** 0-based lines, both included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'turn' | 'section' | 'header';
}

export interface LinkAnswer {
  readonly span: Span;
  /** A URL, as a browser takes it. */
  readonly target: string;
}

export interface CorpusSymbol {
  readonly kind: 'person' | 'acronym' | 'section';
  readonly name: string;
  /** Role, expansion or document, for people to tell equal names apart. */
  readonly container: string;
  readonly target: Target;
}

export interface Problem {
  /** Stable name of the kind of problem, e.g. `unclosed-bracket`; each has a page in docs/. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly span: Span;
}

export type TokenKind = 'speaker' | 'role' | 'organisation' | 'honorific' | 'acronym' | 'mention' | 'footnoteMark' | 'insertion';

export interface TokenAnswer {
  /** Within one line. */
  readonly span: Span;
  readonly kind: TokenKind;
  readonly definition: boolean;
}
