import { recordOf } from '../analyse';
import type { PersonRecord } from '../export/jsonl';
import { forEachInput } from './inputs';
import type { Io } from './io';

interface Appearance {
  readonly name: string;
  turns: number;
  mentions: number;
  readonly documents: Set<string>;
}

/** Prints everybody in all the files together: name, turns, mentions and documents, separated by tabs, the most turns first. */
export async function printPeople(paths: readonly string[], io: Io): Promise<number> {
  const everybody = new Map<string, Appearance>();
  const all = await forEachInput(paths, io, async ({ path, text }) => {
    for (const person of recordOf(path, text).people) add(everybody, person, path);
  });
  const order = [...everybody.values()].sort((a, b) => b.turns - a.turns || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
  for (const { name, turns, mentions, documents } of order) await io.out(`${name}\t${turns}\t${mentions}\t${[...documents].join(', ')}\n`);
  return all ? 0 : 1;
}

function add(everybody: Map<string, Appearance>, person: PersonRecord, path: string): void {
  const known = everybody.get(person.id) ?? { name: person.name, turns: 0, mentions: 0, documents: new Set<string>() };
  known.turns += person.turns;
  known.mentions += person.mentions.length;
  known.documents.add(path);
  everybody.set(person.id, known);
}
