import { parentPort } from 'node:worker_threads';
import { readSummary } from './readSummary';
import type { Answer, Question } from './workers';

/** The thread: reads and analyses one document after the other. */
parentPort?.on('message', ({ id, uri, style }: Question) => {
  let answer: Answer;
  try {
    answer = { id, file: readSummary(uri, style) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  const bytes = 'file' in answer ? answer.file?.summary : undefined;
  parentPort?.postMessage(answer, bytes ? [bytes.buffer as ArrayBuffer] : []);
});
