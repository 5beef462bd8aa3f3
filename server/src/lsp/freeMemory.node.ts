import { Session } from 'node:inspector';

/**
 * Gives the room of what is no longer used back to the system, which the engine does by itself much later. Stops all else
 * for 25 to 60 ms, in a turn of its own; resolves after it. Asked for through the inspector, since `gc` would take a flag,
 * and compiled code is kept for the flags that hold; in an engine without one nothing happens.
 */
export function freeMemory(): Promise<void> {
  return new Promise((resolve) => {
    try {
      const session = new Session();
      session.connect();
      session.post('HeapProfiler.collectGarbage', () =>
        // Inside of its answer the engine would wait for itself for ever.
        setImmediate(() => {
          session.disconnect();
          resolve();
        }),
      );
    } catch {
      // The room is used again for what comes next.
      resolve();
    }
  });
}
