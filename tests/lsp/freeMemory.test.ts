import { expect, test } from 'vitest';
import { freeMemory } from '../../server/src/lsp/freeMemory.node';

test('what is no longer used is freed, as often as is asked', async () => {
  for (let time = 0; time < 2; time++) {
    const unused = new WeakRef(new Uint8Array(1 << 20));
    await new Promise(setImmediate);
    await freeMemory();
    expect(unused.deref() === undefined).toBe(true);
  }
});
