import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { URI } from 'vscode-uri';
import type { ClientCapabilities, InitializeResult, MessageConnection } from 'vscode-languageserver/node';
import {
  createConnection as createServerConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createArchive } from '../../server/src/archive/archive';
import type { Runtime } from '../../server/src/lsp/runtime';
import * as core from '../../server/src/lsp/core';
import { startServer } from '../../server/src/lsp/server';
import { STATUS_REQUEST, type Status } from '../../server/src/protocol';

/** What an editor like VS Code can do, as far as the server looks. */
export const EDITOR: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: {},
  },
  window: { workDoneProgress: true },
};

export interface Notification {
  readonly method: string;
  readonly params: unknown;
}

export interface Editor {
  readonly connection: MessageConnection;
  /** What the server sent without being asked: notifications, and requests with their parameters. */
  readonly received: Notification[];
  /** Answers of the client to requests of the server, by method. */
  readonly answers: Map<string, (params: unknown) => unknown>;
  initialize(options?: { folders?: readonly string[]; capabilities?: ClientCapabilities; options?: unknown }): Promise<InitializeResult>;
  open(uri: string, text: string): void;
  change(uri: string, text: string): void;
  edit(uri: string, line: number, character: number, text: string): void;
  close(uri: string): void;
  ask<Answer>(method: string, params: unknown): Promise<Answer>;
  at<Answer>(method: string, uri: string, place: { line: number; character: number }, more?: object): Promise<Answer>;
  /** Resolves when all folders are read. */
  settled(): Promise<Status>;
}

const NODE: Runtime = {
  version: 'test',
  core: () => core,
  files: ({ warn }) => ({ ...createArchive({ build: 'test', warn }), remember: () => Promise.resolve() }),
  pause: () => new Promise(setImmediate),
  sleep,
};

/** A server and a client in this process, joined by streams as they are in the world. */
export function startEditor(runtime: Runtime = NODE): Editor {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const begin = startServer(createServerConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);
  begin();
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const received: Notification[] = [];
  const answers = new Map<string, (params: unknown) => unknown>();
  connection.onNotification((method, params) => {
    received.push({ method, params });
  });
  connection.onRequest((method, params) => {
    received.push({ method, params });
    return answers.get(method)?.(params) ?? null;
  });
  connection.onUnhandledProgress((params) => {
    received.push({ method: '$/progress', params });
  });
  connection.listen();

  let version = 1;
  const notify = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  const editor: Editor = {
    connection,
    received,
    answers,
    async initialize({ folders = [], capabilities = EDITOR, options } = {}) {
      const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) }));
      const rootUri = workspaceFolders[0]?.uri ?? null;
      const result: InitializeResult = await connection.sendRequest('initialize', {
        processId: null,
        rootUri,
        capabilities,
        workspaceFolders,
        initializationOptions: options,
      });
      notify('initialized', {});
      return result;
    },
    open: (uri, text) => notify('textDocument/didOpen', { textDocument: { uri, languageId: 'transcript', version, text } }),
    change: (uri, text) => notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ text }] }),
    edit: (uri, line, character, text) => {
      const place = { line, character };
      notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: place, end: place }, text }],
      });
    },
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    ask: (method, params) => connection.sendRequest(method, params),
    at: (method, uri, position, more = {}) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position, ...more }),
    settled: () =>
      until(
        () => connection.sendRequest<Status>(STATUS_REQUEST, {}),
        (status) => !status.indexing,
      ),
  };
  return editor;
}

export function uriOf(file: string): string {
  return URI.file(file).toString();
}

/** Asks again until the answer is as wanted. Fails after five seconds with the last answer. */
export async function until<T>(ask: () => T | Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 5000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A folder on disk with these files, and how to be rid of it. */
export async function folderWith(
  files: Readonly<Record<string, string>>,
): Promise<{ folder: string; uri: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return { folder, uri: (name) => uriOf(path.join(folder, name)), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Where `words` stand in the text for the first time; `inside` counts characters from their start. */
export function placeOf(text: string, words: string, inside = 1): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + inside };
}
