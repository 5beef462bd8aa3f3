import { findDate, findTime } from './dates';
import type { TextLine } from './textLines';
import type { HeaderField } from './tree';
import { BODY_NOUNS, HEADER_KEYS } from './vocabulary';

const LONGEST_LINE = 300;
const FIELD = new RegExp(
  `(?:^|[\\s>*_])(${[...HEADER_KEYS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/[()]/g, '\\$&'))
    .join('|')})[*_]{0,2}:[*_]{0,2}(?=\\s|$)`,
  'gi',
);

/** Words that open the title of a record. */
export const TITLE_LINE =
  /^(?:#+\s*)?(?:transcript|minutes|notes|record|report|oral evidence|proceedings|verbatim (?:record|report|transcript)|official report|hearing|examination)\b[^.?!]{3,}$/i;

const ITEM = /\b(?:agenda )?item (?:no\.? )?(\d+[a-z]?)\b/i;

/** What one line of the header says: its fields, and whether it is a field line at all (also of a key that is not kept). */
export function readHeaderLine(text: string, line: TextLine): { readonly fields: readonly HeaderField[]; readonly isField: boolean } {
  const { start, end } = line;
  if (end - start > LONGEST_LINE) return { fields: [], isField: false };
  const content = text.slice(start, end);
  const keys = [...content.matchAll(FIELD)].filter((match) => /\p{Lu}/u.test((match[1] ?? '').charAt(0)));
  if (keys.length > 0 && /^[>\s*_#]*$/.test(content.slice(0, keys[0]?.index)))
    return { fields: readFields(content, start, keys), isField: true };

  const fields: HeaderField[] = [];
  const add = (name: HeaderField['name'], value: string, at: number, length: number): void => {
    fields.push({ name, value, span: { start: start + at, end: start + at + length } });
  };
  const bare = content.replace(/^#+\s*/, '');
  if (TITLE_LINE.test(content)) {
    add('title', bare, content.length - bare.length, bare.length);
    const item = ITEM.exec(content);
    if (item) add('agendaItem', item[1] ?? '', item.index, item[0].length);
    const held = findDate(content);
    if (held) add('date', held.value, held.start, held.end - held.start);
    return { fields, isField: false };
  }
  const date = findDate(content);
  if (date && content.length <= 160) {
    add('date', date.value, date.start, date.end - date.start);
    const before = content.slice(0, date.start).replace(/[\s,–—-]+$/, '');
    if (namesBody(before)) add('body', before, 0, before.length);
  } else {
    const body = bare.replace(/[\s,;]+$/, '');
    if (namesBody(body)) add('body', body, content.length - bare.length, body.length);
  }
  return { fields, isField: false };
}

function readFields(content: string, start: number, keys: readonly RegExpExecArray[]): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const [index, key] of keys.entries()) {
    const name = HEADER_KEYS.get((key[1] ?? '').toLowerCase());
    const from = key.index + key[0].length;
    const to = keys[index + 1]?.index ?? content.length;
    const written = content.slice(from, to).trim();
    if (!name || name === 'other' || written === '') continue;
    const at = content.indexOf(written, from);
    const value = name === 'date' ? findDate(written)?.value : name === 'startTime' || name === 'finishTime' ? findTime(written) : written;
    if (value !== undefined) fields.push({ name, value, span: { start: start + at, end: start + at + written.length } });
  }
  return fields;
}

/** A short phrase of capitalised words, one of which names a kind of public body. */
function namesBody(phrase: string): boolean {
  const words = phrase.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 14 || /[.:;?!]$/.test(phrase) || !/^\p{Lu}/u.test(phrase)) return false;
  return (
    words.some((word) => BODY_NOUNS.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))) &&
    words.every((word) => /^[\p{Lu}\d&(]|^(?:of|and|for|the|on|in|to|de|du|la|le|an|na)$/u.test(word))
  );
}
