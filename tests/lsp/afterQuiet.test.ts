import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterQuiet } from '../../server/src/lsp/afterQuiet.node';

describe('after some quiet', () => {
  let done: number[] = [];
  const begun = (): ReturnType<typeof afterQuiet> => afterQuiet(500, () => done.push(performance.now()));
  beforeEach(() => {
    done = [];
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => vi.useRealTimers());

  test('something is done, once', () => {
    begun().wait(() => false);
    vi.advanceTimersByTime(499);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(done).toHaveLength(1);
  });

  test('it waits for the end of what happens', () => {
    const quiet = begun();
    quiet.wait(() => false);
    for (let time = 0; time < 10; time++) {
      vi.advanceTimersByTime(300);
      quiet.disturbed();
    }
    expect(done).toEqual([]);
    vi.advanceTimersByTime(501);
    expect(done).toHaveLength(1);
  });

  test('quiet from before does not count, and what was waited for before is not done as well', () => {
    const quiet = begun();
    vi.advanceTimersByTime(5000);
    quiet.wait(() => false);
    vi.advanceTimersByTime(400);
    quiet.wait(() => false);
    vi.advanceTimersByTime(400);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(done).toHaveLength(1);
  });

  test('nothing is done while there is work', () => {
    begun().wait(() => true);
    vi.advanceTimersByTime(5000);
    expect(done).toEqual([]);
  });
});
