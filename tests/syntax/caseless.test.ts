import { describe, expect, test } from 'vitest';
import { readCaseless } from '../../server/src/syntax/caseless';

describe('names in scripts without capitals', () => {
  test.each([
    ['主席', 'office', '主席', undefined],
    ['副委員長', 'office', '副委員長', undefined],
    ['水務局局長', 'office', '水務局局長', undefined],
    ['王大河議員', 'titled', '王大河', '議員'],
    ['王委員小川', 'titled', '王委員小川', undefined],
    ['橋本次郎君', 'titled', '橋本次郎', '君'],
    ['위원장 강물결', 'titled', '강물결', '위원장'],
    ['היו"ר נחל סכרי', 'titled', 'נחל סכרי', 'היו"ר'],
    ['السيد نهر الجسري', 'titled', 'نهر الجسري', 'السيد'],
    ['רפאל סכר', 'single', 'רפאל סכר', undefined],
    ['各位委員', 'single', '各位委員', undefined],
  ])('%s is %s: %s, %s', (text, shape, name, titlePrefix) =>
    expect(readCaseless(text)).toMatchObject({ shape, name, ...(titlePrefix === undefined ? {} : { titlePrefix }) }),
  );

  test('the name in brackets after an office is whoever holds it', () => {
    const text = '国務大臣（堤花子君）';
    const read = readCaseless(text);
    expect(read).toMatchObject({ name: '堤花子', titlePrefix: '君', parts: [{ text: '国務大臣' }] });
    expect(text.slice(read?.nameSpan.start, read?.nameSpan.end)).toBe('堤花子');
    expect(text.slice(read?.titleSpan?.start, read?.titleSpan?.end)).toBe('君');
  });

  test.each(['地點', 'סדר היום', '質問', '一個管理水門的程式，', '注意！'])('%s is none', (text) =>
    expect(readCaseless(text)).toBeUndefined(),
  );
});
