import { keepsShape } from '../syntax/keepsShape';
import { findInsertions, type FoundInsertions } from '../syntax/insertions';
import { familyNames, read, type Reading } from '../syntax/parse';
import type { LabelStyle, Paragraph, Transcript } from '../syntax/tree';
import { Flow } from '../text/flow';
import type { LineTable, Patch, Place } from '../text/lineTable';
import { countWords } from '../text/unicode';
import type { FactInText } from './factInText';
import { mayDeclare } from './people/examinations';
import { factsIn, findFacts, type Findings } from './summarise';
import type { Summary } from './summary';

/** What a person typed: `text` in place of what stood between two places of the text before it. */
export interface Change {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** A line that was typed in, and in place of what. */
interface EditedLine {
  readonly patch: Patch;
  readonly typed: string;
  /** How many more words the turn has. */
  readonly words: number;
  readonly turn: number;
}

/** More lines than this are not typed in without a reading in between. */
const MOST_LINES = 50;

/** How far before a line a list may begin that goes on in it, in UTF-16 units. */
const LIST_REACH = 700;

/**
 * An open text. It is read whole once; words that are typed inside a speech afterwards cost what their paragraph costs,
 * since all that is known keeps its offsets and only the way from offsets to places changes (`LineTable.patched`). That
 * is done only where nothing but words has changed: the lines are what they were (`keepsShape`), and the paragraph says
 * what it said (`factsIn`). Whatever else is typed, the whole is read anew. What is known is at any time what a reading
 * of the text as it is would find, but for the words of the tree’s turns, which only the summary counts anew.
 */
export class EditedText {
  private constructor(
    private readonly reading: Reading,
    private readonly findings: Findings,
    private readonly edited: readonly EditedLine[],
    /** Its spans are offsets of the text as last read whole: `summary.lines` leads to where they stand now. */
    readonly summary: Summary,
  ) {}

  static of(uri: string, text: string, style: LabelStyle): EditedText {
    const reading = read(text, style);
    const findings = findFacts(uri, reading.tree);
    return new EditedText(reading, findings, [], findings.summary);
  }

  /** Of the text as last read whole; so are its words. */
  get tree(): Transcript {
    return this.reading.tree;
  }

  /** The text as it is now. Costs what it is long. */
  get text(): string {
    const whole = this.tree.text;
    if (this.edited.length === 0) return whole;
    const parts: string[] = [];
    let at = 0;
    for (const { patch, typed } of [...this.edited].sort((a, b) => a.patch.start - b.patch.start)) {
      parts.push(whole.slice(at, patch.start), typed);
      at = patch.end;
    }
    return [...parts, whole.slice(at)].join('');
  }

  /** After the changes, each made in the text that the one before it leaves; undefined where the text must be read whole. */
  after(changes: readonly Change[]): EditedText | undefined {
    let edited = this.edited;
    for (const change of changes) {
      const next = this.with(edited, change);
      if (!next) return undefined;
      edited = next;
    }
    return this.showing(edited);
  }

  private showing(edited: readonly EditedLine[]): EditedText {
    const base = this.findings.summary;
    const turns = [...base.turns];
    for (const { turn, words } of edited) {
      const fact = turns[turn];
      if (fact) turns[turn] = { ...fact, words: fact.words + words };
    }
    const lines = base.lines.patched(edited.map((each) => each.patch));
    return new EditedText(this.reading, this.findings, edited, { ...base, lines, turns });
  }

  private with(edited: readonly EditedLine[], { start, end, text }: Change): readonly EditedLine[] | undefined {
    const { line } = start;
    const { lines } = this.tree;
    if (end.line !== line || line >= lines.count || end.character < start.character) return undefined;
    const before = edited.find((each) => each.patch.line === line);
    const others = edited.filter((each) => each !== before);
    // What stands near each other may be read together.
    if (others.length >= MOST_LINES || others.some((each) => isNear(this.tree, each.patch, line))) return undefined;
    const whole = { start: lines.startOf(line), end: lines.endOf(line) };
    const original = this.tree.text.slice(whole.start, whole.end);
    const now = before ? splice(original, before.patch.start - whole.start, before.patch.end - whole.start, before.typed) : original;
    // A place beyond the end of a line means its end, before its break: there the whole is read.
    if (end.character > now.replace(/[\r\n]+$/, '').length || /[\r\n]/.test(text)) return undefined;
    const next = splice(now, start.character, end.character, text);
    if (next === original) return others;
    const difference = differenceOf(original, next);
    const after = this.edit(line, whole.start, difference, others.length > 0);
    return after && [...others, after];
  }

  private edit(line: number, lineStart: number, { start, end, typed }: Difference, others: boolean): EditedLine | undefined {
    const replacement = { start: lineStart + start, end: lineStart + end, text: typed };
    const index = keepsShape(this.reading, replacement, others);
    const paragraph = index === undefined ? undefined : this.tree.paragraphs[index];
    if (!paragraph) return undefined;
    const { flow, facts } = this.readingOf(paragraph);
    const [from, to] = [flow.indexOf(replacement.start), flow.indexOf(replacement.end)];
    const text = splice(flow.text, from, to, typed);
    if (!this.saysTheSame(facts, text, from, to, typed.length) || this.mayDeclare(replacement)) return undefined;
    return {
      patch: { line, start: replacement.start, end: replacement.end, length: typed.length },
      typed,
      words: countWords(text) - countWords(flow.text),
      turn: paragraph.turn,
    };
  }

  /** What a paragraph said when the whole was read; gathered once, and asked for at every letter typed in it. */
  private readingOf(paragraph: Paragraph): ParagraphReading {
    let known = paragraphReadings.get(paragraph);
    if (!known) {
      const flow = Flow.of(this.tree.text, paragraph.pieces);
      paragraphReadings.set(paragraph, (known = { flow, facts: this.allIn(flow.text) }));
    }
    return known;
  }

  private allIn(text: string): readonly FactInText[] {
    return [...factsIn(text, this.findings), ...insertionsIn(text, this.tree)];
  }

  private saysTheSame(before: readonly FactInText[], after: string, from: number, to: number, length: number): boolean {
    const growth = length - (to - from);
    const moved = (facts: readonly FactInText[], edge: number, by: number): string | undefined => {
      const all: unknown[] = [];
      for (const { says, places } of facts) {
        // What touches the place may be another word by now.
        if (places.some((place) => place >= from && place <= edge)) return undefined;
        all.push(
          says,
          places.map((place) => (place > edge ? place - by : place)),
        );
      }
      return JSON.stringify(all);
    };
    const was = moved(before, to, 0);
    return was !== undefined && was === moved(this.allIn(after), from + length, growth);
  }

  /** Whether the place is one where the document may say who asks and who answers. */
  private mayDeclare({ start, end, text }: { readonly start: number; readonly end: number; readonly text: string }): boolean {
    const whole = this.tree.text;
    const [from, to] = [Math.max(0, start - LIST_REACH), Math.min(whole.length, end + LIST_REACH)];
    return mayDeclare(whole.slice(from, to)) || mayDeclare(whole.slice(from, start) + text + whole.slice(end, to));
  }
}

interface ParagraphReading {
  readonly flow: Flow;
  readonly facts: readonly FactInText[];
}

/** Those of a paragraph that was typed in, for as long as its tree is known. */
const paragraphReadings = new WeakMap<Paragraph, ParagraphReading>();

/** Gathered once for each reading of a whole text. */
const surnames = new WeakMap<Transcript, (word: string) => boolean>();

function surnamesOf(tree: Transcript): (word: string) => boolean {
  let known = surnames.get(tree);
  if (!known) surnames.set(tree, (known = familyNames(tree.turns, tree.attendees)));
  return known;
}

function insertionsIn(text: string, tree: Transcript): readonly FactInText[] {
  if (!/[[(]/.test(text)) return [];
  const flow = Flow.of(text, [{ start: 0, end: text.length }]);
  const { insertions, unclosed }: FoundInsertions = findInsertions(flow, false, surnamesOf(tree));
  return [
    ...insertions.map(({ kind, text: content, span }) => ({ says: `${kind} ${content}`, places: [span.start, span.end] })),
    ...unclosed.map((span) => ({ says: 'unclosed', places: [span.start, span.end] })),
  ];
}

/** Whether two lines are so near that a label or a paragraph may reach over both. */
function isNear({ lines }: { readonly lines: LineTable }, patch: Patch, line: number): boolean {
  const [first, last] = patch.line < line ? [patch.line, line] : [line, patch.line];
  return lines.startOf(last) - lines.endOf(first) < LIST_REACH * 2 || last - first < 40;
}

interface Difference {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

/** The shortest stretch of `before` that differs from `after`, and what stands there. */
function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, end: before.length - same, typed: after.slice(start, after.length - same) };
}

function splice(text: string, start: number, end: number, typed: string): string {
  return text.slice(0, start) + typed + text.slice(end);
}
