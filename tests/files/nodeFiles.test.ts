import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { decode } from '../../server/src/files/decode';
import { listFolder, readBytes, stateOf } from '../../server/src/files/nodeFiles';
import { DEFAULT_SETTINGS } from '../../server/src/protocol';

const { include, exclude } = DEFAULT_SETTINGS.corpus;
let folder: string;
const uri = (...names: string[]): string => URI.file(path.join(folder, ...names)).toString();

beforeAll(async () => {
  // The name has all that must be escaped in a URI, and what a glob would take for itself.
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'verbatim-')), 'Protokolle – März #1 50% [a] (b)');
  await mkdir(path.join(folder, 'papers', 'deep'), { recursive: true });
  await mkdir(path.join(folder, 'node_modules', 'x'), { recursive: true });
  await mkdir(path.join(folder, '.git'));
  await mkdir(path.join(folder, 'folder.txt'));
  const files = ['b.txt', 'a.md', 'c.transcript', 'd.csv', 'papers/deep/e.txt', 'node_modules/x/f.md', '.git/g.txt'];
  for (const name of files) await writeFile(path.join(folder, name), `text of ${name}`);
  await symlink(folder, path.join(folder, 'papers', 'loop'));
});

afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }));

describe('a folder', () => {
  test('lists its documents in the order of their paths', async () => {
    expect(await listFolder(uri(), include, exclude)).toEqual([
      uri('a.md'),
      uri('b.txt'),
      uri('c.transcript'),
      uri('papers', 'deep', 'e.txt'),
    ]);
  });

  test('that is not there has none', async () => {
    expect(await listFolder(uri('nowhere'), include, exclude)).toEqual([]);
  });
});

describe('a folder whose name needs no escapes', () => {
  test('lists and reads the same', async () => {
    const plain = await mkdtemp(path.join(tmpdir(), 'verbatim-plain_'));
    for (const name of ['a-1.txt', 'b~2_c.TXT', 'd e.txt', 'é.txt']) await writeFile(path.join(plain, name), name);
    const uris = await listFolder(URI.file(plain).toString(), include, exclude);
    expect(uris).toEqual(['a-1.txt', 'b~2_c.TXT', 'd e.txt', 'é.txt'].map((name) => URI.file(path.join(plain, name)).toString()));
    const texts = uris.map((each) => decode(readBytes(each) ?? Buffer.alloc(0)));
    expect(texts).toEqual(['a-1.txt', 'b~2_c.TXT', 'd e.txt', 'é.txt']);
    await rm(plain, { recursive: true });
  });
});

describe('a document', () => {
  test('is read', () => {
    const bytes = readBytes(uri('papers', 'deep', 'e.txt'));
    expect(bytes && decode(bytes)).toBe('text of papers/deep/e.txt');
  });

  test.each(['nowhere.txt', 'folder.txt'])('that cannot be read has no bytes and no state: %s', (name) => {
    expect([readBytes(uri(name)), stateOf(uri(name))]).toEqual([undefined, undefined]);
  });

  test('that is too large for anybody to read has none either', async () => {
    await writeFile(path.join(folder, 'huge.txt'), '');
    await truncate(path.join(folder, 'huge.txt'), 65 * 1024 * 1024);
    expect([readBytes(uri('huge.txt')), stateOf(uri('huge.txt'))]).toEqual([undefined, undefined]);
    await rm(path.join(folder, 'huge.txt'));
  });

  test.runIf(spawnSync('mkfifo', ['--version']).status === 0)('is not a pipe that nobody writes to', () => {
    spawnSync('mkfifo', [path.join(folder, 'pipe')]);
    expect([readBytes(uri('pipe')), stateOf(uri('pipe'))]).toEqual([undefined, undefined]);
  });

  test.each(['file:///a%00b', ''])('that no file can be called has none either: %j', (name) => {
    expect([readBytes(name), stateOf(name)]).toEqual([undefined, undefined]);
  });
});
