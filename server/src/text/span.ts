/**
 * A stretch of a document: UTF-16 offsets into its text, `end` exclusive, `start <= end`.
 * Everything Verbatim says about a document is said with spans, so that it can be followed to the place.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `offset` stands inside the span or touches one of its ends, as a cursor does. */
export function touches(place: Span, offset: number): boolean {
  return place.start <= offset && offset <= place.end;
}

/** The last item whose span starts at or before `offset`, in a list sorted by start: its index, or -1. */
export function lastStartingAt(items: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = items.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { readonly span: Span }).span.start <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
