import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  ErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { HARBOUR, MARKET } from './documents';
import { EDITOR, folderWith, placeOf, until, uriOf } from './support';

const ROOT = path.join(import.meta.dirname, '../..');
const OUT = path.join(ROOT, '.build/bundles-lsp');

beforeAll(() => {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--out', OUT, 'server'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stderr}`);
}, 60_000);

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly exited: Promise<number | null>;
  readonly stderr: () => string;
}

function start(more: NodeJS.ProcessEnv = { VERBATIM_CACHE: 'off' }, bundles = OUT): Running {
  const child = spawn(process.execPath, [path.join(bundles, 'server.js'), '--stdio'], { env: { ...process.env, ...more } });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest(() => null);
  connection.listen();
  return { child, connection, exited, stderr: () => stderr };
}

test('the bundles are ASCII, which the engine keeps in one byte a letter', () => {
  const bundles = readdirSync(OUT).filter((name) => name.endsWith('.js'));
  expect(bundles).toContain('core.js');
  for (const name of bundles) expect(readFileSync(path.join(OUT, name), 'latin1')).not.toMatch(/[\x80-\xff]/);
});

describe('the built server', () => {
  let folder: Awaited<ReturnType<typeof folderWith>>;
  beforeAll(async () => {
    folder = await folderWith({ 'harbour.txt': HARBOUR, 'market.txt': MARKET });
  });
  afterAll(() => folder.remove());

  test('reads the folder by itself, explains an acronym, and ends with 0', async () => {
    const { connection, exited, stderr } = start();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: EDITOR,
      workspaceFolders: [{ uri: uriOf(folder.folder), name: 'elmsley' }],
    });
    await connection.sendNotification('initialized', {});
    await until(
      () => connection.sendRequest<{ indexing: boolean; documents: number }>('verbatim/status'),
      (status) => !status.indexing && status.documents === 2,
    );
    const uri = folder.uri('market.txt');
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'transcript', version: 1, text: MARKET },
    });
    const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: placeOf(MARKET, 'CWF') });
    expect(JSON.stringify(hover)).toContain('Coastal Works Fund');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
    expect(stderr()).toBe('');
  });

  test('still answers when it has been left alone for so long that it gives memory back', async () => {
    const { connection, exited, stderr } = start();
    await connection.sendRequest('initialize', { processId: null, rootUri: uriOf(folder.folder), capabilities: {} });
    await connection.sendNotification('initialized', {});
    const status = (): Promise<{ documents: number }> => connection.sendRequest('verbatim/status');
    await until(status, ({ documents }) => documents === 2);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await status()).toEqual({ indexing: false, documents: 2 });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
    expect(stderr()).toBe('');
  });

  test('refuses what comes before the greeting, and takes the greeting then', async () => {
    const { connection, exited } = start();
    await expect(
      connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: 'file:///market.txt' } }),
    ).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] });
    await connection.sendNotification('initialized', {});
    expect(await connection.sendRequest('verbatim/status')).toMatchObject({ documents: 0 });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await exited).toBe(0);
  });

  test('ends with 1 when it is told to exit without shutdown', async () => {
    const { connection, exited } = start();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await connection.sendNotification('exit');
    expect(await exited).toBe(1);
  });

  test('greets, and answers what is sent without waiting for the greeting', async () => {
    const { connection, exited } = start();
    const uri = 'file:///elsewhere/market.txt';
    const [greeting, , , folds] = await Promise.all([
      connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
      connection.sendNotification('initialized', {}),
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'transcript', version: 1, text: MARKET } }),
      connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } }),
    ]);
    expect(greeting).toMatchObject({ serverInfo: { name: 'Verbatim' } });
    expect(folds).not.toHaveLength(0);
    await connection.sendNotification('exit');
    expect(await exited).toBe(1);
  });

  test('ends when its input ends', async () => {
    const { child, connection, exited } = start();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    child.stdin.end();
    expect(await exited).toBe(1);
  });

  test('keeps the code that was compiled, starts from it, and keeps none where none is wanted', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'verbatim-code-'));
    const greet = async (more: NodeJS.ProcessEnv): Promise<void> => {
      const { connection, exited, stderr } = start({ XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, ...more });
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      await connection.sendNotification('initialized', {});
      expect(await connection.sendRequest('verbatim/status')).toMatchObject({ documents: 0 });
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      expect(await exited).toBe(0);
      expect(stderr()).toBe('');
    };
    await greet({ VERBATIM_CACHE: 'off' });
    expect(readdirSync(cache)).toEqual([]);
    for (let time = 0; time < 2; time++) {
      await greet({ VERBATIM_CACHE: '' });
      // Elsewhere the user’s cache folder is not told by the environment.
      if (process.platform === 'linux') expect(readdirSync(path.join(cache, 'verbatim/code'))).toHaveLength(2);
    }
    rmSync(cache, { recursive: true });
  });

  test('says so and ends when a part of it is missing', async () => {
    const broken = `${OUT}-broken`;
    cpSync(OUT, broken, { recursive: true });
    rmSync(path.join(broken, 'core.js'));
    const { connection, exited, stderr } = start({ VERBATIM_CACHE: 'off' }, broken);
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: EDITOR, workspaceFolders: null });
    expect(await exited).toBe(1);
    expect(stderr()).toContain('not installed as a whole');
    rmSync(broken, { recursive: true });
  });

  test('says how it is started when it is started by hand', () => {
    const run = spawnSync(process.execPath, [path.join(OUT, 'server.js')], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--stdio');
  });

  test('for a browser asks for nothing that a browser does not have', () => {
    const code = readFileSync(path.join(OUT, 'server.browser.js'), 'utf8');
    expect(code).not.toMatch(/\brequire\(|node:/);
  });
});
