import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../server/src/analysis/bytes';
import { pack, unpack } from '../../server/src/analysis/packed';
import { summarise } from '../../server/src/analysis/summarise';
import type { Summary } from '../../server/src/analysis/summary';
import { decode } from '../../server/src/files/decode';
import { parse } from '../../server/src/syntax/parse';

const CORPUS = new URL('../../corpus/', import.meta.url);
const DOCUMENTS = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:txt|md|rst|vtt|srt)$/.test(name));

/** Every part of a summary, read. */
const plain = ({
  uri,
  kind,
  layout,
  lines,
  title,
  body,
  date,
  sections,
  turns,
  definitions,
  uses,
  people,
  mentions,
  keys,
}: Summary): unknown => ({
  ...{ uri, kind, layout, starts: [...lines.starts], length: lines.length, title, body, date },
  ...{ sections, turns, definitions, uses, people, mentions, keys },
});

describe('a packed summary', () => {
  test.each(DOCUMENTS)('%s reads as the summary it was made of', (name) => {
    const summary = summarise(name, parse(decode(readFileSync(new URL(name, CORPUS)))));
    expect(plain(unpack(name, pack(summary)))).toEqual(plain(summary));
  });

  test('of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ada Quill (Chair): ', 'the Weir Board (WB) ', 'Łódź “ΩB” ', '\n', '\n\n', 'Mr Tarn ', '[Bo]')),
        (parts) => {
          const summary = summarise('a', parse(parts.join('')));
          expect(plain(unpack('a', pack(summary)))).toEqual(plain(summary));
        },
      ),
    );
  });

  test('takes a small part of what it tells of', () => {
    const text = decode(readFileSync(new URL(DOCUMENTS[0] ?? '', CORPUS)));
    const long = text.repeat(20);
    expect(pack(summarise('a', parse(long))).length).toBeLessThan(long.length / 2);
  });

  test('keeps its parts apart from those of others read since', () => {
    const summaries = Array.from({ length: 200 }, (_, at) =>
      summarise(String(at), parse(`Ada Quill (Chair): ${'One. '.repeat(at)}\n\nBo Tarn: Two.\n`)),
    );
    const packed = summaries.map((summary) => unpack(summary.uri, pack(summary)));
    for (let round = 0; round < 2; round++) expect(packed.map(plain)).toEqual(summaries.map(plain));
  });
});

describe('bytes', () => {
  test('numbers, signed numbers and texts come back', () => {
    const value = fc.oneof(
      fc.record({ number: fc.integer({ min: 0, max: 0xffffffff }) }),
      fc.record({ signed: fc.integer({ min: -0x40000000, max: 0x3fffffff }) }),
      fc.record({ text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ada', 'Łódź', '𝒳', 'x'.repeat(9000), '’'.repeat(5000))) }),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const writer = new ByteWriter();
        for (const each of values)
          if ('number' in each) writer.number(each.number);
          else if ('signed' in each) writer.signed(each.signed);
          else writer.text(each.text);
        const reader = new ByteReader(writer.finished(), 0);
        for (const each of values)
          if ('number' in each) expect(reader.number()).toBe(each.number);
          else if ('signed' in each) expect(reader.signed()).toBe(each.signed);
          else expect(reader.text()).toBe(each.text);
      }),
    );
  });
});
