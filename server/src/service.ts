import type { Snapshot } from './corpus/snapshot';
import type {
  CorpusSymbol, DefinitionAnswer, FoldAnswer, HoverAnswer, LinkAnswer, OutlineEntry, Problem, Target, TokenAnswer,
} from './features/answers';
import type { Status } from './protocol';
import type { Place } from './text/lineTable';

/** How the service reaches documents on disk, in an editor's virtual folder, or in a test's memory. Documents are named by URI. */
export interface Files {
  /** All documents of the corpus, in the order they are to be read. */
  list(): AsyncIterable<string> | Promise<readonly string[]>;
  /** The text, or undefined when the file is gone or cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** The facade: everything an editor or a command line asks. Answers are plain data; nothing here throws on any text or place. */
export interface TranscriptService {
  /** Reads all documents of `files`; resolves when the corpus is complete. `progress` is called as documents arrive. */
  index(progress?: (done: number, total: number) => void): Promise<void>;
  status(): Status;
  /** The text in an editor wins over the file until it is closed. */
  open(uri: string, text: string): void;
  change(uri: string, text: string): void;
  close(uri: string): Promise<void>;
  /** A file appeared, changed or vanished on disk. */
  fileChanged(uri: string): Promise<void>;
  /** The file is gone, and what was known of it with it. A folder's URI removes all below it. */
  fileDeleted(uri: string): void;
  snapshot(): Snapshot;

  outline(uri: string): readonly OutlineEntry[];
  hover(uri: string, place: Place): HoverAnswer | undefined;
  definition(uri: string, place: Place): DefinitionAnswer | undefined;
  references(uri: string, place: Place, includeDefinitions: boolean): readonly Target[];
  highlights(uri: string, place: Place): readonly Target[];
  folds(uri: string): readonly FoldAnswer[];
  links(uri: string): readonly LinkAnswer[];
  tokens(uri: string): readonly TokenAnswer[];
  problems(uri: string): readonly Problem[];
  symbols(query: string, limit?: number): readonly CorpusSymbol[];
}
