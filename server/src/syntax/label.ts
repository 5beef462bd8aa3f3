import { MOST_NAMES, remembered } from '../text/remembered';
import type { Span } from '../text/span';
import { lowerCase } from '../text/lowerCase';
import { isRole } from './affiliation';
import { isCaseless, readCaseless } from './caseless';
import { foldedWord, NAME_WORD, wordsOf, type Word } from './labelWords';
import { isOffice, LONGEST_OFFICE, officeOf, rankOf, roleHolder } from './offices';
import {
  BODY_NOUNS,
  HONORIFICS,
  NOT_NAMES,
  REPORTS,
  OFFICE_MODIFIERS,
  OFFICES,
  PARTICLES,
  ROLE_NOUNS,
  TITLE_ABBREVIATIONS,
  TITLES,
  VOICE_NOUNS,
} from './vocabulary';

/** The pieces of a name as it stands in a label, a list or a signature. Offsets are relative to the text read. */
export interface NameParts {
  readonly name: string;
  readonly nameSpan: Span;
  readonly titlePrefix?: string | undefined;
  readonly titleSpan?: Span | undefined;
  readonly honorifics: readonly string[];
  readonly honorificSpans: readonly Span[];
  readonly parts: readonly { readonly text: string; readonly span: Span }[];
  readonly shape: NameShape;
  /** The time of day or of the recording that stands in brackets after the name, as written. */
  readonly time?: string | undefined;
}

/**
 * What the words of a label look like: given and family name; a title and a name; an office or a voice; up to four
 * capitals; one word; words that are capitalised like a name but joined by small words; `Q` or `A`.
 */
export type NameShape = 'full' | 'titled' | 'office' | 'initials' | 'single' | 'phrase' | 'exchange';

/** A name that is taken as it is written, without the white space around it. */
export function asWritten(text: string, shape: NameShape): NameParts {
  const name = text.trim();
  const start = text.indexOf(name);
  return { name, nameSpan: { start, end: start + name.length }, honorifics: [], honorificSpans: [], parts: [], shape };
}

const LINE_BREAK = /[\r\n]/;
const LINE_BREAKS = /[\r\n]/g;

/** Limits in words: of a name with its title and honorifics, of an office in front of a name, of a role after a comma. */
const LONGEST_NAME = 12;
const LONGEST_ROLE = 10;

const TIME = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:\s?[ap]\.?m\.?)?$/i;
/** Small words that a label may go on with after its first word. */
export function mayBeSecond(word: string): boolean {
  const bare = word.replace(/[.,)]+$/, '');
  return (
    PARTICLES.has(bare) ||
    JOINING.test(bare) ||
    OFFICES.has(bare) ||
    VOICE_NOUNS.has(bare) ||
    OFFICE_MODIFIERS.has(bare) ||
    ROLE_NOUNS.has(bare) ||
    TITLES.has(bare)
  );
}

const JOINING = /^(?:of|for|the|to|and|in|at|on|tempore|pro|hon|honourable|du|des|et|[dl]['’].*)$/;

/** What a reporter adds in brackets about how somebody speaks; it says nothing of who they are. */
const REMARK =
  /^(?:spoke in|speaking in|spoke (?:by|via)|interpretation|interpreted|in (?:arabic|afrikaans|bengali|cantonese|catalan|chinese|dutch|english|french|gaelic|german|greek|hindi|irish|italian|japanese|korean|kiswahili|malay|maltese|mandarin|maori|polish|portuguese|punjabi|putonghua|russian|scots|spanish|swahili|tamil|turkish|ukrainian|urdu|welsh|xhosa|zulu|is[iz]\w+|te reo)|via|by (?:video|tele)|through (?:an? )?(?:interpreter|translator)|remote|off[ -]mic|online|continu|resum|presiding|voice-?over|on camera|inaudible|sworn|affirmed|recalled|called|simultaneous|cont['’]?d)/i;

/** `MR ABLE (Weirton) (12.16), by leave`: how somebody came to speak. */
const PROCEDURE = /,\s(?:by leave|(?:continuing )?in reply|continuing|resuming|interjecting|in continuation)$/i;

/** `Mr Able to the Minister for Rivers`: to whom a question is put. */
const ADDRESSEE = /\s+to (?:the |[A-Z*])/;
const TO_ALL = /\s+to (?:Everyone|All|Hosts)\b/;

/** "ADA QUILL, HAVING BEEN SWORN, WAS EXAMINED", "THE WITNESS, BO TARN, SWORN": what was done with a witness is no speech of theirs. */
const OATH = /,\s*(?:(?:after|having|being|been|first|duly|previously)\s+)*(?:sworn|affirmed)(?:,|\s*$)/i;

/**
 * Reads `[title] name {honorific} {(part)}`. Returns undefined when the words cannot be a name or an office.
 * Linear in the text, which callers keep short.
 */
export const readName: (text: string) => NameParts | undefined = remembered(MOST_NAMES, (text): NameParts | undefined => {
  if (LINE_BREAK.test(text)) return readName(text.replace(LINE_BREAKS, ' '));
  if (isCaseless(text)) return readCaseless(text);
  // "Config.USER_NAME", "List[str]" are written by programs.
  if ((text.includes('_') || text.includes('[')) && /[\p{L}\d]_\p{L}|\p{L}\[/u.test(text)) return undefined;
  const tail = text.includes(', ') ? PROCEDURE.exec(text) : null;
  if (tail) return readName(text.slice(0, tail.index));
  if (text.includes(',') && OATH.test(text)) return undefined;
  const addressee = text.includes(' to ') ? ADDRESSEE.exec(text) : null;
  const apart = addressee && (text.slice(0, addressee.index).endsWith(')') || TO_ALL.test(text));
  const whole = apart ? addressee.index : text.length;
  const brackets = readBrackets(text, trimmedEnd(text, whole));
  if (!brackets) return undefined;
  const { parts, honorifics, time } = brackets;
  let { end } = brackets;
  const timed = time === undefined ? {} : { time };
  let words = wordsOf(text, 0, end);
  const holder = holderOf(text, words, parts, honorifics);
  if (holder) return { ...holder, ...timed };
  const rest = { ...timed, honorifics: honorifics.map((word) => word.text), honorificSpans: honorifics.map(spanOf), parts };
  const role = roleHolder(text, words);
  if (role) return { ...role, ...rest };
  const comma = text.indexOf(',');
  if (comma > 0 && comma < end) {
    const after = afterComma(text, comma, end);
    if (!after) return undefined;
    honorifics.push(...after.honorifics);
    // "Jane Able (ABC), Weirton": brackets may stand before the comma.
    const before = readBrackets(text, trimmedEnd(text, comma));
    if (!before) return undefined;
    parts.unshift(...before.parts, ...after.parts);
    end = before.end;
    words = wordsOf(text, 0, end);
  }
  if (words.length === 0 || words.length > LONGEST_NAME) return undefined;
  const office = officeOf(words) ?? rankOf(words);
  if (office) return { ...office, ...rest, honorifics: honorifics.map((word) => word.text), honorificSpans: honorifics.map(spanOf) };

  const together = speakTogether(text, words);
  if (together) return { ...together, ...rest };

  const first = titleEnd(words);
  let last = words.length;
  const minimum = first > 0 ? first + 1 : first + 2;
  while (last > minimum && isHonorific(words[last - 1], words[first])) honorifics.unshift(words[--last] as Word);
  const name = words.slice(first, last);
  const shape = shapeOf(name, first > 0 && PLAIN_TITLE.test((words[0] as Word).text) ? 'plainly' : first > 0);
  // "Session of"
  if (!shape || PARTICLES.has((name.at(-1) as Word).text)) return undefined;
  const nameSpan = { start: (name[0] as Word).start, end: (name.at(-1) as Word).end };
  const titleSpan = first > 0 ? { start: (words[0] as Word).start, end: (words[first - 1] as Word).end } : undefined;
  return {
    name: text.slice(nameSpan.start, nameSpan.end).replace(/[\s*_]+/g, ' '),
    nameSpan,
    ...(titleSpan ? { titlePrefix: text.slice(titleSpan.start, titleSpan.end).replace(/[()*_]/g, ''), titleSpan } : {}),
    ...rest,
    honorifics: honorifics.map((word) => word.text),
    honorificSpans: honorifics.map(spanOf),
    shape,
  };
});

interface Brackets {
  readonly parts: { text: string; span: Span }[];
  readonly honorifics: Word[];
  readonly time?: string | undefined;
  /** Where the text before them ends. */
  readonly end: number;
}

/** The brackets that end the text before `from`. Undefined where they are no part of a label. */
function readBrackets(text: string, from: number): Brackets | undefined {
  const parts: Brackets['parts'] = [];
  const honorifics: Word[] = [];
  let time: string | undefined;
  let end = from;
  while (end > 0 && (text[end - 1] === ')' || text[end - 1] === ']')) {
    const open = matchingOpen(text, end - 1);
    if (open < 0) return undefined;
    const inner = text.slice(open + 1, end - 1).trim();
    const at = text.indexOf(inner, open + 1);
    if (TIME.test(inner)) time = inner;
    else if (REMARK.test(inner) || (text[open] === '[' && readName(inner)?.shape !== 'titled')) {
      // "[presiding]", "(spoke in French)": a remark of the reporter.
    } else if (HONORIFICS.has(inner)) honorifics.unshift({ text: inner, start: at, end: at + inner.length });
    else if (/^[\d.,\s-]+$/.test(inner)) return undefined;
    else if (/[\p{L}\d]/u.test(inner)) parts.unshift({ text: inner, span: { start: at, end: at + inner.length } });
    end = trimmedEnd(text, open);
  }
  return { parts, honorifics, end, time };
}

/** "PsyD", "Ph.D.", "DrPH": what a university gives. */
const DEGREE =
  /^(?:(?:Ph|Psy|Pharm|Ed|Eng|Th|J|M|D\.?V|LL)\.?\s?D|D\.?\s?Phil|M\.?\s?Phil|Dr\.?P\.?H|D\.?D\.?S|[BM]\.?\s?(?:Sc|Ed|A|S|P\.?[AH]|B\.?A|S\.?W))\.?$/;

/** "Jane Able, Chief Executive:" gives the role after a comma; "Jane Able, MP:" the honorific. */
function afterComma(
  text: string,
  comma: number,
  end: number,
): { readonly honorifics: Word[]; readonly parts: NameParts['parts'] } | undefined {
  const rest = text.slice(comma + 1, end).trim();
  const at = text.indexOf(rest, comma + 1);
  const tail = rest.split(/[\s,]+/);
  // "Jane Able, chair of the board, said:" reports.
  if (REPORTS.has(tail.at(-1) ?? '')) return undefined;
  if (tail.every((word) => HONORIFICS.has(word.replace(/\.$/, '')) || DEGREE.test(word)))
    return { honorifics: wordsOf(text, at, end).map((word) => ({ ...word, text: word.text.replace(/[,.]+$/, '') })), parts: [] };
  const behalf = /^(?:on behalf of|au nom d[eu]|im Namen|en nombre del?|for|from|representing) (?=\S)/i.exec(rest);
  // In capitals anything short after the comma is what somebody is: "ADA QUILL, WEIR NEWS".
  const capitals = !/\p{Ll}/u.test(text.slice(0, end)) && /\p{L}{2}.*\s\p{L}/u.test(text.slice(0, comma));
  if (tail.length > LONGEST_ROLE || tail[0] === 'ET' || !(behalf ?? (capitals || isRole(rest.split(',')[0] ?? '')))) return undefined;
  return { honorifics: [], parts: [{ text: rest, span: { start: at, end: at + rest.length } }] };
}

/** "The Minister for Roads (Jane Able)": the office comes first and the name stands in the brackets. */
function holderOf(text: string, words: readonly Word[], parts: NameParts['parts'], honorifics: readonly Word[]): NameParts | undefined {
  const part = parts[0];
  if (!part || parts.length > 1 || honorifics.length > 0 || words.length === 0 || words.length > LONGEST_OFFICE) return undefined;
  const first = words[0] as Word;
  const office = { start: first.start, end: (words.at(-1) as Word).end };
  const role = text.slice(office.start, office.end);
  if (!(isRole(role) || isOffice(words)) || isRole(part.text) || !/^(?:the )?\p{Lu}/iu.test(role)) return undefined;
  const name = readName(part.text);
  if (
    !name ||
    (name.shape !== 'full' && name.shape !== 'titled') ||
    name.name.split(' ').some((word) => BODY_NOUNS.has(word.toLowerCase()))
  )
    return undefined;
  const shift = (span: Span): Span => ({ start: part.span.start + span.start, end: part.span.start + span.end });
  return {
    ...name,
    nameSpan: shift(name.nameSpan),
    ...(name.titleSpan ? { titleSpan: shift(name.titleSpan) } : {}),
    honorificSpans: name.honorificSpans.map(shift),
    parts: [
      { text: role.replace(/^(?:The|THE|Le|La|L['’]) ?/, ''), span: office },
      ...name.parts.map((each) => ({ text: each.text, span: shift(each.span) })),
    ],
  };
}

function spanOf(word: Word): Span {
  return { start: word.start, end: word.end };
}

const INITIALS_TOGETHER = /^\p{Lu}{2,4}(?:\s?[/&+]\s?\p{Lu}{2,4})+$/u;
const GIVEN_TOGETHER = /^\p{Lu}\p{L}+(?:\/\p{Lu}\p{L}+)+$/u;

/** "AQ/BT", "AQ & BT", "Ada/Bo": two who speak at once, in notes. */
function speakTogether(text: string, words: readonly Word[]): Pick<NameParts, 'name' | 'nameSpan' | 'shape'> | undefined {
  const nameSpan = { start: (words[0] as Word).start, end: (words.at(-1) as Word).end };
  const name = text.slice(nameSpan.start, nameSpan.end);
  if (!name.includes('/') && !name.includes('&') && !name.includes('+')) return undefined;
  if (
    name
      .toLowerCase()
      .split('/')
      .some((word) => NOT_NAMES.has(word))
  )
    return undefined;
  const shape = INITIALS_TOGETHER.test(name) ? 'initials' : GIVEN_TOGETHER.test(name) ? 'single' : undefined;
  return shape && { name, nameSpan, shape };
}

const MEMBER_OF = /^(?:board|council|committee|city|panel|commission|parole)$/i;

/** "Tan Sri" is a title, "Tan" a family name; "El señor", "O Sr.", "De heer". */
const FIRST_OF_TWO: readonly (readonly [RegExp, RegExp])[] = [
  [MEMBER_OF, /^member$/i],
  [/^h\.$/i, /^c\.$/i],
  [/^(?:tan|toh)$/i, /^(?:sri|puan)$/i],
  [/^(?:o|a|el|la|de)$/i, /^(?:sr|sra|señor|señora|deputado|deputada|diputado|diputada|senador|senadora|heer)\.?ª?$/i],
];

/** How many words at the start are titles; a name is left after them. */
function titleEnd(words: readonly Word[]): number {
  let first = 0;
  while (first < words.length - 1) {
    const [word, next] = [words[first]?.text ?? '', words[first + 1]?.text ?? ''];
    if (first + 2 < words.length && FIRST_OF_TWO.some(([one, two]) => one.test(word) && two.test(next))) first += 2;
    // "Dr. h. c. Able" is an honorary doctor, "Dr M J Able" has initials, "M. Able" and "Mme Able" have titles.
    else if (isTitle(words[first]) && !(first > 0 && word === 'M')) first++;
    else break;
  }
  return first;
}

/** Titles that nothing but a name follows, even one that is a word as well: "Dr Tan See Long", "Mr. Next". */
const PLAIN_TITLE = /^(?:mr|mrs|ms|miss|dr|sir|dame|prof|cllr|shri|smt|mme|mlle)\.?$/i;

function shapeOf(name: readonly Word[], titled: boolean | 'plainly'): NameShape | undefined {
  let capitalised = 0;
  let joined = 0;
  for (const [index, word] of name.entries()) {
    const lower = lowerCase(word.text);
    if (NAME_WORD.test(word.text) && (titled === 'plainly' || !NOT_NAMES.has(lower) || word.text.length === 1 || isInitials(name)))
      capitalised++;
    else if ((index > 0 || titled !== false) && PARTICLES.has(word.text)) continue;
    // "William (Bill) Able"
    else if (index > 0 && index < name.length - 1 && /^\(\p{Lu}\p{L}*\)$/u.test(word.text)) continue;
    else if (index > 0 && /^(?:of|for|the|to|and|in|at|on|tempore|pro|&|\d+[A-Z]?)$/i.test(word.text)) joined++;
    else if (name.length > 1 || !PRONOUN.test(word.text)) return undefined;
  }
  // "Me" and "Them" are what programs call who is here and who is not.
  if (name.length === 1 && PRONOUN.test(name[0]?.text ?? '')) return 'single';
  // Some names tell the father’s as well, with his titles.
  if (capitalised === 0 || capitalised > (name.some(({ text }) => /^bint?[ie]?$/i.test(text)) ? 10 : 5)) return undefined;
  // "Mr. BROWN of Ohio" tells two members of one name apart.
  if (titled !== false) return 'titled';
  if (joined > 0) return 'phrase';
  if (capitalised > 1 || name.length > 1) return 'full';
  return /^\p{Lu}{2,4}$/u.test(name[0]?.text ?? '') ? 'initials' : 'single';
}

/** "AS", "IF": two capitals are somebody’s initials, unless they stand for words that begin sentences. */
function isInitials(name: readonly Word[]): boolean {
  return name.length === 1 && /^(?!NB|PS|OK|NO|RE)[A-Z]{2}$/.test((name[0] as Word).text);
}

const PRONOUN = /^(?:Me|You|Them)$/;

function isTitle(word: Word | undefined): boolean {
  if (!word) return false;
  const bare = word.text.replace(/^\(|\)$/g, '').replace(/^[A-Z]\//, '');
  if (!/^\p{Lu}/u.test(bare)) return false;
  return TITLE_ABBREVIATIONS.has(bare) || TITLES.has(foldedWord(bare));
}

/** A known honorific, or up to four capitals after a name that is not in capitals itself. */
function isHonorific(word: Word | undefined, first: Word | undefined): boolean {
  if (!word || !first) return false;
  const bare = /[.,]$/.test(word.text) ? word.text.replace(/[.,]+$/, '') : word.text;
  if (HONORIFICS.has(bare)) return true;
  return /^\p{Lu}{2,4}$/u.test(bare) && /\p{Ll}/u.test(first.text);
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s*_]/.test(text[at - 1] ?? '')) at--;
  return at;
}

function matchingOpen(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    const char = text[at];
    if (char === ')' || char === ']') depth++;
    else if ((char === '(' || char === '[') && --depth === 0) return at;
  }
  return -1;
}
