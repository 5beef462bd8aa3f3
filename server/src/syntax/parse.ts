import { Finder } from '../text/finder';
import { Flow, wordsOf } from '../text/flow';
import { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { affiliation } from './affiliation';
import { findAttendees, findSignatures } from './attendees';
import { blocksOf } from './blocks';
import { HEAD } from './conventions';
import { findDate } from './dates';
import { withCaptions } from './captions';
import { withClocks } from './clocks';
import { classify, type Classification, type ClassifiedLine } from './classify';
import { findFootnotes } from './footnotes';
import { findFurniture } from './furniture';
import { inferLabels } from './inferLabels';
import { findInsertions } from './insertions';
import { labelCandidates, type LabelCandidate } from './labelCandidates';
import type { NameParts } from './label';
import { joinParagraphs } from './paragraphs';
import { withoutMargins } from './margins';
import { sectionsOf } from './sections';
import { cutAtInlineLabels, textLines, type TextLine } from './textLines';
import type {
  Attendee,
  Footnote,
  Header,
  HeaderField,
  Insertion,
  Label,
  LabelStyle,
  Layout,
  Paragraph,
  SyntaxProblem,
  Transcript,
  Turn,
} from './tree';
import { inferWrap, isIndented, pageGap } from './wrap';

/**
 * Reads any text. Total: it never throws, and a text without turns is a `document`. Pure, and linear in the text.
 * `style` says how labels are typed, where a person knows it better than the text shows it.
 * The physical layer (hard wraps, page breaks, furniture) is undone in the tree, never in the text.
 */
export function parse(text: string, style: LabelStyle = 'automatic'): Transcript {
  return read(text, style).tree;
}

/** A tree and what it was read from, line by line, so that it can be told what an edit changes. */
export interface Reading {
  readonly tree: Transcript;
  /** All lines that hold text. */
  readonly all: readonly TextLine[];
  /** Those that are read on, without furniture. All indices are into these. */
  readonly lines: readonly TextLine[];
  readonly classified: readonly ClassifiedLine[];
  readonly startsParagraph: (index: number) => boolean;
  /** The lines that list participants, and the line before which they are looked for. */
  readonly lists: { readonly lines: ReadonlySet<number>; readonly end: number };
  /** How many lines look alike, by shape, of those that might be furniture. */
  readonly furnitureShapes: ReadonlyMap<string, number>;
}

/** As `parse`, and keeps what was found on the way. */
export function read(text: string, style: LabelStyle = 'automatic'): Reading {
  const lines = LineTable.of(text);
  const all = cutAtInlineLabels(text, withClocks(text, withCaptions(text, withoutMargins(text, textLines(text, lines)))));
  const wrap = inferWrap(text, all);
  const { furniture, shapes } = findFurniture(text, all, wrap);
  const { visible, afterFurniture } = withoutFurniture(all, furniture);
  const breaksPage = (index: number): boolean => afterFurniture.has(index) || (visible[index]?.gap ?? 0) >= pageGap(wrap);
  const startsParagraph = (index: number): boolean =>
    index === 0 ||
    breaksPage(index) ||
    (visible[index]?.gap ?? 0) >= (wrap === 'spaced' ? 2 : 1) ||
    visible[index]?.inline === true ||
    visible[index]?.clocked !== undefined ||
    isIndented(text, visible, index);

  const candidates = labelCandidates(text, visible, startsParagraph).filter((candidate) => isTyped(candidate, style));
  const listsEnd =
    candidates.find((candidate) => candidate.startsParagraph && !candidate.handle && !STANDS_IN_LISTS.has(candidate.separator))?.line ??
    visible.length;
  const listed = findAttendees(text, visible, listsEnd);
  const names = new Set([...listed.entries.flatMap((entry) => namesOf(entry.attendee)), ...introduced(text)]);
  const entries = new Set(listed.entries.map((entry) => entry.line));
  const { labels, repeats } = withoutRepeats(
    // Entries of a list stand alone on their lines, as some labels do.
    inferLabels(
      candidates.filter((candidate) => candidate.separator !== 'line' || !entries.has(candidate.line)),
      {
        text,
        isTold: style !== 'automatic',
        isListed: (name) => names.has(name.toLowerCase()),
        paragraphs: () => visible.filter((line, index) => line.caption === true || startsParagraph(index)).length,
      },
    ),
  );
  const attendees = listed.entries.filter((entry) => labels.length === 0 || entry.line < (labels[0] as LabelCandidate).line);
  const signatures = labels.length === 0 ? findSignatures(text, visible) : [];
  const labelLines = new Set(labels.map((label) => label.line));
  const footnotes = findFootnotes(
    text,
    visible,
    (index) => startsParagraph(index) && !labelLines.has(index),
    (index) => !startsParagraph(index) && !labelLines.has(index),
  );
  const classification = classify(text, visible, {
    labels,
    footnotes: footnotes.found,
    attendees: new Set(attendees.map((entry) => entry.line)),
    signatures: new Set(signatures.map((entry) => entry.line)),
    attendeeHeadings: listed.headings,
    startsParagraph,
  });
  const paragraphs = joinParagraphs(text, visible, classification.lines, labels, repeats, wrap, breaksPage);
  const turns = turnsOf(text, labels, paragraphs);
  const people: readonly Attendee[] = [...attendees, ...signatures].map((entry) => entry.attendee);
  const { insertions, unclosed } = insertionsOf(text, paragraphs, familyNames(turns, people));
  const tree: Transcript = {
    text,
    lines,
    kind: turns.length > 0 ? 'transcript' : 'document',
    layout: layoutOf(wrap, turns, labels),
    blocks: blocksOf(lines, all, furniture, classification.lines, labels),
    paragraphs,
    header: headerOf(text, visible, classification, titleOf(classification, listed.headings, labels), furniture, all, people),
    sections: sectionsOf(visible, classification.headings, listed.headings, labels),
    attendees: people,
    turns,
    footnotes: footnotesOf(footnotes.found, visible, paragraphs, footnotes.withoutText),
    insertions,
    problems: [
      ...unclosed.map((span): SyntaxProblem => ({ kind: 'unclosedBracket', span })),
      ...footnotes.withoutText.map((mark): SyntaxProblem => ({ kind: 'footnoteWithoutText', span: mark.span })),
    ].sort((a, b) => a.span.start - b.span.start),
  };
  const lists = { lines: new Set([...entries, ...listed.headings]), end: listsEnd };
  return { tree, all, lines: visible, classified: classification.lines, startsParagraph, lists, furnitureShapes: shapes };
}

/** What ends a label and stands in lists of participants too. */
const STANDS_IN_LISTS: ReadonlySet<LabelCandidate['separator']> = new Set(['line', 'space', '-']);

/** The lines that are read on, their gaps counted over the furniture between them. */
function withoutFurniture(
  all: readonly TextLine[],
  furniture: ReadonlySet<number>,
): { visible: readonly TextLine[]; afterFurniture: ReadonlySet<number> } {
  if (furniture.size === 0) return { visible: all, afterFurniture: new Set() };
  const visible: TextLine[] = [];
  const afterFurniture = new Set<number>();
  let gap = 0;
  let skipped = false;
  for (const [index, line] of all.entries()) {
    gap += line.gap;
    if (furniture.has(index)) {
      skipped = true;
      continue;
    }
    if (skipped) afterFurniture.add(visible.length);
    visible.push({ ...line, gap });
    gap = 0;
    skipped = false;
  }
  return { visible, afterFurniture };
}

/** Whether a candidate is typed as a person says that labels are. */
function isTyped({ separator, bold }: LabelCandidate, style: LabelStyle): boolean {
  if (style === 'automatic') return true;
  if (style === 'bold') return bold;
  const wanted = { none: [], colon: [':'], fullStop: ['.'], dash: ['—', '-'], ownLine: ['line'] } as const;
  return wanted[style].some((each) => each === separator);
}

/** What a label may call an attendee, in lower case: the name, what the document shortens it to, its initials. */
function namesOf({ name, abbreviation }: Attendee): readonly string[] {
  const initials = name.replace(/(\p{L})[^\s-]*[\s-]*/gu, '$1');
  return [name, abbreviation ?? initials].map((each) => each.toLowerCase());
}

const INTRODUCED = /\((\p{Lu}{2,4})\)/gu;
const ROLL = /^(?:\p{Lu}[\p{L}'’. -]{2,40} \(\p{Lu}{2,4}\)(?:, ?|; ?| and |\.?[ \r]*$)){2,}$/gmu;

/** What a document shortens names to in a line of nothing else at its head: "Ada Quill (AQ), Bo Tarn (BT)". In lower case. */
function introduced(text: string): readonly string[] {
  const head = text.slice(0, HEAD);
  if (!head.includes('), ') && !head.includes('); ')) return [];
  return [...head.matchAll(ROLL)].flatMap((roll) => [...roll[0].matchAll(INTRODUCED)].map((match) => (match[1] ?? '').toLowerCase()));
}

/**
 * In captions and chats every line names who speaks. What goes on with the same speaker is one turn: such labels open
 * none, and are not spoken.
 */
function withoutRepeats(taken: readonly LabelCandidate[]): {
  readonly labels: readonly LabelCandidate[];
  /** Offsets where the speech of a line begins, by the line’s index. */
  readonly repeats: ReadonlyMap<number, number>;
} {
  const repeats = new Map<number, number>();
  const labels: LabelCandidate[] = [];
  for (const label of taken) {
    const last = labels.at(-1);
    const same = last?.name.name === label.name.name && last.separator === label.separator && label.separator !== '>>';
    if (same && (label.caption || label.separator === 'chat')) repeats.set(label.line, label.end);
    else labels.push(label);
  }
  return { labels, repeats };
}

function turnsOf(text: string, labels: readonly LabelCandidate[], paragraphs: readonly Paragraph[]): readonly Turn[] {
  const members: number[][] = labels.map(() => []);
  for (const [index, paragraph] of paragraphs.entries()) if (paragraph.turn >= 0) members[paragraph.turn]?.push(index);
  const labelOf = labelReader(text);
  return labels.map((candidate, turn): Turn => {
    const label = labelOf(candidate);
    const indices = members[turn] ?? [];
    let words = 0;
    let end = label.span.end;
    let start: number | undefined;
    for (const index of indices) {
      const { kind, pieces } = paragraphs[index] as Paragraph;
      if (kind === 'note') continue;
      words += wordsOf(text, pieces);
      start ??= (pieces[0] as Span).start;
      end = (pieces.at(-1) as Span).end;
    }
    const last = start === undefined ? '' : text.slice(Math.max(start, end - 4), end);
    const interruption = /(?:--|—)["'”’]?$/.test(last) ? '--' : /(?:\.\.\.|…)["'”’]?$/.test(last) ? '...' : undefined;
    return {
      label,
      span: { start: label.span.start, end },
      paragraphs: indices,
      words,
      interruption,
      resumed: start !== undefined && (text.startsWith('--', start) || text.startsWith('—', start)),
      time: candidate.time,
    };
  });
}

/** What candidates say as labels. One that comes back as it was says the same. */
function labelReader(text: string): (candidate: LabelCandidate) => Label {
  const known = new Map<NameParts, Pick<Label, 'text' | 'role' | 'organisation'> & { readonly parts: readonly string[] }>();
  return (candidate) => {
    const { name, textStart } = candidate;
    const shift = (span: Span): Span => ({ start: textStart + span.start, end: textStart + span.end });
    const titled = name.titlePrefix !== undefined && name.titlePrefix !== '' && name.titleSpan !== undefined;
    let says = known.get(name);
    if (!says) {
      const parts = name.parts.map((part) => collapse(part.text));
      const { roles, organisation } = affiliation(parts);
      const role = roles.length > 0 ? roles.join('; ') : undefined;
      const written = collapse(text.slice(textStart, candidate.textEnd).replace(/\*\*|__/g, ''));
      known.set(name, (says = { text: written, parts, role, organisation: organisation || undefined }));
    }
    const { parts } = says;
    return {
      span: { start: candidate.start, end: candidate.end },
      text: says.text,
      name: name.name,
      nameSpan: shift(name.nameSpan),
      titlePrefix: titled ? collapse(name.titlePrefix ?? '') : undefined,
      titleSpan: titled && name.titleSpan ? shift(name.titleSpan) : undefined,
      honorifics: name.honorifics,
      honorificSpans: name.honorificSpans.map(shift),
      parts: name.parts.map((part, at) => ({ text: parts[at] ?? '', span: shift(part.span) })),
      role: says.role,
      organisation: says.organisation,
      style: candidate.bold ? 'bold' : 'plain',
    };
  };
}

function collapse(text: string): string {
  if (!/\s\s|^\s|\s$|[^\S ]/.test(text)) return text;
  return text.replace(/\s+/g, ' ').trim();
}

function layoutOf(wrap: Layout['wrap'], turns: readonly Turn[], candidates: readonly LabelCandidate[]): Layout {
  const bold = turns.filter((turn) => turn.label.style === 'bold').length;
  const labels = turns.length === 0 ? 'none' : bold === 0 ? 'plain' : bold === turns.length ? 'bold' : 'mixed';
  const ends = new Map<LabelCandidate['separator'], number>();
  for (const { separator } of candidates) ends.set(separator, (ends.get(separator) ?? 0) + 1);
  const [usual] = [...ends].sort((a, b) => b[1] - a[1]);
  return { wrap, labels, ...(usual ? { ends: usual[0] } : {}) };
}

/** Whether a word, in lower case, is the family name of somebody who speaks or is declared. */
export function familyNames(turns: readonly Turn[], attendees: readonly Attendee[]): (word: string) => boolean {
  const names = new Set<string>();
  for (const name of new Set([...turns.map((turn) => turn.label.name), ...attendees.map((attendee) => attendee.name)])) {
    const family = name.slice(name.lastIndexOf(' ') + 1);
    if (family !== '') names.add(family.toLowerCase());
  }
  return (word) => names.has(word);
}

function insertionsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  isSurname: (word: string) => boolean,
): { insertions: readonly Insertion[]; unclosed: readonly Span[] } {
  const insertions: Insertion[] = [];
  const unclosed: Span[] = [];
  const square = new Finder(text, '[');
  const round = new Finder(text, '(');
  for (const paragraph of paragraphs) {
    if (!paragraph.pieces.some((piece) => square.isIn(piece) || round.isIn(piece))) continue;
    const found = findInsertions(Flow.of(text, paragraph.pieces), paragraph.kind === 'note', isSurname);
    for (const insertion of found.insertions) insertions.push(insertion);
    for (const span of found.unclosed) unclosed.push(span);
  }
  insertions.sort((a, b) => a.span.start - b.span.start);
  return { insertions, unclosed };
}

/** The heading that names the whole: the first before anybody speaks; in a letter, the subject line below the letterhead. */
function titleOf(
  { lines, headings }: Classification,
  attendeeHeadings: ReadonlySet<number>,
  labels: readonly LabelCandidate[],
): Classification['headings'][number] | undefined {
  const firstLabel = labels[0]?.line;
  if (firstLabel === undefined && lines[0]?.kind !== 'header') return undefined;
  return headings.find(({ heading, line }) => !attendeeHeadings.has(line) && line < (firstLabel ?? lines.length) && !isDate(heading.title));
}

function isDate(title: string): boolean {
  const date = findDate(title);
  return date !== undefined && date.end - date.start > title.length / 2;
}

function headerOf(
  text: string,
  visible: readonly TextLine[],
  { lines, fields }: Classification,
  title: Classification['headings'][number] | undefined,
  furniture: ReadonlySet<number>,
  all: readonly TextLine[],
  people: readonly Attendee[],
): Header {
  const kept: HeaderField[] = [];
  for (const field of fields) if (!kept.some((other) => other.name === field.name)) kept.push(field);
  const add = (name: HeaderField['name'], value: string, span: Span): void => {
    if (!kept.some((field) => field.name === name)) kept.push({ name, value, span });
  };
  if (title && kept.length > 0) add('title', title.heading.title, visible[title.line] as TextLine);
  if (!kept.some((field) => field.name === 'body')) {
    for (const index of furniture) {
      const line = all[index] as TextLine;
      const content = text.slice(line.start, line.end).replace(/^#+\s*/, '');
      if (/\b(?:committee|council|assembly|board|inquiry|commission|parliament|office|authority|tribunal|court|panel)\b/i.test(content)) {
        add('body', content, line);
        break;
      }
    }
    const senders = people.filter((person) => person.kind === 'signature' && person.organisation);
    if (senders.length > 0)
      add('body', [...new Set(senders.map((person) => person.organisation))].join('; '), (senders[0] as Attendee).span);
  }
  const headerLines = visible.filter((_, index) => lines[index]?.kind === 'header');
  const first = headerLines[0];
  const last = headerLines.at(-1);
  kept.sort((a, b) => a.span.start - b.span.start);
  return { fields: kept, ...(first && last ? { span: { start: first.start, end: last.end } } : {}) };
}

function footnotesOf(
  found: readonly { marker: string; firstLine: number; references: readonly Span[] }[],
  visible: readonly TextLine[],
  paragraphs: readonly Paragraph[],
  withoutText: readonly { marker: string; span: Span }[],
): readonly Footnote[] {
  const at = new Map<number, number>();
  for (const [index, paragraph] of paragraphs.entries()) if (paragraph.kind === 'footnote') at.set(paragraph.pieces[0]?.start ?? -1, index);
  return [
    ...found.map((footnote): Footnote => ({
      marker: footnote.marker,
      references: footnote.references,
      paragraph: at.get(visible[footnote.firstLine]?.start ?? -1) ?? -1,
    })),
    ...withoutText.map((mark): Footnote => ({ marker: mark.marker, references: [mark.span], paragraph: -1 })),
  ];
}
