import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startEditor, type Editor } from '../lsp/support';

const START =
  'Parish of Upper Lune\n\nAgnes Tull (Chair): Good evening.\n\nRalf Oke (Clerk): Good evening. The Lune Bridge Fund (LBF) is open.\n\nAgnes Tull (Chair): Thank you.\n';

let editor: Editor;
beforeAll(async () => {
  editor = startEditor();
  await editor.initialize();
  await editor.settled();
});
afterAll(() => editor.connection.dispose());

const place = fc.record({ line: fc.nat(12), character: fc.nat(60) });
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('\n', '\r\n', '\r', '\n\nRalf Oke (Clerk): ', 'Agnes Tull (Chair): ', '[', ' LBF', '**'),
);
const edit = fc.record({ start: place, end: place, text });

async function answers(uri: string): Promise<unknown> {
  const textDocument = { uri };
  return [
    await editor.ask('textDocument/documentSymbol', { textDocument }),
    await editor.ask('textDocument/foldingRange', { textDocument }),
    await editor.ask('textDocument/diagnostic', { textDocument }),
    ((await editor.ask('textDocument/semanticTokens/full', { textDocument })) as { data: readonly number[] }).data,
  ];
}

test('after any edits the answers are those about the same text opened anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
      const uri = 'untitled:edited';
      let now = START;
      editor.open(uri, START);
      for (const [version, { start, end, text: inserted }] of edits.entries()) {
        const contentChanges = [{ range: { start, end }, text: inserted }];
        // A text of its own each time: after a place beyond the last line, the lines that it counts on itself are wrong.
        now = TextDocument.update(TextDocument.create(uri, 'transcript', 0, now), contentChanges, 1).getText();
        void editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: version + 1 }, contentChanges });
      }
      const edited = await answers(uri);
      editor.close(uri);
      editor.open(uri, now);
      const anew = await answers(uri);
      editor.close(uri);
      expect(edited).toEqual(anew);
    }),
    { numRuns: 60 },
  );
});
