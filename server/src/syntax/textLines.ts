import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { isSpace } from '../text/unicode';

/** A physical line that holds more than white space. */
export interface TextLine {
  /** 0-based line of the document. */
  readonly line: number;
  /** Offset of the first character that is not white space. */
  readonly start: number;
  /** Offset after the last character that is not white space. */
  readonly end: number;
  /** Number of blank lines between this line and the text line before it (or the start of the text). */
  readonly gap: number;
  /** Columns of white space before the text. */
  readonly indent: number;
  /** Whether it begins inside a physical line, at a label typed there. */
  readonly inline?: true | undefined;
  /** What was taken off its start: a line number, or the time and the name of who typed it. */
  readonly margin?: Margin | undefined;
  /** Whether it is certainly furniture: a line number alone, the timing of a caption. */
  readonly furniture?: true | undefined;
  /** Whether it is the text of a caption. */
  readonly caption?: true | undefined;
  /** What it is made of, where it is a name and a time and nothing else, as others of the document are. */
  readonly clocked?: NameAndTime | undefined;
}

export interface NameAndTime {
  readonly name: Span;
  /** As written, without brackets. */
  readonly time?: string | undefined;
}

export interface Margin {
  /** Offset where it begins. */
  readonly start: number;
  /** As written, without brackets. */
  readonly time?: string | undefined;
  readonly typist?: Span | undefined;
  /** Whether the typist may be a scribe, who types what others say. */
  readonly mayScribe?: boolean | undefined;
}

/** The lines that hold text, in order. */
export function textLines(text: string, lines: LineTable): readonly TextLine[] {
  const found: TextLine[] = [];
  let gap = 0;
  for (let line = 0; line < lines.count; line++) {
    const from = lines.startOf(line);
    let start = from;
    let end = lines.endOf(line);
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    if (start === end) {
      gap++;
      continue;
    }
    while (isSpace(text.charCodeAt(end - 1))) end--;
    found.push({ line, start, end, gap, indent: start - from });
    gap = 0;
  }
  return found;
}

/**
 * Cuts lines at labels that begin inside them, as texts do whose line breaks were lost: a title and a name in capitals
 * after the end of a sentence ("… any questions? MR. ABLE. One."), or what may be a label after a tag. Lines without one are left as they are.
 */
export function cutAtInlineLabels(text: string, lines: readonly TextLine[]): readonly TextLine[] {
  const tagged = taggedLabels(text);
  const others = [...(tagged.length < FEWEST_TAGGED ? [] : tagged), ...inlineExchanges(text)];
  const cuts = others.length === 0 ? inlineLabels(text) : [...inlineLabels(text), ...others].sort((a, b) => a - b);
  if (cuts.length < 2) return lines;
  const cut: TextLine[] = [];
  let next = 0;
  for (const line of lines) {
    while (next < cuts.length && (cuts[next] as number) <= line.start) next++;
    let start = line.start;
    for (; next < cuts.length && (cuts[next] as number) < line.end; next++) {
      const end = endBefore(text, start, cuts[next] as number);
      // Nothing but tags stands before it.
      if (end <= start) {
        start = cuts[next] as number;
        continue;
      }
      cut.push(pieceOf(line, start, end));
      start = cuts[next] as number;
    }
    cut.push(start === line.start ? line : pieceOf(line, start, Math.max(endBefore(text, start, line.end), start + 1)));
  }
  return cut;
}

/** What stands from `start` to `end` of a line. The gap is before its first piece. */
function pieceOf(line: TextLine, start: number, end: number): TextLine {
  return start === line.start ? { ...line, end } : { ...line, start, end, gap: 0, inline: true };
}

/** The end of what stands before an offset, without white space and tags of a markup language. */
function endBefore(text: string, start: number, offset: number): number {
  let end = offset;
  for (;;) {
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    const from = Math.max(start, end - LONGEST_TAG);
    const tag = text.charAt(end - 1) === '>' ? text.slice(from, end).lastIndexOf('<') : -1;
    if (tag < 0) return end;
    end = from + tag;
  }
}

/** Fewer tags before labels than this are an accident, not how a record is marked up. */
const FEWEST_TAGGED = 5;
const LONGEST_TAG = 40;
const TAG_BEFORE_LABEL = /<\/?[a-z][\w-]{1,30}>\s?(?=\p{Lu}[^<>:;?!\n]{1,120}:\s)/giu;

/** Offsets of what may be labels after tags that part speeches: `</speech><speech>Mr. Able: …`. */
function taggedLabels(text: string): readonly number[] {
  if (!text.includes('</')) return [];
  return [...text.matchAll(TAG_BEFORE_LABEL)].map((match) => match.index + match[0].length);
}

/** Fewer questions inside lines than this are quoted. */
const FEWEST_EXCHANGES = 5;
const AFTER_SENTENCE = /[.?!:)\]"”’—-]\s?(?:\d{1,2}\s)?$/;

/** Offsets of questions and answers inside lines whose breaks were lost: "… your full name. A. Yes. Q. And then?" */
function inlineExchanges(text: string): readonly number[] {
  const questions = inlineMarks(text, 'Q. ');
  if (questions.length < FEWEST_EXCHANGES) return [];
  const answers = inlineMarks(text, 'A. ');
  return answers.length * 3 < questions.length ? [] : [...questions, ...answers];
}

function inlineMarks(text: string, mark: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const before = text.slice(Math.max(0, at - 5), at);
    if (!/[\r\n]\s*$/.test(before) && AFTER_SENTENCE.test(before)) found.push(at);
  }
  return found;
}

/** Offsets where `cutAtInlineLabels` may cut, tags aside; whether it does at questions and answers, the whole document shows. */
export function possibleCuts(text: string): readonly number[] {
  return [...inlineLabels(text), ...inlineMarks(text, 'Q. '), ...inlineMarks(text, 'A. ')];
}

/** The title or office of a label typed inside a line; what stands around it is looked at only where one is found. */
const INLINE_TITLE =
  /(?:CHAIR(?:MAN|WOMAN)?|M(?:RS?|S|ISS)|DR|GOVERNOR|PRESIDENT|SECRETARY|SENATOR|JUSTICE|SPEAKER|COURT|WITNESS|CLERK|SEVERAL)[.:(\s]/g;
const NAME = "(?:M[ac]{1,2})?\\p{Lu}[\\p{Lu}'’™-]+";
const FULL_NAME = `(?:\\p{Lu}\\.\\s?){0,2}${NAME}(?: ${NAME}){0,2}`;
/** After the title: a name, perhaps a second speaker, perhaps a doubt. */
const AFTER_TITLE = new RegExp(
  `\\.?\\s*${FULL_NAME}(?: (?:&|AND) [\\p{Lu}.]+ ${FULL_NAME})?(?:\\s?\\(\\?\\))?[.:](?=\\s|\\[|$|\\p{Lu}\\p{Ll})`,
  'uy',
);
/** Offices need no name. */
const AFTER_OFFICE = /(?:\s?\(\?\))?[.:](?=\s|\[|$)/y;
const OFFICE = /^(?:CHAIR|CHAIRMAN|CHAIRWOMAN|SPEAKER|COURT|WITNESS|CLERK|SEVERAL|PRESIDENT)$/;
const BEFORE_TITLE = /[^\p{L}\s&,>]\s{0,3}((?:VICE|ACTING|DEPUTY|CHIEF|THE|HON\.?) )?(?<!\bHON\. ?)$/u;

/** Offsets of labels typed in capitals after the end of a sentence, wherever in a line. */
function inlineLabels(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(INLINE_TITLE)) {
    const before = BEFORE_TITLE.exec(text.slice(Math.max(0, match.index - 14), match.index));
    if (!before) continue;
    const end = match.index + match[0].length - 1;
    AFTER_TITLE.lastIndex = end;
    AFTER_OFFICE.lastIndex = end;
    if (AFTER_TITLE.test(text) || (OFFICE.test(match[0].slice(0, -1)) && AFTER_OFFICE.test(text)))
      found.push(match.index - (before[1]?.length ?? 0));
  }
  return found;
}
