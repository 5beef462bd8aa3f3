import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchFiles, searchHere, type Searcher } from '../../server/src/archive/searchFiles';

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
  test('finds the same with the help of others, and where they fail or never answer', async () => {
    const many = Array.from({ length: 200 }, (_, at) => uri(`many-${at}.txt`));
    for (const [at, each] of many.entries())
      writeFileSync(fileURLToPath(each), at % 7 === 0 ? 'Bo Quill' : at % 5 === 0 ? 'Mr Quill' : 'No');
    const batches: number[] = [];
    const helping: Searcher = async (words, uris) => {
      batches.push(uris.length);
      return searchHere(words, uris);
    };
    const failing: Searcher = () => Promise.reject(new Error('gone'));
    const silent: Searcher = () => new Promise(() => undefined);
    for (const others of [[], [helping], [helping, failing], [failing], [silent, helping]]) {
      expect(await searchFiles('Bo Quill', many, () => false, others, 0)).toEqual(many.filter((_, at) => at % 7 === 0));
      expect(await searchFiles('Cy Quill', many, () => false, others, 0)).toEqual(many.filter((_, at) => at % 7 === 0 || at % 5 === 0));
    }
    expect(batches.length).toBeGreaterThan(3);
  });
  test('believes others, who hold on only while they answer', async () => {
    const many = Array.from({ length: 600 }, (_, at) => uri(`long-${at}.txt`));
    for (const each of many) writeFileSync(fileURLToPath(each), 'Nobody of that name. '.repeat(5000));
    // Only this one can know that they hold the words.
    const claimed: string[] = [];
    const knowing: Searcher = (_words, uris) => {
      claimed.push(...uris);
      return Promise.resolve({ whole: uris, part: uris });
    };
    let failures = 0;
    const failing: Searcher = () => {
      failures++;
      return Promise.reject(new Error('gone'));
    };
    const found = await searchFiles('Bo Quill', many, () => false, [failing, knowing], 0);
    expect(claimed.length).toBeGreaterThan(0);
    expect(found).toEqual(many.filter((each) => claimed.includes(each)));
    expect(failures).toBe(1);
  });
  test('lets other things go on while all others fail', async () => {
    const many = Array.from({ length: 600 }, (_, at) => uri(`long-${at}.txt`));
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await searchFiles(
      'Bo Quill',
      many,
      () => false,
      Array.from({ length: 8 }, () => () => Promise.reject(new Error('gone'))),
      0,
    );
    clearInterval(turning);
    expect(turns).toBeGreaterThan(0);
  });
  test('stops when it is told to', async () => {
    expect(await searchFiles('ada quill', Object.keys(FILES).map(uri), () => true)).toEqual([]);
  });
  test('finds nothing where nothing is', async () => {
    expect(await search('Zebulon')).toEqual([]);
  });
});
