import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Optimised code does not count. Each file of tests runs in a process of its own, so that no other is slowed down.
setFlagsFromString('--no-opt');

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * How much of the project's own code runs: the number of times that its blocks (functions, loop bodies, branches) are
 * entered, as the engine counts them. The same for the same work on any machine, so growth can be asserted where time cannot.
 */
export function countWork(run: () => void): number {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    // A function has counters from its first run on, so that run is thrown away.
    run();
    takeCounts(session);
    run();
    return takeCounts(session);
  } finally {
    session.disconnect();
  }
}

/** What was counted since the last taking. */
function takeCounts(session: Session): number {
  let blocks = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error;
    for (const script of (coverage as Coverage).result) {
      if (!script.url.includes('/server/src/')) continue;
      for (const { ranges } of script.functions) for (const { count } of ranges) blocks += count;
    }
  });
  return blocks;
}
