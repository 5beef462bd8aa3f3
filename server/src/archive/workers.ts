import { Worker } from 'node:worker_threads';
import type { LabelStyle } from '../protocol';
import type { FileSummary } from './readSummary';

/** What is asked of a worker, and what it answers. */
export interface Question {
  readonly id: number;
  readonly uri: string;
  readonly style: LabelStyle;
}

export type Answer = { readonly id: number; readonly file: FileSummary | undefined } | { readonly id: number; readonly error: string };

interface Waiting {
  readonly question: Question;
  readonly resolve: (file: FileSummary | undefined) => void;
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
    return new Promise((resolve, reject) => {
      const question = { id: this.nextId++, uri, style };
      const [first, ...others] = this.workers;
      if (!first) {
        reject(new Error('No thread could be started'));
        return;
      }
      const free = others.reduce((best, each) => (each.waiting.size < best.waiting.size ? each : best), first);
      free.waiting.set(question.id, { question, resolve, reject });
      free.worker.postMessage(question);
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
      else asked?.resolve(answer.file);
    });
    const end = (error: Error): void => {
      const at = this.workers.indexOf(each);
      if (at >= 0) this.workers.splice(at, 1);
      // The one it was at is to blame; the others go to another worker.
      const [blamed, ...others] = each.waiting.values();
      each.waiting.clear();
      blamed?.reject(error);
      if (others.length > 0 && this.workers.length === 0) this.start();
      for (const { question, resolve, reject } of others) this.read(question.uri, question.style).then(resolve, reject);
    };
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`The thread that read it ended with ${code}`)));
  }
}
