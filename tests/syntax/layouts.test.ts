import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse';

/**
 * One invented document a convention. `‹` stands where a turn begins and `›` where its label’s text ends; both are taken
 * out before the text is read. A document without any has no turns.
 */
const folder = new URL('layouts/', import.meta.url);

describe('conventions', () => {
  test.each(readdirSync(folder))('%s', (file) => {
    const { text, expected } = unmarked(readFileSync(new URL(file, folder), 'utf8'));
    const tree = parse(text);
    const lineOf = (offset: number): number => tree.lines.lineAt(offset) + 1;
    expect(tree.turns.map(({ label }) => `${lineOf(label.span.start)} ${label.text}`)).toEqual(
      expected.map(({ start, label }) => `${lineOf(start)} ${label}`),
    );
    expect(tree.kind).toBe(expected.length > 0 ? 'transcript' : 'document');
  });
});

function unmarked(marked: string): { text: string; expected: readonly { start: number; label: string }[] } {
  const expected: { start: number; label: string }[] = [];
  let text = '';
  let start = -1;
  for (const char of marked) {
    if (char === '‹') start = text.length;
    else if (char === '›') {
      const label = text
        .slice(start)
        .replace(/\*\*|__/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      expected.push({ start, label });
    } else text += char;
  }
  return { text, expected };
}
