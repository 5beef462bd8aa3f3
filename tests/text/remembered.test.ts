import { describe, expect, test } from 'vitest';
import { remembered } from '../../server/src/text/remembered';

describe('remembered', () => {
  test('answers about short texts once, keeps no long ones, and forgets what is too much', () => {
    const asked: string[] = [];
    const ask = remembered(2, (text) => asked.push(text));
    const all = ['LWB', 'LWB', 'a stretch of a document', 'a stretch of a document', 'OFF', 'LWB', 'MoW', 'LWB'];
    expect(all.map(ask)).toEqual([1, 1, 2, 3, 4, 1, 5, 6]);
    expect(asked).toEqual(['LWB', 'a stretch of a document', 'a stretch of a document', 'OFF', 'MoW', 'LWB']);
  });
});
