import { corpusKey, includesKey, type Holds } from '../analysis/corpusKeys';
import type { Summary } from '../analysis/summary';
import { KeyIndex } from './keyIndex';
import { LayeredMap } from './layeredMap';

/**
 * What is known of all documents at one moment. Never changed: `replace` makes the next one, which shares all that did
 * not change. Whoever holds a snapshot may go on reading it.
 */
export interface Snapshot {
  readonly documents: LayeredMap<string, Summary>;
}

export const EMPTY_SNAPSHOT: Snapshot = { documents: LayeredMap.of() };

/** A document's new summary, or undefined when the document is gone. */
export type Replacement = readonly [uri: string, summary: Summary | undefined];

/** The snapshot with one document's summary replaced, added, or, when it is undefined, gone without a trace. */
export function replace(snapshot: Snapshot, uri: string, summary: Summary | undefined): Snapshot {
  return replaceAll(snapshot, [[uri, summary]]);
}

/** The same for many documents at once, later changes after earlier ones. */
export function replaceAll(snapshot: Snapshot, changes: readonly Replacement[]): Snapshot {
  const changed = new Map(changes.filter(([uri, summary]) => snapshot.documents.get(uri) !== summary));
  return changed.size === 0 ? snapshot : { documents: snapshot.documents.with(changed) };
}

/** The indexes of what lies under the newest changes, which stays the same for many of them. Made when first asked. */
const indexes = new WeakMap<ReadonlyMap<string, Summary>, KeyIndex>();

/**
 * The summaries of the documents that may hold one of the keys, each once. Documents are indexed once for all, those that
 * changed since are looked through: so an edit costs nothing here, however many documents there are.
 */
export function* holding({ documents }: Snapshot, holds: Holds, wanted: Iterable<string>): Generator<Summary> {
  const { under, over } = documents;
  let index = indexes.get(under);
  if (!index) indexes.set(under, (index = new KeyIndex(under.values())));
  const keys = Array.from(wanted, (key) => corpusKey(holds, key));
  const found = new Set<Summary>();
  for (const key of keys)
    for (const document of index.holding(key)) {
      if (found.has(document) || over.has(document.uri)) continue;
      found.add(document);
      yield document;
    }
  for (const document of over.values()) if (document && keys.some((key) => includesKey(document.keys, key))) yield document;
}
