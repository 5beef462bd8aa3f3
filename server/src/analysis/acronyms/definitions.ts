import type { RatedDefinition } from './accept';
import { findBracketed } from './brackets';
import type { FoundDefinition } from './found';
import { findSpoken } from './spoken';
import { tokensOf, type Token } from './tokens';

export type { FoundDefinition };

/**
 * The definitions that the text of one paragraph makes, in order of their short forms: at most one for a short form at
 * a place. Letters must match, except in a transcriber's gloss in square brackets. Total; linear in the text, since
 * only brackets and tokens with the shape of a short form are looked at, each within a bounded window.
 */
export function findDefinitions(text: string, tokens: readonly Token[] = tokensOf(text)): readonly FoundDefinition[] {
  const byPlace = new Map<number, RatedDefinition>();
  for (const found of [...findBracketed(text), ...findSpoken(text, tokens)]) {
    const other = byPlace.get(found.shortStart);
    if (!other || (isBracketed(found) === isBracketed(other) && found.quality > other.quality + 0.05)) byPlace.set(found.shortStart, found);
  }
  return [...byPlace.values()].sort((a, b) => a.shortStart - b.shortStart).map(({ quality: _, ...definition }) => definition);
}

function isBracketed(definition: FoundDefinition): boolean {
  return definition.kind === 'longThenBracketed' || definition.kind === 'shortThenBracketed' || definition.kind === 'gloss';
}
