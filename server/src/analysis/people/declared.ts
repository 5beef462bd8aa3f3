import { isRole } from '../../syntax/affiliation';
import { isPersonName } from '../../syntax/attendees';
import { HEAD } from '../../syntax/conventions';
import { readName } from '../../syntax/label';
import { namesOffice } from '../../syntax/offices';
import type { Transcript, Turn } from '../../syntax/tree';
import { partsOfKey, personKey } from './personKey';

/** Somebody whom the document names in full where it says who takes part. */
export interface Declared {
  readonly name: string;
  readonly titlePrefix?: string | undefined;
  /** What the line says they are, as written: "Chairman", "Managing Director". */
  readonly roles: readonly string[];
  /** Whether the line says that they preside. */
  readonly presides: boolean;
  /** Whether the line has them appear before the meeting: whatever office it gives them, they hold it elsewhere. */
  readonly appears: boolean;
  /** Capitals in brackets after the name: "Ada Quill (AQ)". */
  readonly abbreviation?: string | undefined;
}

/** How much of the text before the first turn is read, in UTF-16 units. */
const LONGEST_FRONT = 60_000;

/** Longest list between turns, in UTF-16 units. */
const LONGEST_LIST = 600;

/** What opens a list of those who come later: "Witnesses: Ada Quill, Clerk, gave evidence." */
const LATER_LIST = /^[ \t]*(?:witness(?:es)?:|examination of witness(?:es)?\b|statements? of |panel [ivx\d]+\b)/gim;
const LIST_END = /\bgave evidence\b|\n[ \t]*\r?\n|^[ \t]*(?:Q\d+ )?\p{Lu}[\p{L}. ]{2,40}: /gmu;

/** What parts the entries of a list, and a name from what somebody is. */
const SEPARATOR = /\r\n|[,;()[\]\n\r\t|]|\.{3,}|(?: \.){3,}| {3,}|\s(?:and|with)\s|\s[-–—]{1,2}\s|:\s/g;

/**
 * The full names before the first turn and in the headings between turns, in every order that lists have: "ADA QUILL,
 * Weirton, Chairman", "Quill, Hon. Ada, Chairman", "Statement of Ada Quill, …", "Ada Quill (Chair); Bo Tarn".
 * `wanted` are the family names (folded) that anybody asks for; others are passed over, unless `everybody` is asked for
 * by an office. Linear in what is read.
 */
export function declaredNames(transcript: Transcript, wanted: ReadonlySet<string>, everybody: boolean): readonly Declared[] {
  const isWanted: Wanted = (family, inverted = false) => wanted.has(family) || (everybody && !inverted);
  const first = startOfTalk(transcript);
  const front = transcript.text.slice(0, Math.min(first, LONGEST_FRONT));
  const found = namesIn(front, isWanted);
  for (const { heading } of transcript.sections) found.push(...namesIn(transcript.text.slice(heading.start, heading.end), isWanted));
  for (const paragraph of transcript.paragraphs) {
    const start = paragraph.pieces[0]?.start ?? 0;
    const end = paragraph.pieces.at(-1)?.end ?? 0;
    const stands = paragraph.kind === 'note' || paragraph.kind === 'heading';
    if (stands && start >= first && end - start < LONGEST_LIST) found.push(...namesIn(transcript.text.slice(start, end), isWanted));
  }
  for (const { index } of transcript.text.matchAll(LATER_LIST)) {
    if (index < first) continue;
    const list = transcript.text.slice(index, index + LONGEST_LIST);
    LIST_END.lastIndex = list.search(/\S\s/) + 1;
    found.push(...namesIn(list.slice(0, LIST_END.exec(list)?.index ?? list.length), isWanted));
  }
  return found;
}

/** Whether a stretch of text may hold a list of those who come later. */
export function mayList(text: string): boolean {
  LATER_LIST.lastIndex = 0;
  return LATER_LIST.test(text);
}

/** What opens a list of those who take part, where it is typed like a label. */
const LIST_LABEL = /\b(?:present|attendance|attending|attendees|appearances|participants|absent)$/i;

/**
 * Where people begin to talk. "MEMBERS PRESENT:", "CITY CLERK: Ada Quill" and "President: Mr. Quill . . . (Weirland)" are
 * lists, however much they look like turns.
 */
function startOfTalk({ text, turns }: Transcript): number {
  const talk = turns.findIndex((turn) => turn.span.end > HEAD || !(LIST_LABEL.test(turn.label.text) || onlyNames(text, turn)));
  return turns[Math.max(talk, 0)]?.span.start ?? 0;
}

/** Whether a turn of an office holds a name and no sentence. */
function onlyNames(text: string, { label, span }: Turn): boolean {
  if (!namesOffice(label.name)) return false;
  const said = text.slice(label.span.end, Math.min(span.end, label.span.end + LONGEST_LIST)).trim();
  const end = said.search(/(?: \.){3,}|\.{3,}|\(/);
  const name = (end < 0 ? said : said.slice(0, end)).trim();
  if (name.length > 60 || /[.?!:]$|\n/.test(name)) return false;
  const read = readName(name);
  return read?.shape === 'titled' || (read?.shape === 'full' && isPersonName(read.name));
}

interface Piece {
  readonly text: string;
  /** What stands before it. */
  readonly before: string;
}

/** Whether anybody asks for a family name; where it comes first, only the name itself shows that it is one. */
type Wanted = (family: string, inverted?: boolean) => boolean;

/** In the usual order first; the other readings are for those whom it does not find. */
function namesIn(written: string, isWanted: Wanted): Declared[] {
  // "ADA QUILL,\2\ CLERK" is marked with a note.
  const text = written.includes('\\') ? written.replace(/\\\d{1,3}\\/g, '') : written;
  const pieces = piecesOf(text);
  const found = readPieces(pieces, (piece) => fullName(piece.text, isWanted) ?? titledName(piece.text, isWanted));
  const known = new Set(found.map(familyOf));
  const missing: Wanted = (family, inverted) => isWanted(family, inverted) && !known.has(family);
  for (const each of readPieces(pieces, (piece, next) => (startsEntry(piece) ? invertedName(piece, next, missing) : undefined))) {
    found.push(each);
    known.add(familyOf(each));
  }
  // A name that the end of a line cuts: "Mr David" before "Heath".
  const joined = piecesOf(text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*(?=\S)/g, ' '));
  return [...found, ...readPieces(joined, (piece) => fullName(piece.text, missing))];
}

function familyOf({ name }: Declared): string | undefined {
  return partsOfKey(personKey(name), false).family;
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let before = '\n';
  for (const match of text.matchAll(SEPARATOR)) {
    const piece = text.slice(at, match.index).trim();
    if (piece !== '') pieces.push({ text: piece, before });
    // A bracket belongs to what stands before it, on the line above too.
    before = piece === '' && before.includes('\n') && !/[([]/.test(match[0]) ? before : match[0];
    at = match.index + match[0].length;
  }
  const rest = text.slice(at).trim();
  if (rest !== '') pieces.push({ text: rest, before });
  return pieces;
}

type Named = Pick<Declared, 'name' | 'titlePrefix'>;

/** What heads the witnesses of a list, and what heads others after them. */
const HEADS_WITNESSES = /^(?:examination of )?(?:the )?(?:list of )?witness(?:es)?\b/i;
const HEADS_OTHERS = /\b(?:members|present|attendance|panel|staff|officers|council|board|committee|subcommittee)\b/i;

/** Leads a name that appears before the meeting. */
const APPEARS =
  /^(?:prepared |opening |oral |rebuttal )?(?:statements?|testimony|remarks|evidence|examination|argument) (?:of|by|from)\b|^witness\b/i;

function readPieces(pieces: readonly Piece[], read: (piece: Piece, next: Piece | undefined) => Named | undefined): Declared[] {
  const found: Declared[] = [];
  let appears = false;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    if (startsEntry(piece)) {
      if (HEADS_WITNESSES.test(piece.text)) appears = true;
      else if (appears && HEADS_OTHERS.test(piece.text) && !piece.text.includes(',')) appears = false;
    }
    if (piece.text.length > 80) continue;
    const name = read(piece, pieces[index + 1]);
    if (!name) continue;
    const office = officeBefore(pieces, index);
    const roles: string[] = office === undefined ? [] : [office];
    let presides = office !== undefined && PRESIDES.test(office);
    for (let next = index + 1; next < pieces.length && next <= index + 6; next++) {
      const after = pieces[next] as Piece;
      if (startsEntry(after) || read(after, undefined)) break;
      if (PRESIDES.test(after.text)) presides = true;
      if (isRole(after.text)) roles.push(after.text);
    }
    // Of somebody whose name is no full one only the office is told.
    if (!name.name.includes(' ') && roles.length === 0 && !presides) continue;
    const short = pieces[index + 1];
    const abbreviation = short?.before === '(' && /^\p{Lu}{2,4}$/u.test(short.text) ? short.text : undefined;
    found.push({ ...name, roles, presides, appears: appears || APPEARS.test(piece.text) || hasPage(pieces, index), abbreviation });
  }
  return found;
}

const PRESIDES = /^(?:presid(?:ing|es|ed)\b|in the chair$)/i;

/** "Chair: Ada Quill", "Chair      Ada Quill", "IN THE CHAIR: ADA QUILL": the office that stands before a name. */
function officeBefore(pieces: readonly Piece[], index: number): string | undefined {
  const office = pieces[index - 1];
  const { before } = pieces[index] as Piece;
  if (!office || !startsEntry(office) || !(before.startsWith(':') || /^(?:\t|\|| {3,})$/.test(before))) return undefined;
  const written = office.text.replace(/^[#*_\s-]+|[*_\s]+$/g, '');
  return namesOffice(written) || PRESIDES.test(written) ? written : undefined;
}

/** Whether dots lead from an entry to the page where somebody is heard. */
function hasPage(pieces: readonly Piece[], index: number): boolean {
  return pieces.slice(index + 1, index + 8).some(({ before, text }) => before.startsWith('...') && /^\d{1,4}$/.test(text));
}

function startsEntry({ before }: Piece): boolean {
  return /[\n\r;\t|]| {3}/.test(before);
}

const LEAD =
  /^(?:(?:prepared |opening |oral |rebuttal )?(?:statements?|testimony|remarks|evidence|examination|questions?|interview|argument) (?:of|by|from|with)|witness(?:es)?|present|members present|chair(?:man|woman|person)?|from|by|present were|interviewe[er]|interviewed by|also present|the honou?rable|\*+|[-•*]|\d+\.)\s+/i;

/** "Lord Quill", "Mr. Tarn": enough where the line says what office they hold. */
function titledName(text: string, isWanted: Wanted): Named | undefined {
  if (text.length > 40 || !/^\p{Lu}\p{L}{0,9}\.? \p{Lu}/u.test(text)) return undefined;
  const read = readName(text);
  return read?.shape === 'titled' && !read.name.includes(' ') && isWanted(personKey(read.name))
    ? { name: inMixedCase(read.name), titlePrefix: read.titlePrefix }
    : undefined;
}

function fullName(text: string, isWanted: Wanted): Named | undefined {
  let bare = text.replace(/[*_]{1,3}/g, '').trim();
  for (let lead = LEAD.exec(bare); lead; lead = LEAD.exec(bare)) bare = bare.slice(lead[0].length);
  // "… Rayburn House Office Building, Hon. Ada Quill": cheap before what is dear.
  const last = /([\p{L}\p{M}'’-]+)[.\s]*(?:(?:Jr|Sr)\.?|I{2,3}|IV|MP|QC|KC|MBE|OBE|CBE|AM|AC|AO|TD|MSP|MS)?[.\s]*$/u.exec(bare)?.[1];
  if (last === undefined || !isWanted(personKey(last))) return undefined;
  const read = readName(bare);
  if (!read || (read.shape !== 'full' && read.shape !== 'titled')) return undefined;
  const words = read.name.split(' ').length;
  if (words < 2 || words > 4 || !isPersonName(read.name)) return undefined;
  // "Ada Quill Clerk" is the end of one line and the beginning of the next.
  if (words > 2 && namesOffice(last)) return undefined;
  // A sentence ends behind a name; what belongs to it is the full stop of "Jr." and of initials.
  const name = read.name.replace(/(?<=\p{L}{3})\.$/u, '');
  return { name: inMixedCase(name), titlePrefix: read.titlePrefix };
}

/** "Quill, Hon. Ada B.": the family name comes first. */
function invertedName(piece: Piece, next: Piece | undefined, isWanted: Wanted): Named | undefined {
  if (next?.before !== ',' || !isWanted(personKey(piece.text), true) || !/^\p{Lu}[\p{L}\p{M}'’ -]*$/u.test(piece.text)) return undefined;
  const given = readName(next.text);
  if (!given || (given.shape !== 'single' && given.shape !== 'full' && given.shape !== 'titled') || given.name.split(' ').length > 3)
    return undefined;
  // "Quill, Tarn, Elm" lists family names.
  if (given.shape === 'full' && isWanted(personKey(given.name.slice(given.name.lastIndexOf(' ') + 1)), true)) return undefined;
  if (given.titlePrefix === undefined && isWanted(personKey(given.name), true)) return undefined;
  return {
    name: inMixedCase(`${given.name} ${piece.text}`),
    titlePrefix: given.titlePrefix,
  };
}

/** "CHRISTOPHER J. McQUILL" as people write it: "Christopher J. McQuill". Names that have small letters of their own keep them. */
export function inMixedCase(name: string): string {
  return name.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word) => {
    if (word.length < 2 || word !== word.toUpperCase())
      return word.replace(
        /^(Mac|Mc|La|De|Van)(\p{Lu}{3,})$/u,
        (_, lead: string, rest: string) => lead + rest.charAt(0) + rest.slice(1).toLowerCase(),
      );
    if (/^(?:II|III|IV|JP|JR)$/.test(word)) return word;
    const lower = word.charAt(0) + word.slice(1).toLowerCase();
    return lower.replace(/^(Mc|[OD]['’])(\p{Ll})/u, (_, lead: string, letter: string) => lead + letter.toUpperCase());
  });
}
