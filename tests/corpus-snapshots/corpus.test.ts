import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { summarise } from '../../server/src/analysis/summarise';
import { transcriptRecord } from '../../server/src/export/jsonl';
import { parse } from '../../server/src/syntax/parse';

const documents = readdirSync('corpus').filter((file) => file !== 'README.md');

test('there is a sample document for each layout', () => {
  expect(documents.length).toBeGreaterThanOrEqual(8);
});

/** What is read from each sample document, whole, so that any change of any rule shows. */
test.each(documents)('%s', async (file) => {
  const tree = parse(readFileSync(`corpus/${file}`, 'utf8'));
  const record = transcriptRecord(file, tree, summarise(file, tree));
  await expect(`${JSON.stringify(record, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${file}.json`);
});
