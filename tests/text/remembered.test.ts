import { describe, expect, test } from 'vitest';
import { remembered } from '../../server/src/text/remembered';

describe('remembered', () => {
  test('answers about short texts once, keeps no long ones, and forgets what is too much', () => {
    const asked: string[] = [];
    const ask = remembered(2, (text) => asked.push(text));
    const long = 'a stretch of a document '.repeat(4);
    const all = ['LWB', 'LWB', long, long, 'OFF', 'LWB', 'MoW', 'LWB'];
    expect(all.map(ask)).toEqual([1, 1, 2, 3, 4, 1, 5, 6]);
    expect(asked).toEqual(['LWB', long, long, 'OFF', 'MoW', 'LWB']);
  });

  test('answers about names and what people are once, and knows that it has no answer', () => {
    const asked: string[] = [];
    const ask = remembered(9, (text) => void asked.push(text));
    expect(['Ada Quill, Harbour Master', 'Ada Quill, Harbour Master'].map(ask)).toEqual([undefined, undefined]);
    expect(asked).toEqual(['Ada Quill, Harbour Master']);
  });
});
