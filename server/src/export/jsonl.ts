import type { Summary } from '../analysis/summary';
import type { Attendee, Footnote, HeaderField, Section, Transcript, Turn } from '../syntax/tree';
import type { LineTable } from '../text/lineTable';
import { layoutInWords } from './layoutInWords';

/**
 * One document as data. `transcript.schema.json` describes it. Lines are 1-based, offsets count UTF-16 units,
 * and what the document does not say is null.
 */
export interface TranscriptRecord {
  readonly path: string;
  readonly kind: 'transcript' | 'document';
  /** The layout in people's words, empty for a document. */
  readonly layout: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly date: string | null;
  readonly location: string | null;
  readonly turns: readonly TurnRecord[];
  readonly sections: readonly { readonly line: number; readonly level: number; readonly title: string }[];
  readonly attendees: readonly AttendeeRecord[];
  readonly acronyms: readonly { readonly line: number; readonly short: string; readonly long: string; readonly kind: string }[];
  readonly people: readonly PersonRecord[];
  readonly furniture: readonly number[];
  readonly footnotes: readonly FootnoteRecord[];
}

export interface TurnRecord {
  readonly line: number;
  readonly endLine: number;
  readonly offset: number;
  /** The person whom the label means, where the document says so; else as the label names them. Without title and honorifics. */
  readonly speaker: string;
  readonly label: string;
  readonly titlePrefix: string | null;
  readonly honorifics: readonly string[];
  readonly roles: readonly string[];
  readonly organisation: string | null;
  readonly words: number;
  /** How the turn breaks off, or null. */
  readonly interrupted: '--' | '...' | null;
  readonly resumed: boolean;
  /** The time of day or of the recording at which the turn begins, as written, or null. */
  readonly time: string | null;
}

export interface AttendeeRecord {
  readonly line: number;
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
}

export interface PersonRecord {
  /** The same for the same person in every document. */
  readonly id: string;
  readonly name: string;
  readonly turns: number;
  readonly mentions: readonly { readonly line: number; readonly text: string }[];
}

export interface FootnoteRecord {
  readonly marker: string;
  readonly refLine: number | null;
  readonly lines: readonly number[];
}

/** A line of JSON Lines, with its line break. */
export function jsonLine(record: TranscriptRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** `path` is repeated as the caller names the document. */
export function transcriptRecord(path: string, transcript: Transcript, summary: Summary): TranscriptRecord {
  const { lines } = transcript;
  const names = new Map(summary.people.map(({ key, name }) => [key, name]));
  const lineOf = (offset: number): number => lines.lineAt(offset) + 1;
  const header = (name: HeaderField['name']): string | null => transcript.header.fields.find((field) => field.name === name)?.value ?? null;
  return {
    path,
    kind: transcript.kind,
    layout: layoutInWords(summary),
    title: summary.title ?? header('title'),
    body: summary.body ?? header('body'),
    date: summary.date ?? header('date'),
    location: header('location'),
    turns: transcript.turns.map((turn, index) =>
      turnRecord(turn, names.get(summary.turns[index]?.person ?? '') ?? turn.label.name, lineOf),
    ),
    sections: transcript.sections.map(({ heading, level, title }: Section) => ({ line: lineOf(heading.start), level, title })),
    attendees: transcript.attendees.map((attendee) => attendeeRecord(attendee, lineOf)),
    acronyms: summary.definitions.map(({ shortSpan, short, long, kind }) => ({ line: lineOf(shortSpan.start), short, long, kind })),
    people: peopleRecords(summary, lineOf),
    furniture: furnitureLines(transcript),
    footnotes: transcript.footnotes.map((footnote) => footnoteRecord(footnote, transcript, lineOf)),
  };
}

function turnRecord(
  { span, label, words, interruption, resumed, time }: Turn,
  speaker: string,
  lineOf: (offset: number) => number,
): TurnRecord {
  return {
    line: lineOf(span.start),
    endLine: lineOf(Math.max(span.start, span.end - 1)),
    offset: span.start,
    speaker,
    label: label.text,
    titlePrefix: label.titlePrefix ?? null,
    honorifics: label.honorifics,
    roles: label.role === undefined ? [] : label.role.split('; '),
    organisation: label.organisation ?? null,
    words,
    interrupted: interruption ?? null,
    resumed,
    time: time ?? null,
  };
}

function attendeeRecord({ span, name, role, organisation }: Attendee, lineOf: (offset: number) => number): AttendeeRecord {
  return { line: lineOf(span.start), name, role: role ?? null, organisation: organisation ?? null };
}

function peopleRecords(summary: Summary, lineOf: (offset: number) => number): readonly PersonRecord[] {
  const turns = new Map<string, number>();
  for (const turn of summary.turns) turns.set(turn.person, (turns.get(turn.person) ?? 0) + 1);
  const mentions = new Map<string, { line: number; text: string }[]>();
  for (const { person, span, text } of summary.mentions) {
    if (person === undefined) continue;
    const known = mentions.get(person);
    const mention = { line: lineOf(span.start), text };
    if (known) known.push(mention);
    else mentions.set(person, [mention]);
  }
  return summary.people.map(({ key, name }) => ({
    id: key.replace(/ /g, '-'),
    name,
    turns: turns.get(key) ?? 0,
    mentions: mentions.get(key) ?? [],
  }));
}

function furnitureLines({ blocks, lines }: Transcript): readonly number[] {
  return blocks.filter((block) => block.kind === 'furniture').flatMap(({ span }) => linesBetween(lines, span.start, span.end));
}

function footnoteRecord(footnote: Footnote, transcript: Transcript, lineOf: (offset: number) => number): FootnoteRecord {
  const reference = footnote.references[0];
  const pieces = transcript.paragraphs[footnote.paragraph]?.pieces ?? [];
  return {
    marker: footnote.marker,
    refLine: reference ? lineOf(reference.start) : null,
    lines: pieces.map((piece) => lineOf(piece.start)),
  };
}

/** The 1-based lines that hold the characters from `start` up to, not including, `end`. */
function linesBetween(lines: LineTable, start: number, end: number): number[] {
  const first = lines.lineAt(start);
  const last = lines.lineAt(Math.max(start, end - 1));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i + 1);
}
