/** How a host reads folders. All functions are total: what cannot be read is empty or undefined. */
export interface FolderFiles {
  /** URIs of the documents below the folder that match one of `include` and none of `exclude`, globs relative to it. */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** The text of a document. */
  read(uri: string): Promise<string | undefined>;
}

/** What Node and the browser give to the server, which is otherwise the same in both. */
export interface Runtime {
  readonly version: string;
  /** Reads `file:` URIs; left out where there is no file system. */
  readonly files?: FolderFiles;
}
