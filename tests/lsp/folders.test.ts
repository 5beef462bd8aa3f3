import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocationLink, SymbolInformation } from 'vscode-languageserver/node';
import { FileChangeType } from 'vscode-languageserver/node';
import * as core from '../../server/src/lsp/core';
import type { Runtime } from '../../server/src/lsp/runtime';
import { FILES_LIST_REQUEST, FILES_READ_REQUEST, STATUS_REQUEST, type Status } from '../../server/src/protocol';
import { HARBOUR, LETTER, MARKET } from './documents';
import { folderWith, placeOf, startEditor, until, uriOf, type Editor } from './support';

let editor: Editor;
let folder: Awaited<ReturnType<typeof folderWith>>;

beforeEach(async () => {
  folder = await folderWith({ 'harbour.txt': HARBOUR, 'letter.txt': LETTER, 'node_modules/x/readme.md': MARKET, 'notes.csv': MARKET });
  editor = startEditor();
});

afterEach(async () => {
  editor.connection.dispose();
  await folder.remove();
});

const named = async (query: string): Promise<string[]> =>
  (await editor.ask<SymbolInformation[]>('workspace/symbol', { query }))
    .filter((symbol) => symbol.name === query)
    .map((symbol) => symbol.location.uri);
const change = (uri: string, type: FileChangeType): void =>
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder.folder, name), text);

describe('the folder is read', () => {
  test('without what the settings leave out', async () => {
    await editor.initialize({ folders: [folder.folder] });
    expect(await editor.settled()).toEqual({ indexing: false, documents: 2 });
    expect(await named('Petra Lunde')).toEqual([]);
  });

  test('and the status says so until it is', async () => {
    await editor.initialize({ folders: [folder.folder] });
    expect((await editor.ask<Status>(STATUS_REQUEST, {})).indexing).toBe(true);
    expect((await editor.settled()).documents).toBe(2);
  });

  test('with progress that begins and ends', async () => {
    await editor.initialize({ folders: [folder.folder] });
    await editor.settled();
    const kinds = (): unknown[] =>
      editor.received
        .filter(({ method }) => method === '$/progress')
        .map(({ params }) => (params as { value: { kind: string } }).value.kind);
    await expect.poll(() => editor.received.some(({ method }) => method === 'window/workDoneProgress/create')).toBe(true);
    await expect.poll(() => kinds().length === 0 || kinds().at(-1) === 'end').toBe(true);
  });

  test('again with other settings, when they change', async () => {
    editor.answers.set('workspace/configuration', () => [{ corpus: { include: ['**/*.csv'] } }]);
    await editor.initialize({ folders: [folder.folder] });
    await editor.settled();
    expect(await named('Petra Lunde')).toEqual([folder.uri('notes.csv')]);
    expect(await named('Tobias Marr')).toEqual([]);
    editor.answers.set('workspace/configuration', () => [null]);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(
      await until(
        () => named('Tobias Marr'),
        (uris) => uris.length > 0,
      ),
    ).toEqual([folder.uri('harbour.txt')]);
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length === 0,
      ),
    ).toEqual([]);
  });

  test('and a root of an old client is a folder', async () => {
    await editor.connection.sendRequest('initialize', { processId: null, rootUri: uriOf(folder.folder), capabilities: {} });
    await editor.connection.sendNotification('initialized', {});
    expect((await editor.settled()).documents).toBe(2);
  });
});

describe('files on disk', () => {
  beforeEach(async () => {
    await editor.initialize({ folders: [folder.folder] });
    await editor.settled();
  });

  test('are watched, by the globs of the settings', async () => {
    const registered = (): string => JSON.stringify(editor.received.filter(({ method }) => method === 'client/registerCapability'));
    await expect.poll(registered).toContain('workspace/didChangeWatchedFiles');
    expect(registered()).toContain('**/*.{txt,md,rst,vtt,srt,transcript}');
  });

  test('that appear are known', async () => {
    await write('market.txt', MARKET);
    change(folder.uri('market.txt'), FileChangeType.Created);
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length > 0,
      ),
    ).toEqual([folder.uri('market.txt')]);
  });

  test('that change are read again', async () => {
    await write('harbour.txt', HARBOUR.replaceAll('Tobias Marr', 'Hedda Voss'));
    change(folder.uri('harbour.txt'), FileChangeType.Changed);
    await until(
      () => named('Hedda Voss'),
      (uris) => uris.length > 0,
    );
    expect(await named('Tobias Marr')).toEqual([]);
  });

  test('that vanish leave no trace', async () => {
    await rm(path.join(folder.folder, 'harbour.txt'));
    change(folder.uri('harbour.txt'), FileChangeType.Deleted);
    await until(
      () => named('Tobias Marr'),
      (uris) => uris.length === 0,
    );
    editor.open(folder.uri('letter.txt'), LETTER);
    expect(await editor.at('hover', folder.uri('letter.txt'), placeOf(LETTER, 'CWF'))).toBeNull();
  });

  test('that vanish with their folder leave no trace', async () => {
    await mkdir(path.join(folder.folder, 'papers'));
    await write('papers/market.txt', MARKET);
    change(folder.uri('papers/market.txt'), FileChangeType.Created);
    await until(
      () => named('Petra Lunde'),
      (uris) => uris.length > 0,
    );
    change(folder.uri('papers'), FileChangeType.Deleted);
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length === 0,
      ),
    ).toEqual([]);
    expect(await named('Tobias Marr')).toHaveLength(1);
  });

  test('that the settings leave out stay out when they appear', async () => {
    change(folder.uri('node_modules/x/readme.md'), FileChangeType.Created);
    change(folder.uri('notes.csv'), FileChangeType.Created);
    await write('market.txt', MARKET.replaceAll('Petra Lunde', 'Hedda Voss'));
    change(folder.uri('market.txt'), FileChangeType.Created);
    await until(
      () => named('Hedda Voss'),
      (uris) => uris.length > 0,
    );
    expect(await named('Petra Lunde')).toEqual([]);
  });

  test('give way to the text in the editor, until it is closed', async () => {
    const uri = folder.uri('harbour.txt');
    editor.open(uri, HARBOUR);
    editor.change(uri, HARBOUR.replaceAll('Tobias Marr', 'Hedda Voss'));
    expect(await named('Hedda Voss')).toEqual([uri]);
    change(uri, FileChangeType.Changed);
    expect(await named('Hedda Voss')).toEqual([uri]);
    editor.close(uri);
    expect(
      await until(
        () => named('Tobias Marr'),
        (uris) => uris.length > 0,
      ),
    ).toEqual([uri]);
    expect(await named('Hedda Voss')).toEqual([]);
  });

  test('outside of the folder are known while they are open', async () => {
    const other = await folderWith({ 'market.txt': MARKET });
    editor.open(other.uri('market.txt'), MARKET);
    expect(await named('Petra Lunde')).toEqual([other.uri('market.txt')]);
    editor.close(other.uri('market.txt'));
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length === 0,
      ),
    ).toEqual([]);
    await other.remove();
  });

  test('are the same document however a client escapes their names', async () => {
    await write('the quay (draft).txt', MARKET);
    const listed = folder.uri('the quay (draft).txt');
    change(listed, FileChangeType.Created);
    await until(
      () => named('Petra Lunde'),
      (uris) => uris.length > 0,
    );
    const spelled = listed.replace('%28', '(').replace('%29', ')');
    expect(spelled).not.toBe(listed);
    editor.open(spelled, MARKET);
    expect(await named('Petra Lunde')).toEqual([spelled]);
    const [link] = await editor.at<LocationLink[]>('definition', spelled, placeOf(MARKET, 'CWF'));
    expect(link?.targetUri).toBe(folder.uri('harbour.txt'));
  });
});

describe('several folders', () => {
  test('come and go', async () => {
    const second = await folderWith({ 'market.txt': MARKET });
    await editor.initialize({ folders: [folder.folder] });
    await editor.settled();
    const event = (added: string[], removed: string[]): Promise<void> => {
      const folders = (paths: string[]): object[] => paths.map((one) => ({ uri: uriOf(one), name: one }));
      return editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: folders(added), removed: folders(removed) },
      });
    };
    await event([second.folder], []);
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length > 0,
      ),
    ).toEqual([second.uri('market.txt')]);
    await event([], [second.folder]);
    expect(
      await until(
        () => named('Petra Lunde'),
        (uris) => uris.length === 0,
      ),
    ).toEqual([]);
    expect(await named('Tobias Marr')).toHaveLength(1);
    await second.remove();
  });
});

describe('folders that only the client can read', () => {
  const HARBOUR_URI = 'cloud://elmsley/harbour.txt';
  const MARKET_URI = 'cloud://elmsley/market.txt';

  /** Opens one such folder, in which `read` gives the texts; listing finds only the harbour. */
  async function openVirtual(read: (uri: string) => string | Promise<string>, settle?: Runtime['settle']): Promise<Editor> {
    // A browser lets other things go on for longer than Node does.
    const virtual = startEditor({ version: 'test', core: () => core, pause: () => sleep(20), sleep, ...(settle ? { settle } : {}) });
    virtual.answers.set(FILES_LIST_REQUEST, () => [HARBOUR_URI]);
    virtual.answers.set(FILES_READ_REQUEST, (params) => read((params as { uri: string }).uri));
    await virtual.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: [{ uri: 'cloud://elmsley', name: 'elmsley' }],
      initializationOptions: { servesFiles: true },
    });
    await virtual.connection.sendNotification('initialized', {});
    return virtual;
  }

  test('are read through it', async () => {
    const virtual = await openVirtual(() => HARBOUR);
    expect((await virtual.settled()).documents).toBe(1);
    virtual.connection.dispose();
  });

  test('keep what appears while they are read', async () => {
    let release: (text: string) => void = () => undefined;
    const harbour = new Promise<string>((resolve) => (release = resolve));
    const virtual = await openVirtual((uri) => (uri === MARKET_URI ? MARKET : harbour));
    const changes = [{ uri: MARKET_URI, type: FileChangeType.Created }];
    await virtual.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const status = (): Promise<Status> => virtual.ask<Status>(STATUS_REQUEST, null);
    expect(await until(status, ({ documents }) => documents === 1)).toEqual({ indexing: true, documents: 1 });
    release(HARBOUR);
    expect(await virtual.settled()).toEqual({ indexing: false, documents: 2 });
    virtual.connection.dispose();
  });

  test('tell when there is nothing left to read', async () => {
    const readings: string[] = [];
    const read = (uri: string): string => (readings.push('read'), uri === MARKET_URI ? MARKET : HARBOUR);
    const virtual = await openVirtual(read, (isReading) => readings.push(isReading() ? 'settled too soon' : 'settled'));
    await virtual.settled();
    expect(readings).toEqual(['read', 'settled']);
    // Two readings, of which the second waits for the first.
    for (const uri of ['cloud://elmsley/first', 'cloud://elmsley/second'])
      await virtual.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri, name: uri }], removed: [] },
      });
    await until(
      () => readings.length,
      (length) => length === 5,
    );
    await virtual.settled();
    expect(readings).toEqual(['read', 'settled', 'read', 'read', 'settled']);
    virtual.connection.dispose();
  });
});
