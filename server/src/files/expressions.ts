import { setFlagsFromString } from 'node:v8';

/**
 * Has the engine compile a regular expression when it is first used. By itself it interprets it first and compiles it when
 * it comes again, which doubles the time that the first document of a process takes. To be called before any is used.
 * Electron is told by whoever starts it, since its engine may refuse to be told later.
 */
export function compileExpressionsAtOnce(): void {
  if (process.versions['electron'] === undefined) setFlagsFromString('--no-regexp-tier-up');
}
