import type { NameShape } from './label';
import type { Separator } from './labelReading';

/**
 * How much each feature of a possible label speaks for its being one. The document's own evidence decides: a group of
 * equal labels is taken when its sum reaches `accept`. A new convention is a row here and a fixture in the tests.
 */
export const EVIDENCE = {
  /** The sum from which a group of equal labels is taken. */
  accept: 2,
  shape: {
    full: 1,
    titled: 1.5,
    office: 1,
    initials: 0,
    single: -0.5,
    phrase: -1,
    // `Q` and `A` count only beside what shows an examination.
    exchange: -10,
  } satisfies Record<NameShape, number>,
  /** What ends the label: `Name:`, `Mr. Name.`, `Mr NAME—`, `Name - `, a line of its own, `<v Name>`, `<name>`, `>>`, `Q ` or `A `, or a wide space. */
  separator: { ':': 0, '.': 0, '—': -0.5, '-': -2, line: -1.5, voice: 3, chat: 3, '>>': 1, space: 0 } satisfies Record<Separator, number>,
  /** Typed in bold: prose rarely begins so. */
  bold: 1.5,
  /** Brackets with a role or an organisation after the name. */
  part: 1.5,
  honorific: 1.5,
  /** `Q12` before the name. */
  questionNumber: 1.5,
  /** `[00:12:34]` before the name or after it. */
  timed: 1.5,
  /** `>>` before the name. */
  change: 1.5,
  /** The line of a chat, in which a scribe names who speaks; or of a caption. */
  typed: 0.5,
  /** `Name :` is typed so in some languages; in others it is a table. */
  loose: -1,
  /** `Name:Text`, where a space was lost. */
  glued: -0.5,
  /** An item of a list that is no conversation. */
  bullet: -1,
  /** Typed unlike nearly all labels of the document. */
  rareTyping: -1,
  /** Stands at the start of a line but not of a paragraph. */
  insideParagraph: -1,
  /** The same label comes back, by number of appearances. */
  again: (times: number): number => (times >= 3 ? 2 : times === 2 ? 1.25 : 0),
  /** A person says that labels are typed so: all that could be one by its words is one. */
  told: 2.5,
  /** A title and a name where many others are introduced so. */
  introduced: 0.5,
  /** The document lists somebody of that name, or with these initials, among its participants. */
  listed: 2,
  /** The document is full of labels typed the same way. One word alone ("Decision") may be typed so for other reasons. */
  sameTyping: { oneWord: 0.75, other: 1.5, initials: 2 },
  /** What follows the labels typed this way reads like people talking to each other: see `CONVERSATION`. */
  conversation: 1,
  /** Where a dash stands between spaces, it must. */
  conversationAfterDashes: 2,
  /** Bold type before such a dash. */
  boldBeforeDash: 1,
  /** An address of the web, a time alone or dot leaders follow each of them. */
  field: -2,
} as const;

/** When labels of one typing read like people talking in turns. */
export const CONVERSATION = {
  /** So many labels, and so many of them by names that come back three times; or one, and `talking` that come back. */
  labels: 6,
  returning: 2,
  /** This share of what follows them is sentences. */
  sentences: 0.6,
  /** Or so many go by one word of a full name. */
  namesakes: 3,
  /** This share of the document's paragraphs begins with one. */
  coverage: 0.25,
  /** In notes, whose remarks may be in small letters and items of a list: so many names that come back, if no scribe types them, and so much of this. */
  talking: 3,
  spokenInNotes: 0.2,
  /** This share of what follows labels says what people say to each other: see `SPOKEN`. */
  spoken: 0.1,
  /** Or this share says in whole sentences what is: see `STATES`. */
  stated: 0.5,
  /** So much of it is in English that it would be seen if they did. */
  english: 0.5,
  /** The same order over and over is a table, no conversation. */
  sameOrder: 0.8,
} as const;

/** So many labels on lines of their own, and this share of all of them, have a time: then all labels have. */
export const TIMED = { least: 5, share: 0.7 } as const;

/** A document is a transcript when its labels are at least this many and, together, speak at least this clearly. */
export const TRANSCRIPT = {
  turns: 2,
  /** One speaker alone makes a transcript only with a role or an honorific. */
  speakers: 2,
  /** So many changes of speaker in captions. */
  changes: 3,
  /** So many different people with titles are introduced. */
  introduced: 5,
  /** So many pairs of `Q.` and `A.` make a record where the document says that somebody is examined. */
  exchanges: 2,
  /** So many questions each have their answer where nothing but a space sets `Q` and `A` apart from what is said. */
  bareExchanges: 3,
} as const;

/** Words at the head of a document, or on a line of their own, that show an examination or an interview. */
export const EXAMINATION =
  /\b(?:examination|deposition|examined by|sworn|affirmed|duly|oral history|interview(?:ee|er|ed)?|testimony|proceedings|hearing|transcript|briefing|press conference)\b|^\s*BY M(?:R|S|RS|ISS)\b/im;

/** Words at the head of a document whose questions nobody in particular asks. */
export const FREQUENT_QUESTIONS = /\b(?:frequently asked|common) questions\b|\bFAQs?\b/i;

/** How far into a document it is looked at for what it says of itself as a whole, in UTF-16 units. */
export const HEAD = 4000;
