import { keys, lookups } from '../analysis/acronyms/forms';
import type { Summary } from '../analysis/summary';

/** Which documents hold a key. */
export type Postings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What is known of all documents at one moment. Never changed: `replace` makes the next one, which shares all that did
 * not change. Whoever holds a snapshot may go on reading it.
 */
export interface Snapshot {
  readonly documents: ReadonlyMap<string, Summary>;
  /** Documents that define a short form, by `keys(short)`. */
  readonly definitions: Postings;
  /** Documents that use one, by `lookups(form)`. */
  readonly uses: Postings;
  /** Documents that have a person, by `PersonFact.key`. */
  readonly people: Postings;
}

export const EMPTY_SNAPSHOT: Snapshot = { documents: new Map(), definitions: new Map(), uses: new Map(), people: new Map() };

/**
 * The snapshot with one document's summary replaced, added, or, when it is undefined, gone without a trace. Costs what
 * the difference of the two summaries costs: where the document's keys stay the same, the postings do too.
 */
export function replace(snapshot: Snapshot, uri: string, summary: Summary | undefined): Snapshot {
  const before = snapshot.documents.get(uri);
  if (before === undefined && summary === undefined) return snapshot;
  const documents = new Map(snapshot.documents);
  if (summary) documents.set(uri, summary);
  else documents.delete(uri);
  return {
    documents,
    definitions: repost(snapshot.definitions, uri, keysOf(before, definedKeys), keysOf(summary, definedKeys)),
    uses: repost(snapshot.uses, uri, keysOf(before, usedKeys), keysOf(summary, usedKeys)),
    people: repost(snapshot.people, uri, keysOf(before, personKeys), keysOf(summary, personKeys)),
  };
}

/** The summaries of the documents that hold one of the keys. */
export function holding(snapshot: Snapshot, postings: Postings, wanted: Iterable<string>): readonly Summary[] {
  const uris = new Set<string>();
  for (const key of wanted) for (const uri of postings.get(key) ?? []) uris.add(uri);
  return [...uris].flatMap((uri) => snapshot.documents.get(uri) ?? []);
}

function definedKeys(summary: Summary): readonly string[] {
  return summary.definitions.flatMap((definition) => keys(definition.short));
}

function usedKeys(summary: Summary): readonly string[] {
  return [...new Set(summary.uses.map((use) => use.form))].flatMap(lookups);
}

function personKeys(summary: Summary): readonly string[] {
  return summary.people.map((person) => person.key);
}

const NO_KEYS: ReadonlySet<string> = new Set();

function keysOf(summary: Summary | undefined, of: (summary: Summary) => readonly string[]): ReadonlySet<string> {
  return summary ? new Set(of(summary)) : NO_KEYS;
}

function repost(postings: Postings, uri: string, before: ReadonlySet<string>, after: ReadonlySet<string>): Postings {
  const gone = [...before].filter((key) => !after.has(key));
  const come = [...after].filter((key) => !before.has(key));
  if (gone.length === 0 && come.length === 0) return postings;
  const next = new Map(postings);
  for (const key of gone) {
    const uris = new Set(next.get(key));
    uris.delete(uri);
    if (uris.size > 0) next.set(key, uris);
    else next.delete(key);
  }
  for (const key of come) next.set(key, new Set(next.get(key)).add(uri));
  return next;
}
