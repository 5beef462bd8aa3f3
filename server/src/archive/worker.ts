import { parentPort } from 'node:worker_threads';
import { readSummary } from './readSummary';
import { searchHere } from './searchFiles';
import { READY, type Answer, type Answers, type Asked, type Question } from './workers';

/** The thread: reads and analyses one document after the other, and searches others in between. */
parentPort?.on('message', ({ id, question }: Asked) => {
  try {
    const answer = answerTo(question);
    const moved = answer && 'summary' in answer ? [answer.summary.buffer as ArrayBuffer] : [];
    parentPort?.postMessage({ id, answer } satisfies Answer, moved);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});

parentPort?.postMessage(READY);

function answerTo(question: Question): Answers[Question['kind']] {
  return question.kind === 'read' ? readSummary(question.uri, question.style) : searchHere(question.words, question.uris);
}
