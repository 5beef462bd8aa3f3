import { packedSummary } from '../analyse';
import { decode } from '../files/decode';
import { readBytes, stateOf, type FileState } from '../files/nodeFiles';
import type { LabelStyle } from '../protocol';
import { checksum } from './checksum';

/** What a file was found to say, and what tells later whether it still does. */
export interface FileSummary extends FileState {
  /** Of the file’s bytes. */
  readonly checksum: string;
  /** See `packedSummary`. */
  readonly summary: Uint8Array;
}

/** Reads and analyses the document at a `file:` URI; undefined when there is none. Throws when it cannot be read just now. */
export function readSummary(uri: string, style: LabelStyle): FileSummary | undefined {
  // The state comes first: a file that changes meanwhile is then read again next time.
  const state = stateOf(uri);
  const bytes = state && readBytes(uri);
  return bytes && { ...state, checksum: checksum([bytes]), summary: packedSummary(uri, decode(bytes), style) };
}
