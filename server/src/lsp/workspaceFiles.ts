import type { Connection } from 'vscode-languageserver';
import {
  FILES_LIST_REQUEST,
  FILES_READ_REQUEST,
  type FilesListParams,
  type FilesReadParams,
  type LabelStyle,
  type Settings,
} from '../protocol';
import type { Files } from '../service';
import type { Core, FolderFiles } from './runtime';
import { canonicalUri, pathBelow } from './uris';

/** The files of the folders that are open now, under the settings of now. */
export interface WorkspaceFiles extends Files {
  folders: readonly string[];
  settings: Settings;
  /** Reads `file:` URIs; undefined until the client’s wishes are known, and where there is no file system. */
  own: FolderFiles | undefined;
  /** Whether the client reads what the runtime cannot. */
  clientServes: boolean;
  /** What the last listing found. */
  listed: ReadonlySet<string>;
  /** Whether a document belongs to the corpus by its name. */
  includes(uri: string): boolean;
  /** How the settings say that a document’s labels are typed. */
  labelStyle(uri: string): LabelStyle;
}

export function workspaceFiles(connection: Connection, settings: Settings, core: Core): WorkspaceFiles {
  const { matchesAny } = core;
  const client = clientFiles(connection, core);
  const readerOf = (uri: string): Pick<FolderFiles, 'list' | 'read'> | undefined => {
    if (files.own && uri.startsWith('file:')) return files.own;
    return files.clientServes ? client : undefined;
  };
  /** A document that was open but lies outside of the folders leaves no trace when it is closed. */
  const belongs = (uri: string): boolean => files.listed.has(uri) || files.includes(uri);
  const files: WorkspaceFiles = {
    folders: [],
    settings,
    own: undefined,
    clientServes: false,
    listed: new Set(),
    async list() {
      const { include, exclude } = files.settings.corpus;
      const found = new Set<string>();
      for (const folder of files.folders)
        for (const uri of (await readerOf(folder)?.list(folder, include, exclude)) ?? []) found.add(canonicalUri(uri));
      files.listed = found;
      return [...found];
    },
    async expect(uris) {
      const own = uris.filter((uri) => readerOf(uri) === files.own);
      return (await files.own?.expect(own, files.labelStyle)) ?? 1;
    },
    finished: () => files.own?.finished(),
    async holding(words, uris, cancelled) {
      return (
        (await files.own?.holding(
          words,
          uris.filter((uri) => readerOf(uri) === files.own),
          cancelled,
        )) ?? []
      );
    },
    async read(uri, now) {
      return belongs(uri) ? readerOf(uri)?.read(uri, files.labelStyle(uri), now) : undefined;
    },
    takeRemembered: (uri) => (belongs(uri) ? files.own?.takeRemembered(uri, files.labelStyle(uri)) : undefined),
    includes(uri) {
      const { include, exclude } = files.settings.corpus;
      return files.folders.some((folder) => {
        const path = pathBelow(folder, uri);
        return path !== undefined && matchesAny(include, path) && !matchesAny(exclude, path);
      });
    },
    labelStyle(uri) {
      const styles = Object.entries(files.settings.layout.labels);
      if (styles.length === 0) return 'automatic';
      const below = files.folders.map((folder) => pathBelow(folder, uri)).find((path) => path !== undefined);
      // A file outside of the folders has only its name.
      const path = below ?? uri.slice(uri.lastIndexOf('/') + 1);
      return styles.find(([glob]) => matchesAny([glob], path))?.[1] ?? 'automatic';
    },
  };
  return files;
}

/** Folders that only the client can read: in a browser, or virtual. A client that fails to answer has no such files. */
function clientFiles(connection: Connection, { packedSummary }: Core): Pick<FolderFiles, 'list' | 'read'> {
  return {
    async list(folder, include, exclude) {
      const params: FilesListParams = { folder, include, exclude };
      const answer: unknown = await connection.sendRequest<unknown>(FILES_LIST_REQUEST, params).catch(() => []);
      return Array.isArray(answer) ? answer.filter((uri): uri is string => typeof uri === 'string') : [];
    },
    async read(uri, style) {
      const params: FilesReadParams = { uri };
      const answer: unknown = await connection.sendRequest<unknown>(FILES_READ_REQUEST, params).catch(() => null);
      return typeof answer === 'string' ? packedSummary(uri, answer, style) : undefined;
    },
  };
}
