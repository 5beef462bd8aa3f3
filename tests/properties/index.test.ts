import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holding } from '../../server/src/corpus/snapshot';
import { createTranscriptService, type TranscriptService } from '../../server/src/service';
import type { Place } from '../../server/src/text/lineTable';
import { ofTexts } from '../support/texts';

/** Texts that define, use and contradict each other, and share people. */
const TEXTS: readonly string[] = [
  'Ada Quill (Chair): The Local Weir Board (LWB) met. Bo?\n\nBo Tarn (Engineer): The LWB did.\n\nAda Quill (Chair): Good.\n',
  'Bo Tarn (Chair): What do the LWBs say, Ada?\n\nAda Quill (Member): Nothing.\n\nBo Tarn (Chair): Good.\n',
  'The Lamp Workers’ Brigade (LWB) has written to the board. The LWB wants light.\n',
  'The LWB and the MoW were named by Mr Bo Tarn, Engineer, in his letter of last May.\n',
  'The Ministry of Weirs (MoW) met.1 So did [the others.\n',
  '',
];
const URIS = ['file:///f/a.txt', 'file:///f/b.txt', 'file:///f/sub/c.txt'];

type Step =
  | { readonly kind: 'write' | 'open' | 'change'; readonly uri: string; readonly text: string }
  | { readonly kind: 'remove' | 'close'; readonly uri: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('write' as const, 'open' as const, 'change' as const),
    uri: fc.constantFrom(...URIS),
    text: fc.constantFrom(...TEXTS),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'close' as const), uri: fc.constantFrom(...URIS) }),
);

describe('the index', () => {
  it('after any writing, editing, closing and deleting answers as one that has read everything anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const disk = new Map<string, string>();
        const open = new Map<string, string>();
        const service = serviceOver(disk);
        for (const [at, each] of steps.entries()) {
          await take(each, service, disk, open);
          // What it is asked now and then must not show in what it answers in the end.
          if (at % 3 === 1) answers(service);
        }

        const anew = serviceOver(disk);
        await anew.index();
        for (const [uri, text] of open) anew.open(uri, text);
        // In another order, so that what was asked before cannot answer for both alike.
        expect(answers(service)).toEqual(answers(anew, (items) => [...items].reverse()));
      }),
      { numRuns: 120 },
    );
  });

  it('keeps no trace when everything is gone', async () => {
    const disk = new Map(URIS.map((uri, at) => [uri, TEXTS[at] ?? '']));
    const service = serviceOver(disk);
    await service.index();
    expect(service.status()).toEqual({ indexing: false, documents: URIS.length });
    expect([...holding(service.snapshot(), 'defines', ['LWB'])]).not.toEqual([]);
    service.filesDeleted(['file:///f']);
    expect(service.snapshot().documents.size).toBe(0);
    expect([...holding(service.snapshot(), 'defines', ['LWB'])]).toEqual([]);
    expect(service.symbols('')).toEqual([]);
  });
});

async function take(step: Step, service: TranscriptService, disk: Map<string, string>, open: Map<string, string>): Promise<void> {
  switch (step.kind) {
    case 'write':
      disk.set(step.uri, step.text);
      return service.filesChanged([step.uri]);
    case 'remove':
      disk.delete(step.uri);
      return service.filesDeleted([step.uri]);
    case 'open':
    case 'change':
      open.set(step.uri, step.text);
      return service.change(step.uri, () => step.text);
    case 'close':
      if (!open.delete(step.uri)) return;
      return service.close(step.uri);
  }
}

function serviceOver(disk: ReadonlyMap<string, string>): TranscriptService {
  return createTranscriptService({
    files: { list: async () => [...disk.keys()], read: ofTexts(async (uri) => disk.get(uri)) },
    log: {
      info: () => undefined,
      warn: (message) => expect.unreachable(message),
      error: (message, cause) => expect.unreachable(`${message}: ${String(cause)}`),
    },
  });
}

/** What the service says at many places of every document, asked in some order, and about the whole. */
function answers(service: TranscriptService, ordered: (places: readonly Asked[]) => readonly Asked[] = (places) => places): unknown {
  const places = URIS.flatMap((uri) =>
    [0, 2, 4].flatMap((line) => Array.from({ length: 24 }, (_, at): Asked => ({ uri, place: { line, character: 3 * at } }))),
  );
  const said = new Map(
    ordered(places).map((asked) => {
      const { uri, place } = asked;
      return [asked, [service.hover(uri, place), service.definition(uri, place), service.references(uri, place, true)]];
    }),
  );
  return {
    status: service.status(),
    symbols: service.symbols(''),
    documents: URIS.map((uri) => [service.outline(uri), service.folds(uri), service.tokens(uri), service.problems(uri)]),
    places: places.map((asked) => said.get(asked)),
  };
}

interface Asked {
  readonly uri: string;
  readonly place: Place;
}
