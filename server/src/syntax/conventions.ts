import type { NameShape } from './label';

/**
 * How much each feature of a possible label speaks for its being one. The document's own evidence decides: a group of
 * equal labels is taken when its sum reaches `accept`. A new convention is a row here and a fixture in the tests.
 */
export const EVIDENCE = {
  /** The sum from which a group of equal labels is taken. */
  accept: 2,
  shape: { full: 1, titled: 1.5, office: 1, single: -0.5, phrase: -1 } satisfies Record<NameShape, number>,
  /** Typed in bold: prose rarely begins so. */
  bold: 1.5,
  /** Brackets with a role or an organisation after the name. */
  part: 1.5,
  honorific: 1.5,
  /** `Q12` before the name. */
  questionNumber: 1.5,
  /** `[00:12:34]` before the name or after it. */
  timed: 1.5,
  /** `Name :` is typed so in some languages; in others it is a table. */
  loose: -1,
  /** Typed unlike nearly all labels of the document. */
  rareTyping: -1,
  /** Stands at the start of a line but not of a paragraph. */
  insideParagraph: -1,
  /** The same label comes back, by number of appearances. */
  again: (times: number): number => (times >= 3 ? 2 : times === 2 ? 1.25 : 0),
  /** The document lists somebody of that name among its participants. */
  listed: 2,
  /** The document is full of labels typed the same way. One word alone ("Decision") may be typed so for other reasons. */
  sameTyping: { oneWord: 0.75, other: 1.5 },
} as const;

/** A document is a transcript when its labels are at least this many and, together, speak at least this clearly. */
export const TRANSCRIPT = {
  turns: 2,
  /** One speaker alone makes a transcript only with a role or an honorific. */
  speakers: 2,
} as const;
