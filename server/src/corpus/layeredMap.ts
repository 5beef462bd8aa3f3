/** How many entries may lie over a map before both are made one. */
const MOST_OVER = 256;

/**
 * A map that never changes and whose successors share what they have in common: a large one, and a small one of what is
 * different since. A change of a few entries copies the small one, and only once it is full the large one. In no promised
 * order.
 */
export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  static of<Key, Value>(entries: Iterable<readonly [Key, Value]> = []): LayeredMap<Key, Value> {
    return new LayeredMap(new Map(entries), new Map<Key, Value | undefined>());
  }

  readonly size: number;

  private constructor(
    readonly under: ReadonlyMap<Key, Value>,
    /** What is different: undefined for what is gone. */
    readonly over: ReadonlyMap<Key, Value | undefined>,
  ) {
    let { size } = under;
    for (const [key, value] of over) size += (value === undefined ? 0 : 1) - (under.has(key) ? 1 : 0);
    this.size = size;
  }

  /** The map with these entries changed, added, or, where the value is undefined, gone. */
  with(changes: ReadonlyMap<Key, Value | undefined>): LayeredMap<Key, Value> {
    if (changes.size === 0) return this;
    if (this.over.size + changes.size <= MOST_OVER) {
      const over = new Map(this.over);
      for (const [key, value] of changes) over.set(key, value);
      return new LayeredMap(this.under, over);
    }
    const all = new Map(this.under);
    for (const [key, value] of [...this.over, ...changes]) {
      if (value === undefined) all.delete(key);
      else all.set(key, value);
    }
    return new LayeredMap(all, new Map<Key, Value | undefined>());
  }

  get(key: Key): Value | undefined {
    const value = this.over.get(key);
    return value === undefined && !this.over.has(key) ? this.under.get(key) : value;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  entries(): MapIterator<[Key, Value]> {
    return this.over.size === 0 ? this.under.entries() : this.layered();
  }

  private *layered(): MapIterator<[Key, Value]> {
    for (const key of this.under.keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
    for (const [key, value] of this.over) if (value !== undefined && !this.under.has(key)) yield [key, value];
  }

  *keys(): MapIterator<Key> {
    if (this.over.size === 0) yield* this.under.keys();
    else for (const [key] of this.layered()) yield key;
  }

  *values(): MapIterator<Value> {
    if (this.over.size === 0) yield* this.under.values();
    else for (const [, value] of this.layered()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
