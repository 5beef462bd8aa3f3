import type { CorpusKeys, Summary } from '../analysis/summary';
import { ownCopy } from '../text/ownCopy';
import { LayeredMap } from './layeredMap';

/** Which documents hold a key, by their URIs. */
export type Postings = LayeredMap<string, LayeredMap<string, true>>;

/**
 * What is known of all documents at one moment. Never changed: `replace` makes the next one, which shares all that did
 * not change. Whoever holds a snapshot may go on reading it.
 */
export interface Snapshot {
  readonly documents: LayeredMap<string, Summary>;
  /** Documents that define a short form, by `keys(short)`. */
  readonly definitions: Postings;
  /** Documents that use one, by `lookups(form)`. */
  readonly uses: Postings;
  /** Documents that have a person, by `PersonFact.key`. */
  readonly people: Postings;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  documents: LayeredMap.of(),
  definitions: LayeredMap.of(),
  uses: LayeredMap.of(),
  people: LayeredMap.of(),
};

/** A document's new summary, or undefined when the document is gone. */
export type Replacement = readonly [uri: string, summary: Summary | undefined];

/**
 * The snapshot with one document's summary replaced, added, or, when it is undefined, gone without a trace. Costs what
 * the difference of the two summaries costs: where the document's keys stay the same, the postings do too.
 */
export function replace(snapshot: Snapshot, uri: string, summary: Summary | undefined): Snapshot {
  return replaceAll(snapshot, [[uri, summary]]);
}

/** The same for many documents at once, later changes after earlier ones; the maps are copied once for all of them. */
export function replaceAll(snapshot: Snapshot, changes: readonly Replacement[]): Snapshot {
  const changed = new Map<string, Summary | undefined>();
  const differences: Difference[] = [];
  for (const [uri, after] of changes) {
    const before = changed.has(uri) ? changed.get(uri) : snapshot.documents.get(uri);
    if (before === after) continue;
    changed.set(uri, after);
    if (before?.keys !== after?.keys) differences.push({ uri, before, after });
  }
  if (changed.size === 0) return snapshot;
  return {
    documents: snapshot.documents.with(changed),
    definitions: repost(snapshot.definitions, differences, (keys) => keys.defined),
    uses: repost(snapshot.uses, differences, (keys) => keys.used),
    people: repost(snapshot.people, differences, (keys) => keys.people),
  };
}

interface Difference {
  readonly uri: string;
  readonly before: Summary | undefined;
  readonly after: Summary | undefined;
}

/** The summaries of the documents that hold one of the keys. */
export function holding(snapshot: Snapshot, postings: Postings, wanted: Iterable<string>): readonly Summary[] {
  const uris = new Set<string>();
  for (const key of wanted) for (const uri of postings.get(key)?.keys() ?? []) uris.add(uri);
  return [...uris].flatMap((uri) => snapshot.documents.get(uri) ?? []);
}

function repost(postings: Postings, differences: readonly Difference[], of: (keys: CorpusKeys) => readonly string[]): Postings {
  const changes = new Map<string, Map<string, true | undefined>>();
  const put = (key: string, uri: string, holds: true | undefined): void => {
    const known = changes.get(key);
    if (known) known.set(uri, holds);
    else changes.set(postings.has(key) ? key : ownCopy(key), new Map([[uri, holds]]));
  };
  for (const { uri, before, after } of differences) {
    const old = before && new Set(of(before.keys));
    const now = new Set(after && of(after.keys));
    for (const key of old ?? []) if (!now.has(key)) put(key, uri, undefined);
    for (const key of now) if (!old?.has(key)) put(key, uri, true);
  }
  const changed = new Map<string, LayeredMap<string, true> | undefined>();
  for (const [key, uris] of changes) {
    const holders = (postings.get(key) ?? LayeredMap.of<string, true>()).with(uris);
    changed.set(key, holders.size === 0 ? undefined : holders);
  }
  return postings.with(changed);
}
