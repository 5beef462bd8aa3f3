import { createTranscriptService, type TranscriptService } from '../../server/src/service';
import { ofTexts } from './texts';
import type { Place } from '../../server/src/text/lineTable';
import type { Span } from '../../server/src/text/span';

/**
 * Texts with marks that no transcript holds: `‸` is the cursor, `⟦…⟧` an expected stretch, and a line `%! name.txt`
 * starts another file. What stands before the first such line is `here.txt`. A leading line break is dropped.
 */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  /** Where the cursor is; the first file at its start when there is no mark. */
  readonly cursor: { readonly name: string; readonly offset: number };
  /** Expected stretches in the order of the fixture. */
  readonly spans: readonly { readonly name: string; readonly span: Span; readonly text: string }[];
}

export function fixture(marked: string): Fixture {
  const files = new Map<string, string>();
  const spans: Fixture['spans'][number][] = [];
  let cursor: Fixture['cursor'] | undefined;
  const pieces = `%! here.txt\n${marked.replace(/^\n/, '')}`.split(/^%! (\S+)\n/m).slice(1);
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const name = pieces[i] ?? '';
    let text = '';
    let open = -1;
    for (const character of pieces[i + 1] ?? '') {
      if (character === '‸') cursor = { name, offset: text.length };
      else if (character === '⟦') open = text.length;
      else if (character === '⟧') spans.push({ name, span: { start: open, end: text.length }, text: text.slice(open) });
      else text += character;
    }
    if (text.trim() !== '') files.set(name, text);
  }
  return { files, cursor: cursor ?? { name: 'here.txt', offset: 0 }, spans };
}

export const uriOf = (name: string): string => `file:///folder/${name}`;
export const nameOf = (uri: string): string => uri.slice('file:///folder/'.length);

/** A service over the files of a fixture, with the one that has the cursor open. */
export async function serve({
  files,
  cursor,
}: Fixture): Promise<{ readonly service: TranscriptService; readonly uri: string; readonly place: Place }> {
  const service = createTranscriptService({
    files: {
      list: () => Promise.resolve([...files.keys()].map(uriOf)),
      read: ofTexts(async (uri) => files.get(nameOf(uri))),
    },
    log: { info: () => undefined, warn: () => undefined, error: fail },
  });
  await service.index();
  const uri = uriOf(cursor.name);
  service.open(uri, files.get(cursor.name) ?? '');
  const place = service.snapshot().documents.get(uri)?.lines.placeAt(cursor.offset) ?? { line: 0, character: 0 };
  return { service, uri, place };
}

function fail(message: string, cause?: unknown): never {
  throw new Error(message, { cause });
}
