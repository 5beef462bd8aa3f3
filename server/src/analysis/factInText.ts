/** Something that a joined text says, so that two readings of nearly the same text can be compared. */
export interface FactInText {
  /** What it says, without where. */
  readonly says: string;
  /** Indices into the text. */
  readonly places: readonly number[];
}
