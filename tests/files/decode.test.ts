import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decode } from '../../server/src/files/decode';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the text of bytes', () => {
  test('in UTF-8, with and without a byte order mark', () => {
    expect(decode(Buffer.from('Zoë’s café'))).toBe('Zoë’s café');
    expect(decode(Buffer.from('\ufeffZoë'))).toBe('Zoë');
  });

  test('in UTF-16 of either order', () => {
    expect(decode(Buffer.concat([bytes(0xff, 0xfe), Buffer.from('Zoë', 'utf16le')]))).toBe('Zoë');
    expect(decode(Buffer.concat([bytes(0xfe, 0xff), Buffer.from('Zoë', 'utf16le').swap16()]))).toBe('Zoë');
    expect(decode(bytes(0xfe, 0xff, 0x00, 0x41, 0x00))).toBe('A');
  });

  test('in Windows-1252, with its quotation marks and dashes', () => {
    expect(decode(bytes(0x93, 0x48, 0x69, 0x94, 0x20, 0x96, 0x20, 0x5a, 0x6f, 0xeb))).toBe('“Hi” – Zoë');
  });

  test('that is UTF-8 with a little damage stays UTF-8', () => {
    expect(decode(Buffer.concat([Buffer.from('“Zoë’s” café '), bytes(0xff), Buffer.from('!')]))).toBe('“Zoë’s” café \ufffd!');
  });

  test('of any bytes is some text, and of text is that text', () => {
    fc.assert(fc.property(fc.uint8Array(), (any) => typeof decode(any) === 'string'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(Buffer.from(text))).toBe(text);
      }),
    );
  });
});
