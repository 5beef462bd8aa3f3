import type { FoundFootnote } from './footnotes';
import { bareHeading, headsConversation, titleHeading, typedHeading, type Heading } from './headings';
import { readHeaderLine } from './header';
import type { LabelCandidate } from './labelCandidates';
import type { TextLine } from './textLines';
import type { BlockKind, HeaderField } from './tree';
import { isUnfinished, startsLower } from '../text/unicode';
import { CLOSINGS, SALUTATION } from './vocabulary';

export type LineKind = Exclude<BlockKind, 'blank' | 'label' | 'furniture'>;

/** What each line is, by index; a line that a label opens is `speech`. */
export interface ClassifiedLine {
  readonly kind: LineKind;
  /** Index of the turn it stands in, or -1. */
  readonly turn: number;
  /** Whether a paragraph begins here whatever the gap says. */
  readonly starts: boolean;
}

export interface Classification {
  readonly lines: readonly ClassifiedLine[];
  readonly headings: readonly { readonly heading: Heading; readonly line: number }[];
  readonly fields: readonly HeaderField[];
}

/** What has been found before, all by index into `lines`. */
export interface Findings {
  readonly labels: readonly LabelCandidate[];
  readonly footnotes: readonly FoundFootnote[];
  readonly attendees: ReadonlySet<number>;
  readonly signatures: ReadonlySet<number>;
  readonly attendeeHeadings: ReadonlySet<number>;
  readonly startsParagraph: (index: number) => boolean;
}

const LIST_ITEM = /^(?:[•◦▪●‣·]\s*\S|[*–-]\s+\S|\d{1,3}[.)]\s+\S|\([a-z\d]{1,3}\)\s+\S|[a-z]\)\s+\S)/i;
const BULLET = /^[•◦▪●‣]\s*\S/;

/** How many lines at a document's start may belong to its header. */
const HEADER_LINES = 60;

export function classify(text: string, lines: readonly TextLine[], found: Findings): Classification {
  const classified: ClassifiedLine[] = [];
  const headings: { heading: Heading; line: number }[] = [];
  const fields: HeaderField[] = [];
  const labelAt = new Map(found.labels.map((label, turn) => [label.line, turn]));
  const firstLabel = found.labels[0]?.line ?? -1;
  const footnoteAt = new Map<number, FoundFootnote>();
  for (const footnote of found.footnotes) for (let i = footnote.firstLine; i <= footnote.lastLine; i++) footnoteAt.set(i, footnote);

  let turn = -1;
  let labelEnds = -1;
  let inHeader = true;
  const put = (kind: LineKind, starts: boolean): void => {
    classified.push({
      kind,
      turn: kind === 'heading' || kind === 'header' || kind === 'footnote' || kind === 'attendee' || kind === 'signature' ? -1 : turn,
      starts,
    });
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as TextLine;
    const starts = found.startsParagraph(index);
    const labelled = labelAt.get(index);
    const content = text.slice(line.start, Math.min(line.end, line.start + 400));
    if (labelled !== undefined) {
      turn = labelled;
      labelEnds = (found.labels[labelled] as LabelCandidate).lastLine;
      inHeader = false;
      put('speech', true);
      continue;
    }
    if (index <= labelEnds) {
      put('speech', false);
      continue;
    }
    const footnote = footnoteAt.get(index);
    if (footnote) {
      put('footnote', footnote.firstLine === index);
      continue;
    }
    if (found.attendees.has(index) || found.signatures.has(index)) {
      put(found.attendees.has(index) ? 'attendee' : 'signature', true);
      continue;
    }
    if (starts && isNote(text, line)) {
      put('note', true);
      continue;
    }
    const heading = headingAt(text, lines, index, found, turn, firstLabel, inHeader);
    if (heading) {
      // Whatever a heading ends, it ends the turn before it too.
      turn = -1;
      headings.push({ heading, line: index });
      fields.push(...readHeaderLine(text, line).fields.filter((field) => inHeader && (index < HEADER_LINES || field.name === 'title')));
      put('heading', true);
      for (; index < heading.lastLine; index++) put('heading', false);
      continue;
    }
    if (inHeader && index < HEADER_LINES) {
      const header = readHeaderLine(text, line);
      const short = line.end - line.start <= 160;
      if (header.isField || (short && (header.fields.length > 0 || index < firstLabel))) {
        fields.push(...header.fields);
        put('header', true);
        continue;
      }
      if (firstLabel < 0 && (isBody(text, line) || isWrapped(text, line, lines[index + 1]))) inHeader = false;
      else if (firstLabel < 0 && short && isUnfinished(text, line.start, line.end) && !LIST_ITEM.test(content)) {
        put('header', true);
        continue;
      }
    }
    const isItem = starts ? LIST_ITEM.test(content) : BULLET.test(content) || (line.gap === 0 && /^[-–*]\s+\p{Lu}/u.test(content));
    put(turn >= 0 ? 'speech' : isItem ? 'listItem' : 'prose', isItem);
  }
  return { lines: classified, headings, fields };
}

function headingAt(
  text: string,
  lines: readonly TextLine[],
  index: number,
  found: Findings,
  turn: number,
  firstLabel: number,
  inHeader: boolean,
): Heading | undefined {
  const line = lines[index] as TextLine;
  if (found.attendeeHeadings.has(index))
    return typedHeading(text, lines, index) ?? { level: 2, title: text.slice(line.start, line.end), lastLine: index };
  if (!found.startsParagraph(index)) return undefined;
  const typed = typedHeading(text, lines, index) ?? (inHeader ? titleHeading(text, line, index) : undefined);
  if (typed) return typed;
  const next = lines[index + 1];
  const previous = lines[index - 1];
  const heading = bareHeading(text, line, index, {
    alone: next !== undefined && found.startsParagraph(index + 1),
    heads: next !== undefined && !/^[=\-~^]{3,}$/.test(text.slice(next.start, next.end)),
    afterSentence:
      previous === undefined ||
      !isUnfinished(text, previous.start, previous.end) ||
      previous.end - previous.start < 60 ||
      !isProse(text, previous),
  });
  if (!heading) return undefined;
  if (firstLabel < 0)
    return readHeaderLine(text, line).fields.some((field) => field.name !== 'title' && field.name !== 'body') ? undefined : heading;
  // Before the first turn a bare line is part of the header; between turns it takes more than its shape.
  if (index < firstLabel) return undefined;
  const beforeLabel = found.labels.some((label) => label.line === index + 1);
  return headsConversation(heading.title) && (turn < 0 || beforeLabel) ? heading : undefined;
}

/** Ends like a sentence, or is long: no line of a letterhead. */
function isBody(text: string, line: TextLine): boolean {
  const content = text.slice(line.start, Math.min(line.end, line.start + 80));
  return (
    line.end - line.start > 160 ||
    LIST_ITEM.test(content) ||
    SALUTATION.test(content) ||
    CLOSINGS.test(content) ||
    (!isUnfinished(text, line.start, line.end) && line.end - line.start > 60)
  );
}

/** The next line goes on with this one: a paragraph has begun. */
function isWrapped(text: string, line: TextLine, next: TextLine | undefined): boolean {
  return next !== undefined && next.gap === 0 && startsLower(text, next.start) && isUnfinished(text, line.start, line.end);
}

function isProse(text: string, line: TextLine): boolean {
  return line.end - line.start > 100 || startsLower(text, line.start);
}

/** A paragraph wholly in brackets, or a stage direction in brackets or italics. */
export function isNote(text: string, line: TextLine): boolean {
  if (line.end - line.start > 2000) return false;
  const content = text.slice(line.start, line.end).replace(/^#{1,6}\s+/, '');
  if (/^[*_]{0,3}\[[^\]]*\][.]?[*_]{0,3}$/.test(content)) return !/^[*_]{0,3}\[\^/.test(content);
  if (content.length > 120) return false;
  return /^[*_]{0,3}\([^()]+\)[.]?[*_]{0,3}$/.test(content) || /^\*[^*]+\*$/.test(content) || /^_[^_]+_$/.test(content);
}
