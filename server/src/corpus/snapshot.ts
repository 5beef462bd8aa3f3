import type { CorpusKeys, Summary } from '../analysis/summary';
import { ownCopy } from '../text/ownCopy';

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

/** A document's new summary, or undefined when the document is gone. */
export type Change = readonly [uri: string, summary: Summary | undefined];

/**
 * The snapshot with one document's summary replaced, added, or, when it is undefined, gone without a trace. Costs what
 * the difference of the two summaries costs: where the document's keys stay the same, the postings do too.
 */
export function replace(snapshot: Snapshot, uri: string, summary: Summary | undefined): Snapshot {
  return replaceAll(snapshot, [[uri, summary]]);
}

/** The same for many documents at once, later changes after earlier ones; the maps are copied once for all of them. */
export function replaceAll(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const documents = new Map(snapshot.documents);
  const replacements: Replacement[] = [];
  for (const [uri, after] of changes) {
    const before = documents.get(uri);
    if (before === after) continue;
    if (after) documents.set(uri, after);
    else documents.delete(uri);
    replacements.push({ uri, before, after });
  }
  if (replacements.length === 0) return snapshot;
  return {
    documents,
    definitions: repost(snapshot.definitions, replacements, (keys) => keys.defined),
    uses: repost(snapshot.uses, replacements, (keys) => keys.used),
    people: repost(snapshot.people, replacements, (keys) => keys.people),
  };
}

interface Replacement {
  readonly uri: string;
  readonly before: Summary | undefined;
  readonly after: Summary | undefined;
}

/** The summaries of the documents that hold one of the keys. */
export function holding(snapshot: Snapshot, postings: Postings, wanted: Iterable<string>): readonly Summary[] {
  const uris = new Set<string>();
  for (const key of wanted) for (const uri of postings.get(key) ?? []) uris.add(uri);
  return [...uris].flatMap((uri) => snapshot.documents.get(uri) ?? []);
}

function repost(postings: Postings, replacements: readonly Replacement[], of: (keys: CorpusKeys) => readonly string[]): Postings {
  let next: Map<string, ReadonlySet<string>> | undefined;
  // Sets of the old postings belong to older snapshots; only those made here may be written to.
  const fresh = new Map<string, Set<string>>();
  const write = (key: string): Set<string> => {
    next ??= new Map(postings);
    const known = fresh.get(key);
    if (known) return known;
    const before = next.get(key);
    const uris = new Set(before);
    const own = before ? key : ownCopy(key);
    fresh.set(own, uris);
    next.set(own, uris);
    return uris;
  };
  for (const { uri, before, after } of replacements) {
    const old = before && new Set(of(before.keys));
    const now = new Set(after && of(after.keys));
    for (const key of old ?? []) if (!now.has(key)) write(key).delete(uri);
    for (const key of now) if (!old?.has(key)) write(key).add(uri);
  }
  for (const [key, uris] of fresh) if (uris.size === 0) next?.delete(key);
  return next ?? postings;
}
