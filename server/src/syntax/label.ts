import type { Span } from '../text/span';
import { isRole } from './affiliation';
import { HONORIFICS, NOT_NAMES, OFFICES, TITLE_ABBREVIATIONS, TITLES } from './vocabulary';

/** The pieces of a name as it stands in a label, a list or a signature. Offsets are relative to the text read. */
export interface NameParts {
  readonly name: string;
  readonly nameSpan: Span;
  readonly titlePrefix?: string;
  readonly titleSpan?: Span;
  readonly honorifics: readonly string[];
  readonly honorificSpans: readonly Span[];
  readonly parts: readonly { readonly text: string; readonly span: Span }[];
  readonly shape: NameShape;
  /** Whether a time of day or of the recording stands in brackets after the name. */
  readonly timed: boolean;
}

/**
 * What the words of a label look like: given and family name; a title and a name; an office; one word; words that
 * are capitalised like a name but joined by small words.
 */
export type NameShape = 'full' | 'titled' | 'office' | 'single' | 'phrase';

interface Word extends Span {
  readonly text: string;
}

/** Limits in words: of a name with its title and honorifics, of an office in front of a name, of a role after a comma. */
const LONGEST_NAME = 9;
const LONGEST_OFFICE = 16;
const LONGEST_ROLE = 8;

const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?$/;
const PARTICLES = new Set(
  'de da do dos das del della di du la le les van der den von zu zum ten ter bin ibn al el ap ab y e af av st'.split(' '),
);
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}\d'’™.-]*|[dDlLO]['’]\p{L}[\p{L}'’-]*)$/u;

/**
 * Reads `[title] name {honorific} {(part)}`. Returns undefined when the words cannot be a name or an office.
 * Linear in the text, which callers keep short.
 */
export function readName(text: string): NameParts | undefined {
  const parts: { text: string; span: Span }[] = [];
  const honorifics: Word[] = [];
  let timed = false;
  // "[presiding]", "[continuing]": a remark of the reporter after the name.
  let end = trimmedEnd(text, /\s\[[^[\]]*\]\s*$/.exec(text)?.index ?? text.length);
  while (end > 0 && text[end - 1] === ')') {
    const open = matchingOpen(text, end - 1);
    if (open < 0) return undefined;
    const inner = text.slice(open + 1, end - 1).trim();
    const at = open + 1 + (text.slice(open + 1, end - 1).length - text.slice(open + 1, end - 1).trimStart().length);
    if (HONORIFICS.has(inner)) honorifics.unshift({ text: inner, start: at, end: at + inner.length });
    else if (TIME.test(inner)) timed = true;
    else if (/^[\d.,\s-]+$/.test(inner)) return undefined;
    else if (/[\p{L}\d]/u.test(inner)) parts.unshift({ text: inner, span: { start: at, end: at + inner.length } });
    end = trimmedEnd(text, open);
  }
  const holder = holderOf(text, wordsOf(text, 0, end), parts, honorifics);
  if (holder) return holder;
  const comma = text.indexOf(',');
  if (comma > 0 && comma < end) {
    // "Jane Able, Chief Executive:" gives the role after a comma; "Jane Able, MP:" the honorific.
    const rest = text.slice(comma + 1, end).trim();
    const at = text.indexOf(rest, comma + 1);
    const tail = rest.split(/[\s,]+/);
    if (tail.every((word) => HONORIFICS.has(word.replace(/\.$/, '')))) {
      for (const word of wordsOf(text, at, end)) honorifics.push({ ...word, text: word.text.replace(/[,.]+$/, '') });
    } else if (tail.length <= LONGEST_ROLE && isRole(rest.split(',')[0] ?? ''))
      parts.unshift({ text: rest, span: { start: at, end: at + rest.length } });
    else return undefined;
    end = trimmedEnd(text, comma);
  }
  const words = wordsOf(text, 0, end);
  if (words.length === 0 || words.length > LONGEST_NAME) return undefined;
  const office = officeOf(words);
  if (office) return { ...office, timed, honorifics: honorifics.map((word) => word.text), honorificSpans: honorifics.map(spanOf), parts };

  let first = 0;
  while (first < words.length - 1 && isTitle(words[first])) first++;
  let last = words.length;
  const minimum = first > 0 ? first + 1 : first + 2;
  while (last > minimum && isHonorific(words[last - 1], words[first])) honorifics.unshift(words[--last] as Word);
  const name = words.slice(first, last);
  const shape = shapeOf(name, first > 0);
  if (!shape) return undefined;
  const nameSpan = { start: (name[0] as Word).start, end: (name.at(-1) as Word).end };
  const titleSpan = first > 0 ? { start: (words[0] as Word).start, end: (words[first - 1] as Word).end } : undefined;
  return {
    name: text.slice(nameSpan.start, nameSpan.end).replace(/\s+/g, ' '),
    nameSpan,
    ...(titleSpan ? { titlePrefix: text.slice(titleSpan.start, titleSpan.end), titleSpan } : {}),
    honorifics: honorifics.map((word) => word.text),
    honorificSpans: honorifics.map(spanOf),
    parts,
    shape,
    timed,
  };
}

/** "The Minister for Roads (Jane Able)": the office comes first and the name stands in the brackets. */
function holderOf(text: string, words: readonly Word[], parts: NameParts['parts'], honorifics: readonly Word[]): NameParts | undefined {
  const part = parts[0];
  if (!part || parts.length > 1 || honorifics.length > 0 || words.length === 0 || words.length > LONGEST_OFFICE) return undefined;
  const first = words[0] as Word;
  const office = { start: first.start, end: (words.at(-1) as Word).end };
  const role = text.slice(office.start, office.end);
  if (!isRole(role) || isRole(part.text) || !/^(?:The )?\p{Lu}/u.test(role) || OFFICES.has(role.toLowerCase())) return undefined;
  const name = readName(part.text);
  if (!name || name.parts.length > 0 || (name.shape !== 'full' && name.shape !== 'titled')) return undefined;
  const shift = (span: Span): Span => ({ start: part.span.start + span.start, end: part.span.start + span.end });
  return {
    ...name,
    nameSpan: shift(name.nameSpan),
    ...(name.titleSpan ? { titleSpan: shift(name.titleSpan) } : {}),
    honorificSpans: name.honorificSpans.map(shift),
    parts: [{ text: role.replace(/^The /, ''), span: office }],
  };
}

function spanOf(word: Word): Span {
  return { start: word.start, end: word.end };
}

function officeOf(words: readonly Word[]): Pick<NameParts, 'name' | 'nameSpan' | 'shape'> | undefined {
  const text = words.map((word) => word.text).join(' ');
  if (!/^\p{Lu}/u.test(text)) return undefined;
  const bare = text.toLowerCase().replace(/^the /, '').replace(/\.$/, '');
  // "The" before capitalised words is an office that is not in the table.
  const unknown =
    /^(?:The|THE)$/.test(words[0]?.text ?? '') &&
    words.length > 1 &&
    words.length < 5 &&
    words.slice(1).every((word) => NAME_WORD.test(word.text));
  if (!OFFICES.has(bare) && !unknown) return undefined;
  return {
    name: text,
    nameSpan: { start: (words[0] as Word).start, end: (words.at(-1) as Word).end },
    shape: OFFICES.has(bare) ? 'office' : 'phrase',
  };
}

function shapeOf(name: readonly Word[], titled: boolean): NameShape | undefined {
  let capitalised = 0;
  let joined = 0;
  for (const [index, word] of name.entries()) {
    const lower = word.text.toLowerCase();
    if (NAME_WORD.test(word.text) && !(NOT_NAMES.has(lower) && word.text.length > 1)) capitalised++;
    else if (index > 0 && PARTICLES.has(word.text)) continue;
    else if (index > 0 && /^(?:of|for|the|to|and|in|at|on|tempore|pro|\d+[A-Z]?)$/i.test(word.text)) joined++;
    else return undefined;
  }
  if (capitalised === 0 || capitalised > 5) return undefined;
  // "Mr. BROWN of Ohio" tells two members of one name apart.
  if (titled) return 'titled';
  if (joined > 0) return 'phrase';
  return capitalised > 1 || name.length > 1 ? 'full' : 'single';
}

function isTitle(word: Word | undefined): boolean {
  if (!word || !/^\p{Lu}/u.test(word.text)) return false;
  return TITLE_ABBREVIATIONS.has(word.text) || TITLES.has(word.text.toLowerCase().replace(/\.$/, ''));
}

/** A known honorific, or up to four capitals after a name that is not in capitals itself. */
function isHonorific(word: Word | undefined, first: Word | undefined): boolean {
  if (!word || !first) return false;
  const bare = word.text.replace(/[.,]+$/, '');
  if (HONORIFICS.has(bare)) return true;
  return /^\p{Lu}{2,4}$/u.test(bare) && /\p{Ll}/u.test(first.text);
}

function wordsOf(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  const pattern = /[^\s*_]+/g;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    words.push({ text: match[0].slice(0, end - match.index), start: match.index, end: Math.min(end, match.index + match[0].length) });
  }
  return words;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s*_]/.test(text[at - 1] ?? '')) at--;
  return at;
}

function matchingOpen(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && --depth === 0) return at;
  }
  return -1;
}
