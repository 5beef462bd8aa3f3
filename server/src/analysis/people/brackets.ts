import { isRole } from '../../syntax/affiliation';
import { capitalRuns, type Capital } from './capitals';
import { canBeName, isBodyNoun, isFunctionWord, isHonorific, isRoleNoun, isTitleWord } from './nameWords';
import { personKey } from './personKey';

/** A name that the transcriber completed in square brackets, as read without knowing who the people are. */
export interface BracketedName {
  /** From the first word of the name or its title to the last bracket or word that belongs to it. */
  readonly start: number;
  readonly end: number;
  /** The words outside and inside put together: "Nick [Able]" is "Nick Able"; a surname alone with an honorific is "Able". */
  readonly name: string;
  readonly titlePrefix?: string | undefined;
  readonly honorifics: readonly string[];
  /** What the bracket says they are: `Chief Executive, Harbour Trust`. */
  readonly role?: { readonly text: string; readonly start: number; readonly end: number };
  /** Whether the text alone makes this a person; otherwise the name must be one of the document's. */
  readonly certain: boolean;
}

/** How far before a bracket its name may begin, and after it where it ends. */
const REACH = 80;
const LONGEST = 200;

/**
 * The names completed in square brackets: surnames ("Nick’s [Able]"), given names ("Lord [Toby] Able"), titles
 * ("[Commander] Nick [Able]"), honorifics ("Able [OBE]"), roles ("Nick Able [Head of Parks]"), and persons for their
 * office ("the Secretary of State [Nick Able, Secretary of State for Parks]"). Linear in the text.
 */
export function bracketedNames(text: string): readonly BracketedName[] {
  const found: BracketedName[] = [];
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    const reach = text.slice(open + 1, open + LONGEST);
    const close = reach.indexOf(']') + 1;
    const nested = reach.indexOf('[') + 1;
    if (close < 2 || (nested > 0 && nested < close)) continue;
    const name = bracketedName(text, open, open + close);
    if (!name) continue;
    const last = found.at(-1);
    if (!last || last.end <= name.start) found.push(name);
  }
  return found;
}

interface Bracket {
  readonly open: number;
  /** Of the closing bracket. */
  readonly close: number;
  /** Before the first comma, and after it. */
  readonly first: string;
  readonly rest: string;
  readonly title: readonly Capital[];
  readonly name: readonly Capital[];
  /** Where the title or name begins, a title in brackets before it included. */
  readonly start: number;
  readonly determined: boolean;
}

function bracketedName(text: string, open: number, close: number): BracketedName | undefined {
  const content = text.slice(open + 1, close);
  const comma = content.indexOf(',');
  const first = (comma < 0 ? content : content.slice(0, comma)).trim();
  const rest = comma < 0 ? '' : content.slice(comma + 1).trim();
  // "the Senator from Sealand [Mr. Able]" names him whole inside the brackets.
  if (!/^\p{Lu}/u.test(first) || (isTitleWord(first.replace(/\.? .*$/, '')) && first.includes(' ') && !isRole(first))) return undefined;
  const bracket: Bracket = { open, close, first, rest, ...namesBefore(text, open) };
  const words = first.split(' ');
  const office = bracket.name.length === 0 || !bracket.name.some((word) => canBeName(word.word));
  if (bracket.name.length === 0 && words.length === 1) return givenNameInside(text, bracket);
  if (office && words.length > 1 && words.length < 4 && words.every(canBeName)) return personForOffice(text, bracket);
  if (bracket.name.length === 0) return undefined;
  if (isHonorific(first)) return withHonorific(bracket);
  if (bracket.name.length === 1 && !isRole(content) && words.length <= 2 && words.every(canBeName)) return withSurname(text, bracket);
  if (isRole(first) || isRole(content)) return withRole(bracket, content);
  return undefined;
}

/** The capitals that touch the bracket from the left, titles apart. */
function namesBefore(text: string, open: number): Pick<Bracket, 'title' | 'name' | 'start' | 'determined'> {
  const none = { title: [], name: [], start: open, determined: false };
  if (!/[\p{L}\p{M}.] ?$/u.test(text.slice(Math.max(0, open - 2), open))) return none;
  const from = Math.max(0, open - REACH);
  const run = capitalRuns(text.slice(from, open)).at(-1);
  const last = run?.words.at(-1);
  if (!run || !last || run.beforeFunctionWord || text.slice(from + last.end, open).trim() !== '') return none;
  let titles = 0;
  while (titles < run.words.length && isTitleWord((run.words[titles] as Capital).word)) titles++;
  const start = from + (run.words[0] as Capital).start;
  const inserted = /\[([\p{L} ]{2,40})\] ?$/u.exec(text.slice(Math.max(0, start - 44), start));
  const title = inserted?.[1];
  const before = text.slice(Math.max(0, start - 12), start);
  return {
    title: run.words.slice(0, titles),
    name: run.words.slice(titles),
    start: inserted && title !== undefined && title.split(' ').every(isTitleWord) ? start - inserted[0].length : start,
    determined: run.after === 'the' || run.after === 'a' || run.after === 'an' || /\b(?:the|an?|our|this|that) $/i.test(before),
  };
}

function titleOf(bracket: Bracket): { titlePrefix?: string } {
  return bracket.title.length > 0 ? { titlePrefix: bracket.title.map((word) => word.word).join(' ') } : {};
}

/** "Lord [Toby] Able" */
function givenNameInside(text: string, bracket: Bracket): BracketedName | undefined {
  if (bracket.rest !== '' || !canBeName(bracket.first)) return undefined;
  const after = /^ (\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{Lu}[\p{L}\p{M}]+)*)(?:['’]s\b)?/u.exec(
    text.slice(bracket.close + 1, bracket.close + 1 + REACH),
  );
  const family = after?.[1];
  if (!after || family === undefined || !canBeName(family)) return undefined;
  return {
    start: bracket.start,
    end: bracket.close + 1 + after[0].length,
    name: `${bracket.first} ${family}`,
    ...titleOf(bracket),
    honorifics: [],
    certain: bracket.title.length > 0,
  };
}

const PRONOUN = /\b(?:he|she|him|her|his|they)['’]?s? $/i;
const OFFICE = /(?:\p{Lu}[\p{L}\p{M}'’-]*|of|for|the|and|to)(?: (?:\p{Lu}[\p{L}\p{M}'’-]*|of|for|the|and|to))* ?$/u;

/** "the Secretary of State [Nick Able, …]", "she [Sara Able]" */
function personForOffice(text: string, bracket: Bracket): BracketedName | undefined {
  const from = Math.max(0, bracket.open - REACH);
  const before = text.slice(from, bracket.open);
  const role = roleIn(bracket, bracket.rest);
  if (PRONOUN.test(before))
    return { start: bracket.open, end: bracket.close + 1, name: bracket.first, honorifics: [], ...role, certain: true };
  const capitals = (OFFICE.exec(before)?.[0] ?? '').split(' ');
  while (capitals.length > 0 && isFunctionWord((capitals[0] ?? '').toLowerCase())) capitals.shift();
  const office = capitals.join(' ');
  const start = bracket.open - office.length;
  return {
    start,
    end: bracket.close + 1,
    name: bracket.first,
    honorifics: [],
    ...role,
    certain: office !== '' && (isRole(office) || isRole(bracket.rest) || /\bSecretary of State\b/.test(office)),
  };
}

/** "Able [OBE]", "Nick Able [OBE, Head of Parks]" */
function withHonorific(bracket: Bracket): BracketedName | undefined {
  if (bracket.name.length > 3) return undefined;
  const name = bracket.name.map((word) => word.word).join(' ');
  return {
    start: bracket.start,
    end: bracket.close + 1,
    name,
    ...titleOf(bracket),
    honorifics: [bracket.first],
    ...roleIn(bracket, bracket.rest),
    certain: bracket.name.length > 1 && bracket.name.every((word) => canBeName(word.word)),
  };
}

/** "Nick [Able]", "Nick’s [Able]", "Nick [Able, Head of Parks]" */
function withSurname(text: string, bracket: Bracket): BracketedName {
  const given = bracket.name[0] as Capital;
  const plural = bracket.first.endsWith('s') && isBodyNoun(personKey(bracket.first).slice(0, -1));
  const next = text.slice(bracket.close + 1, bracket.close + 12);
  const certain = !bracket.determined && !plural && canBeName(given.word) && !/^ \p{Lu}\p{Ll}/u.test(next);
  return {
    start: bracket.start,
    end: bracket.close + 1,
    name: `${given.word} ${bracket.first}`,
    ...titleOf(bracket),
    honorifics: [],
    ...roleIn(bracket, bracket.rest),
    certain,
  };
}

/** "Nick Able [Head of Parks, Harbour Council]" */
function withRole(bracket: Bracket, content: string): BracketedName | undefined {
  if (bracket.name.length > 3) return undefined;
  const name = bracket.name.map((word) => word.word);
  if (name.some((word) => isRoleNoun(word.toLowerCase()))) return undefined;
  return {
    start: bracket.start,
    end: bracket.close + 1,
    name: name.join(' '),
    ...titleOf(bracket),
    honorifics: [],
    ...roleIn(bracket, content.trim()),
    certain: name.length > 1 && name.every(canBeName),
  };
}

function roleIn(bracket: Bracket, role: string): { role?: NonNullable<BracketedName['role']> } {
  if (role === '') return {};
  return { role: { text: role, start: bracket.close - role.length, end: bracket.close } };
}
