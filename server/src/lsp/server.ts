import type { Connection, Disposable, InitializeParams, InitializeResult } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InitializeRequest,
  Message,
  WatchKind,
} from './languageserver';
import {
  DEFAULT_SETTINGS,
  FORGET_REQUEST,
  LAYOUT_REQUEST,
  RECOGNISE_REQUEST,
  STATUS_REQUEST,
  type Recognition,
  type Status,
} from '../protocol';
import type { Log } from '../service';
import { abilitiesOf, serverCapabilities, type Abilities } from './capabilities';
import { keepCorpus, withoutSlash } from './corpus';
import { answerDiagnostics, publishDiagnostics } from './diagnostics';
import { textOf } from './fromProtocol';
import { createGuard, type Phase } from './guard';
import { answerLanguageRequests } from './languageAnswers';
import { trackOpenDocuments } from './openDocuments';
import type { Runtime } from './runtime';
import { answerSemanticTokens } from './semanticTokens';
import { field, sameCorpus, sameLayouts, settingsOf } from './settings';
import type { Ground } from './toProtocol';
import { canonicalUri } from './uris';
import { workspaceFiles } from './workspaceFiles';

/** What is known of the client. */
interface Session {
  phase: Phase;
  abilities: Abilities;
}

/** Whether a message is the one that the server can answer before it begins. */
export function isGreeting(message: Message): boolean {
  return Message.isRequest(message) && message.method === InitializeRequest.method;
}

/**
 * Greets a client, and begins to serve it soon after. What is returned lets it begin at once: it comes before every message
 * that is no greeting, and costs nothing when called again. The same in Node, in a browser and in tests.
 */
export function startServer(connection: Connection, runtime: Runtime): () => void {
  const session: Session = { phase: 'starting', abilities: abilitiesOf({}) };
  let open: ((params: InitializeParams) => void) | undefined;
  let greeted: InitializeParams | undefined;
  const begin = (): void => {
    open ??= serve(connection, runtime, session);
    if (greeted) open(greeted);
    greeted = undefined;
  };
  connection.onInitialize((params): InitializeResult => {
    session.phase = 'running';
    session.abilities = abilitiesOf(params.capabilities ?? {});
    greeted = params;
    if (open) begin();
    // The answer is written in the turn after this one.
    else void runtime.pause().then(runtime.pause).then(begin);
    return { serverInfo: { name: 'Verbatim', version: runtime.version }, capabilities: serverCapabilities(session.abilities) };
  });
  connection.listen();
  return begin;
}

/** Connects a client with a new service. What is returned takes what the client says of itself. */
function serve(connection: Connection, runtime: Runtime, session: Session): (params: InitializeParams) => void {
  const core = runtime.core();
  const log = logTo(connection);
  const files = workspaceFiles(connection, DEFAULT_SETTINGS, core);
  let storage: string | undefined;
  const service = core.createTranscriptService({
    files,
    log,
    labelStyle: files.labelStyle,
    pause: runtime.pause,
    sleep: runtime.sleep,
  });
  const documents = trackOpenDocuments(connection, service);
  const ground: Ground = {
    lines: (uri) => service.snapshot().documents.get(uri)?.lines,
    spelling: documents.spelling,
  };
  const guard = createGuard(log, () => session.phase, documents.flush);
  const whenRead = (): void => {
    // What an acronym in an open document means may have changed.
    if (session.phase === 'running' && session.abilities.refreshesTokens) connection.languages.semanticTokens.refresh();
  };
  const corpus = keepCorpus(connection, service, files, log, documents.isOpen, whenRead, runtime.settle);

  connection.onInitialized(() => {
    if (session.abilities.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        corpus.foldersChanged(
          added.map((folder) => folder.uri),
          removed.map((folder) => folder.uri),
        ),
      );
    if (session.abilities.changedConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'verbatim' }).catch(notAccepted);
    void loadSettings(undefined).then(() => {
      if (!sameLayouts(DEFAULT_SETTINGS, files.settings)) service.rereadOpen();
      watch();
      openFiles();
      return corpus.read();
    });
  });

  connection.onShutdown(async () => {
    session.phase = 'shut down';
    await files.own?.close();
  });

  connection.onDidChangeConfiguration((params) => {
    const before = files.settings;
    void loadSettings(field(params?.settings, 'verbatim')).then(() => {
      const layoutsChanged = !sameLayouts(before, files.settings);
      if (layoutsChanged) service.rereadOpen();
      if (before.index.remember !== files.settings.index.remember) void files.own?.remember(files.folders, files.settings.index.remember);
      if (sameCorpus(before, files.settings) && !layoutsChanged) return;
      watch();
      void corpus.read();
    });
  });
  connection.onDidChangeWatchedFiles((params) => corpus.filesChanged(params?.changes ?? []));
  connection.workspace.onDidDeleteFiles((params) => corpus.deleted(params.files.map((file) => file.uri)));
  connection.workspace.onDidRenameFiles((params) => {
    corpus.deleted(params.files.map((file) => file.oldUri));
    const isFile = (uri: string): boolean => files.includes(canonicalUri(uri));
    const [documents, others] = [params.files.filter((file) => isFile(file.newUri)), params.files.filter((file) => !isFile(file.newUri))];
    corpus.filesChanged(documents.map((file) => ({ uri: file.newUri, type: FileChangeType.Created })));
    // What is no document by its name may be a folder that holds some.
    if (others.some((file) => !/\.\w+$/.test(file.newUri))) void corpus.read();
  });

  connection.onRequest(
    STATUS_REQUEST,
    guard<unknown, Status>('status', { indexing: false, documents: 0 }, () => corpus.status()),
  );
  connection.onRequest(
    RECOGNISE_REQUEST,
    guard<unknown, Recognition>('recognition', { kind: 'document', layout: '' }, (params) =>
      core.recognise(textOf(params, 'text'), files.labelStyle(canonicalUri(textOf(params, 'uri')))),
    ),
  );
  connection.onRequest(
    LAYOUT_REQUEST,
    guard<unknown, Recognition>('layout', { kind: 'document', layout: '' }, (params) => {
      return service.layout(canonicalUri(textOf(params, 'uri')));
    }),
  );
  connection.onRequest(FORGET_REQUEST, async () => files.own?.forget());
  answerLanguageRequests(connection, service, guard, () => session.abilities, ground);
  answerSemanticTokens(connection, service, guard, ground, documents);
  answerDiagnostics(connection, service, guard, ground);

  function openFiles(): void {
    const { remember } = files.settings.index;
    files.own = runtime.files?.({ folders: files.folders, storage, remember, warn: log.warn });
  }

  /** Asks the client for the settings where it can be asked; otherwise takes what it sent. */
  async function loadSettings(sent: unknown): Promise<void> {
    if (session.abilities.configuration) {
      const answer: unknown = await connection.workspace.getConfiguration('verbatim').catch(() => undefined);
      files.settings = settingsOf(answer ?? undefined);
    } else if (sent !== undefined) files.settings = settingsOf(sent);
  }

  let watching: Promise<Disposable | undefined> = Promise.resolve(undefined);

  /** Asks the client to tell of files that appear, change or vanish; and of folders that vanish, whose files it does not name. */
  function watch(): void {
    if (!session.abilities.watchesFiles) return;
    const included = files.settings.corpus.include.map((globPattern) => ({ globPattern }));
    const watchers = [...included, { globPattern: '**', kind: WatchKind.Delete }];
    const before = watching;
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(notAccepted);
    void before.then((registration) => registration?.dispose());
  }

  function notAccepted(error: unknown): undefined {
    log.warn(`The client does not send what was asked for: ${detailOf(error)}`);
  }

  return (params) => {
    files.folders = foldersOf(params).map(withoutSlash);
    const wanted = field(params.initializationOptions, 'storage');
    storage = typeof wanted === 'string' ? wanted : undefined;
    files.clientServes = field(params.initializationOptions, 'servesFiles') === true;
    files.settings = settingsOf(field(params.initializationOptions, 'settings'));
    corpus.expectReading();
    if (!session.abilities.pullsDiagnostics) publishDiagnostics(connection, service, documents, ground);
  };
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  // Clients from before there were several folders send one root.
  const root = field(params, 'rootUri');
  return typeof root === 'string' ? [root] : [];
}

function logTo(connection: Connection): Log {
  return {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message, cause) => connection.console.error(cause === undefined ? message : `${message}: ${detailOf(cause)}`),
  };
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
