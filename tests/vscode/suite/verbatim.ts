import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

const EXTENSION = 'verbatim.verbatim';

function fileOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Asks again until the answer is there; an editor's answers come when they are ready. */
async function until<Answer>(what: string, ask: () => Answer | undefined | PromiseLike<Answer | undefined>): Promise<Answer> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${what}`);
}

async function show(name: string): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileOf(name)))).document;
}

async function showTranscript(name: string): Promise<vscode.TextDocument> {
  await show(name);
  return until(`${name} is a transcript`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.languageId === 'transcript' ? document : undefined;
  });
}

function placeOf(document: vscode.TextDocument, words: string, within = words): vscode.Position {
  const at = document.getText().indexOf(within);
  assert.ok(at >= 0, `“${within}” is in ${document.uri.path}`);
  return document.positionAt(at + within.indexOf(words) + 1);
}

async function speakers(document: vscode.TextDocument): Promise<readonly string[]> {
  const symbols =
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri)) ?? [];
  const all = (list: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
    list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
  return all(symbols)
    .filter((symbol) => symbol.kind === vscode.SymbolKind.String)
    .map((symbol) => symbol.name);
}

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function defineSuite(): void {
  describe('Verbatim in VS Code', () => {
    afterEach(close);

    it('starts when a document is opened, and for nothing else', async () => {
      const extension = vscode.extensions.getExtension(EXTENSION);
      assert.ok(extension, 'the extension is installed');
      // Whether it has started already says nothing: the host may have opened a log, which is a text, and closed it again.
      const { activationEvents } = extension.packageJSON as { readonly activationEvents: readonly string[] };
      assert.deepEqual(
        activationEvents.filter((event) => !event.startsWith('onLanguage:')),
        [],
      );
      await show('council.txt');
      await until('the extension is active', () => extension.isActive || undefined);
    });

    it('makes a .txt that is a transcript a transcript', async () => {
      const document = await showTranscript('council.txt');
      assert.equal(path.posix.basename(document.uri.path), 'council.txt');
    });

    it('makes a .md that is a transcript a transcript', async () => {
      await showTranscript('hearing.md');
    });

    it('leaves a letter and a readme what they are', async () => {
      await showTranscript('council.txt');
      const letter = await show('letter.txt');
      const readme = await show('notes.md');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(vscode.workspace.textDocuments.find((each) => each.uri.path === letter.uri.path)?.languageId, 'plaintext');
      assert.equal(vscode.workspace.textDocuments.find((each) => each.uri.path === readme.uri.path)?.languageId, 'markdown');
    });

    it('lists the speakers in the outline', async () => {
      const document = await showTranscript('council.txt');
      const found = await until('the outline', async () => ((await speakers(document)).length > 0 ? speakers(document) : undefined));
      assert.deepEqual(found, ['Ada Quill', 'Bo Tarn', 'Ada Quill', 'Bo Tarn']);
    });

    it('shows the expansion from another document in a hover', async () => {
      const document = await showTranscript('council.txt');
      const text = await until('the hover', async () => (await hoverText(document, placeOf(document, 'RBA', 'the RBA told'))) || undefined);
      assert.match(text, /River Basin Authority/);
      assert.match(text, /letter\.txt#L\d+/);
    });

    it('shows who a speaker is', async () => {
      const document = await showTranscript('council.txt');
      const text = await until('the hover', async () => (await hoverText(document, placeOf(document, 'Bo Tarn'))) || undefined);
      assert.match(text, /Clerk/);
      assert.match(text, /2 turns/);
    });

    it('goes to the definition in the other file', async () => {
      const document = await showTranscript('council.txt');
      const position = placeOf(document, 'RBA', 'the RBA told');
      const [target] = await until('the definition', async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          position,
        );
        return found.length > 0 ? found : undefined;
      });
      assert.ok(target);
      const uri = 'targetUri' in target ? target.targetUri : target.uri;
      assert.equal(path.posix.basename(uri.path), 'letter.txt');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      const opened = await until('the other file', () => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.uri.path.endsWith('letter.txt') ? active : undefined;
      });
      assert.equal(opened.languageId, 'plaintext');
    });

    it('finds references over all files', async () => {
      const document = await showTranscript('council.txt');
      const position = placeOf(document, 'RBA', 'the RBA told');
      const files = await until('references', async () => {
        const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
        return found.length > 1 ? found.map((location) => path.posix.basename(location.uri.path)) : undefined;
      });
      assert.deepEqual([...new Set(files)].sort(), ['council.txt', 'hearing.md', 'letter.txt']);
    });

    it('has a fresh outline after an edit', async () => {
      const document = await showTranscript('council.txt');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n\nCy Moss (Engineer): May I add something?\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const found = await until('the new speaker', async () =>
        (await speakers(document)).includes('Cy Moss') ? speakers(document) : undefined,
      );
      assert.equal(found.at(-1), 'Cy Moss');
      await vscode.commands.executeCommand('undo');
      await until('the old outline', async () => ((await speakers(document)).includes('Cy Moss') ? undefined : true));
    });

    it('finds people in the whole folder', async () => {
      await showTranscript('council.txt');
      const names = await until('symbols', async () => {
        const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Quill');
        return found.length > 0 ? found.map((symbol) => symbol.name) : undefined;
      });
      assert.ok(names.some((name) => name.includes('Ada Quill')));
    });

    it('leaves a document alone whose language was chosen by hand', async () => {
      const document = await showTranscript('council.txt');
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await close();
      await show('hearing.md');
      await until('the other document is recognised', () =>
        vscode.window.activeTextEditor?.document.languageId === 'transcript' ? true : undefined,
      );
      const again = await show('council.txt');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(vscode.workspace.textDocuments.find((each) => each.uri.path === again.uri.path)?.languageId, 'plaintext');
      await vscode.commands.executeCommand('verbatim.treatAsTranscript');
      await until('the command makes it a transcript again', () =>
        vscode.window.activeTextEditor?.document.languageId === 'transcript' ? true : undefined,
      );
    });

    it('recognises nothing when the setting is off', async () => {
      const settings = vscode.workspace.getConfiguration('verbatim');
      await settings.update('recognise.enabled', false, vscode.ConfigurationTarget.Workspace);
      try {
        await show('session.txt');
        await new Promise((resolve) => setTimeout(resolve, 1500));
        assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
      } finally {
        await settings.update('recognise.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('it is recognised once the setting is on', () =>
        vscode.window.activeTextEditor?.document.languageId === 'transcript' ? true : undefined,
      );
    });
  });
}
