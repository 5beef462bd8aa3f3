import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { SymbolKind } from 'vscode-languageserver/node';
import { OUTLINE_KINDS } from '../../server/src/lsp/capabilities';
import { RECOGNISE_REQUEST } from '../../server/src/protocol';
import { HARBOUR, LETTER, MARKET } from './documents';
import { EDITOR, folderWith, placeOf, startEditor, type Editor } from './support';

let editor: Editor;
let folder: Awaited<ReturnType<typeof folderWith>>;
let harbour: string;
let market: string;
let letter: string;

beforeAll(async () => {
  folder = await folderWith({ 'harbour.txt': HARBOUR, 'papers/market.md': MARKET, 'letter.txt': LETTER });
  [harbour, market, letter] = [folder.uri('harbour.txt'), folder.uri('papers/market.md'), folder.uri('letter.txt')];
  editor = startEditor();
  await editor.initialize({ folders: [folder.folder] });
  await editor.settled();
  editor.open(harbour, HARBOUR);
  editor.open(market, MARKET);
  editor.open(letter, LETTER);
});

afterAll(async () => {
  await editor.connection.sendRequest('shutdown');
  editor.connection.dispose();
  await folder.remove();
});

const flat = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
const outlineOf = async (uri: string): Promise<DocumentSymbol[]> =>
  flat(await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } }));
const turnsOf = async (uri: string): Promise<string[]> =>
  (await outlineOf(uri))
    .filter((symbol) => symbol.kind === OUTLINE_KINDS.turn)
    .map((symbol) => `${symbol.range.start.line + 1} ${symbol.name}`);
const valueOf = (hover: Hover | null): string => (hover?.contents as { value: string } | undefined)?.value ?? '';

describe('outline', () => {
  test('lists every turn by its speaker', async () => {
    expect(await turnsOf(harbour)).toEqual(['7 Orla Fenwick', '9 Tobias Marr', '11 Orla Fenwick', '13 Tobias Marr', '17 Orla Fenwick']);
  });

  test('a turn reaches to its last line of speech, and selects the label', async () => {
    const turn = (await outlineOf(harbour)).find((symbol) => symbol.range.start.line === 12 && symbol.kind === OUTLINE_KINDS.turn);
    expect(turn?.range.end).toEqual({ line: 14, character: 'There is more to come [as'.length });
    expect(turn?.selectionRange).toEqual({ start: { line: 12, character: 0 }, end: { line: 12, character: 'Tobias Marr'.length } });
  });

  test('a letter has no turns', async () => {
    expect(await turnsOf(letter)).toEqual([]);
  });

  test('turns have a kind that nothing else has', () => {
    const others = [OUTLINE_KINDS.header, OUTLINE_KINDS.section, OUTLINE_KINDS.attendee];
    expect(others).not.toContain(OUTLINE_KINDS.turn);
  });

  test('an edit is followed by a fresh outline, at once', async () => {
    const uri = folder.uri('draft.txt');
    editor.open(uri, MARKET);
    editor.edit(uri, 7, 0, '\nWilf Agnew (Treasurer): Before we do, a word.\n');
    expect(await turnsOf(uri)).toContain('9 Wilf Agnew');
    editor.edit(uri, 8, 0, 'Dr ');
    editor.edit(uri, 8, 0, 'X');
    expect((await turnsOf(uri)).length).toBeGreaterThan(2);
    editor.close(uri);
  });
});

describe('hover', () => {
  test('explains an acronym with the line of another document that defines it', async () => {
    const hover = await editor.at<Hover>('hover', market, placeOf(MARKET, 'CWF'));
    expect(valueOf(hover)).toContain('Coastal Works Fund');
    expect(valueOf(hover)).toContain('harbour.txt');
    expect(hover.range).toEqual({ start: placeOf(MARKET, 'CWF', 0), end: placeOf(MARKET, 'CWF', 3) });
  });

  test('explains it in a document without turns too', async () => {
    expect(valueOf(await editor.at<Hover>('hover', letter, placeOf(LETTER, 'CWF')))).toContain('Coastal Works Fund');
  });

  test('says nothing on an ordinary word', async () => {
    expect(await editor.at('hover', market, placeOf(MARKET, 'turn to'))).toBeNull();
  });

  test('tells about a speaker', async () => {
    expect(valueOf(await editor.at<Hover>('hover', harbour, placeOf(HARBOUR, 'Tobias Marr')))).toContain('Harbour Master');
  });
});

describe('jumps', () => {
  test('definition opens the other file, at the definition', async () => {
    const [link] = await editor.at<LocationLink[]>('definition', market, placeOf(MARKET, 'CWF'));
    expect(link?.targetUri).toBe(harbour);
    expect(link?.targetSelectionRange.start.line).toBe(8);
    expect(link?.originSelectionRange?.start).toEqual(placeOf(MARKET, 'CWF', 0));
  });

  test('there is no definition of an ordinary word', async () => {
    expect(await editor.at('definition', market, placeOf(MARKET, 'turn to'))).toBeNull();
  });

  test('references come in parts where the client asks for that', async () => {
    const place = placeOf(HARBOUR, 'CWF');
    const whole = await editor.at<Location[]>('references', harbour, place, { context: { includeDeclaration: true } });
    const before = editor.received.length;
    const rest = await editor.at<Location[]>('references', harbour, place, {
      context: { includeDeclaration: true },
      partialResultToken: 'parts',
    });
    const parts = editor.received.slice(before).flatMap(({ params }) => {
      const { token, value } = params as { token?: unknown; value?: Location[] };
      return token === 'parts' ? (value ?? []) : [];
    });
    expect(rest).toEqual([]);
    expect(whole.length).toBeGreaterThan(1);
    expect(parts).toEqual(whole);
  });

  test('references span the files', async () => {
    const found = await editor.at<Location[]>('references', harbour, placeOf(HARBOUR, 'CWF'), { context: { includeDeclaration: true } });
    expect(new Set(found.map((location) => location.uri))).toEqual(new Set([harbour, market, letter]));
  });

  test('highlights stay in the document', async () => {
    const found = await editor.at<DocumentHighlight[]>('documentHighlight', harbour, placeOf(HARBOUR, 'CWF'));
    expect(found.map((highlight) => highlight.range.start.line)).toEqual([8, 10]);
  });

  test('people and acronyms are found over the whole folder', async () => {
    const people = await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'Lunde' });
    expect(people.map((symbol) => [symbol.name, symbol.location.uri])).toContainEqual(['Petra Lunde', market]);
    const acronyms = await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'CWF' });
    expect(acronyms.find((symbol) => symbol.kind === SymbolKind.Constant)?.location.uri).toBe(harbour);
  });
});

describe('in the text', () => {
  test('a turn of several lines folds', async () => {
    const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: harbour } });
    expect(folds).toContainEqual(expect.objectContaining({ startLine: 12, endLine: 14 }));
  });

  test('addresses are links', async () => {
    const [link] = await editor.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: harbour } });
    expect(link?.target).toBe('https://www.elmsley.example/quay');
  });

  test('an unclosed bracket is underlined when the client asks', async () => {
    const report = await editor.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: harbour } });
    expect(report.items.map((problem) => [problem.code, problem.range.start])).toEqual([['unclosed-bracket', placeOf(HARBOUR, '[as', 0)]]);
  });

  test('recognition tells a transcript from a letter', async () => {
    expect(await editor.ask(RECOGNISE_REQUEST, { text: HARBOUR })).toEqual({ kind: 'transcript', layout: 'plain labels · 2 speakers' });
    expect(await editor.ask(RECOGNISE_REQUEST, { text: LETTER })).toEqual({ kind: 'document', layout: '' });
  });
});

describe('tokens', () => {
  const full = (uri: string): Promise<SemanticTokens> => editor.ask('textDocument/semanticTokens/full', { textDocument: { uri } });

  test('colour the speaker of the first label as a class', async () => {
    const { data } = await full(harbour);
    const at = decode(data).find(([line, character]) => line === 6 && character === 0);
    expect(at?.slice(2, 4)).toEqual(['Orla Fenwick'.length, 0]);
  });

  test('of a range are those of the document that lie in it', async () => {
    const whole = decode((await full(harbour)).data);
    const part = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: harbour },
      range: { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } },
    });
    expect(decode(part.data)).toEqual(whole.filter(([line = -1]) => line >= 10 && line <= 12));
  });

  test('that changed, applied to the last answer, give a new answer', async () => {
    const uri = folder.uri('tokens.txt');
    editor.open(uri, MARKET);
    const before = await full(uri);
    editor.edit(uri, 7, 0, '\nWilf Agnew (Treasurer): Before we do, a word.\n');
    const delta = await editor.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri },
      previousResultId: before.resultId,
    });
    const applied = [...before.data];
    for (const edit of [...delta.edits].sort((a, b) => b.start - a.start))
      applied.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(applied).toEqual((await full(uri)).data);
    editor.close(uri);
  });

  function decode(data: readonly number[]): number[][] {
    const tokens: number[][] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, ...rest] = data.slice(i, i + 5);
      line += down;
      character = down === 0 ? character + right : right;
      tokens.push([line, character, ...rest]);
    }
    return tokens;
  }
});

describe('a client that can do less', () => {
  test('gets a flat outline, plain text, locations, and problems without asking', async () => {
    const plain = startEditor();
    await plain.initialize({ folders: [folder.folder], capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    await plain.settled();
    plain.open(harbour, HARBOUR);
    const outline = await plain.ask<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri: harbour } });
    expect(outline.filter((symbol) => symbol.name === 'Tobias Marr')[0]?.location.uri).toBe(harbour);
    const hover = await plain.at<Hover>('hover', harbour, placeOf(HARBOUR, 'CWF'));
    expect(valueOf(hover)).toContain('Coastal Works Fund');
    expect(valueOf(hover)).not.toMatch(/\*\*|\]\(/);
    const [location] = await plain.at<Location[]>('definition', harbour, placeOf(HARBOUR, 'CWF pay'));
    expect(location?.range.start.line).toBe(8);
    const published = (): { diagnostics: Diagnostic[] }[] =>
      plain.received
        .filter(({ method }) => method === 'textDocument/publishDiagnostics')
        .map(({ params }) => params as { diagnostics: Diagnostic[] });
    await expect.poll(() => published().at(-1)?.diagnostics.length).toBe(1);
    plain.close(harbour);
    await expect.poll(() => published().at(-1)?.diagnostics.length).toBe(0);
    plain.connection.dispose();
  });

  test('is not told of what it could not ask for', async () => {
    const rich = await startEditor().initialize({ capabilities: EDITOR });
    const plain = await startEditor().initialize({ capabilities: {} });
    expect(rich.capabilities.diagnosticProvider).toBeDefined();
    expect(plain.capabilities.diagnosticProvider).toBeUndefined();
  });
});
