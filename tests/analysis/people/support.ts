import { findPeople, type People } from '../../../server/src/analysis/people/people';
import { parse } from '../../../server/src/syntax/parse';

/** A hearing of an invented body: everybody of the cast speaks, then the lines follow, spoken by the first of the cast. */
export function hearing(cast: readonly string[], ...lines: readonly string[]): string {
  const opening = cast.flatMap((label) => [
    `${label}: Good morning to all of you here today.`,
    `${cast[0] === label ? cast[1] : cast[0]}: We are glad to be here.`,
  ]);
  return [...opening, ...lines.map((line) => `${cast[0]}: ${line}\n\n${cast[1]}: That is noted for the record.`)].join('\n\n') + '\n';
}

export function peopleOf(text: string): People {
  return findPeople(parse(text));
}

/** The mentions of a text as "text -> key", with "?" for somebody undecided. */
export function mentionsIn(text: string): readonly string[] {
  return peopleOf(text).mentions.map((mention) => `${mention.text} -> ${mention.person ?? '?'}`);
}
