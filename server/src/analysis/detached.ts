/**
 * A copy of plain facts (objects, lists, strings, numbers) whose strings stand alone. Engines may keep a stretch of a
 * text as a reference into it, so that one expansion of twenty letters would hold a whole document in memory for as
 * long as the corpus knows it. Equal strings become one.
 */
export function detached<Facts>(facts: Facts): Facts {
  return copy(facts, new Map()) as Facts;
}

function copy(value: unknown, known: Map<string, string>): unknown {
  if (typeof value === 'string') {
    let own = known.get(value);
    if (own === undefined) {
      own = JSON.parse(JSON.stringify(value)) as string;
      known.set(own, own);
    }
    return own;
  }
  if (Array.isArray(value)) return value.map((each) => copy(each, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copy(each, known)]));
}
