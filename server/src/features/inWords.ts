import type { PersonFact, RoleFact, Summary } from '../analysis/summary';
import type { LineTable } from '../text/lineTable';

/** The name of a document for people: its title, else the name of its file. */
export function documentName(document: Summary): string {
  return document.title ?? fileName(document);
}

export function fileName(document: Summary): string {
  const file = document.uri.slice(document.uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "9 October 2014"; undefined for a document without a date. */
export function dateInWords({ date }: { readonly date?: string | undefined }): string | undefined {
  const [year, month, day] = date?.split('-').map(Number) ?? [];
  return day === undefined || month === undefined ? undefined : `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** "Chief Executive, Weir Council". */
export function roleInWords({ role, organisation }: Pick<RoleFact, 'role' | 'organisation'>): string {
  return [role, organisation].filter((part) => part !== undefined && part !== '').join(', ');
}

/** "Commander Bo Tarn MBE". */
export function nameInWords({
  name,
  titlePrefix,
  honorifics,
}: {
  readonly name: string;
  readonly titlePrefix?: string | undefined;
  readonly honorifics?: readonly string[];
}): string {
  return [titlePrefix, name, ...(honorifics ?? [])].filter((part) => part !== undefined).join(' ');
}

/** "1 turn", "12 turns", "1,204 words". */
export function counted(count: number, one: string): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${one}${count === 1 ? '' : 's'}`;
}

/** A Markdown link to the 1-based line of an offset. */
export function lineLink(uri: string, lines: LineTable, offset: number, shown?: string): string {
  const line = lines.lineAt(offset) + 1;
  return `[${escaped(shown ?? `line ${line}`)}](${uri}#L${line})`;
}

/** Text of a document as Markdown that shows it as it is. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/** The person of a key in a document, for their name. */
export function personIn(document: Summary, key: string): PersonFact | undefined {
  return document.people.find((person) => person.key === key);
}
