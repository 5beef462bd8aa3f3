import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import type { Layout } from '../syntax/tree';

/**
 * What the corpus needs to know of one document: small, serialisable, position-bearing facts.
 * Spans are UTF-16 offsets into the document's text; lists are in text order unless said otherwise.
 */
export interface Summary {
  readonly uri: string;
  readonly kind: 'transcript' | 'document';
  readonly layout: Layout;
  readonly lines: LineTable;
  readonly title?: string | undefined;
  /** The public body that met or wrote. */
  readonly body?: string | undefined;
  /** ISO 8601 date. */
  readonly date?: string | undefined;
  readonly sections: readonly SectionFact[];
  readonly turns: readonly TurnFact[];
  readonly definitions: readonly AcronymDefinition[];
  readonly uses: readonly AcronymUse[];
  readonly people: readonly PersonFact[];
  readonly mentions: readonly Mention[];
  /** Under which keys documents find each other: `corpusKeys` of the short forms it defines (`keys` of each) and uses (`lookups`), and of its people. */
  readonly keys: Uint32Array;
}

export interface SectionFact {
  readonly title: string;
  readonly heading: Span;
}

export interface TurnFact {
  readonly span: Span;
  readonly label: Span;
  readonly nameSpan: Span;
  /** Key of the speaker: `PersonFact.key`. */
  readonly person: string;
  readonly words: number;
}

export type DefinitionKind =
  /** "Long Form (SF)" */
  | 'longThenBracketed'
  /** "SF (long form)" */
  | 'shortThenBracketed'
  /** "SF [Long Form]", a gloss by the transcriber */
  | 'gloss'
  /** "SF, long form," or "Long Form, SF," between commas or dashes */
  | 'apposition'
  /** "known as SF", "which I shall call SF", "SF stands for …" */
  | 'spoken'
  /** "SF = long form", "SF – long form" as an entry of a list */
  | 'list';

/** A place where the text joins a short form with its long form. */
export interface AcronymDefinition {
  /** As written, plural and possessive endings taken off where the long form shows that they are endings. */
  readonly short: string;
  /** As written, over joined lines. */
  readonly long: string;
  readonly kind: DefinitionKind;
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /** Index into `turns` of the turn it stands in, or -1. */
  readonly turn: number;
}

/** A short form in the text; those inside definitions are uses too. */
export interface AcronymUse {
  /** As written, with its plural or possessive ending. */
  readonly form: string;
  readonly span: Span;
}

/** A person as one document shows them. */
export interface PersonFact {
  /** The same for the same person in every document: the folded name, e.g. "lucy bogue". */
  readonly key: string;
  /** The fullest name as written, without title and honorifics. */
  readonly name: string;
  readonly titlePrefix?: string | undefined;
  readonly honorifics: readonly string[];
  /** Every role the document gives them, in order of appearance, each once. */
  readonly roles: readonly RoleFact[];
}

export interface RoleFact {
  readonly role?: string | undefined;
  readonly organisation?: string | undefined;
  readonly source: 'label' | 'attendee' | 'signature' | 'text';
  readonly span: Span;
}

export type MentionForm = 'full' | 'given' | 'surname' | 'bracketed' | 'titleSurname';

/** A person named outside a label: in speech, in a list of attendees, in a signature. */
export interface Mention {
  readonly span: Span;
  /** As written, over joined lines. */
  readonly text: string;
  readonly form: MentionForm;
  /** `PersonFact.key`, or undefined where the text does not decide who is meant. */
  readonly person?: string | undefined;
  readonly where: 'speech' | 'attendee' | 'signature' | 'prose' | 'footnote' | 'heading';
}
