import type { Place } from '../text/lineTable';
import { field } from './settings';
import { canonicalUri } from './uris';

/** The document that a request is about, in our spelling; the empty string, which names none, when it does not say. */
export function documentOf(params: unknown): string {
  const uri = field(field(params, 'textDocument'), 'uri');
  return typeof uri === 'string' ? canonicalUri(uri) : '';
}

/** The place a request is about. Clients have bugs: fractions are cut, and what is no number or negative counts as 0. */
export function placeOf(params: unknown): Place {
  const position = field(params, 'position');
  return { line: count(field(position, 'line')), character: count(field(position, 'character')) };
}

/** The 0-based lines of a range, both included, or undefined when there is none. */
export function linesOf(params: unknown): { readonly first: number; readonly last: number } | undefined {
  const range = field(params, 'range');
  if (range === undefined) return undefined;
  return { first: count(field(field(range, 'start'), 'line')), last: count(field(field(range, 'end'), 'line')) };
}

export function textOf(params: unknown, name: string): string {
  const value = field(params, name);
  return typeof value === 'string' ? value : '';
}

function count(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.trunc(value), 2 ** 31 - 1) : 0;
}
