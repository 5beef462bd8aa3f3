import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { HARBOUR } from './documents';
import { startEditor, type Editor } from './support';

const POSITIONED = ['hover', 'definition', 'references', 'documentHighlight'];
const WHOLE = ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full', 'diagnostic'];
const URI = 'untitled:Untitled-1';

let editor: Editor;

beforeAll(async () => {
  editor = startEditor();
  await editor.initialize();
  await editor.settled();
});

afterAll(() => editor.connection.dispose());

async function askEverything(
  uri: string,
  places: readonly { line: number; character: number }[] = [{ line: 0, character: 0 }],
): Promise<void> {
  for (const method of WHOLE) await editor.ask(`textDocument/${method}`, { textDocument: { uri } });
  for (const place of places)
    for (const method of POSITIONED) await editor.at(method, uri, place, { context: { includeDeclaration: true } });
}

async function outlineNames(text: string): Promise<string[]> {
  editor.open(URI, text);
  const names = (symbols: DocumentSymbol[]): string[] =>
    symbols.flatMap((one) => [`${one.range.start.line} ${one.name}`, ...names(one.children ?? [])]);
  const outline = names(await editor.ask('textDocument/documentSymbol', { textDocument: { uri: URI } }));
  editor.close(URI);
  return outline;
}

describe('every question is answered', () => {
  test.each([
    [1e6, 0],
    [0, 1e6],
    [-1, -1],
    [2.5, 3.5],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ])('at line %d, character %d', async (line, character) => {
    editor.open(URI, HARBOUR);
    await askEverything(URI, [{ line, character }]);
    editor.close(URI);
  });

  test.each(['', 'not a uri', 'file:///', 'https://elmsley.example/a.txt', 'file:///no/such/file.txt', 'file:///%E0%A4%A'])(
    'about the unknown document "%s"',
    async (uri) => {
      await askEverything(uri);
      expect(await editor.at('hover', uri, { line: 0, character: 0 })).toBeNull();
    },
  );

  test.each([{}, { textDocument: null, position: null }, { textDocument: {}, position: 'here' }, { textDocument: { uri: 7 }, query: 7 }])(
    'to the parameters %j',
    async (params) => {
      for (const method of ['textDocument/hover', 'textDocument/documentSymbol', 'textDocument/references', 'workspace/symbol'])
        await expect(editor.ask(method, params)).resolves.toBeDefined();
    },
  );

  test.each([
    ['no text', ''],
    ['one line of a megabyte', HARBOUR.replaceAll('\n', ' ').repeat(1500)],
    ['NULs', '\0'.repeat(65536)],
    ['lone surrogates', '\ud800:\udc00 '.repeat(999)],
    ['brackets', 'Ann Bee ' + '('.repeat(50000) + '['.repeat(50000)],
    ['many lines', 'Ann Bee (Chair): Hello.\n\n'.repeat(10000)],
  ])('about %s', async (_name, text) => {
    editor.open(URI, text);
    await askEverything(URI, [{ line: 0, character: 5 }]);
    editor.close(URI);
  });

  test('about a document whose lines end with CR LF, as if they ended with LF', async () => {
    expect(await outlineNames(HARBOUR.replaceAll('\n', '\r\n'))).toEqual(await outlineNames(HARBOUR));
  });

  test('about a document that is opened twice', async () => {
    editor.open(URI, 'Nothing.');
    editor.open(URI, HARBOUR);
    const outline = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    expect(outline.length).toBeGreaterThan(0);
    editor.close(URI);
  });

  test('after changes and closings of documents that were never opened', async () => {
    editor.edit('untitled:never', 3, 0, 'x');
    editor.close('untitled:never');
    await askEverything('untitled:never');
  });

  test('between three hundred changes', async () => {
    editor.open(URI, HARBOUR);
    const asked = Array.from({ length: 300 }, (_, i) => {
      if (i % 10 === 0) editor.edit(URI, 6, 0, 'x');
      return editor.at('hover', URI, { line: 8, character: 90 });
    });
    expect(await Promise.all(asked)).toHaveLength(300);
    editor.close(URI);
  });
});

describe('requests', () => {
  test('that are cancelled are answered as cancelled', async () => {
    const source = new CancellationTokenSource();
    const asked = Array.from({ length: 20 }, () => editor.connection.sendRequest('workspace/symbol', { query: 'a' }, source.token));
    source.cancel();
    const outcomes = await Promise.allSettled(asked);
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: number }).code : 0));
    expect(codes.every((code) => code === 0 || code === LSPErrorCodes.RequestCancelled)).toBe(true);
    expect(codes).toContain(LSPErrorCodes.RequestCancelled);
  });

  test('before initialize and after shutdown are refused', async () => {
    const other = startEditor();
    const hover = (): Promise<unknown> => other.at('hover', URI, { line: 0, character: 0 });
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await other.initialize();
    expect(await hover()).toBeNull();
    await other.connection.sendRequest('shutdown');
    await expect(hover()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    other.connection.dispose();
  });

  test('that nobody knows are refused, and the server lives on', async () => {
    await editor.connection.sendNotification('verbatim/noSuchThing', {});
    await expect(editor.ask('textDocument/noSuchThing', {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
    await askEverything(URI);
  });
});
