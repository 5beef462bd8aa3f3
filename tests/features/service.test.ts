import { describe, expect, test, vi } from 'vitest';
import type { LabelStyle } from '../../server/src/protocol';
import { createTranscriptService, type TranscriptService } from '../../server/src/service';
import { ofTexts } from '../support/texts';

interface Folder {
  readonly service: TranscriptService;
  readonly files: Map<string, string>;
  readonly logged: string[];
}

function folder(entries: Readonly<Record<string, string>>): Folder {
  const files = new Map(Object.entries(entries).map(([name, text]) => [`file:///f/${name}`, text]));
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const service = createTranscriptService({
    files: {
      list: () => Promise.resolve([...files.keys()]),
      read: ofTexts((uri) => (uri.endsWith('broken.txt') ? Promise.reject(new Error('no access')) : Promise.resolve(files.get(uri)))),
    },
    log: { info: log, warn: log, error: log },
  });
  return { service, files, logged };
}

const people = (service: TranscriptService): readonly string[] =>
  service
    .symbols('')
    .filter((symbol) => symbol.kind === 'person')
    .map((symbol) => symbol.name)
    .sort();
const TALK = 'Ada Quill (Chair): One.\n\nBo Tarn (Clerk): Two.\n\nAda Quill (Chair): Three.\n';
const OTHER = 'Cy Moss (Chair): One.\n\nDi Reed (Clerk): Two.\n\nCy Moss (Chair): Three.\n';

describe('the service', () => {
  test('reads the folder, tells its progress and says when it is through', async () => {
    const { service } = folder({ 'a.txt': TALK, 'b.txt': OTHER });
    const progress: string[] = [];
    const reading = service.index((done, total) => void progress.push(`${done}/${total}`));
    expect(service.status().indexing).toBe(true);
    await reading;
    expect(service.status()).toEqual({ indexing: false, documents: 2 });
    expect(progress.at(-1)).toBe('2/2');
    expect(people(service)).toEqual(['Ada Quill', 'Bo Tarn', 'Cy Moss', 'Di Reed']);
  });

  test('prefers the text in an editor to the file until it is closed', async () => {
    const { service, files } = folder({ 'a.txt': TALK });
    await service.index();
    service.open('file:///f/a.txt', OTHER);
    expect(people(service)).toEqual(['Cy Moss', 'Di Reed']);
    files.set('file:///f/a.txt', TALK.replaceAll('Bo Tarn', 'Ed Pike'));
    await service.filesChanged(['file:///f/a.txt']);
    await service.index();
    expect(people(service)).toEqual(['Cy Moss', 'Di Reed']);
    await service.close('file:///f/a.txt');
    expect(people(service)).toEqual(['Ada Quill', 'Ed Pike']);
  });

  test('reads what is searched for first, while other documents still wait', async () => {
    const texts = new Map(Array.from({ length: 40 }, (_, at) => [`file:///f/${at}.txt`, at === 30 ? OTHER : TALK]));
    const read: string[] = [];
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve([...texts.keys()]),
        holding: (words, uris) => Promise.resolve(uris.filter((uri) => texts.get(uri)?.includes(words))),
        read: async (uri) => {
          read.push(uri);
          await new Promise((resolve) => setTimeout(resolve, 5));
          return ofTexts((each) => Promise.resolve(texts.get(each)))(uri);
        },
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const reading = service.index();
    await service.readFirst('Cy Moss', () => false);
    expect(service.symbols('Cy Moss').map((symbol) => symbol.name)).toEqual(['Cy Moss']);
    expect(service.status().indexing).toBe(true);
    expect(read.indexOf('file:///f/30.txt')).toBeLessThan(10);
    await reading;
    expect(service.status()).toEqual({ indexing: false, documents: 40 });
    expect(new Set(read).size).toBe(read.length);
  });

  test('takes what is remembered at once, and reads only the rest', async () => {
    const texts = new Map([
      ['file:///f/a.txt', TALK],
      ['file:///f/b.txt', OTHER],
    ]);
    const packed = ofTexts((each) => Promise.resolve(texts.get(each)));
    const remembered = await packed('file:///f/a.txt');
    const read: string[] = [];
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve([...texts.keys()]),
        takeRemembered: (uri) => (uri === 'file:///f/a.txt' ? remembered : undefined),
        read: (uri) => (read.push(uri), packed(uri)),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await service.index();
    expect(read).toEqual(['file:///f/b.txt']);
    expect(service.status()).toEqual({ indexing: false, documents: 2 });
    expect(service.symbols('Ada Quill').map((symbol) => symbol.name)).toEqual(['Ada Quill']);
  });

  /** Reads a document that cannot be had. */
  function readInVain(sleep: (milliseconds: number) => Promise<void>): TranscriptService {
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve(['file:///f/a.txt']),
        holding: (_words, uris) => Promise.resolve(uris),
        read: () => new Promise(() => undefined),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      sleep,
    });
    void service.index();
    return service;
  }

  test('gives up waiting for a document that cannot be had', async () => {
    const service = readInVain(() => new Promise((resolve) => setTimeout(resolve, 20)));
    await service.readFirst('Cy Moss', () => false);
    expect(service.symbols('Cy Moss')).toEqual([]);
    expect(service.status().indexing).toBe(true);
  });

  test('answers soon when a query is cancelled that waits for documents', async () => {
    let slept = 0;
    const service = readInVain((milliseconds) => {
      if (milliseconds > 1000) return new Promise(() => undefined);
      slept++;
      return new Promise(setImmediate);
    });
    await service.readFirst('Cy Moss', () => slept === 3);
    expect(slept).toBe(3);
  });

  test('says in a hover that documents are still being read, until they are', async () => {
    let arrive: () => void = () => undefined;
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve(['file:///f/other.txt']),
        read: ofTexts(() => new Promise((resolve) => (arrive = () => resolve(OTHER)))),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    service.open('file:///f/a.txt', TALK);
    const shown = (): string | undefined => service.hover('file:///f/a.txt', { line: 0, character: 1 })?.markdown;
    const indexing = service.index();
    const early = shown();
    expect(early).toContain('still being read');
    await vi.waitFor(() => {
      arrive();
      expect(service.status().documents).toBe(2);
    });
    await indexing;
    expect(shown()).toBeDefined();
    expect(early).toBe(`${shown()}\n\nDocuments are still being read; they may say more.`);
  });

  test('leaves nothing behind when the files cannot be had', async () => {
    let finished = 0;
    let broken = true;
    const texts = new Map([['file:///f/a.txt', TALK]]);
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve([...texts.keys()]),
        expect: () => (broken ? Promise.reject(new Error('no disk')) : Promise.resolve(1)),
        finished: () => void finished++,
        read: ofTexts((uri) => Promise.resolve(texts.get(uri))),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const indexing = service.index();
    const search = service.readFirst('Ada Quill', () => false);
    await expect(indexing).rejects.toThrow('no disk');
    await search;
    expect([finished, service.status().indexing]).toEqual([1, false]);
    broken = false;
    await service.index();
    expect(service.status()).toEqual({ indexing: false, documents: 1 });
  });

  test('keeps no trace of a file that vanishes, nor of those in a folder that does', async () => {
    const { service, files } = folder({
      'a.txt': TALK,
      'old/b.txt': OTHER,
      'old/deep/c.txt': OTHER,
      'older.txt': OTHER.replaceAll('Cy', 'Flo'),
    });
    await service.index();
    files.delete('file:///f/a.txt');
    await service.filesChanged(['file:///f/a.txt']);
    expect(people(service)).not.toContain('Ada Quill');
    service.filesDeleted(['file:///f/old']);
    expect(people(service)).toEqual(['Di Reed', 'Flo Moss']);
    expect(service.status().documents).toBe(1);
  });

  test('keeps an open document whose file vanishes until it is closed', async () => {
    const { service, files } = folder({ 'a.txt': TALK });
    await service.index();
    service.open('file:///f/a.txt', TALK);
    files.clear();
    service.filesDeleted(['file:///f/a.txt']);
    expect(people(service)).toEqual(['Ada Quill', 'Bo Tarn']);
    await service.close('file:///f/a.txt');
    expect(service.status().documents).toBe(0);
  });

  test('goes on past a file that cannot be read, and says so in the log', async () => {
    const { service, logged } = folder({ 'broken.txt': '', 'a.txt': TALK });
    await service.index();
    expect(service.status().documents).toBe(1);
    expect(logged.some((line) => line.includes('broken.txt'))).toBe(true);
  });

  test('forgets a file that vanishes while it is being read', async () => {
    let arrive: (text: string) => void = () => undefined;
    const service = createTranscriptService({
      files: { list: () => Promise.resolve([]), read: ofTexts(() => new Promise((resolve) => (arrive = resolve))) },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const reading = service.filesChanged(['file:///f/old/a.txt']);
    service.filesDeleted(['file:///f/old']);
    arrive(TALK);
    await reading;
    expect(service.status().documents).toBe(0);
  });

  test('keeps what it knows of a file that cannot be read just now', async () => {
    let broken = false;
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve(['file:///f/a.txt']),
        read: ofTexts(() => (broken ? Promise.reject(new Error('too many open files')) : Promise.resolve(TALK))),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await service.index();
    broken = true;
    await service.filesChanged(['file:///f/a.txt']);
    expect(people(service)).toEqual(['Ada Quill', 'Bo Tarn']);
  });

  test('reads labels as a person says they are typed, and open documents anew when that changes', () => {
    let style: LabelStyle = 'none';
    const service = createTranscriptService({
      files: { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      labelStyle: (uri) => (uri.endsWith('a.txt') ? style : 'automatic'),
    });
    service.open('file:///f/a.txt', TALK);
    service.open('file:///f/b.txt', TALK);
    expect([service.layout('file:///f/a.txt').kind, service.layout('file:///f/b.txt').kind]).toEqual(['document', 'transcript']);
    style = 'colon';
    service.rereadOpen();
    expect(service.layout('file:///f/a.txt')).toEqual(service.layout('file:///f/b.txt'));
  });

  test('does not let a slow reading overwrite a newer one', async () => {
    const waiting: (() => void)[] = [];
    const texts = [OTHER, TALK];
    const service = createTranscriptService({
      files: {
        list: () => Promise.resolve([]),
        read: ofTexts(() => {
          const text = texts.shift();
          return new Promise((resolve) => waiting.push(() => resolve(text)));
        }),
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const first = service.filesChanged(['file:///f/a.txt']);
    const second = service.filesChanged(['file:///f/a.txt']);
    waiting[1]?.();
    await second;
    waiting[0]?.();
    await first;
    expect(people(service)).toEqual(['Ada Quill', 'Bo Tarn']);
  });

  test.each([
    { line: -1, character: -1 },
    { line: 0, character: 9999 },
    { line: 9999, character: 0 },
    { line: Number.NaN, character: Number.NaN },
    { line: 1e20, character: 0.5 },
  ])('answers at any place: %j', async (place) => {
    const { service } = folder({ 'a.txt': TALK });
    await service.index();
    for (const uri of ['file:///f/a.txt', 'file:///f/none.txt']) {
      expect(() => [
        service.hover(uri, place),
        service.definition(uri, place),
        service.references(uri, place, true),
        service.highlights(uri, place),
      ]).not.toThrow();
    }
  });
});
