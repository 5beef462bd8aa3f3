import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';

/**
 * What a document is made of. Offsets are UTF-16, spans half-open, indices 0-based.
 * `blocks` is lossless: its spans follow each other without gap or overlap from 0 to the end of the text.
 * Everything else refers to places inside them.
 */
export interface Transcript {
  readonly text: string;
  readonly lines: LineTable;
  /** `transcript` when the document has turns; any other text is a `document`: read, but without speakers. */
  readonly kind: 'transcript' | 'document';
  readonly layout: Layout;
  readonly blocks: readonly Block[];
  /** Logical paragraphs in reading order: hard wraps, page breaks and furniture are undone here, never in the text. */
  readonly paragraphs: readonly Paragraph[];
  readonly header: Header;
  readonly sections: readonly Section[];
  readonly attendees: readonly Attendee[];
  readonly turns: readonly Turn[];
  readonly footnotes: readonly Footnote[];
  readonly insertions: readonly Insertion[];
  readonly problems: readonly SyntaxProblem[];
}

/** How a person says the labels of a document are typed, where the document does not show it by itself. */
export type LabelStyle = 'automatic' | 'none' | 'colon' | 'bold' | 'fullStop' | 'dash' | 'ownLine';

/** The conventions the document is typed in, as found in the document itself. */
export interface Layout {
  /** How paragraphs are typed: one line each; wrapped; wrapped with an empty line between all text lines. */
  readonly wrap: 'line' | 'wrapped' | 'spaced';
  /** How labels are typed; `none` when the document has no turns. */
  readonly labels: 'none' | 'plain' | 'bold' | 'mixed';
  /** What ends most of them: see `Separator`. */
  readonly ends?: ':' | '.' | '—' | '-' | 'line' | 'voice' | 'chat' | '>>' | 'space' | undefined;
}

export type BlockKind =
  'blank' | 'header' | 'heading' | 'attendee' | 'label' | 'speech' | 'prose' | 'listItem' | 'footnote' | 'note' | 'furniture' | 'signature';

/** A stretch of the text of one kind. A `label` ends inside a line; all others end at the end of a line. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** A paragraph as a reader reads it. `Flow.of(text, pieces)` gives its joined text. */
export interface Paragraph {
  readonly kind: Exclude<BlockKind, 'blank' | 'label' | 'furniture'>;
  /** The physical stretches, in order, without white space at their ends; never empty, each within one line. The label of a turn is not part of it. */
  readonly pieces: readonly Span[];
  /** Index into `turns`, or -1 outside of turns. A footnote that stands inside a turn has -1. */
  readonly turn: number;
}

/** One speaker's uninterrupted stretch. */
export interface Turn {
  readonly label: Label;
  /** From the label's first character to the last character of the last line of speech, without its line break. */
  readonly span: Span;
  /** Indices into `paragraphs`, ascending: the speech and the notes that stand in it, footnotes left out. */
  readonly paragraphs: readonly number[];
  /** Words of speech: runs without white space, over joined lines. */
  readonly words: number;
  /** How the turn breaks off, if it does: cut by another (`--`) or trailing off (`...`). */
  readonly interruption?: '--' | '...' | undefined;
  /** Whether the turn begins with `--`, going on from an earlier one. */
  readonly resumed: boolean;
  /** The time of day or of the recording at which it begins, as written: "10:31", "00:12:34". */
  readonly time?: string | undefined;
}

/** The text that opens a turn and names the speaker. */
export interface Label {
  /** With its bold marks, question number and separator. */
  readonly span: Span;
  /** As written, without bold marks and separator. */
  readonly text: string;
  /** The speaker's name without title and honorifics. */
  readonly name: string;
  readonly nameSpan: Span;
  /** "Commander", "Dr", "Mr" … as written. */
  readonly titlePrefix?: string | undefined;
  readonly titleSpan?: Span | undefined;
  /** "MBE", "AM" … in the order written. */
  readonly honorifics: readonly string[];
  readonly honorificSpans: readonly Span[];
  /** The bracketed parts in order, brackets left out. */
  readonly parts: readonly LabelPart[];
  /** What the label says they are: roles and offices joined by "; ". */
  readonly role?: string | undefined;
  readonly organisation?: string | undefined;
  readonly style: 'plain' | 'bold';
}

export interface LabelPart {
  readonly text: string;
  readonly span: Span;
}

export interface HeaderField {
  /** `date` and the times are normalised in `value` (ISO 8601, `HH:MM`) and as written in the text. */
  readonly name: 'title' | 'date' | 'body' | 'location' | 'startTime' | 'finishTime' | 'agendaItem';
  readonly value: string;
  readonly span: Span;
}

export interface Header {
  readonly fields: readonly HeaderField[];
  /** The stretch that holds the header, when there is one. */
  readonly span?: Span | undefined;
}

/** A headed part. Sections nest by level; a section reaches to the next heading of its level or above. */
export interface Section {
  readonly title: string;
  /** 1 is the outermost. */
  readonly level: number;
  readonly heading: Span;
  readonly span: Span;
}

/** A declared participant: an entry of a list of members, a signature, or somebody the header names. */
export interface Attendee {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly titlePrefix?: string | undefined;
  readonly honorifics: readonly string[];
  readonly role?: string | undefined;
  readonly organisation?: string | undefined;
  /** What the document shortens the name to: "AQ" in a table of names, or in brackets after it. */
  readonly abbreviation?: string | undefined;
  readonly kind: 'listed' | 'signature';
}

export interface Footnote {
  /** As written: "1", "*", "[2]". */
  readonly marker: string;
  /** The marks in running text, at least one. */
  readonly references: readonly Span[];
  /** Index into `paragraphs` of the footnote's text, or -1 for a reference without text. */
  readonly paragraph: number;
}

export type InsertionKind =
  'surname' | 'givenName' | 'title' | 'honorific' | 'role' | 'date' | 'completion' | 'gloss' | 'note' | 'inaudible' | 'other';

/** `[…]` added by the transcriber, or `(inaudible)`, `(?)`. The span includes the brackets. */
export interface Insertion {
  readonly kind: InsertionKind;
  readonly span: Span;
  /** Without the brackets, over joined lines. */
  readonly text: string;
}

/** What is certainly wrong and can be seen without understanding the text. */
export interface SyntaxProblem {
  readonly kind: 'unclosedBracket' | 'footnoteWithoutText';
  readonly span: Span;
}
