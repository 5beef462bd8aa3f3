import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { listFolder, readBytes, stateOf, type FileState } from '../files/nodeFiles';
import type { LabelStyle } from '../protocol';
import { readCache, writeCache, type Remembered } from './cache';
import { checksum } from './checksum';
import { readSummary, type FileSummary } from './readSummary';
import { searchFiles } from './searchFiles';
import { NoThreads, QUEUE_OF_ONE, Workers } from './workers';

/** The documents of a disk: what they say, read by as many threads as help, and remembered from one start to the next. */
export interface Archive {
  /** URIs of the documents below a folder, a `file:` URI. Never rejects. */
  list(folder: string, include: readonly string[], exclude: readonly string[]): Promise<readonly string[]>;
  /** What the document says, packed; undefined when it is gone. Rejects when it cannot be read just now. `now`: on this thread, which waits for nothing. */
  read(uri: string, style: LabelStyle, now?: boolean): Promise<Uint8Array | undefined>;
  /** The same at once, but only once, of a document that is expected and is remembered as it is; undefined of all others. */
  takeRemembered(uri: string, style: LabelStyle): Uint8Array | undefined;
  /** Says which documents will be asked for, so that threads read them where that helps. Returns how many to ask for at once. */
  expect(uris: readonly string[], styleOf: (uri: string) => LabelStyle): Promise<number>;
  /** Which of the expected documents are remembered or hold the words: see `searchFiles`. */
  holding(words: string, uris: readonly string[], cancelled: () => boolean): Promise<readonly string[]>;
  /** What was expected has been read; said once for each expectation. After the last one threads end, and soon what was read is remembered. */
  finished(): void;
  /** Resolves when all that is to be remembered is. */
  close(): Promise<void>;
  /** Forgets what is remembered, on disk too; remembers again from then on. */
  forget(): Promise<void>;
  /** From now on what is known is remembered in this file; undefined: nowhere. */
  rememberIn(file: string | undefined): void;
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

export function createArchive({ cacheFile: firstFile, build, workerScript, warn }: ArchiveOptions): Archive {
  let cacheFile = firstFile;
  let memory = new Map<string, Remembered>();
  /** When that was written, in microseconds since 1970. */
  let writtenAt = 0;
  let changed = false;
  let workers: Workers | undefined;
  /** Those that are expected and remembered as they are now. */
  let unchanged = new Map<string, Remembered>();
  /** All that was asked for since the start, with the expectation that named it last; of others nothing needs to be remembered. */
  const seen = new Map<string, number>();
  let expectations = 0;
  let underWay = 0;
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

  function takeRemembered(uri: string, style: LabelStyle): Uint8Array | undefined {
    const entry = unchanged.get(uri);
    unchanged.delete(uri);
    return entry?.style === style ? entry.summary : undefined;
  }

  function remember(uri: string, style: LabelStyle, file: FileSummary): Remembered {
    const entry = { ...file, style };
    memory.set(uri, entry);
    changed = true;
    return entry;
  }

  /** By a thread; undefined where there is none. */
  async function readElsewhere(uri: string, style: LabelStyle): Promise<{ readonly file: FileSummary | undefined } | undefined> {
    try {
      return workers && { file: await workers.read(uri, style) };
    } catch (error) {
      if (error instanceof NoThreads) return undefined;
      throw error;
    }
  }

  async function readAnew(uri: string, style: LabelStyle, now: boolean): Promise<Uint8Array | undefined> {
    const elsewhere = now ? undefined : await readElsewhere(uri, style);
    const file = elsewhere ? elsewhere.file : readSummary(uri, style);
    if (file) return remember(uri, style, file).summary;
    if (memory.delete(uri)) changed = true;
    return undefined;
  }

  function save(): Promise<void> {
    clearTimeout(saving);
    const file = cacheFile;
    if (file === undefined || !changed) return writing;
    changed = false;
    const entries = new Map([...memory].filter(([uri]) => seen.has(uri)));
    writing = writing
      .then(() => writeCache(file, build, entries))
      .catch((error: unknown) => {
        changed = true;
        warn(`What was read could not be remembered in ${file}: ${String(error)}`);
      });
    return writing;
  }

  function saveSoon(): void {
    clearTimeout(saving);
    saving = setTimeout(() => void save(), PAUSE_MS).unref();
  }

  return {
    list: listFolder,
    async expect(uris, styleOf) {
      const number = ++expectations;
      underWay++;
      for (const uri of uris) {
        seen.set(uri, number);
        // Another that is under way may have found it as it was before.
        unchanged.delete(uri);
      }
      const states: (FileState | undefined)[] = [];
      for (const uri of uris) {
        states.push(attempt(() => stateOf(uri)));
        if (states.length % FILES_AT_ONCE === 0) await new Promise(setImmediate);
      }
      await recalled;
      let bytes = 0;
      for (const [at, uri] of uris.entries()) {
        const entry = attempt(() => stillTrue(uri, styleOf(uri), states[at]));
        if (entry && seen.get(uri) === number) unchanged.set(uri, entry);
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
      const aloneFor = workers?.areLoaded ? 0 : undefined;
      return [...quick, ...(await searchFiles(words, slow, cancelled, workers?.searchers, aloneFor))];
    },
    takeRemembered,
    async read(uri, style, now = false) {
      await recalled;
      if (!seen.has(uri)) seen.set(uri, 0);
      const known = takeRemembered(uri, style);
      if (known) return known;
      return stillTrue(uri, style, stateOf(uri))?.summary ?? readAnew(uri, style, now);
    },
    finished() {
      if (--underWay > 0) return;
      unchanged = new Map();
      workers?.stop();
      workers = undefined;
      saveSoon();
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
    rememberIn(file) {
      if (file === cacheFile) return;
      cacheFile = file;
      changed = true;
      saveSoon();
    },
  };
}

/** What cannot be looked at just now is not known; whoever reads it hears why. */
function attempt<Answer>(look: () => Answer): Answer | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
