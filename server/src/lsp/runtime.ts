import type { LabelStyle } from '../protocol';
import type * as core from './core';

/** How a host reads folders. */
export interface FolderFiles {
  /** URIs of the documents below the folder that match one of `include` and none of `exclude`, globs relative to it. Never rejects. */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** What a document says, packed; undefined when it is gone. Rejects when it cannot be read just now; `now`: somebody waits. */
  read(uri: string, style: LabelStyle, now?: boolean): Promise<Uint8Array | undefined>;
  /** The same at once, but only once, of a document that is expected and remembered as it is; undefined of all others. */
  takeRemembered(uri: string, style: LabelStyle): Uint8Array | undefined;
  /** Says which documents will be read; how many of them to ask for at once. */
  expect(uris: readonly string[], styleOf: (uri: string) => LabelStyle): Promise<number>;
  /** Which of these documents may hold the words and are read at once. */
  holding(words: string, uris: readonly string[], cancelled: () => boolean): Promise<readonly string[]>;
  /** What was expected has been read; said once for each expectation. */
  finished(): void;
  /** Resolves when all that is to be remembered is. */
  close(): Promise<void>;
  /** Forgets what was remembered for the next start, and remembers again from then on. */
  forget(): Promise<void>;
  /** From now on what is read is remembered as of these folders, or no longer: then it is forgotten. */
  remember(folders: readonly string[], wanted: boolean): Promise<void>;
}

/** What the runtime is told when it opens the file system for a client. */
export interface FilesRequest {
  readonly folders: readonly string[];
  /** The folder where the client wants things kept; left out, it is the user’s cache folder. */
  readonly storage?: string | undefined;
  /** Whether to remember what was read for the next start. */
  readonly remember: boolean;
  readonly warn: (message: string) => void;
}

export type Core = typeof core;

/** What Node and the browser give to the server, which is otherwise the same in both. */
export interface Runtime {
  readonly version: string;
  /** What answers, loaded when it is first asked for. */
  readonly core: () => Core;
  /** Reads `file:` URIs; left out where there is no file system. */
  readonly files?: (request: FilesRequest) => FolderFiles;
  /** Resolves when what waits in the event loop has had its turn. */
  readonly pause: () => Promise<void>;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told when the folders have been read, which takes much more memory than what is known of them in the end. `isReading`: again. */
  readonly settle?: (isReading: () => boolean) => void;
}
