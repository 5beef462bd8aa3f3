import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FILES_LIST_REQUEST, FILES_READ_REQUEST, type FilesListParams, type FilesReadParams } from '../../server/src/protocol';

/** Answers the server's requests for files that it cannot reach by itself: in a browser, and in virtual workspaces. */
export function serveFiles(client: BaseLanguageClient, context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    client.onRequest(FILES_LIST_REQUEST, async ({ folder, include, exclude }: FilesListParams): Promise<readonly string[]> => {
      const base = client.protocol2CodeConverter.asUri(folder);
      const excluded = exclude.length > 1 ? `{${exclude.join(',')}}` : (exclude[0] ?? null);
      // One search for each glob: a group of globs may not hold another group.
      const found = await Promise.all(include.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(base, glob), excluded)));
      return [...new Set(found.flat().map((uri) => client.code2ProtocolConverter.asUri(uri)))];
    }),
    client.onRequest(FILES_READ_REQUEST, async ({ uri }: FilesReadParams): Promise<string | null> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
        return new TextDecoder('utf-8').decode(bytes);
      } catch {
        return null;
      }
    }),
  );
}
