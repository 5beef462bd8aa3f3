import type { CancellationToken } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from './languageserver';
import type { Log } from '../service';

/** Where a server is in its life, which decides what it may answer. */
export type Phase = 'starting' | 'running' | 'shut down';

/** An answer that took longer than this is written to the log. */
const SLOW_MS = 500;

export type Guard = <Params, Answer>(
  name: string,
  nothing: Answer,
  answer: (params: Params) => Answer,
  /** What is waited for before the answer is given. */
  prepare?: (params: Params, cancelled: () => boolean) => Promise<void>,
) => (params: Params, token?: CancellationToken) => Answer | ResponseError<never> | Promise<Answer | ResponseError<never>>;

/**
 * The one place for what every answer needs: refusal before `initialize` and after `shutdown`, cancellation, the newest
 * text (`before`), timing, and errors, which go to the log while the client gets `nothing`. What is waited for is not timed.
 */
export function createGuard(log: Log, phase: () => Phase, before: () => void): Guard {
  return (name, nothing, answer, prepare) => (params, token) => {
    const failed = (error: unknown): typeof nothing => {
      log.error(`${name} failed`, error);
      return nothing;
    };
    const answered = (): typeof nothing | ResponseError<never> => {
      const refused = refusal(phase(), token);
      if (refused) return refused;
      const start = Date.now();
      try {
        before();
        return answer(params);
      } catch (error) {
        return failed(error);
      } finally {
        const taken = Date.now() - start;
        if (taken > SLOW_MS) log.warn(`${name} took ${taken} ms`);
      }
    };
    if (!prepare || refusal(phase(), token)) return answered();
    return prepare(params, () => token?.isCancellationRequested === true).then(answered, failed);
  };
}

function refusal(phase: Phase, token: CancellationToken | undefined): ResponseError<never> | undefined {
  if (phase === 'starting') return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.');
  if (phase === 'shut down') return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server has been shut down.');
  // A request without parameters comes with the token in their place, which nobody asks for.
  if (token?.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  return undefined;
}
