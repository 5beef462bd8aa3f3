import { EditedText, type Change } from './analysis/editedText';
import { unpack } from './analysis/packed';
import type { Summary } from './analysis/summary';
import { EMPTY_SNAPSHOT, replace, replaceAll, type Replacement, type Snapshot } from './corpus/snapshot';
import type {
  CorpusSymbol,
  DefinitionAnswer,
  FoldAnswer,
  HoverAnswer,
  LinkAnswer,
  OutlineEntry,
  Problem,
  Target,
  TokenAnswer,
} from './features/answers';
import { definition } from './features/definition';
import { folds } from './features/folds';
import { hover } from './features/hover';
import { links } from './features/links';
import { outline } from './features/outline';
import { problems } from './features/problems';
import { highlights, references } from './features/references';
import { symbols } from './features/symbols';
import { tokens } from './features/tokens';
import { layoutInWords } from './export/layoutInWords';
import type { LabelStyle, Recognition, Status } from './protocol';
import { folderOf, ReadingQueue, type Reading } from './readingQueue';
import type { Transcript } from './syntax/tree';
import type { Place } from './text/lineTable';

export type { Change } from './analysis/editedText';

/** How the service reaches documents on disk, in an editor's virtual folder, or in a test's memory. Documents are named by URI. */
export interface Files {
  /** All documents of the corpus, in the order they are to be read. */
  list(): Promise<readonly string[]>;
  /** Says which documents are about to be read, and is told how many may be asked for at once. Left out, it is one. */
  expect?(uris: readonly string[]): Promise<number>;
  /** Those have been read, or need not be. */
  finished?(): void;
  /** Which of these documents may hold the words and are read at once; told sooner than by reading them. */
  holding?(words: string, uris: readonly string[], cancelled: () => boolean): Promise<readonly string[]>;
  /**
   * What a document says (`packedSummary`), or undefined when it is gone. Rejects when it cannot be read just now. `now`
   * tells that somebody waits for it.
   */
  read(uri: string, now?: boolean): Promise<Uint8Array | undefined>;
  /** The same at once, but only once, of a document that is expected and is remembered as it is; undefined of all others. */
  takeRemembered?(uri: string): Uint8Array | undefined;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** The facade: everything an editor or a command line asks. Answers are plain data; nothing here throws on any text or place. */
export interface TranscriptService {
  /**
   * Reads all documents of `files`; resolves when the corpus is complete, or when `cancelled` answers that it need not be.
   * `progress` is called as documents arrive.
   */
  index(progress?: (done: number, total: number) => void, cancelled?: () => boolean): Promise<void>;
  status(): Status;
  /** The text in an editor wins over the file until it is closed. */
  open(uri: string, text: string): void;
  /** `changes` are what was typed since the text that the service knows; left out, the text is read whole. */
  change(uri: string, text: () => string, changes?: readonly Change[]): void;
  /** Gives the text of an open document as the service knows it at the time of asking. */
  text(uri: string): (() => string) | undefined;
  close(uri: string): Promise<void>;
  /** Files appeared, changed or vanished on disk. */
  filesChanged(uris: readonly string[]): Promise<void>;
  /** Files are gone, and what was known of them with them. A folder's URI removes all below it. */
  filesDeleted(uris: readonly string[]): void;
  /** What a person says of the layouts has changed: reads all anew that is open. */
  rereadOpen(): void;
  snapshot(): Snapshot;
  /** How a document was read. */
  layout(uri: string): Recognition;

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
  /**
   * While documents are still being read: reads those next that may hold the words. Resolves when they have been read, or
   * when it takes too long.
   */
  readFirst(words: string, cancelled: () => boolean): Promise<void>;
}

/**
 * In milliseconds. While the corpus is being read, a new snapshot is made this often: seldom enough that copying its maps
 * costs little, often enough that answers grow while one waits.
 */
const SLICE_MS = 50;

/** Longest time that a query waits for documents that may hold it, in milliseconds. */
const PATIENCE_MS = 3000;

/** So many documents are read at once rather than next. */
const FEW = 3;

/** Shorter words stand in nearly every document. */
const SHORTEST_WORDS = 3;

/** As many symbols as an editor shows for one query. */
const MOST_SYMBOLS = 500;

/**
 * The service over one corpus. Open texts keep their trees; of all other documents only the packed summaries are kept. A
 * text that cannot be analysed is logged and left out, and the rest goes on. While documents arrive, the event loop is
 * let go on by `pause` after every slice.
 */
export function createTranscriptService({
  files,
  log,
  labelStyle = () => 'automatic',
  pause = () => Promise.resolve(),
  sleep = () => new Promise(() => undefined),
}: {
  readonly files: Files;
  readonly log: Log;
  /** How a person says that the labels of a document are typed. */
  readonly labelStyle?: (uri: string) => LabelStyle;
  /** Resolves when what waits in the event loop has had its turn. */
  readonly pause?: () => Promise<void>;
  /** Resolves after so many milliseconds; left out, nothing is given up for taking too long. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}): TranscriptService {
  const open = new Map<string, EditedText>();
  /** The outline of each text as last read whole: typing inside a speech leaves it what it is. */
  const outlines = new WeakMap<Transcript, readonly OutlineEntry[]>();
  /** The newest reading of each file that is not in the snapshot yet; an older one that arrives late is thrown away. */
  const awaited = new Map<string, Reading>();
  const queues = new Set<ReadingQueue>();
  let snapshot = EMPTY_SNAPSHOT;
  let indexings = 0;
  /** Resolves when the documents that are to be read wait in a queue. */
  let listing: Promise<void> = Promise.resolve();
  /** A search through files that is under way, which goes before the reading. */
  let searching: Promise<unknown> | undefined;
  /** Called when documents are next taken over. */
  const whenTaken: (() => void)[] = [];

  function readWhole(uri: string, text: string): EditedText | undefined {
    try {
      return EditedText.of(uri, text, labelStyle(uri));
    } catch (error) {
      log.error(`${uri} could not be analysed`, error);
      return undefined;
    }
  }

  function takeText(uri: string, text: () => string, changes?: readonly Change[]): void {
    const known = (changes && open.get(uri)?.after(changes)) ?? readWhole(uri, text());
    if (known) open.set(uri, known);
    else open.delete(uri);
    for (const queue of queues) queue.prefer(folderOf(uri));
    awaited.delete(uri);
    snapshot = replace(snapshot, uri, known?.summary);
  }

  /** Reads files. What was read is taken over in slices, so that a thousand files change the snapshot a few times. */
  async function takeFiles(
    uris: readonly string[],
    progress?: (done: number, total: number) => void,
    cancelled: () => boolean = () => false,
    whenQueued: () => void = () => undefined,
  ): Promise<void> {
    const readings = uris.filter((uri) => !open.has(uri)).map((uri): Reading => ({ uri }));
    for (const reading of readings) awaited.set(reading.uri, reading);
    const queue = new ReadingQueue(readings);
    try {
      const atOnce = files.expect ? await files.expect(readings.map((reading) => reading.uri)) : 1;
      for (const uri of open.keys()) queue.prefer(folderOf(uri));
      queues.add(queue);
      whenQueued();
      await readQueue(queue, atOnce, () => progress?.(uris.length - queue.left, uris.length), cancelled);
    } finally {
      queues.delete(queue);
      whenQueued();
      files.finished?.();
      for (const reading of readings) if (awaited.get(reading.uri) === reading) awaited.delete(reading.uri);
    }
  }

  async function readQueue(queue: ReadingQueue, atOnce: number, whenTaken: () => void, cancelled: () => boolean): Promise<void> {
    let slice: Reading[] = [];
    let started = Date.now();
    const readOn = async (): Promise<void> => {
      for (;;) {
        if (searching) await searching;
        const reading = cancelled() ? undefined : queue.next();
        if (!reading) return;
        const remembered = files.takeRemembered?.(reading.uri);
        if (remembered) reading.summary = unpack(reading.uri, remembered);
        else await read(reading);
        slice.push(reading);
        if (Date.now() - started < SLICE_MS) continue;
        take(slice);
        slice = [];
        whenTaken();
        await pause();
        started = Date.now();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, readOn));
    await queue.others();
    take(slice);
    whenTaken();
  }

  /** Reads a file, unless something newer is known by then. */
  async function read(reading: Reading, now = false): Promise<void> {
    const { uri } = reading;
    try {
      const bytes = await files.read(uri, now);
      if (awaited.get(uri) === reading && bytes) reading.summary = unpack(uri, bytes);
    } catch (error) {
      // It is there and cannot be read just now: what is known of it stays.
      log.warn(`${uri} could not be read: ${String(error)}`);
      reading.summary = snapshot.documents.get(uri);
    }
  }

  function take(readings: readonly Reading[]): void {
    const newest = readings.filter((reading) => awaited.get(reading.uri) === reading);
    for (const { uri } of newest) awaited.delete(uri);
    snapshot = replaceAll(
      snapshot,
      newest.map(({ uri, summary }): Replacement => [uri, summary]),
    );
    for (const listener of whenTaken.splice(0)) listener();
  }

  /** Reads those documents that may hold the words, before all others, until it is `late`. */
  async function readHolding(words: string, late: () => boolean): Promise<void> {
    const found = listing.then(() => findHolding(words, late));
    const all = (searching = Promise.allSettled([searching, found]));
    const wanted = await found;
    if (searching === all) searching = undefined;
    // Some of them may have been begun before.
    while (!late() && [...wanted].some((uri) => awaited.has(uri))) await new Promise<void>((resolve) => whenTaken.push(resolve));
  }

  /** Finds those documents, and reads them at once where they are few; else next. */
  async function findHolding(words: string, late: () => boolean): Promise<ReadonlySet<string>> {
    const wanted = new Set((await files.holding?.(words, [...awaited.keys()], late)) ?? []);
    const readNow = async (readings: readonly Reading[]): Promise<void> => {
      for (const reading of readings) await read(reading, true);
      take(readings);
    };
    if (wanted.size <= FEW) await Promise.all(Array.from(queues, (queue) => queue.readElsewhere(wanted, readNow)));
    else for (const queue of queues) queue.preferAll(wanted);
    return wanted;
  }

  async function listed(): Promise<readonly string[]> {
    try {
      return await files.list();
    } catch (error) {
      log.error('The documents could not be listed', error);
      return [];
    }
  }

  /** Asks about a place of a known document; nothing for a document that is not known. */
  function at<Answer>(uri: string, place: Place, ask: (document: Summary, offset: number) => Answer, nothing: Answer): Answer {
    const document = snapshot.documents.get(uri);
    return document ? ask(document, document.lines.offsetAt(place)) : nothing;
  }

  function outlineOf(tree: Transcript, document: Summary): readonly OutlineEntry[] {
    let entries = outlines.get(tree);
    if (!entries) outlines.set(tree, (entries = outline(tree, document)));
    return entries;
  }

  function of<Answer>(uri: string, ask: (tree: Transcript) => Answer, nothing: Answer): Answer {
    const known = open.get(uri);
    return known ? ask(known.tree) : nothing;
  }

  return {
    async index(progress, cancelled) {
      indexings++;
      try {
        let whenQueued: () => void = () => undefined;
        listing = new Promise<void>((resolve) => (whenQueued = resolve));
        await takeFiles(await listed(), progress, cancelled, whenQueued);
      } finally {
        indexings--;
      }
    },
    status: () => ({ indexing: indexings > 0, documents: snapshot.documents.size }),
    open: (uri, text) => takeText(uri, () => text),
    change: takeText,
    text(uri) {
      const known = open.get(uri);
      return known && (() => known.text);
    },
    async close(uri) {
      open.delete(uri);
      await takeFiles([uri]);
    },
    filesChanged: (uris) => takeFiles(uris),
    filesDeleted(uris) {
      if (uris.length === 0) return;
      const gone = new Set(uris.map((uri) => (uri.endsWith('/') ? uri.slice(0, -1) : uri)));
      const lost = [...new Set([...snapshot.documents.keys(), ...awaited.keys()])].filter(
        (known) => !open.has(known) && isBelow(known, gone),
      );
      for (const uri of lost) awaited.delete(uri);
      snapshot = replaceAll(
        snapshot,
        lost.map((uri): Replacement => [uri, undefined]),
      );
    },
    rereadOpen() {
      for (const [uri, known] of [...open]) takeText(uri, () => known.text);
    },
    snapshot: () => snapshot,
    layout(uri) {
      const document = snapshot.documents.get(uri);
      return document ? { kind: document.kind, layout: layoutInWords(document) } : { kind: 'document', layout: '' };
    },
    outline: (uri) => {
      const document = snapshot.documents.get(uri);
      return document ? of(uri, (tree) => outlineOf(tree, document), []) : [];
    },
    hover: (uri, place) =>
      at(uri, place, (document, offset) => hover(snapshot, document, open.get(uri)?.tree, offset, indexings > 0), undefined),
    definition: (uri, place) =>
      at(uri, place, (document, offset) => definition(snapshot, document, open.get(uri)?.tree, offset), undefined),
    references: (uri, place, includeDefinitions) =>
      at(uri, place, (document, offset) => references(snapshot, document, offset, includeDefinitions), []),
    highlights: (uri, place) => at(uri, place, (document, offset) => highlights(snapshot, document, offset), []),
    folds: (uri) => of(uri, folds, []),
    links: (uri) => of(uri, links, []),
    tokens: (uri) => {
      const document = snapshot.documents.get(uri);
      return document ? of(uri, (tree) => tokens(snapshot, document, tree), []) : [];
    },
    problems: (uri) => of(uri, problems, []),
    symbols: (query, limit = MOST_SYMBOLS) => symbols(snapshot, query, limit),
    async readFirst(words, cancelled) {
      if (indexings === 0 || words.trim().length < SHORTEST_WORDS) return;
      let over = false;
      const late = (): boolean => over || cancelled() || indexings === 0;
      const reading = readHolding(words.trim(), late).catch((error: unknown) => log.error('The documents could not be searched', error));
      const untilLate = async (): Promise<void> => {
        while (!late()) await sleep(SLICE_MS);
      };
      await Promise.race([reading, sleep(PATIENCE_MS), untilLate()]);
      over = true;
    },
  };
}

/** Whether the document or one of the folders above it is among `gone`. Costs what its path costs, however many are gone. */
function isBelow(uri: string, gone: ReadonlySet<string>): boolean {
  for (let path = uri; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) if (gone.has(path)) return true;
  return false;
}
