import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDefinitions } from '../../../server/src/analysis/acronyms/definitions';
import { keys, lookups } from '../../../server/src/analysis/acronyms/forms';
import { findUses, KnownForms } from '../../../server/src/analysis/acronyms/uses';
import { parse } from '../../../server/src/syntax/parse';
import { Flow } from '../../../server/src/text/flow';
import { haveShared, seeds, SHARED, type Seed } from '../../support/shared';

interface GoldAcronym {
  readonly acronym: string;
  readonly definitions: readonly {
    readonly doc: string;
    readonly expansionNormalised: string;
    readonly shortFormAt: { readonly line: number; readonly character: number };
  }[];
  readonly occurrences: Readonly<Record<string, { readonly positions: readonly (readonly [number, number, string])[] }>>;
}

const here = haveShared();
const documents = here ? seeds() : [];
const acronyms = here
  ? (JSON.parse(readFileSync(join(SHARED, 'gold', 'acronyms.json'), 'utf8')) as { readonly acronyms: readonly GoldAcronym[] }).acronyms
  : [];

describe.skipIf(!here).each(documents.map((seed): [string, Seed] => [seed.id, seed]))('acronyms of the real document %s', (id, seed) => {
  const tree = parse(seed.text);
  const flows = tree.paragraphs.map((paragraph) => Flow.of(seed.text, paragraph.pieces));
  const placeOf = (flow: Flow, index: number): string => {
    const place = tree.lines.placeAt(flow.sourceAt(index));
    return `${place.line + 1}:${place.character}`;
  };

  test('every definition is found with its exact long form, and no other', () => {
    const found = flows.flatMap((flow) =>
      findDefinitions(flow.text).map((one) => `${placeOf(flow, one.shortStart)} ${one.short} = ${one.long}`),
    );
    const expected = acronyms.flatMap(({ acronym, definitions }) =>
      definitions
        .filter((definition) => definition.doc.startsWith(id))
        .map(({ shortFormAt, expansionNormalised }) => `${shortFormAt.line}:${shortFormAt.character} ${acronym} = ${expansionNormalised}`),
    );
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test('every use outside of furniture is found and leads to its acronym', () => {
    const known = new KnownForms(flows.flatMap((flow) => findDefinitions(flow.text).map((one) => one.short)));
    const labels = tree.turns.map((turn) => Flow.of(seed.text, [turn.label.span]));
    const uses = new Map(
      [...flows, ...labels].flatMap((flow) =>
        findUses(flow.text, known).map((use): [string, string] => [placeOf(flow, use.start), use.form]),
      ),
    );
    const furniture = new Set(seed.gold.furniture.map(({ line }) => line));
    const missed = acronyms.flatMap(({ acronym, occurrences }) =>
      Object.entries(occurrences)
        .filter(([document]) => document.startsWith(id))
        .flatMap(([, { positions }]) => positions)
        .filter(([line, character]) => {
          const form = uses.get(`${line}:${character}`);
          const joined = form !== undefined && lookups(form).some((key) => keys(acronym).includes(key));
          return !furniture.has(line) && !joined;
        })
        .map(([line, character, form]) => `${line}:${character} ${form}`),
    );
    expect(missed).toEqual([]);
  });
});
