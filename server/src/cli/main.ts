import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { compileExpressionsAtOnce } from '../files/expressions';
import type { Io } from './io';
import { run } from './run';

/** Set by the build to the version in package.json. */
declare const VERBATIM_VERSION: string | undefined;

const io: Io = {
  readFile,
  async readStdin() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  async out(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  err(text) {
    process.stderr.write(text);
  },
};

// Whoever reads our output may have seen enough, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

compileExpressionsAtOnce();
run(process.argv.slice(2), io, typeof VERBATIM_VERSION === 'string' ? VERBATIM_VERSION : 'development').then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`verbatim: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
