import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createArchive, type Archive, type ArchiveOptions } from '../../server/src/archive/archive';
import { Workers } from '../../server/src/archive/workers';
import { unpack } from '../../server/src/analysis/packed';

const TALK = 'Ada Quill (Chair): One.\n\nBo Tarn (Clerk): Two.\n\nAda Quill (Chair): Three.\n';
const warnings: string[] = [];
let root = '';

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'verbatim-archive-'));
  await build({
    entryPoints: [path.join(import.meta.dirname, '../../server/src/archive/worker.ts')],
    outfile: path.join(root, 'worker.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
let count = 0;
beforeEach(async () => {
  folder = path.join(root, `papers-${++count}`);
  await mkdir(folder);
  warnings.length = 0;
});

const cacheFile = (): string => path.join(root, `cache-${count}`, 'one.index');
const fileOf = (name: string): string => path.join(folder, name);
const uriOf = (name: string): string => pathToFileURL(fileOf(name)).toString();
const open = (options: Partial<ArchiveOptions> = {}): Archive =>
  createArchive({ cacheFile: cacheFile(), build: 'one', warn: (message) => void warnings.push(message), ...options });

/** Writes a file that was last changed so long ago, at a whole second: fractions do not survive being set anew. */
function write(name: string, text: string, minutesAgo = 60): void {
  writeFileSync(fileOf(name), text);
  const then = Math.ceil(Date.now() / 1000) - minutesAgo * 60;
  utimesSync(fileOf(name), then, then);
}

async function speakers(archive: Archive, name: string): Promise<readonly string[] | undefined> {
  const bytes = await archive.read(uriOf(name), 'automatic');
  return bytes && unpack(name, bytes).people.map((person) => person.name);
}

/** Reads all, as the service does, and remembers it. */
async function readAll(archive: Archive, names: readonly string[]): Promise<readonly (readonly string[] | undefined)[]> {
  await archive.expect(names.map(uriOf), () => 'automatic');
  const found = await Promise.all(names.map((name) => speakers(archive, name)));
  archive.finished();
  await archive.close();
  return found;
}

/** Damages what lies in the file without its being seen: whoever reads it anew finds other speakers. */
const swapNames = (name: string): void => {
  const { atimeMs, mtimeMs } = statSync(fileOf(name));
  writeFileSync(fileOf(name), TALK.replaceAll('Ada', 'Eva'));
  utimesSync(fileOf(name), atimeMs / 1000, mtimeMs / 1000);
};

describe('an archive', () => {
  test('gives what it remembers of an expected document at once, and once', async () => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    const archive = open();
    const [uri, style] = [uriOf('a.txt'), 'automatic'] as const;
    expect(archive.takeRemembered(uri, style)).toBeUndefined();
    await archive.expect([uri], () => style);
    const bytes = archive.takeRemembered(uri, style);
    expect(bytes && unpack('a.txt', bytes).people.map((person) => person.name)).toEqual(['Ada Quill', 'Bo Tarn']);
    expect(archive.takeRemembered(uri, style)).toBeUndefined();
    await archive.expect([uri], () => style);
    expect(archive.takeRemembered(uri, 'bold')).toBeUndefined();
    await archive.expect([uri], () => style);
    archive.finished();
    archive.finished();
    archive.finished();
    expect(archive.takeRemembered(uri, style)).toBeUndefined();
    await archive.close();
  });

  test('reads what is there and nothing else', async () => {
    write('a.txt', TALK);
    expect(await readAll(open(), ['a.txt', 'none.txt'])).toEqual([['Ada Quill', 'Bo Tarn'], undefined]);
    expect(warnings).toEqual([]);
  });

  test('remembers what it read, and does not read it again', async () => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    // As if the file had been written a while after what it remembers.
    swapNames('a.txt');
    expect(await readAll(open(), ['a.txt'])).toEqual([['Ada Quill', 'Bo Tarn']]);
  });

  test.each([
    ['its text', (name: string) => write(name, TALK.replaceAll('Ada', 'Eva'), 30)],
    ['its text and length', (name: string) => write(name, TALK.replaceAll('Ada', 'Eveline'))],
  ])('reads a file again that changed in %s', async (_, change) => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    change('a.txt');
    expect((await readAll(open(), ['a.txt']))[0]?.[0]).toMatch(/^Eve?/);
  });

  test('looks into a file that changed just before it was remembered', async () => {
    write('a.txt', TALK, 0);
    await readAll(open(), ['a.txt']);
    swapNames('a.txt');
    expect(await readAll(open(), ['a.txt'])).toEqual([['Eva Quill', 'Bo Tarn']]);
  });

  test('does not trust what another way of reading labels found', async () => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    const bytes = await open().read(uriOf('a.txt'), 'none');
    expect(bytes && unpack('a', bytes).kind).toBe('document');
  });

  test('forgets files that are gone', async () => {
    write('a.txt', TALK);
    write('b.txt', TALK);
    await readAll(open(), ['a.txt', 'b.txt']);
    const size = statSync(cacheFile()).size;
    rmSync(fileOf('b.txt'));
    write('a.txt', TALK, 30);
    await readAll(open(), ['a.txt']);
    expect(statSync(cacheFile()).size).toBeLessThan(size);
  });

  test('reads a file again that changed after it was expected', async () => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    const archive = open();
    const expectA = (): Promise<number> => archive.expect([uriOf('a.txt')], () => 'automatic');
    await expectA();
    write('a.txt', TALK.replaceAll('Ada', 'Eva'), 30);
    await expectA();
    expect(await speakers(archive, 'a.txt')).toEqual(['Eva Quill', 'Bo Tarn']);
    archive.finished();
    archive.finished();
    await archive.close();
  });

  test('reads the others where one cannot even be looked at', async () => {
    write('a.txt', TALK);
    symlinkSync('loop.txt', fileOf('loop.txt'));
    const archive = open();
    await archive.expect([uriOf('loop.txt'), uriOf('a.txt')], () => 'automatic');
    await expect(archive.read(uriOf('loop.txt'), 'automatic')).rejects.toThrow('ELOOP');
    expect(await speakers(archive, 'a.txt')).toEqual(['Ada Quill', 'Bo Tarn']);
    archive.finished();
    await archive.close();
  });

  test('remembers elsewhere when it is told to, and nothing more when it is told that', async () => {
    write('a.txt', TALK);
    const archive = open();
    await readAll(archive, ['a.txt']);
    const other = path.join(root, `cache-${count}`, 'two.index');
    archive.rememberIn(other);
    await archive.close();
    swapNames('a.txt');
    expect(await readAll(open({ cacheFile: other }), ['a.txt'])).toEqual([['Ada Quill', 'Bo Tarn']]);
    archive.rememberIn(undefined);
    write('a.txt', TALK, 30);
    rmSync(other);
    await readAll(archive, ['a.txt']);
    expect(await readdir(path.dirname(other))).toEqual(['one.index']);
  });

  test('forgets everything when it is told to, and remembers again from then on', async () => {
    write('a.txt', TALK);
    const archive = open();
    await readAll(archive, ['a.txt']);
    await archive.forget();
    expect(await readdir(path.dirname(cacheFile()))).toEqual([]);
    swapNames('a.txt');
    expect(await readAll(archive, ['a.txt'])).toEqual([['Eva Quill', 'Bo Tarn']]);
    expect(await readdir(path.dirname(cacheFile()))).toHaveLength(1);
  });

  test('says so when nothing can be remembered, and goes on', async () => {
    write('a.txt', TALK);
    writeFileSync(path.join(root, `cache-${count}`), 'in the way');
    expect(await readAll(open(), ['a.txt'])).toEqual([['Ada Quill', 'Bo Tarn']]);
    expect(warnings).toHaveLength(1);
    rmSync(path.join(root, `cache-${count}`));
  });
});

describe('what an archive cannot trust is read anew', () => {
  const damage: Record<string, () => void> = {
    'cut short': () => truncateSync(cacheFile(), statSync(cacheFile()).size - 5),
    'almost empty': () => truncateSync(cacheFile(), 9),
    empty: () => truncateSync(cacheFile(), 0),
    foreign: () => writeFileSync(cacheFile(), 'Ada Quill (Chair): One.\n'.repeat(50)),
  };
  for (const at of [3, 7, 11, 15, 40, 200]) damage[`changed at byte ${at}`] = () => flip(at);
  damage['changed in its table'] = () => flip(statSync(cacheFile()).size - 12);

  function flip(at: number): void {
    const bytes = readFileSync(cacheFile());
    bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    writeFileSync(cacheFile(), bytes);
  }

  test.each(Object.keys(damage))('a cache that is %s', async (kind) => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    damage[kind]?.();
    swapNames('a.txt');
    expect(await readAll(open(), ['a.txt'])).toEqual([['Eva Quill', 'Bo Tarn']]);
    expect(warnings).toEqual([]);
  });

  test('a damaged cache where the engine knows no CRC-32', async () => {
    vi.resetModules();
    vi.doMock('node:zlib', () => ({ crc32: undefined }));
    const { readCache, writeCache } = await import('../../server/src/archive/cache');
    const [file, entry] = [cacheFile(), { style: 'automatic', size: 1, modified: 2, checksum: 'c', summary: new Uint8Array(8) } as const];
    await writeCache(file, 'one', new Map([['file:///a.txt', entry]]));
    expect([...(await readCache(file, 'one')).entries.keys()]).toEqual(['file:///a.txt']);
    expect((await readCache(file, 'two')).entries.size).toBe(0);
    const bytes = readFileSync(file);
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect((await readCache(file, 'one')).entries.size).toBe(0);
    vi.doUnmock('node:zlib');
    vi.resetModules();
  });

  test('a cache of another build', async () => {
    write('a.txt', TALK);
    await readAll(open(), ['a.txt']);
    swapNames('a.txt');
    expect(await readAll(open({ build: 'two' }), ['a.txt'])).toEqual([['Eva Quill', 'Bo Tarn']]);
  });

  test('of two at once each writes a whole cache', async () => {
    write('a.txt', TALK);
    write('b.txt', TALK);
    await Promise.all([readAll(open(), ['a.txt', 'b.txt']), readAll(open(), ['a.txt', 'b.txt'])]);
    swapNames('a.txt');
    expect(await readAll(open(), ['a.txt'])).toEqual([['Ada Quill', 'Bo Tarn']]);
    expect(await readdir(path.dirname(cacheFile()))).toHaveLength(1);
  });
});

describe('threads', () => {
  const LONG = TALK.repeat(60_000);

  test('read what is large enough to be worth them, find the same, and have it remembered', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
    for (const name of names) write(name, name === 'b.txt' ? LONG : TALK);
    const archive = open({ workerScript: path.join(root, 'worker.cjs') });
    expect(await archive.expect(names.map(uriOf), () => 'automatic')).toBeGreaterThan(1);
    const found = await Promise.all([...names, 'none.txt'].map((name) => speakers(archive, name)));
    archive.finished();
    await archive.close();
    expect(found).toEqual([...names.map(() => ['Ada Quill', 'Bo Tarn']), undefined]);
    expect(warnings).toEqual([]);
    for (const name of names.slice(2)) swapNames(name);
    expect(await readAll(open(), names.slice(2))).toEqual(names.slice(2).map(() => ['Ada Quill', 'Bo Tarn']));
  });

  test('search as this one does', async () => {
    write('a.txt', LONG);
    write('b.txt', 'Eva Quill spoke.');
    const workers = new Workers(path.join(root, 'worker.cjs'), 1);
    expect(workers.areLoaded).toBe(false);
    const [search] = workers.searchers;
    expect(await search?.('Eva Quill', ['a.txt', 'b.txt'].map(uriOf))).toEqual({
      whole: [uriOf('b.txt')],
      part: ['a.txt', 'b.txt'].map(uriOf),
    });
    expect(workers.areLoaded).toBe(true);
    workers.stop();
    await expect(search?.('Eva Quill', [uriOf('b.txt')])).rejects.toThrow();
  });

  test('help to search', async () => {
    const names = Array.from({ length: 90 }, (_, at) => `${at}.txt`);
    for (const name of names) write(name, name === '0.txt' ? LONG : name === '77.txt' ? 'Eva Quill spoke.' : TALK);
    const archive = open({ workerScript: path.join(root, 'worker.cjs') });
    await archive.expect(names.map(uriOf), () => 'automatic');
    // Then a thread is there.
    await speakers(archive, '1.txt');
    expect(await archive.holding('Eva Quill', names.map(uriOf), () => false)).toEqual([uriOf('77.txt')]);
    archive.finished();
    await archive.close();
  });

  test('that cannot be started are done without', async () => {
    const script = path.join(root, 'broken.cjs');
    writeFileSync(script, 'throw new Error("no");');
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
    for (const name of names) write(name, name === 'b.txt' ? LONG : TALK);
    const archive = open({ workerScript: script });
    await archive.expect(names.map(uriOf), () => 'automatic');
    expect(await archive.holding('Ada Quill', names.map(uriOf), () => false)).toHaveLength(4);
    expect(await Promise.all(names.map((name) => speakers(archive, name)))).toEqual(names.map(() => ['Ada Quill', 'Bo Tarn']));
    archive.finished();
    await archive.close();
  });

  test('that are stopped leave nothing waiting', async () => {
    const workers = new Workers(path.join(root, 'worker.cjs'), 1);
    write('a.txt', LONG);
    const asked = [1, 2, 3].map(() => workers.read(uriOf('a.txt'), 'automatic'));
    workers.stop();
    expect((await Promise.allSettled(asked)).map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('that die of a document leave the others to be read', async () => {
    const script = path.join(root, 'fragile.cjs');
    writeFileSync(
      script,
      `require("node:worker_threads").parentPort.on("message", ({ question }) => { if (question.uri?.endsWith("bad.txt")) process.exit(3); });\n` +
        readFileSync(path.join(root, 'worker.cjs'), 'utf8'),
    );
    const names = ['a.txt', 'bad.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt'];
    for (const name of names) write(name, name === 'a.txt' ? LONG : TALK);
    const archive = open({ workerScript: script });
    await archive.expect(names.map(uriOf), () => 'automatic');
    const found = await Promise.allSettled(names.map((name) => speakers(archive, name)));
    archive.finished();
    await archive.close();
    expect(found.map((each) => each.status)).toEqual(names.map((name) => (name === 'bad.txt' ? 'rejected' : 'fulfilled')));
  });
});
