/** Names and shapes of the requests and settings that Verbatim adds to the Language Server Protocol. Imports nothing. */

/** Request from client to server; no parameters. */
export const STATUS_REQUEST = 'verbatim/status';

export interface Status {
  /** Whether documents of the folder are still being read. */
  readonly indexing: boolean;
  /** Number of documents known. */
  readonly documents: number;
}

/** Request from client to server: what the server found a text to be. */
export const RECOGNISE_REQUEST = 'verbatim/recognise';

export interface RecogniseParams {
  readonly text: string;
  /** Where the text is from; what the settings say of that file counts. */
  readonly uri?: string;
}

export interface Recognition {
  readonly kind: 'transcript' | 'document';
  /** In people's words, e.g. "bold labels · 16 speakers"; empty for a document. */
  readonly layout: string;
}

/** Request from client to server: how an open document was read. */
export const LAYOUT_REQUEST = 'verbatim/layout';

export interface LayoutParams {
  readonly uri: string;
}

/** Request from client to server; no parameters. Forgets what is kept of the folder’s documents for the next start. */
export const FORGET_REQUEST = 'verbatim/forget';

export const LABEL_STYLES = ['automatic', 'none', 'colon', 'bold', 'fullStop', 'dash', 'ownLine'] as const;

/** How the labels of a document are typed; `automatic` leaves it to the document, `none` says that nobody speaks in it. */
export type LabelStyle = (typeof LABEL_STYLES)[number];

/** Settings, all below `verbatim.` */
export interface Settings {
  /** How labels are typed, by glob of files; the first glob that a file matches counts. */
  readonly layout: { readonly labels: Readonly<Record<string, LabelStyle>> };
  /** Recognise transcripts among `.txt`, `.md`, `.rst`, `.vtt` and `.srt` files by their content. */
  readonly recognise: { readonly enabled: boolean };
  /** Globs of files that are read into the corpus, and of those that are left out. */
  readonly corpus: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** Keep what was read of the folder’s documents for the next start. */
  readonly index: { readonly remember: boolean };
}

export const DEFAULT_SETTINGS: Settings = {
  layout: { labels: {} },
  recognise: { enabled: true },
  corpus: { include: ['**/*.{txt,md,rst,vtt,srt,transcript}'], exclude: ['**/node_modules/**', '**/.git/**'] },
  index: { remember: true },
};

/**
 * Requests from server to client, for folders that the server cannot read by itself: those of a browser, and virtual ones.
 * A client that answers them says so with `initializationOptions: { servesFiles: true }`.
 */
export const FILES_LIST_REQUEST = 'verbatim/files/list';

export interface FilesListParams {
  /** URI of the folder, and globs relative to it. The answer is a list of URIs. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const FILES_READ_REQUEST = 'verbatim/files/read';

export interface FilesReadParams {
  /** The answer is the text, or null when the file is gone or cannot be read. */
  readonly uri: string;
}

export interface InitializationOptions {
  readonly servesFiles?: boolean;
  /** Path of a folder in which the server may keep what it read; left out, it is the user’s cache folder. */
  readonly storage?: string;
  /** Settings for clients that cannot be asked for their configuration. */
  readonly settings?: Partial<Settings>;
}
