import { joinsDocuments } from '../analysis/people/nameless';
import type { PersonFact, Summary } from '../analysis/summary';
import { newestFirst } from './newestFirst';
import { holding, type Snapshot } from './snapshot';

/** One person over all documents that have them. */
export interface Person {
  readonly key: string;
  /** The fullest name as written. */
  readonly name: string;
  readonly titlePrefix?: string;
  readonly honorifics?: readonly string[];
  /** In the order of the documents' dates, those without a date last. */
  readonly documents: readonly PersonInDocument[];
}

export interface PersonInDocument {
  readonly uri: string;
  readonly fact: PersonFact;
  readonly turns: number;
  /** Words of speech. */
  readonly words: number;
  readonly mentions: number;
}

/** The documents that have a person: the asking one first, then the others from the newest on. What is no full name stays in its document. */
export function documentsOf(snapshot: Snapshot, asking: Summary, key: string): readonly Summary[] {
  const has = (other: Summary): boolean => other.uri !== asking.uri && other.people.some((fact) => fact.key === key);
  const others = joinsDocuments(key) ? [...holding(snapshot, 'person', [key])].filter(has) : [];
  return [asking, ...newestFirst(others)];
}

/**
 * A person as all documents together show them. `summaries` are those that have the key; others are passed over.
 * Documents are joined by the key and by nothing else: two spellings stay two persons. What is no full name ("able",
 * "the chair") joins nothing: only the first document that has it counts, so the asking document goes first.
 * Undefined when none has the key.
 */
export function person(summaries: Iterable<Summary>, key: string): Person | undefined {
  const appearances: (PersonInDocument & { readonly date: string })[] = [];
  for (const summary of summaries) {
    const fact = summary.people.find((candidate) => candidate.key === key);
    if (!fact) continue;
    if (appearances.length > 0 && !joinsDocuments(key)) break;
    const turns = summary.turns.filter((turn) => turn.person === key);
    appearances.push({
      uri: summary.uri,
      fact,
      turns: turns.length,
      words: turns.reduce((sum, turn) => sum + turn.words, 0),
      mentions: summary.mentions.filter((mention) => mention.person === key).length,
      date: summary.date ?? '9999',
    });
  }
  if (appearances.length === 0) return undefined;
  appearances.sort((a, b) => compare(a.date, b.date) || compare(a.uri, b.uri));
  const facts = appearances.map(({ fact }) => fact);
  const titlePrefix = facts.find((fact) => fact.titlePrefix !== undefined)?.titlePrefix;
  const honorifics = [...new Set(facts.flatMap((fact) => fact.honorifics))];
  return {
    key,
    name: fullest(facts.map((fact) => fact.name)),
    ...(titlePrefix !== undefined ? { titlePrefix } : {}),
    ...(honorifics.length > 0 ? { honorifics } : {}),
    documents: appearances.map(({ uri, fact, turns, words, mentions }) => ({ uri, fact, turns, words, mentions })),
  };
}

/** Capitals and small letters are fuller than capitals alone; else the longest, else the first. */
function fullest(names: readonly string[]): string {
  const weight = (name: string): number => (name === name.toUpperCase() ? 0 : 1000) + name.length;
  return names.reduce((best, name) => (weight(name) > weight(best) ? name : best), names[0] ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
