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

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answers[Question['kind']]) => void;
  readonly reject: (error: Error) => void;
}

/** How many documents a worker has at once: the one it reads, and the next, so that it never waits for us. */
export const QUEUE_OF_ONE = 2;

/** Threads that read and analyse documents. Whoever asks holds back: more than `QUEUE_OF_ONE` for each wait in a queue. */
export class Workers {
  private readonly workers: { readonly worker: Worker; readonly waiting: Map<number, Waiting> }[] = [];
  private nextId = 0;

  /** `script` is the file that answers; it is started `count` times. */
  constructor(
    private readonly script: string,
    count: number,
  ) {
    for (let at = 0; at < count; at++) this.start();
  }

  /** Rejects when the document cannot be read, or the worker dies of it. */
  read(uri: string, style: LabelStyle): Promise<FileSummary | undefined> {
    return this.ask({ kind: 'read', uri, style }) as Promise<Answers['read']>;
  }

  /** As many as there are threads. */
  get searchers(): readonly Searcher[] {
    return this.workers.map(() => (words, uris) => this.ask({ kind: 'search', words, uris }) as Promise<Answers['search']>);
  }

  private ask(question: Question): Promise<Answers[Question['kind']]> {
    return new Promise((resolve, reject) => {
      const asked: Asked = { id: this.nextId++, question };
      const [first, ...others] = this.workers;
      if (!first) {
        reject(new Error('No thread could be started'));
        return;
      }
      const free = others.reduce((best, each) => (each.waiting.size < best.waiting.size ? each : best), first);
      free.waiting.set(asked.id, { question, resolve, reject });
      free.worker.postMessage(asked);
    });
  }

  /** Ends all threads; what they were asked is rejected. */
  stop(): void {
    for (const { worker } of this.workers) void worker.terminate();
  }

  private start(): void {
    const worker = new Worker(this.script);
    const each = { worker, waiting: new Map<number, Waiting>() };
    this.workers.push(each);
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const asked = each.waiting.get(answer.id);
      each.waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.answer);
    });
    const end = (error: Error): void => {
      const at = this.workers.indexOf(each);
      if (at >= 0) this.workers.splice(at, 1);
      // The one it was at is to blame; the others go to another worker.
      const [blamed, ...others] = each.waiting.values();
      each.waiting.clear();
      blamed?.reject(error);
      if (others.length > 0 && this.workers.length === 0) this.start();
      for (const { question, resolve, reject } of others) this.ask(question).then(resolve, reject);
    };
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`The thread that read it ended with ${code}`)));
  }
}
