import { layoutInWords } from '../export/layoutInWords';
import type { Recognition } from '../protocol';
import { parse } from '../syntax/parse';

/** What a text is, whether or not it is saved anywhere, so that a client can give it the right language. */
export function recognise(text: string): Recognition {
  const transcript = parse(text);
  return { kind: transcript.kind, layout: layoutInWords(transcript) };
}
