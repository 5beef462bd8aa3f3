import { affiliation, isRole } from '../../syntax/affiliation';
import type { Capital, CapitalRun } from './capitals';
import { beginsFamilyName } from './personKey';
import { canBeName, isHonorific, isPersonalTitle, isRoleNoun, isTitleWord } from './nameWords';

/** A full name that the text itself shows to be a person's. */
export interface IntroducedName {
  readonly name: string;
  /** Folded as in `personKey`. */
  readonly folded: string;
  readonly titlePrefix?: string | undefined;
  readonly honorifics: readonly string[];
  readonly role?: { readonly role?: string; readonly organisation?: string; readonly start: number; readonly end: number };
  /** "I am Sara Able", "My name is Sara Able": whoever speaks names themselves. */
  readonly self: boolean;
  readonly start: number;
}

/** How far the evidence may stand from the name. */
const REACH = 140;

/**
 * Whether a run of capitals holds a full name and something that shows a person: a title before it, a role before or
 * after it ("Will Able, Director of Parks", "the chair, Will Able,", "Will Able is the Director"), "my colleague", or
 * "my name is". Without such evidence two capitals are nobody.
 */
export function introducedName(text: string, run: CapitalRun): IntroducedName | undefined {
  const cut = nameIn(run);
  if (!cut) return undefined;
  const { words, before, honorifics } = cut;
  const first = words[0] as Capital;
  const last = words.at(-1) as Capital;
  if (THING.test(last.word) || ACTIVITY.test(first.word)) return undefined;
  const left = text.slice(Math.max(0, first.start - REACH), before[0]?.start ?? first.start);
  const titles = before.slice(before.findLastIndex((word) => !isTitleWord(word.word)) + 1);
  if (titles.length === 0 && PLACED.test(left)) return undefined;
  const self = before.length === 0 && SELF.test(left);
  const role = last.possessive ? undefined : roleAfter(text, honorifics.at(-1)?.end ?? last.end);
  const officeBefore = before.length > 0 && (titles.length > 0 || isRoleNoun(before.at(-1)?.folded ?? ''));
  const named = role !== undefined || officeBefore || introducedBefore(left, text.slice(last.end, last.end + 2));
  if (!named && !self) return undefined;
  return {
    name: text.slice(first.start, last.end - (last.possessive ? 2 : 0)).replace(/\s+/g, ' '),
    folded: words.map((word) => (word.particles ? `${word.particles} ${word.folded}` : word.folded)).join(' '),
    ...(titles.length > 0 ? { titlePrefix: titles.map((word) => word.word).join(' ') } : {}),
    honorifics: honorifics.map((word) => word.word),
    ...(role ? { role } : {}),
    self,
    start: first.start,
  };
}

/** Endings of things and activities, which capitals in the names of programmes and papers have. */
const THING = /(?:tion|sion|ment|ness|ity|ship|ance|ence|ology|ism|graphy|ising|izing)$/;
const ACTIVITY = /\p{L}{3}ing$/u;

interface NameCut {
  /** Titles and words of a role that stand before the name. */
  readonly before: readonly Capital[];
  readonly words: readonly Capital[];
  readonly honorifics: readonly Capital[];
}

/** The two or three words of a name at the end of a run, after titles and roles, before honorifics. */
function nameIn(run: CapitalRun): NameCut | undefined {
  let end = run.words.length;
  while (end > 0 && isHonorific((run.words[end - 1] as Capital).word)) end--;
  let from = end;
  while (from > 0 && isNameOrInitial(run.words[from - 1] as Capital)) from--;
  const before = run.words.slice(0, from);
  const personal = before.length > 0 && isPersonalTitle((before.at(-1) as Capital).folded);
  // After "Mr" any capital is a name: "Mr Robert Hill".
  let words = run.words.slice(from, end);
  if (words.length < 2) {
    const title = run.words.findLastIndex((word) => isPersonalTitle(word.folded));
    if (title < 0 || end - title < 3 || end - title > 4) return undefined;
    words = run.words.slice(title + 1, end);
    if (!canBeName((words[0] as Capital).word) || words.some((word) => isTitleWord(word.word) || word.word.toUpperCase() === word.word))
      return undefined;
    return { before: run.words.slice(0, title + 1), words, honorifics: run.words.slice(end) };
  }
  if (words.length === 2 && beginsFamilyName((words[0] as Capital).folded)) return undefined;
  if (words.length > 3 || (words[0] as Capital).possessive || (words.at(-1) as Capital).word.length < 2) return undefined;
  if (before.length > 0 && !personal && !isTitleWord((before.at(-1) as Capital).word) && !isRoleNoun((before.at(-1) as Capital).folded))
    return undefined;
  return { before, words, honorifics: run.words.slice(end) };
}

function isNameOrInitial(word: Capital): boolean {
  return canBeName(word.word) || /^\p{Lu}$/u.test(word.word);
}

const SELF = /\b(?:my name is|my name['’]s|I am|I['’]m)\s+$/i;
/** What stands in or near something is a place: "in Great Able, a good officer". */
const PLACED = /\b(?:in|at|near|around|across|outside) $/i;
const COLLEAGUE =
  /\b(?:my|our|his|her|their) (?:[a-z]+ ){0,2}(?:colleague|predecessor|successor|deputy|boss|manager|friend|husband|wife|assistant),? $/i;

/** "my colleague, Sara Able,", "the chief executive, Sara Able,", "chaired by the director Sara Able" */
function introducedBefore(left: string, after: string): boolean {
  if (COLLEAGUE.test(left)) return true;
  const phrase = /\b(?:the|our|my|their|its|his|her|a|an) ((?:[\p{L}'’-]+ ){0,8}?[\p{L}'’-]+),? $/iu.exec(left)?.[1];
  if (phrase === undefined || !isRole(phrase)) return false;
  const apposed = left.endsWith(', ');
  return apposed ? /^(?:[,.;:?!)]|$| [a-z]?$)/.test(after) : isRoleNoun((phrase.split(' ').at(-1) ?? '').toLowerCase());
}

const LEAD =
  /^(?:,? (?:who(?:['’]s| is| was| will be| has been)|is|was) (?:now |also |currently |then )?|, (?:now |currently |then )?)(?:(?:the|our|my|a|an|their|its|his|her) )?(?:(?:new|current|former|then|interim|acting|previous) )*/;
const LONGEST_ROLE = 16;

/** What is said right after a name: ", Director of Parks from the Council", " is the Head of Parks". */
function roleAfter(text: string, end: number): IntroducedName['role'] {
  const right = text.slice(end, end + REACH);
  const lead = LEAD.exec(right)?.[0];
  if (lead === undefined) return undefined;
  const rest = right.slice(lead.length);
  const phrase = (/^(?:[^,;:.?!()[\]—–]|\[[^[\]]*\])*/.exec(rest)?.[0] ?? '')
    .replace(
      / (?:who|which|that|and(?= \p{Ll})|but|is|was|to|will|has|has been|for (?:there|that|this|it|us|them)|said|there|here)\b.*$/u,
      '',
    )
    .trim();
  if (phrase === '' || phrase.split(' ').length > LONGEST_ROLE || !isRoleInSpeech(phrase, lead)) return undefined;
  const start = end + lead.length;
  // In speech a dash does not part a role from a body: "Director of the Fund - Sealand".
  const plain = phrase.replace(/ ?\[[^[\]]*\]/g, '');
  const found = / [-–] /.test(plain) ? { roles: [plain] } : affiliation([plain]);
  const role = found.roles.join('; ') || phrase;
  return {
    role,
    ...('organisation' in found && found.organisation ? { organisation: found.organisation } : {}),
    start,
    end: start + phrase.length,
  };
}

/** A role with a capital, or after an article: "Jane Able, Head of Parks", "Jane Able, the head of parks"; not "Jane Able, lead on". */
function isRoleInSpeech(phrase: string, lead: string): boolean {
  const head = phrase.replace(/ ?\[[^[\]]*\]/g, '').split(/ (?:of|for|at|in|from|with|on) /)[0] ?? '';
  if (!isRole(head) || head.split(' ').length > 7) return false;
  return (
    /^\p{Lu}/u.test(phrase) ||
    /(?:the|our|my|an?|their|its|his|her) (?:[a-z]+ )?$/.test(lead) ||
    /^(?:chief|director|head|chair|leader|minister|president|professor|editor|author|secretary)\b/.test(phrase)
  );
}
