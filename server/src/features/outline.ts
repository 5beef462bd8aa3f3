import type { Summary } from '../analysis/summary';
import type { Label, Transcript } from '../syntax/tree';
import { personKey } from '../analysis/people/personKey';
import type { OutlineEntry } from './answers';
import { dateInWords, nameInWords, roleInWords } from './inWords';

interface Growing extends Omit<OutlineEntry, 'children' | 'span'> {
  span: { start: number; end: number };
  readonly children: Growing[];
}

/** The header, the sections with what stands in them, the attendees and the turns, nested by where they stand. */
export function outline(transcript: Transcript, document: Summary): readonly OutlineEntry[] {
  const entries = [...header(transcript), ...sections(transcript), ...attendees(transcript), ...turns(transcript, document)];
  entries.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const top: Growing[] = [];
  const open: Growing[] = [];
  for (const entry of entries) {
    for (let last = open.at(-1); last && last.span.end <= entry.span.start; last = open.at(-1)) open.pop();
    const parent = open.at(-1);
    if (parent && parent.span.end < entry.span.end) {
      // Two stretches may cross where a header surrounds a heading; editors want one inside the other, or apart.
      if (parent.kind === 'header') {
        parent.span.end = Math.max(parent.selection.end, Math.min(parent.span.end, entry.span.start));
        open.pop();
      } else entry.span.end = Math.max(entry.selection.end, parent.span.end);
    }
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function header({ header: { fields, span } }: Transcript): readonly Growing[] {
  if (!span || fields.length === 0) return [];
  const inside = fields.filter((field) => span.start <= field.span.start && field.span.end <= span.end);
  const value = (name: string, among = fields): string | undefined => among.find((field) => field.name === name)?.value;
  const date = value('date');
  const detail = [date && dateInWords({ date }), value('location')].filter((part) => part !== undefined).join(' · ');
  return [
    {
      kind: 'header',
      name: value('title', inside) ?? value('body') ?? 'Header',
      detail,
      span: { ...span },
      selection: inside[0]?.span ?? span,
      children: [],
    },
  ];
}

function sections(transcript: Transcript): readonly Growing[] {
  return transcript.sections.map(({ title, heading, span }) => ({
    kind: 'section',
    name: title,
    detail: '',
    span: { ...span },
    selection: heading,
    children: [],
  }));
}

function attendees(transcript: Transcript): readonly Growing[] {
  return transcript.attendees.map((attendee) => ({
    kind: 'attendee',
    name: nameInWords({ name: attendee.name, honorifics: attendee.honorifics }),
    detail: roleInWords(attendee),
    span: { ...attendee.span },
    selection: attendee.nameSpan,
    children: [],
  }));
}

/** A turn is called by the person whom its label means; the label as written stands beside it where it is another. */
function turns(transcript: Transcript, document: Summary): readonly Growing[] {
  const people = new Map(document.people.map((person) => [person.key, person]));
  return transcript.turns.map(({ label, span, time }, turn) => {
    const written = called(label);
    const person = people.get(document.turns[turn]?.person ?? '');
    const another = person !== undefined && !label.name.includes(person.name) && personKey(person.name) !== personKey(label.name);
    return {
      kind: 'turn',
      name: another ? called(person) : written,
      detail: [another ? label.text : undefined, roleInWords(label), time].filter(Boolean).join(' · '),
      span: { ...span },
      selection: label.nameSpan,
      children: [],
    };
  });
}

/** "Mr Able" is called by title and surname; a full name speaks for itself. */
function called({ name, titlePrefix }: Pick<Label, 'name' | 'titlePrefix'>): string {
  // Captions mark by `>>` that somebody else speaks, and nothing says who.
  if (name === '>>') return 'Unnamed speaker';
  return name.includes(' ') ? name : nameInWords({ name, ...(titlePrefix === undefined ? {} : { titlePrefix }) });
}
