import { affiliation } from './affiliation';
import { readName } from './label';
import type { TextLine } from './textLines';
import type { Attendee } from './tree';
import { ATTENDEE_HEADING, BODY_NOUNS, CLOSINGS, ROLE_MODIFIERS, ROLE_NOUNS } from './vocabulary';

/** A declared participant and the text line that declares them (an index into the lines given). */
export interface AttendeeLine {
  readonly line: number;
  readonly attendee: Attendee;
}

export interface AttendeeList {
  readonly entries: readonly AttendeeLine[];
  /** Indices of the lines that head a list of participants. */
  readonly headings: ReadonlySet<number>;
}

const LONGEST_ENTRY = 200;

/**
 * Lists under a heading such as "Members:", inline lists ("Present: A; B"), and, before `firstLabel` (an index into
 * `lines`), entries that stand alone with the name in bold.
 */
export function findAttendees(text: string, lines: readonly TextLine[], firstLabel: number): AttendeeList {
  const entries: AttendeeLine[] = [];
  const headings = new Set<number>();
  for (let index = 0; index < Math.min(lines.length, firstLabel); index++) {
    const line = lines[index] as TextLine;
    if (line.clocked || line.end - line.start > 1000) continue;
    const content = text.slice(line.start, line.end);
    if (headsList(content)) {
      const list = readList(text, lines, index + 1, firstLabel);
      if (list.length === 0) continue;
      headings.add(index);
      entries.push(...list);
      index = list.at(-1)?.line ?? index;
      continue;
    }
    const rows = readTable(text, lines, index);
    if (rows.length > 0) {
      entries.push(...rows);
      index = rows.at(-1)?.line ?? index;
      continue;
    }
    const inline = INLINE_LIST.exec(content);
    if (inline) {
      entries.push(...readInline(text, lines, index, line.start + inline[0].length));
      continue;
    }
    const bold = BOLD_ENTRY.exec(content);
    if (bold) {
      const entry = readEntry(text, line.start, line.end, 'listed');
      if (entry && entry.name.includes(' ') && (entry.role ?? entry.organisation)) entries.push({ line: index, attendee: entry });
    }
  }
  return { entries, headings };
}

const INLINE_LIST =
  /^[*_]*(?:members(?: present)?|present|also present|in attendance|witnesses|attendees|participants)[*_]*:[*_]*\s+(?=\S)/i;
const BOLD_ENTRY = /^\*\*([^*:]{3,60}?),?\*\*,?\s+(?=[^\s:])/;

function headsList(content: string): boolean {
  return ATTENDEE_HEADING.test(content.replace(/^[#*_\s]+|[*_\s]+$/g, '').replace(/[*_]/g, ''));
}

/** Whether a line by itself may be, or open, a list of participants. */
export function mayListAttendees(text: string, line: TextLine): boolean {
  const content = text.slice(line.start, Math.min(line.end, line.start + 1001));
  return /[|\t]/.test(content) || INLINE_LIST.test(content) || BOLD_ENTRY.test(content) || headsList(content);
}

/** The signatures that follow the close of a letter. */
export function findSignatures(text: string, lines: readonly TextLine[]): readonly AttendeeLine[] {
  const closing = lines.findIndex((line) => line.end - line.start < 60 && CLOSINGS.test(text.slice(line.start, line.end)));
  if (closing < 0) return [];
  const entries: AttendeeLine[] = [];
  for (let index = closing + 1; index < lines.length && index <= closing + 12; index++) {
    const line = lines[index] as TextLine;
    if (line.end - line.start > LONGEST_ENTRY) break;
    const attendee = readEntry(text, line.start, line.end, 'signature');
    if (attendee?.name.includes(' ') && !isRoleWord(attendee.name.split(' ')[0])) entries.push({ line: index, attendee });
  }
  return entries;
}

function readList(text: string, lines: readonly TextLine[], from: number, firstLabel: number): AttendeeLine[] {
  const entries: AttendeeLine[] = [];
  const step = lines[from + 1]?.gap ?? 0;
  for (let index = from; index < Math.min(lines.length, firstLabel); index++) {
    const line = lines[index] as TextLine;
    if (line.clocked || line.end - line.start > LONGEST_ENTRY || (index === from ? line.gap > 2 : line.gap > Math.min(step, 1))) break;
    const attendee = readEntry(text, line.start, line.end, 'listed');
    if (!attendee || !attendee.name.includes(' ')) break;
    entries.push({ line: index, attendee });
  }
  return entries;
}

const NAME_COLUMN = /^(?:full )?names?$|^attendees?$|^participants?$|^delegates?$|^members?$|^speakers?$/i;
const SHORT_COLUMN = /^(?:abbrev|initial|acronym|short|nick|handle|tla)/i;
const BODY_COLUMN = /^(?:organi[sz]ation|affiliation|company|employer|body|member company|institution)/i;
const ROLE_COLUMN = /^(?:role|position|title|office)$/i;

/** The rows of a table with a column of names, which `|` or tabs part: `| Name | Abbreviation | Organisation |`. */
function readTable(text: string, lines: readonly TextLine[], index: number): AttendeeLine[] {
  const head = cellsOf(text, lines[index]);
  const name = head.findIndex((cell) => NAME_COLUMN.test(cell.text));
  if (head.length < 2 || name < 0) return [];
  const column = (pattern: RegExp): number => head.findIndex((cell, at) => at !== name && pattern.test(cell.text));
  const [short, body, role] = [column(SHORT_COLUMN), column(BODY_COLUMN), column(ROLE_COLUMN)];
  // Anything has a name: a second column shows that people have these.
  if (/name/i.test(head[name]?.text ?? '') && Math.max(short, body, role) < 0) return [];
  const entries: AttendeeLine[] = [];
  for (let row = index + 1; row < lines.length && (lines[row] as TextLine).gap === 0; row++) {
    const cells = cellsOf(text, lines[row]);
    if (cells.length < 2) break;
    const cell = cells[name];
    if (!cell || /^[\s:|-]*$/.test(cell.text)) continue;
    const entry = readEntry(text, cell.start, cell.start + cell.text.length, 'listed');
    if (!entry) continue;
    const said = (at: number): string | undefined => (at < 0 ? undefined : cells[at]?.text || undefined);
    const abbreviation = said(short) ?? entry.abbreviation;
    const organisation = said(body) ?? entry.organisation;
    const office = said(role) ?? entry.role;
    entries.push({
      line: row,
      attendee: {
        ...entry,
        ...(abbreviation === undefined ? {} : { abbreviation }),
        ...(organisation === undefined ? {} : { organisation }),
        ...(office === undefined ? {} : { role: office }),
      },
    });
  }
  return entries;
}

/** The cells of a line, with the offsets at which their texts start; none where nothing parts them. */
function cellsOf(text: string, line: TextLine | undefined): readonly { readonly text: string; readonly start: number }[] {
  if (!line || line.end - line.start > 1000) return [];
  const content = text.slice(line.start, line.end);
  const separator = content.includes('|') ? '|' : '\t';
  if (!content.includes(separator)) return [];
  const cells: { text: string; start: number }[] = [];
  let at = line.start;
  for (const piece of content.split(separator)) {
    const lead = piece.length - piece.trimStart().length;
    cells.push({ text: piece.trim(), start: at + lead });
    at += piece.length + 1;
  }
  return content.startsWith('|') ? cells.slice(1) : cells;
}

function readInline(text: string, lines: readonly TextLine[], index: number, from: number): AttendeeLine[] {
  const entries: AttendeeLine[] = [];
  for (let at = index; at < lines.length && (at === index || (lines[at] as TextLine).gap === 0) && at < index + 12; at++) {
    const line = lines[at] as TextLine;
    const start = at === index ? from : line.start;
    const content = text.slice(start, line.end);
    const separator = content.includes(';') ? ';' : ',';
    if (at > index && !content.includes(separator) && content.endsWith('.')) break;
    let offset = start;
    for (const piece of content.split(separator)) {
      const lead = piece.length - piece.trimStart().length;
      const attendee = readEntry(text, offset + lead, offset + piece.trimEnd().length, 'listed');
      if (attendee && attendee.name.includes(' ')) entries.push({ line: at, attendee });
      offset += piece.length + separator.length;
    }
  }
  return entries;
}

/** `name[, role][, organisation]` in its many punctuations; undefined when it does not begin with a name. */
function readEntry(text: string, start: number, end: number, kind: Attendee['kind']): Attendee | undefined {
  const marker = /^(?:[•◦▪●‣·*–-]\s+|\d{1,3}[.)]\s+)?[*_]*/.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
  const raw = text.slice(start + marker, end);
  if (/:\s|[?!]/.test(raw)) return undefined;
  const brackets = [...raw.matchAll(/\(([^()]*)\)/g)].map((match) => (match[1] ?? '').trim()).filter(Boolean);
  const plain = raw.replace(/\([^()]*\)/g, (match) => ' '.repeat(match.length));
  const cut = /,|\s[-–—]\s|\t|\s{2,}|\*\*/.exec(plain);
  const nameEnd = unpunctuatedName(cut ? plain.slice(0, cut.index) : plain);
  const name = readName(plain.slice(0, nameEnd).replace(/[,\s*_]+$/, ''));
  if (!name || (name.shape !== 'full' && name.shape !== 'titled') || (name.name.includes(' ') && !isPersonName(name.name)))
    return undefined;
  const rest = plain
    .slice(nameEnd)
    .replace(/^[\s,*_–—-]+|[\s,.*_]+$/g, '')
    .replace(/\s+/g, ' ');
  const abbreviation = brackets.find((bracket) => shortens(bracket, name.name));
  const said = brackets.filter((bracket) => bracket !== abbreviation);
  const found = affiliation([...(rest ? [rest.replace(/,\s*$/, '')] : []), ...said]);
  const role = found.roles.join('; ');
  const nameStart = start + marker + name.nameSpan.start;
  return {
    name: name.name,
    nameSpan: { start: nameStart, end: start + marker + name.nameSpan.end },
    span: { start, end },
    ...(name.titlePrefix ? { titlePrefix: name.titlePrefix } : {}),
    honorifics: name.honorifics,
    ...(role ? { role } : {}),
    ...(found.organisation ? { organisation: found.organisation } : {}),
    abbreviation,
    kind,
  };
}

/** Words that the loss of a space or a line’s end joined: "ChairmanQuill", "Tarn Mr. Elm". */
const GLUED = /^(?!(?:Mc|Mac|Fitz|De|Di|La|Le|Van|Du)\p{Lu})\p{L}*\p{Ll}\p{Lu}/u;
const MIDDLE_TITLE = /^(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Hon|Sen|Rep|Senators|Representatives|Members|Deputies)\.?$/i;

/** Whether a full name can be one person’s: no body, no job, and nothing that a lost line break joined. */
export function isPersonName(name: string): boolean {
  const words = name.split(' ');
  return (
    !words.some((word) => GLUED.test(word) || MIDDLE_TITLE.test(word) || BODY_NOUNS.has(word.toLowerCase())) && !words.every(isRoleWord)
  );
}

/** "(AQ)" after "Ada Quill": two to four capitals, the first of them the name’s. */
function shortens(bracket: string, name: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(bracket) && bracket.startsWith(name.charAt(0)) && new Set(name.toUpperCase()).has(bracket.slice(-1));
}

/** Where the name ends when nothing but a role follows it: before the first word of the role, or after two words. */
function unpunctuatedName(raw: string): number {
  const words = [...raw.matchAll(/\S+/g)];
  const role = words.findIndex((word, index) => index >= 2 && isRoleWord(word[0]));
  // Particles ("van der") make a name longer, not another one.
  const capitals = words.filter((each) => /^\p{Lu}/u.test(each[0])).length;
  const last = role >= 2 && role <= 4 ? role : words.length <= 4 || (capitals <= 4 && words.length <= 7) ? words.length : 2;
  const word = words[last - 1];
  return word ? word.index + word[0].length : raw.length;
}

function isRoleWord(word: string | undefined): boolean {
  const lower = (word ?? '').toLowerCase();
  return ROLE_NOUNS.has(lower) || ROLE_MODIFIERS.has(lower);
}
