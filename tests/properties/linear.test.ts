import { describe, expect, test } from 'vitest';
import { summarise } from '../../server/src/analysis/summarise';
import { parse } from '../../server/src/syntax/parse';
import { countWork } from '../support/countedWork';

/** Texts that grow in one thing, among them those on which a careless parser does quadratic work. */
const GROWING: Record<string, (size: number) => string> = {
  turns: (size) => 'Ada Quill (Chair): One thing.\n\nBo Tarn (Clerk): Another.\n\n'.repeat(size),
  'different speakers': (size) => Array.from({ length: size }, (_, i) => `Ada Quill${'abcdefghij'[i % 10]}${i} AM: Yes.\n\n`).join(''),
  'paragraphs of one turn': (size) => 'Ada Quill (Chair): One.\n\n' + 'A paragraph that ends.\n\n'.repeat(size) + 'Bo Tarn (Clerk): Two.\n',
  'wrapped lines of one paragraph': (size) =>
    'Ada Quill (Chair): One\n' + 'and more of it without an end\n'.repeat(size) + '\nBo Tarn (Clerk): Two.\n',
  'footnote marks and texts': (size) => 'It is one.1 And two.\n\n'.repeat(size) + '1 A note.\n\n'.repeat(size),
  'open brackets': (size) => 'Ada Quill (Chair): [ ( [\n\nBo Tarn (Clerk): [\n\n'.repeat(size),
  furniture: (size) => 'Ada Quill (Chair): One\n\nWEIR OFFICE\n\nand two.\n\n'.repeat(size),
  'lists of members': (size) => '### Members:\n\nAda Quill, Chair\nBo Tarn, Clerk\n\n'.repeat(size),
  headings: (size) => '# Heading\n\nSome text follows.\n\n'.repeat(size),
  'blank lines': (size) => '\n \n\n'.repeat(size * 4),
  'labels that never close': (size) => `Ada Quill (${'x '.repeat(20)}\n`.repeat(size),
};

describe('work grows as the text does', () => {
  test.each(Object.entries(GROWING))('%s', (_, make) => {
    const [small, large] = [make(200), make(800)];
    const once = countWork(() => summarise('file:///a.txt', parse(small)));
    const fourfold = countWork(() => summarise('file:///a.txt', parse(large)));
    expect(once).toBeGreaterThan(500);
    expect(fourfold / once).toBeLessThan(4 * 1.25);
  });
});
