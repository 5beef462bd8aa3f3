import type { Summary } from '../analysis/summary';

/**
 * Newest first; documents without a date last; equal dates by name, so that the order is always the same. Each date is
 * asked for once: those of documents that are not open are decoded.
 */
export function newestFirst(documents: Iterable<Summary>): readonly Summary[] {
  return Array.from(documents, (document) => ({ document, date: document.date ?? '' }))
    .sort((a, b) => compare(b.date, a.date) || compare(a.document.uri, b.document.uri))
    .map(({ document }) => document);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
