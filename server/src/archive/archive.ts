import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { listFolder, readBytes, stateOf, type FileState } from '../files/nodeFiles';
import type { LabelStyle } from '../protocol';
import { readCache, writeCache, type Remembered } from './cache';
import { checksum } from './checksum';
import { readSummary, type FileSummary } from './readSummary';
import { searchFiles } from './searchFiles';
import { QUEUE_OF_ONE, Workers } from './workers';

/** The documents of a disk: what they say, read by as many threads as help, and remembered from one start to the next. */
export interface Archive {
  /** URIs of the documents below a folder, a `file:` URI. Never rejects. */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** What the document says, packed; undefined when it is gone. Rejects when it cannot be read just now. `now`: on this thread, which waits for nothing. */
  read(uri: string, style: LabelStyle, now?: boolean): Promise<Uint8Array | undefined>;
  /** Says which documents will be asked for, so that threads are started where they help. Returns how many to ask for at once. */
  expect(uris: readonly string[], styleOf: (uri: string) => LabelStyle): Promise<number>;
  /** Which of the expected documents are remembered or hold the words: see `searchFiles`. */
  holding(words: string, uris: readonly string[], cancelled: () => boolean): Promise<readonly string[]>;
  /** What was expected has been read; said once for each expectation. After the last one threads end, and soon what was read is remembered. */
  finished(): void;
  /** Resolves when all that is to be remembered is. */
  close(): Promise<void>;
  /** Forgets what is remembered, on disk too. */
  forget(): Promise<void>;
}

export interface ArchiveOptions {
  /** The file that remembers; left out, nothing is. */
  readonly cacheFile?: string | undefined;
  /** Names this build of the program: what another one remembered is not trusted. */
  readonly build: string;
  /** The script of a thread; left out, all is read on this one. */
  readonly workerScript?: string | undefined;
  readonly warn: (message: string) => void;
}

/** In bytes of text: less is read sooner by one thread than others are started. */
const WORTH_A_WORKER = 4_000_000;
const MOST_WORKERS = 8;

/** Changes within so much time before the file was written may have come after it was read. In microseconds. */
const DOUBTFUL = 2_000_000;

/** So long after the last reading it is written down, in milliseconds. */
const PAUSE_MS = 3000;

/** After so many files the event loop is let go on. */
const FILES_AT_ONCE = 250;

export function createArchive({ cacheFile, build, workerScript, warn }: ArchiveOptions): Archive {
  let memory = new Map<string, Remembered>();
  /** When that was written, in microseconds since 1970. */
  let writtenAt = 0;
  const block = new Block();
  let changed = false;
  let workers: Workers | undefined;
  /** Those of the last expectation that are remembered as they are now. */
  let unchanged = new Map<string, Remembered>();
  /** All that was asked for since the start; of others nothing needs to be remembered. */
  const seen = new Set<string>();
  let expectations = 0;
  let saving: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  /** Resolves when the memory holds what the last start knew: read beside all else, since folders are listed first. */
  const recalled = readCache(cacheFile, build).then((cache) => {
    ({ entries: memory, writtenAt } = cache);
  });

  /** What is remembered of a document, if that is still what it says. */
  function stillTrue(uri: string, style: LabelStyle, state: FileState | undefined): Remembered | undefined {
    const entry = memory.get(uri);
    if (!entry || entry.style !== style) return undefined;
    if (state?.size !== entry.size) return undefined;
    if (state.modified === entry.modified && state.modified < writtenAt - DOUBTFUL) return entry;
    const bytes = readBytes(uri);
    if (!bytes || checksum([bytes]) !== entry.checksum) return undefined;
    return remember(uri, style, { ...entry, ...state });
  }

  function remember(uri: string, style: LabelStyle, file: FileSummary): Remembered {
    const entry = { ...file, style };
    memory.set(uri, entry);
    changed = true;
    return entry;
  }

  async function readAnew(uri: string, style: LabelStyle, now: boolean): Promise<Uint8Array | undefined> {
    const thread = now ? undefined : workers;
    const file = thread ? await thread.read(uri, style) : readSummary(uri, style);
    if (file) return remember(uri, style, thread ? { ...file, summary: block.copy(file.summary) } : file).summary;
    if (memory.delete(uri)) changed = true;
    return undefined;
  }

  function save(): Promise<void> {
    clearTimeout(saving);
    if (cacheFile === undefined || !changed) return writing;
    changed = false;
    const entries = new Map([...memory].filter(([uri]) => seen.has(uri)));
    writing = writing
      .then(() => writeCache(cacheFile, build, entries))
      .catch((error: unknown) => warn(`What was read could not be remembered in ${cacheFile}: ${String(error)}`));
    return writing;
  }

  return {
    list: listFolder,
    async expect(uris, styleOf) {
      // Another may still be under way, whose documents are as they were.
      if (expectations++ === 0) unchanged = new Map();
      const states: (FileState | undefined)[] = [];
      for (const uri of uris) {
        seen.add(uri);
        states.push(stateOf(uri));
        if (states.length % FILES_AT_ONCE === 0) await new Promise(setImmediate);
      }
      await recalled;
      let bytes = 0;
      for (const [at, uri] of uris.entries()) {
        const entry = stillTrue(uri, styleOf(uri), states[at]);
        if (entry) unchanged.set(uri, entry);
        else bytes += states[at]?.size ?? 0;
        if (at % FILES_AT_ONCE === FILES_AT_ONCE - 1) await new Promise(setImmediate);
      }
      const count = Math.min(MOST_WORKERS, availableParallelism(), Math.floor(bytes / WORTH_A_WORKER));
      if (workerScript === undefined || count === 0) return 1;
      workers ??= new Workers(workerScript, count);
      return count * QUEUE_OF_ONE;
    },
    async holding(words, uris, cancelled) {
      const quick = uris.filter((uri) => unchanged.has(uri));
      const slow = uris.filter((uri) => !unchanged.has(uri));
      return [...quick, ...(await searchFiles(words, slow, cancelled, workers?.searchers))];
    },
    async read(uri, style, now = false) {
      await recalled;
      seen.add(uri);
      const entry = unchanged.get(uri);
      unchanged.delete(uri);
      if (entry?.style === style) return entry.summary;
      return stillTrue(uri, style, stateOf(uri))?.summary ?? readAnew(uri, style, now);
    },
    finished() {
      if (--expectations > 0) return;
      workers?.stop();
      workers = undefined;
      clearTimeout(saving);
      saving = setTimeout(() => void save(), PAUSE_MS).unref();
    },
    close: save,
    async forget() {
      await recalled;
      memory = new Map();
      unchanged = new Map();
      changed = false;
      clearTimeout(saving);
      await writing;
      if (cacheFile !== undefined) await rm(cacheFile, { force: true });
    },
  };
}

/** Bytes side by side: thousands of small buffers, made by several threads, would take twice their room. */
class Block {
  private bytes = new Uint8Array(0);
  private used = 0;

  /** A copy that begins at a multiple of four, as long as all of them are one. */
  copy(bytes: Uint8Array): Uint8Array {
    if (this.used + bytes.length > this.bytes.length) {
      this.bytes = new Uint8Array(Math.max(BLOCK, bytes.length));
      this.used = 0;
    }
    const copy = this.bytes.subarray(this.used, this.used + bytes.length);
    copy.set(bytes);
    this.used += bytes.length;
    return copy;
  }
}

/** In bytes. */
const BLOCK = 1 << 20;
