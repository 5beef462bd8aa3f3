import type { Connection, FileEvent } from 'vscode-languageserver';
import { FileChangeType } from './languageserver';
import type { Status } from '../protocol';
import type { Log, TranscriptService } from '../service';
import { canonicalUri } from './uris';
import type { WorkspaceFiles } from './workspaceFiles';

/** Keeps what the service knows equal to what the folders hold. */
export interface Corpus {
  /** Reads all folders anew, one reading after the other; documents that are no longer listed are forgotten. */
  read(): Promise<void>;
  /** From now until the next `read` is through, the status says that documents are still being read. */
  expectReading(): void;
  status(): Status;
  filesChanged(events: readonly FileEvent[]): void;
  /** Files or folders are gone. */
  deleted(uris: readonly string[]): void;
  foldersChanged(added: readonly string[], removed: readonly string[]): void;
}

/** `whenRead` is called whenever documents may have changed, `settle` when all folders have been read. */
export function keepCorpus(
  connection: Connection,
  service: TranscriptService,
  files: WorkspaceFiles,
  log: Log,
  isOpen: (uri: string) => boolean,
  whenRead: () => void,
  settle: (isReading: () => boolean) => void = () => undefined,
): Corpus {
  let expected = false;
  /** Those that have changed since the last listing began, which it may not know. */
  const changed = new Set<string>();
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  async function readOnce(): Promise<void> {
    const start = Date.now();
    const progress = showProgress(connection);
    changed.clear();
    try {
      await service.index(progress.report, progress.cancelled);
      const isKnown = (uri: string): boolean => files.listed.has(uri) || changed.has(uri) || isOpen(uri);
      service.filesDeleted([...service.snapshot().documents.keys()].filter((uri) => !isKnown(uri)));
    } catch (error) {
      log.error('Reading the folder failed', error);
    } finally {
      progress.done();
    }
    log.info(`Read ${service.status().documents} documents in ${Date.now() - start} ms`);
  }

  const corpus: Corpus = {
    expectReading: () => {
      expected = true;
    },
    read: () => {
      expected = false;
      waiting++;
      last = last.then(readOnce).then(() => {
        waiting--;
        whenRead();
        if (waiting === 0) settle(() => corpus.status().indexing);
      });
      return last;
    },
    status: () => {
      const status = service.status();
      return { indexing: expected || waiting > 0 || status.indexing, documents: status.documents };
    },
    filesChanged: (events) => {
      const uris = (gone: boolean): string[] =>
        events.filter((event) => (event.type === FileChangeType.Deleted) === gone).map((event) => canonicalUri(event.uri));
      const ofCorpus = uris(false).filter(files.includes);
      for (const uri of ofCorpus) changed.add(uri);
      if (ofCorpus.length > 0) void service.filesChanged(ofCorpus).then(whenRead);
      corpus.deleted(uris(true));
    },
    deleted: (uris) => {
      if (uris.length === 0) return;
      service.filesDeleted(uris.map(canonicalUri));
      whenRead();
    },
    foldersChanged: (added, removed) => {
      const gone = new Set(removed.map(withoutSlash));
      files.folders = [...files.folders.filter((folder) => !gone.has(folder)), ...added.map(withoutSlash)];
      if (files.settings.index.remember) void files.own?.remember(files.folders, true);
      void corpus.read();
    },
  };
  return corpus;
}

/** A folder's canonical URI, written without a slash at its end. */
export function withoutSlash(folder: string): string {
  const uri = canonicalUri(folder);
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}

/** Progress in the client's window, if it can show it. Reading does not wait for the client to agree. */
function showProgress(connection: Connection): { report(done: number, total: number): void; cancelled(): boolean; done(): void } {
  let percent = -1;
  let finished = false;
  let cancelled = false;
  const reporter = connection.window.createWorkDoneProgress().then(
    (shown) => {
      if (!finished) shown.begin('Reading transcripts', 0, undefined, true);
      shown.token.onCancellationRequested(() => {
        cancelled = true;
      });
      return finished ? undefined : shown;
    },
    () => undefined,
  );
  return {
    report(done, total) {
      const now = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (now === percent) return;
      percent = now;
      void reporter.then((shown) => {
        if (!finished) shown?.report(now, `${done} of ${total}`);
      });
    },
    cancelled: () => cancelled,
    done() {
      finished = true;
      void reporter.then((shown) => shown?.done());
    },
  };
}
