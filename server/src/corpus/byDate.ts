import type { Summary } from '../analysis/summary';

/** Newest first; documents without a date last; equal dates by name, so that the order is always the same. */
export function byDate(a: Summary, b: Summary): number {
  const [before, after] = [a.date ?? '', b.date ?? ''];
  if (before !== after) return before < after ? 1 : -1;
  return a.uri < b.uri ? -1 : 1;
}
