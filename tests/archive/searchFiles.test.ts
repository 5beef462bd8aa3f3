import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchFiles } from '../../server/src/archive/searchFiles';

const FILES = {
  'large.txt': `${'Nothing of that kind. '.repeat(60_000)}Ada Quill spoke last.`,
  'capitals.txt': 'ADA QUILL: Good morning.',
  'surname.txt': 'Mr Quill, and Mme Élodie Tarn.',
  'none.txt': 'Nobody.',
};

let folder = '';
const uri = (name: string): string => pathToFileURL(path.join(folder, name)).toString();
const search = async (words: string): Promise<readonly string[]> =>
  (await searchFiles(words, [...Object.keys(FILES), 'gone.txt'].map(uri), () => false)).map((each) => path.posix.basename(each));

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-search-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('searching files', () => {
  test('finds words in their usual spellings, however long the file is', async () => {
    expect(await search('ada quill')).toEqual(['large.txt', 'capitals.txt']);
  });
  test('falls back to the longest word', async () => {
    expect(await search('Bo Quill')).toEqual(['large.txt', 'capitals.txt', 'surname.txt']);
  });
  test('knows letters with accents', async () => {
    expect(await search('élodie tarn')).toEqual(['surname.txt']);
  });
  test('finds nothing where nothing is', async () => {
    expect(await search('Zebulon')).toEqual([]);
  });
});
