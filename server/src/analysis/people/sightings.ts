import { lowerCase } from '../../text/lowerCase';
import { wordEndingAt } from '../../text/unicode';
import type { MentionForm } from '../summary';
import type { BracketedName } from './brackets';
import { opensSentence, type Capital, type CapitalRun } from './capitals';
import {
  isBodyNoun,
  isDeterminer,
  isHonorific,
  isMonth,
  isOrdinaryGivenName,
  isPersonalTitle,
  isPlaceGivenName,
  isPlaceOrDay,
  isPlacePreposition,
  isPredicate,
  isRoleWord,
  isTitleWord,
  pointsToDate,
  takesGivenName,
} from './nameWords';
import { beginsFamilyName, personKey } from './personKey';
import type { Known, Roster } from './roster';

/** A place in a joined text that names a person, before it is decided whom. Offsets are indices into the joined text. */
export interface Sighting {
  readonly form: MentionForm;
  readonly start: number;
  readonly end: number;
  /** Who it is, where the name alone decides. */
  readonly known?: Known | undefined;
  /** Folded given name, for a given name alone. */
  readonly given?: string | undefined;
  /** Folded family name, for a title and a surname. */
  readonly family?: string | undefined;
  /** Folded title, '' for none. */
  readonly title?: string | undefined;
}

/** "the Right Hon. Lord Justice Able" */
const MOST_TITLES = 5;

/** Longest name looked up, in words. */
const LONGEST_NAME = 5;

/** The names of known people in a joined text. `brackets` are in order and take precedence. Linear in the runs. */
export function sightings(
  text: string,
  runs: readonly CapitalRun[],
  brackets: readonly BracketedName[],
  roster: Roster,
): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const bracket of brackets) {
    const sighting = bracketed(bracket, roster);
    if (sighting) found.push(sighting);
  }
  const taken = found.slice();
  let next = 0;
  for (const run of runs) {
    let index = 0;
    while (index < run.words.length) {
      const word = run.words[index] as Capital;
      while (next < taken.length && (taken[next] as Sighting).end <= word.start) next++;
      const bracket = taken[next];
      if (bracket && bracket.start <= word.start) {
        index++;
        continue;
      }
      const [sighting, used] = sightingAt(text, run, index, roster);
      if (sighting && !(bracket && bracket.start < sighting.end)) found.push(sighting);
      index += Math.max(1, used);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function bracketed(bracket: BracketedName, roster: Roster): Sighting | undefined {
  const folded = personKey(bracket.name);
  const place = { form: 'bracketed' as const, start: bracket.start, end: bracket.end };
  const known = roster.byFullName(folded) ?? roster.byKey(folded);
  if (known) return { ...place, known };
  if (folded.includes(' ')) return undefined;
  if (bracket.titlePrefix !== undefined || bracket.honorifics.length > 0) {
    if (roster.byFamilyName(folded).length === 0) return undefined;
    return { ...place, family: folded, title: personKey(bracket.titlePrefix ?? '') };
  }
  return roster.byGivenName(folded).length > 0 ? { ...place, given: folded } : undefined;
}

/** The name that begins at a word of a run, and how many words it takes. */
function sightingAt(text: string, run: CapitalRun, index: number, roster: Roster): readonly [Sighting | undefined, number] {
  const { words } = run;
  const whole = fullNameAt(run, index, index, roster);
  if (whole) return whole;
  let first = index;
  while (first < words.length - 1 && first < index + MOST_TITLES && isTitleWord((words[first] as Capital).word)) first++;
  // "Nick M. Able" has an initial, not a title.
  if (index > 0 && (words[index] as Capital).word.length === 1) return [undefined, 1];
  if (first > index) {
    const titled = fullNameAt(run, index, first, roster) ?? titleSurnameAt(text, run, index, first, roster);
    if (titled) return titled;
    return [undefined, 1];
  }
  return givenNameAt(text, run, index, roster);
}

function fullNameAt(run: CapitalRun, title: number, first: number, roster: Roster): readonly [Sighting, number] | undefined {
  const { words } = run;
  const start = words[first] as Capital;
  let folded = start.particles && first > 0 ? `${start.particles} ${start.folded}` : start.folded;
  let found: readonly [Sighting, number] | undefined;
  for (let last = first + 1; last < words.length && last < first + LONGEST_NAME; last++) {
    const word = words[last] as Capital;
    folded += word.particles ? ` ${word.particles} ${word.folded}` : ` ${word.folded}`;
    const known = roster.byFullName(folded);
    if (known && mayEndName(words[last + 1], word) && mayStandBefore(words[title - 1])) {
      found = [
        { form: 'full', start: (words[title] as Capital).start, end: word.end, known, title: titleOf(words, title, first) },
        last + 1 - title,
      ];
    }
  }
  return found;
}

/** Whether a name may end before this neighbour: "Nick Able Chief Executive", but not "Nick Able Foundation" or "Nick Able Jones". */
function mayEndName(next: Capital | undefined, name: Capital): boolean {
  if (!next) return true;
  if (isHonorific(next.word) || name.possessive) return true;
  if (/^\p{Lu}{2,}$/u.test(next.word) && name.word !== name.word.toUpperCase()) return true;
  return isRoleWord(next.folded) && !(isBodyNoun(next.folded) && next.folded !== 'executive');
}

/** Whether a name may begin after this neighbour: "Director Nick Able", but not "Operation Nick Able". */
function mayStandBefore(previous: Capital | undefined): boolean {
  return !previous || isTitleWord(previous.word) || isRoleWord(previous.folded) || isHonorific(previous.word);
}

/** "Assembly Member Able", "Mr Able", "Dame Sara" */
function titleSurnameAt(
  text: string,
  run: CapitalRun,
  index: number,
  first: number,
  roster: Roster,
): readonly [Sighting, number] | undefined {
  const { words } = run;
  let last = first;
  let family = familyFrom(words[first] as Capital, '');
  const next = words[first + 1];
  if (next && (beginsFamilyName((words[first] as Capital).folded) || roster.byFamilyName(familyFrom(next, family)).length > 0)) {
    family = familyFrom(next, family);
    last++;
  }
  const word = words[last] as Capital;
  const lastTitle = words[first - 1] as Capital;
  const title = titleOf(words, index, first);
  const place = { start: (words[index] as Capital).start, end: word.end, title };
  const used = last + 1 - index;
  const personal = isPersonalTitle(lastTitle.folded);
  if (
    lastTitle.possessive ||
    !mayEndName(words[last + 1], word) ||
    (first > index && (words[first - 2]?.folded ?? '') === lastTitle.folded)
  )
    return undefined;
  if (roster.byFamilyName(family).length > 0 && (personal || canTitle(words, index, first)))
    return [{ form: 'titleSurname', ...place, family }, used];
  if (takesGivenName(lastTitle.folded) && roster.byGivenName(word.folded).length > 0)
    return [{ form: 'titleSurname', ...place, given: word.folded }, used];
  // Somebody is certainly named, though nothing in the document says who.
  const cutShort = text.charAt(word.end) === '[';
  if (
    personal &&
    !cutShort &&
    !isTitleWord(word.word.replace(/s$/, '')) &&
    /^\p{Lu}[\p{L}\p{M}'’-]*\p{L}$/u.test(word.word) &&
    !isRoleWord(word.folded) &&
    !isBodyNoun(word.folded) &&
    !isTitleWord(word.word)
  ) {
    return [{ form: 'titleSurname', ...place, family }, used];
  }
  return undefined;
}

function titleOf(words: readonly Capital[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
}

function familyFrom(word: Capital, before: string): string {
  const own = word.particles ? `${word.particles} ${word.folded}` : word.folded;
  return before === '' ? own : `${before} ${own}`;
}

/** Titles that are also common words of offices ("Chief", "General", "Vice") name nobody by themselves. */
function canTitle(words: readonly Capital[], index: number, first: number): boolean {
  const last = (words[first - 1] as Capital).folded;
  return !['chief', 'general', 'vice', 'assembly', 'assistant', 'hon', 'rt'].includes(last) || (last === 'general' && first - index > 1);
}

/** A given name that stands alone, with the traps: names that are words, months or places. */
function givenNameAt(text: string, run: CapitalRun, index: number, roster: Roster): readonly [Sighting | undefined, number] {
  const word = run.words[index] as Capital;
  if (roster.byGivenName(word.folded).length === 0) return [undefined, 1];
  const before = run.words[index - 1];
  const alone = (!before || isPlaceOrDay(before.folded)) && mayEndName(run.words[index + 1], word);
  if (!alone || (word.word.length > 1 && word.word === word.word.toUpperCase()) || word.particles) return [undefined, 1];
  // "the Grace", "a Mark" are things, and so is what a role noun names before them.
  const previous = wordBefore(text, word.start);
  if (run.after === 'the' || run.after === 'a' || run.after === 'an') return [undefined, 1];
  if (isDeterminer(previous) && previous !== 'that' && !(isDirectAddress(text, word) && previous === 'no')) return [undefined, 1];
  const hyphen = text.charAt(word.end);
  if (hyphen === '-' || hyphen === '/' || hyphen === '@' || '/@#'.includes(text.charAt(word.start - 1) || ' ')) return [undefined, 1];
  if (isMonth(word.folded) && (pointsToDate(previous) || /^,? \d/.test(text.slice(word.end, word.end + 3)))) return [undefined, 1];
  if (isPlaceGivenName(word.folded) && isPlacePreposition(previous) && !word.possessive) return [undefined, 1];
  if (isOrdinaryGivenName(word.folded) && (run.opensSentence || run.after !== '') && !standsAsName(text, word, run)) return [undefined, 1];
  return [{ form: 'given', start: word.start, end: word.end, given: word.folded }, 1];
}

/** "Will?", "Will, could you", "Will has said", but not "Will you", "Will staff". */
function standsAsName(text: string, word: Capital, run: CapitalRun): boolean {
  if (run.after !== '' && !opensSentence(text, word.start) && !run.opensSentence) {
    // "Thank Will", "And Will": capitals before it say that it is not the first word; a verb may still follow "And".
    if (!['and', 'but', 'so', 'or'].includes(run.after)) return true;
  }
  if (word.possessive) return true;
  const right = text.slice(word.end, word.end + 24);
  if (/^\s*$/.test(right) || /^[,?!.;:…)\]”’"]/.test(right) || /^ ?(?:--|—|–|\[)/.test(right)) return true;
  const next = /^ ([a-z’']+)/.exec(right)?.[1];
  return next !== undefined && isPredicate(next);
}

function isDirectAddress(text: string, word: Capital): boolean {
  return /^[,?!.]/.test(text.slice(word.end, word.end + 1));
}

function wordBefore(text: string, start: number): string {
  return text.charAt(start - 1) === ' ' ? lowerCase(wordEndingAt(text, start - 1, Math.max(0, start - 24), "'’")) : '';
}
