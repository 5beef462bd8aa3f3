import type { CancellationToken } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../service';

/** Where a server is in its life, which decides what it may answer. */
export type Phase = 'starting' | 'running' | 'shut down';

/** An answer that took longer than this is written to the log. */
const SLOW_MS = 500;

export type Guard = <Params, Answer>(
  name: string,
  nothing: Answer,
  answer: (params: Params, cancelled: () => boolean) => Answer | Promise<Answer>,
) => (params: Params, token?: CancellationToken) => Answer | ResponseError<never> | Promise<Answer | ResponseError<never>>;

/**
 * The one place for what every answer needs: refusal before `initialize` and after `shutdown`, cancellation, the newest
 * text (`before`), timing, and errors, which go to the log while the client gets `nothing`.
 */
export function createGuard(log: Log, phase: () => Phase, before: () => void): Guard {
  return (name, nothing, answer) => (params, token) => {
    const refused = refusal(phase(), token);
    if (refused) return refused;
    const start = performance.now();
    const failed = (error: unknown): typeof nothing => {
      log.error(`${name} failed`, error);
      return nothing;
    };
    try {
      before();
      const answered = answer(params, () => token?.isCancellationRequested === true);
      if (!(answered instanceof Promise)) return answered;
      return answered.catch(failed).then((found) => refusal(phase(), token) ?? found);
    } catch (error) {
      return failed(error);
    } finally {
      const taken = performance.now() - start;
      if (taken > SLOW_MS) log.warn(`${name} took ${Math.round(taken)} ms`);
    }
  };
}

function refusal(phase: Phase, token: CancellationToken | undefined): ResponseError<never> | undefined {
  if (phase === 'starting') return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
  if (phase === 'shut down') return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has been shut down.');
  // A request without parameters comes with the token in their place, which nobody asks for.
  if (token?.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  return undefined;
}
