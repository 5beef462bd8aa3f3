import { parentPort } from 'node:worker_threads';
import { readSummary } from './readSummary';
import { searchHere } from './searchFiles';
import { SharedBlocks } from './sharedBlocks';
import { READY, type Answer, type Answers, type Asked, type Question } from './workers';

const blocks = new SharedBlocks();

/** The thread: reads and analyses one document after the other, and searches others in between. */
parentPort?.on('message', ({ id, question }: Asked) => {
  try {
    parentPort?.postMessage({ id, answer: answerTo(question) } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});

parentPort?.postMessage(READY);

function answerTo(question: Question): Answers[Question['kind']] {
  if (question.kind === 'search') return searchHere(question.words, question.uris);
  const file = readSummary(question.uri, question.style);
  return file && { ...file, summary: blocks.copy(file.summary) };
}
