import { recordOf } from '../analyse';
import { jsonLine, type TranscriptRecord } from '../export/jsonl';
import { forEachInput } from './inputs';
import type { LabelStyle } from '../protocol';
import type { Io } from './io';

export const FORMATS = ['jsonl', 'json', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** Prints each document as data, in the order given. Returns the exit code. */
export async function parseFiles(paths: readonly string[], format: Format, style: LabelStyle, io: Io): Promise<number> {
  let printed = 0;
  if (format === 'json') await io.out('[');
  const all = await forEachInput(paths, io, async ({ path, text }) => {
    const record = recordOf(path, text, style);
    if (format === 'jsonl') await io.out(jsonLine(record));
    else if (format === 'json') await io.out(`${printed > 0 ? ',' : ''}\n${JSON.stringify(record, undefined, 2)}`);
    else await io.out(inWords(record));
    printed++;
  });
  if (format === 'json') await io.out('\n]\n');
  return all ? 0 : 1;
}

/** A few lines for people to read. */
function inWords(record: TranscriptRecord): string {
  const facts = [
    ['', record.kind === 'transcript' ? `transcript · ${record.layout}` : 'document'],
    ['title', record.title],
    ['body', record.body],
    ['date', record.date],
    ['place', record.location],
    ['turns', countOf(record.turns)],
    ['sections', countOf(record.sections)],
    ['attendees', countOf(record.attendees)],
    ['acronyms', countOf(record.acronyms)],
    ['people', countOf(record.people)],
    ['footnotes', countOf(record.footnotes)],
  ] as const;
  const lines = facts.filter(([, value]) => value !== null).map(([name, value]) => `  ${name.padEnd(10)}${value}`.replace(/^ {12}/, '  '));
  return `${record.path}\n${lines.join('\n')}\n`;
}

function countOf(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : String(list.length);
}
