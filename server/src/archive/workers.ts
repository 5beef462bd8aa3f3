import { Worker } from 'node:worker_threads';
import type { LabelStyle } from '../protocol';
import type { FileSummary } from './readSummary';
import type { Found, Searcher } from './searchFiles';

/** What is asked of a worker: to read a document, or to search some. */
export type Question =
  | { readonly kind: 'read'; readonly uri: string; readonly style: LabelStyle }
  | { readonly kind: 'search'; readonly words: string; readonly uris: readonly string[] };

/** What it answers. */
export interface Answers {
  readonly read: FileSummary | undefined;
  readonly search: Found;
}

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export type Answer = { readonly id: number; readonly answer: Answers[Question['kind']] } | { readonly id: number; readonly error: string };

/** What a thread says when it has loaded. */
export const READY = 'ready';

/** No thread can be started here. */
export class NoThreads extends Error {}

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answers[Question['kind']]) => void;
  readonly reject: (error: Error) => void;
}

/** How many documents a worker has at once: the one it reads, and the next, so that it never waits for us. */
export const QUEUE_OF_ONE = 2;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Whether it has said anything yet: until then what ends it is no document. */
  loaded: boolean;
}

/**
 * Threads that read and analyse documents, started when they are first asked. Whoever asks holds back: more than
 * `QUEUE_OF_ONE` for each wait in a queue.
 */
export class Workers {
  private readonly workers: Thread[] = [];
  private nextId = 0;
  private started = false;
  private stopped = false;

  /** `script` is the file that answers; it is started `count` times. */
  constructor(
    private readonly script: string,
    private readonly count: number,
  ) {}

  /** Rejects when the document cannot be read, or the worker dies of it; with `NoThreads` when there are none to read it. */
  read(uri: string, style: LabelStyle): Promise<FileSummary | undefined> {
    return this.ask({ kind: 'read', uri, style }) as Promise<Answers['read']>;
  }

  /** Whether any of them could answer at once. */
  get areLoaded(): boolean {
    return this.workers.some((each) => each.loaded);
  }

  /** As many as there are to be; each rejects while there is none. */
  get searchers(): readonly Searcher[] {
    return Array.from(
      { length: this.count },
      () => (words, uris) => this.ask({ kind: 'search', words, uris }) as Promise<Answers['search']>,
    );
  }

  private ask(question: Question): Promise<Answers[Question['kind']]> {
    return new Promise((resolve, reject) => {
      this.startAll();
      const asked: Asked = { id: this.nextId++, question };
      const [first, ...others] = this.workers;
      if (!first) {
        reject(new NoThreads('No thread could be started'));
        return;
      }
      const free = others.reduce((best, each) => (each.waiting.size < best.waiting.size ? each : best), first);
      free.waiting.set(asked.id, { question, resolve, reject });
      free.worker.postMessage(asked);
    });
  }

  /** Ends all threads; what they were asked is rejected. */
  stop(): void {
    this.stopped = true;
    for (const { worker } of this.workers) void worker.terminate();
  }

  private startAll(): void {
    if (this.started || this.stopped) return;
    this.started = true;
    for (let at = 0; at < this.count; at++) this.start();
  }

  /** Where the system has no room for another, those that there are do its work. */
  private start(): void {
    let worker: Worker;
    try {
      worker = new Worker(this.script);
    } catch {
      return;
    }
    const each: Thread = { worker, waiting: new Map(), loaded: false };
    this.workers.push(each);
    worker.unref();
    worker.on('message', (answer: Answer | typeof READY) => {
      each.loaded = true;
      if (answer === READY) return;
      const asked = each.waiting.get(answer.id);
      each.waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.answer);
    });
    const end = (error: Error): void => {
      const at = this.workers.indexOf(each);
      if (at >= 0) this.workers.splice(at, 1);
      const waiting = [...each.waiting.values()];
      each.waiting.clear();
      // The one it was at is to blame; the others go to another worker.
      const blamed = this.stopped ? waiting.splice(0) : waiting.splice(0, each.loaded ? 1 : 0);
      for (const { reject } of blamed) reject(error);
      if (waiting.length > 0 && each.loaded && this.workers.length === 0) this.start();
      for (const { question, resolve, reject } of waiting) this.ask(question).then(resolve, reject);
    };
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`The thread that read it ended with ${code}`)));
  }
}
