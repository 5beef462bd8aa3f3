import type { DefinitionKind } from '../summary';

/** A place where the text joins a short form with its long form; indices into the text. */
export interface FoundDefinition {
  /** As written, plural and possessive endings taken off where the long form shows that they are endings. */
  readonly short: string;
  /** As written: `text.slice(longStart, longEnd)`. */
  readonly long: string;
  readonly kind: DefinitionKind;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
}
