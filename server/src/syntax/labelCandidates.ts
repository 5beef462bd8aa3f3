import type { Span } from '../text/span';
import { isUnfinished, SENTENCE_ENDS } from '../text/unicode';
import { readBeforeLabel } from './beforeLabel';
import { asWritten, mayBeSecond, readName, type NameParts } from './label';
import { isCaseless, SPEAKER_MARKS } from './caseless';
import { captionEnd, labelAt } from './labelEnds';
import { handleEnd, LONGEST_HANDLE, type LabelEnd, type Separator } from './labelReading';
import type { NameAndTime, TextLine } from './textLines';

/** A place where a label may stand: its words have the shape of one. Whether it is one, the document decides. */
export interface LabelCandidate {
  /** Index of the text line it begins on, and of the one it ends on. */
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  /** Offset after the separator and closing bold marks. */
  readonly end: number;
  /** The label as written, without bold marks and separator: offsets. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly bold: boolean;
  readonly separator: Separator;
  /** A question number stands before it. */
  readonly questionNumber: boolean;
  /** The time that stands before or after it, as written. */
  readonly time?: string | undefined;
  /** White space stands between it and its colon. */
  readonly loose: boolean;
  /** No white space stands after its separator. */
  readonly glued: boolean;
  /** It is an item of a list. */
  readonly bullet: boolean;
  /** `>>` stands before it. */
  readonly change: boolean;
  /** The line is one of a chat. */
  readonly typed: boolean;
  /** The line is one of a caption. */
  readonly caption: boolean;
  /** What follows it on its line is no speech. */
  readonly field: boolean;
  readonly name: NameParts;
  /** Equal for labels that name the same: title and name, folded. */
  readonly key: string;
  /** Equal for labels typed the same way. */
  readonly typing: string;
  /** It is written in small letters, as people call themselves in chats. */
  readonly handle: boolean;
  /** Whether a blank line, a change of page or the start of the text comes before it. */
  readonly startsParagraph: boolean;
  /** Whether the text line before it ends a sentence. */
  readonly opensSentence: boolean;
}

/** Longest label in UTF-16 units, over all its lines. */
const LONGEST = 240;

/** How many more lines a label may take that a wrap cuts. */
const MOST_LINES = 3;

const FIRST = new RegExp(`[\\p{Lu}\\p{Lt}\\p{Lo}\\d*_[(<>•–${SPEAKER_MARKS}-]`, 'u');

/** All candidates, in order. Looks at no more than the first `LONGEST` units of each line. */
export function labelCandidates(
  text: string,
  lines: readonly TextLine[],
  isParagraphStart: (index: number) => boolean,
): readonly LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let index = 0; index < lines.length; index++) {
    const candidate = labelCandidateAt(text, lines, index, isParagraphStart);
    if (!candidate) continue;
    found.push(candidate);
    index = candidate.lastLine;
  }
  return found;
}

/** The candidate that begins on one line. Looks at no more than the few lines around it. */
export function labelCandidateAt(
  text: string,
  lines: readonly TextLine[],
  index: number,
  isParagraphStart: (index: number) => boolean,
): LabelCandidate | undefined {
  const line = lines[index] as TextLine;
  if (line.furniture) return undefined;
  const typist = line.margin?.typist;
  if (!typist && !line.clocked && !mayOpen(text, line, () => isParagraphStart(index))) return undefined;
  const startsParagraph = isParagraphStart(index);
  const typed = text.slice(line.start, Math.min(line.end, line.start + LONGEST));
  const { window, lastLine } = windowAt(text, lines, index, typed, startsParagraph);
  const before = readBeforeLabel(window);
  const next = lines[index + 1];
  const alone =
    next !== undefined &&
    next.gap <= 1 &&
    (startsParagraph || standsBetweenSpeeches(text, line, lines[index - 1])) &&
    line.end - line.start < LONGEST &&
    (before.length === 0 || before.time !== undefined);
  let label =
    line.margin?.mayScribe === false
      ? undefined
      : labelAt(window, before.length, line.end - line.start, alone && !before.bullet && before.number === undefined);
  if (!label && window !== typed && !typist) label = labelAt(typed, before.length, typed.length, false);
  if (!label && (typist ? line.margin?.mayScribe : startsParagraph || before.bullet)) label = handleEnd(window, before.length);
  const follows = label?.separator === ':' ? text.slice(line.start + label.end, line.end) : '';
  if (label?.separator === ':' && listsNames(follows, typist !== undefined || before.bullet) && (typist || !goesOn(text, next)))
    return undefined;
  if (label?.separator === ':' && label.name.shape === 'office' && CODE.test(follows.slice(0, 40))) return undefined;
  if (!label && (line.caption || before.time !== undefined)) {
    const voice = captionEnd(window, before.length, line.end - line.start);
    // After a time programs put their parts into brackets too.
    if (line.caption || voice?.name.shape === 'office') label = voice;
  }
  if (!label && line.clocked && next) label = clockedEnd(text, line, line.clocked);
  if (!label && before.change) label = changeOfSpeaker(window, before.length);
  if (typist && label?.separator === '-') label = undefined;
  if (!label && typist) label = typistOf(text, line.start, typist);
  if (label?.separator === ':' && label.name.shape === 'single' && follows.trim() === '' && isLinks(text, next)) return undefined;
  if (label && before.bullet && label.separator === ':' && isField(text, line.start + label.end, line.end)) return undefined;
  if (label && !startsParagraph && !line.caption && !typist && isRestOfName(label, text, lines[index - 1])) return undefined;
  return label && candidate(label);

  function candidate(found: LabelEnd): LabelCandidate {
    const end = line.start + found.end;
    let last = lastLine;
    while (last > index && (lines[last] as TextLine).start >= end) last--;
    const previous = lines[index - 1];
    const time = before.time ?? found.time ?? line.margin?.time;
    return {
      line: index,
      lastLine: last,
      start: found.separator === 'chat' ? (line.margin?.start ?? line.start) : line.start,
      end,
      textStart: line.start + found.textStart,
      textEnd: line.start + found.textEnd,
      bold: found.typed === 'bold',
      separator: found.separator,
      // A bare number counts the items of any list.
      questionNumber: before.number?.startsWith('Q') === true,
      time,
      loose: found.separator === ':' && /\s$/.test(window.slice(found.textStart, found.textEnd)),
      glued: found.glued,
      bullet: before.bullet,
      change: before.change,
      typed: typist !== undefined,
      caption: line.caption === true,
      field: found.separator === ':' && isField(text, end, line.end),
      name: found.name,
      key: keyOf(found),
      typing: `${before.bullet ? 'item ' : ''}${found.typed} ${found.separator} ${found.handle ? 'small' : isInCapitals(found.name) ? 'capitals' : 'mixed'}`,
      handle: found.handle === true,
      startsParagraph: startsParagraph || time !== undefined || typist !== undefined || before.tagged,
      opensSentence: previous === undefined || before.tagged || !isUnfinished(text, previous.start, previous.end),
    };
  }
}

/** Whether a label may begin on the line, by its first letters: cheap before what is dear. */
function mayOpen(text: string, line: TextLine, startsParagraph: () => boolean): boolean {
  if (FIRST.test(text.charAt(line.start))) return !isProse(text, line);
  return text.slice(line.start, Math.min(line.end, line.start + LONGEST_HANDLE)).includes(':') && startsParagraph();
}

/** "Ada Quill (Weirton, ABC)" after the end of a sentence, where no empty lines part the speeches; entries of lists end none. */
function standsBetweenSpeeches(text: string, line: TextLine, previous: TextLine | undefined): boolean {
  return previous !== undefined && text.charAt(line.end - 1) === ')' && !isUnfinished(text, previous.start, previous.end);
}

/** A capital and then a small word that no label has there, which most lines begin with: cheap before what is dear. */
function isProse(text: string, line: TextLine): boolean {
  SECOND_WORD.lastIndex = line.start;
  const match = SECOND_WORD.exec(text);
  return match !== null && SECOND_WORD.lastIndex <= line.end && !mayBeSecond(match[1] ?? '');
}

const SECOND_WORD = /\p{Lu}[\p{L}'’]*,? (\p{Ll}[^\s:]*)(?=\s)/uy;

/** "May it please the" before "Court:", "Thank you, Mr." before "Chairman.": a wrap cuts what is said before an office or one word. */
function isRestOfName({ separator, name }: LabelEnd, text: string, previous: TextLine | undefined): boolean {
  if (!previous || separator === '>>' || (name.shape !== 'office' && name.shape !== 'single') || name.parts.length > 0) return false;
  return !OWN_OPENING.test(name.name) && opensName(text, previous.start, previous.end);
}

/** "The Court:" needs no word from the line before. */
const OWN_OPENING = /^(?:the|an?|mr|mrs|ms|madam)\b/i;
const OPENING = /(?:^|[^\p{L}\p{M}])(?:the|an?|your|my|our|M(?:rs?|s)\.?|Madam|M(?:RS?|S)\.|MADAM)$/u;
const LONGEST_OPENING = 8;

/** Whether a line ends in an article or a title, whose noun or name must stand on the next. */
export function opensName(text: string, start: number, end: number): boolean {
  return OPENING.test(text.slice(Math.max(start, end - LONGEST_OPENING), end));
}

/** "DeBOUR", "McABLE" are in capitals. */
const SMALL_PREFIX = /(?<!\p{L})(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz)(?=\p{Lu}{2})/u;

/** Of an office its noun tells: "Sra. PRESIDENTA", "The SPEAKER pro tempore". */
function isInCapitals({ name, shape }: NameParts): boolean {
  const noun = shape === 'office' ? (/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/u.exec(name) ?? /\p{L}{2,}(?=\P{L}*$)/u.exec(name))?.[0] : undefined;
  const telling = noun ?? name.replace(SMALL_PREFIX, '');
  return !/\p{Ll}/u.test(telling);
}

function keyOf({ separator, name }: LabelEnd): string {
  const place = separator === 'line' || separator === '-' ? `${separator} ` : '';
  return `${place}${name.titlePrefix === undefined ? '' : `${name.titlePrefix} `}${name.name}`.toLowerCase();
}

/** The text a label may stand in: its line, and the next where a wrap leaves a bracket open or an office without its bracket. */
function windowAt(
  text: string,
  lines: readonly TextLine[],
  index: number,
  typed: string,
  startsParagraph: boolean,
): { readonly window: string; readonly lastLine: number } {
  const line = lines[index] as TextLine;
  let window = typed;
  let lastLine = index;
  while (lastLine < index + MOST_LINES && line.start + window.length === (lines[lastLine] as TextLine).end) {
    const next = lines[lastLine + 1];
    if (!next || next.gap > 1 || next.end - line.start > LONGEST * 2) break;
    if (!isOpen(window) && !(startsParagraph && lastLine === index && isOfficeCut(window, text.slice(next.start, next.end)))) break;
    window = text.slice(line.start, Math.min(next.end, line.start + LONGEST));
    lastLine++;
  }
  return { window, lastLine };
}

/** "The Secretary of State for Rivers and" before "Weirs (Ada Able):", or an office before "(Ada Able):". */
function isOfficeCut(line: string, next: string): boolean {
  return (
    /^(?:\**(?:The|THE|Le|La|An)\s)/.test(line) && !/[:.?!]/.test(line) && /^[^:.?!]{0,90}\([^()]{3,80}(?:\([^()]*\))?\)?\**:/.test(next)
  );
}

/** "Chair: Ada Quill, Bo Tarn": names and nothing else, without a full stop, are a list of people, no speech; `Chair: Ada` is typed so at the head of a chat. */
function listsNames(rest: string, mayBeSingle: boolean): boolean {
  const list = rest.trim();
  if (list.length < 2 || list.length > 400 || SENTENCE_ENDS.includes(list.slice(-1)) || list.endsWith(':') || / \p{Ll}{4,}/u.test(list))
    return false;
  return list.split(/[,;、，；]/).every((piece) => {
    const shape = readName(piece)?.shape;
    // In a chat everybody goes by one name, and so may who holds an office in a list.
    return shape === 'full' || shape === 'titled' || (shape === 'single' && (mayBeSingle || isShortCaseless(piece)));
  });
}

/** "山田太郎" in a roll of officers. */
function isShortCaseless(piece: string): boolean {
  return piece.trim().length <= LONGEST_CASELESS && isCaseless(piece);
}

const LONGEST_CASELESS = 4;

/** A wrap cuts what follows a label: "Madam Speaker: Hon Minority" and then "Leader, do we allow it?". Entries have a colon each. */
function goesOn(text: string, next: TextLine | undefined): boolean {
  return next?.gap === 0 && /^[^:]*[^:\s]$/.test(text.slice(next.start, next.end));
}

/** "**News:**" over a list of links. */
function isLinks(text: string, line: TextLine | undefined): boolean {
  return line !== undefined && /^[-*•–] .*\]\(http/.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST)));
}

/** An address of the web, links, a code of letters and digits, or a time, and nothing else. */
const FIELD =
  /^\s*(?:<?https?:\S+|\[[^\]]*\]\(\S*\).*|(?=\S*\d)(?=\S*[a-z])[\w/+=.-]{8,}[;,)]*|\d{1,2}[.:h]\d{2}(?:\s?[–—-]\s?\d{1,2}[.:h]\d{2})?\s?(?:[ap]\.?m\.?|uhr|hrs?|h)?\.?)$/i;
/** A roll has dot leaders after the name. */
const LEADERS = ' . . . . . .';
const LONGEST_FIELD = 200;

/** Whether the rest of a line is what no speech is. */
function isField(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_FIELD) return false;
  const rest = text.slice(from, to);
  return rest.includes(LEADERS) || FIELD.test(rest);
}

/** `WITNESS: WEIR-W-0414`: a field that gives somebody’s number, without a full stop. */
const CODE = /^\s*\p{Lu}[\p{Lu}\d]*(?:[-/][\p{Lu}\d]+)*[-/]\d{2,}$/u;

/** `>> Thank you.`: somebody else speaks, and nothing says who. */
function changeOfSpeaker(window: string, end: number): LabelEnd {
  const marks = window.lastIndexOf('>', end);
  const start = window.indexOf('>');
  return {
    separator: '>>',
    textStart: start,
    textEnd: marks + 1,
    end,
    name: { ...asWritten('>>', 'office'), nameSpan: { start: 0, end: marks + 1 - start } },
    typed: 'plain',
    glued: false,
  };
}

/** A name with a time that is written like no name: "Quill, Ada", "ada", "Meeting Room 2". */
function clockedEnd(text: string, line: TextLine, { name, time }: NameAndTime): LabelEnd {
  const written = text.slice(name.start, name.end);
  const known = readName(written);
  return {
    separator: line.caption ? 'voice' : 'line',
    textStart: name.start - line.start,
    textEnd: name.end - line.start,
    end: line.end - line.start,
    name: known && known.shape !== 'phrase' ? known : asWritten(written, 'full'),
    typed: 'plain',
    glued: false,
    time,
  };
}

/** `<ada> hello`: the line is Ada’s, whose name stands in the margin. */
function typistOf(text: string, lineStart: number, typist: Span): LabelEnd {
  return {
    separator: 'chat',
    textStart: typist.start - lineStart,
    textEnd: typist.end - lineStart,
    end: 0,
    name: asWritten(text.slice(typist.start, typist.end), 'single'),
    typed: 'plain',
    glued: false,
  };
}

function isOpen(window: string): boolean {
  let depth = 0;
  for (const char of window) {
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (char === ':' && depth <= 0) return false;
  }
  return depth > 0;
}
