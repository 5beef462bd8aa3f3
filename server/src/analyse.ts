import { pack } from './analysis/packed';
import { summarise } from './analysis/summarise';
import type { Summary } from './analysis/summary';
import { transcriptRecord, type TranscriptRecord } from './export/jsonl';
import { layoutInWords } from './export/layoutInWords';
import type { LabelStyle, Recognition } from './protocol';
import { parse } from './syntax/parse';
import type { Transcript } from './syntax/tree';

/** One text read by itself: what it is made of, and what it says. Pure and total; knows no other document. */
export function analyse(
  uri: string,
  text: string,
  style: LabelStyle = 'automatic',
): { readonly tree: Transcript; readonly summary: Summary } {
  const tree = parse(text, style);
  return { tree, summary: summarise(uri, tree) };
}

/** What one text says, in the bytes that the service takes and that can be kept. */
export function packedSummary(uri: string, text: string, style: LabelStyle): Uint8Array<ArrayBuffer> {
  return pack(analyse(uri, text, style).summary);
}

/** One text as data. */
export function recordOf(path: string, text: string, style: LabelStyle = 'automatic'): TranscriptRecord {
  const { tree, summary } = analyse(path, text, style);
  return transcriptRecord(path, tree, summary);
}

/** What a text is, whether or not it is saved anywhere, so that an editor can give it the right language. */
export function recognise(text: string, style: LabelStyle = 'automatic'): Recognition {
  const { summary } = analyse('', text, style);
  return { kind: summary.kind, layout: layoutInWords(summary) };
}
