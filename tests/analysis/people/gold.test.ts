import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPeople } from '../../../server/src/analysis/people/people';
import { parse } from '../../../server/src/syntax/parse';
import { haveShared, seeds, SHARED } from '../../support/shared';

interface GoldPerson {
  readonly id: string;
  readonly mentions: readonly { readonly line: number; readonly text: string }[];
}

const here = haveShared();
const goldPeople = (id: string): readonly GoldPerson[] =>
  (JSON.parse(readFileSync(join(SHARED, 'gold', `${id}.json`), 'utf8')) as { people?: readonly GoldPerson[] }).people ?? [];

describe.skipIf(!here)('the people of the real documents', () => {
  test.each(here ? seeds().map((seed) => [seed.id, seed.text] as const) : [])('%s: who is named where', (id, text) => {
    const tree = parse(text);
    const { mentions, people } = findPeople(tree);
    const gold = goldPeople(id);
    const open = gold.flatMap((person) => person.mentions.map((mention) => `${mention.line} ${person.id.replace(/-/g, ' ')}`));
    const wanted = open.length;
    const wrong = mentions
      .map((mention) => `${tree.lines.lineAt(mention.span.start) + 1} ${mention.person ?? '?'}`)
      .filter((mention) => {
        const at = open.indexOf(mention);
        if (at >= 0) open.splice(at, 1);
        return at < 0;
      });
    expect(wrong).toEqual([]);
    expect(open.length).toBeLessThanOrEqual(wanted * 0.01);
    const known = new Set(gold.map((person) => person.id.replace(/-/g, ' ')));
    expect(people.filter((person) => !known.has(person.key))).toEqual([]);
  });
});
