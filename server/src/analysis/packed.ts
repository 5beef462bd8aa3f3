import { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { ByteReader, ByteWriter } from './bytes';
import { mayHold, trigramFilter } from './trigrams';
import type {
  AcronymDefinition,
  AcronymUse,
  DefinitionKind,
  Mention,
  MentionForm,
  PersonFact,
  RoleFact,
  SectionFact,
  Summary,
  TurnFact,
} from './summary';

/**
 * A summary as bytes: what is kept in memory of documents that are not open, passed between threads, and written to
 * disk. About a tenth of the document’s size. The parts begin at the offsets that stand first (whole numbers in this
 * machine’s order); each is read when it is asked for. What writes a part and what reads it stand in one file, since
 * neither may change alone: hence its length.
 */
const PARTS = ['head', 'date', 'keys', 'trigrams', 'lines', 'sections', 'turns', 'definitions', 'uses', 'people', 'mentions'] as const;
type Part = (typeof PARTS)[number];

const KINDS: readonly Summary['kind'][] = ['document', 'transcript'];
const DEFINITION_KINDS: readonly DefinitionKind[] = ['longThenBracketed', 'shortThenBracketed', 'gloss', 'apposition', 'spoken', 'list'];
const SOURCES: readonly RoleFact['source'][] = ['label', 'attendee', 'signature', 'text'];
const FORMS: readonly MentionForm[] = ['full', 'given', 'surname', 'bracketed', 'titleSurname'];
const PLACES: readonly Mention['where'][] = ['speech', 'attendee', 'signature', 'prose', 'footnote', 'heading'];

/** The summary as bytes, a multiple of four, its URI left out. Lossless: `unpack` gives an equal one. */
export function pack(summary: Summary): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  const starts = new Uint32Array(PARTS.length);
  writer.aligned(starts);
  for (const [index, part] of PARTS.entries()) {
    starts[index] = writer.length;
    WRITE[part](writer, summary);
  }
  writer.aligned(new Uint32Array());
  const bytes = writer.finished();
  bytes.set(new Uint8Array(starts.buffer));
  return bytes;
}

/** The summary that `pack` made these bytes of; `bytes.byteOffset` is a multiple of four. Its parts are read from them when they are asked for. */
export function unpack(uri: string, bytes: Uint8Array): Summary {
  return new PackedSummary(uri, bytes);
}

/**
 * Whether the document may have a title, a person with their roles, an acronym with its expansion or a section that holds
 * words with these trigrams. Cheaper by far than to look; not known of one that is not packed.
 */
export function mayName(summary: Summary, trigrams: readonly number[]): boolean {
  return summary instanceof PackedSummary ? summary.mayName(trigrams) : true;
}

/** The uses of the forms that are wanted, in text order. Of a packed summary the others are not read. */
export function usesOfForms(summary: Summary, wanted: (form: string) => boolean): readonly AcronymUse[] {
  return summary instanceof PackedSummary ? summary.usesOf(wanted) : summary.uses.filter((use) => wanted(use.form));
}

/** The definitions of the short forms that are wanted; the same. */
export function definitionsOfForms(summary: Summary, wanted: (short: string) => boolean): readonly AcronymDefinition[] {
  if (summary instanceof PackedSummary) return summary.definitionsOf(wanted);
  return summary.definitions.filter((definition) => wanted(definition.short));
}

function* namesIn({ title, people, definitions, sections }: Summary): Generator<string> {
  if (title !== undefined) yield title;
  for (const { name, titlePrefix, honorifics, roles } of people) {
    yield name;
    if (titlePrefix !== undefined) yield titlePrefix;
    yield* honorifics;
    for (const { role, organisation } of roles) yield `${role ?? ''} ${organisation ?? ''}`;
  }
  for (const { short, long } of definitions) yield `${short} ${long}`;
  for (const section of sections) yield section.title;
}

const WRITE: Readonly<Record<Part, (writer: ByteWriter, summary: Summary) => void>> = {
  head(writer, { kind, layout, title, body }) {
    writer.number(KINDS.indexOf(kind));
    writer.text(layout.wrap);
    writer.text(layout.labels);
    writer.optional(layout.ends);
    for (const each of [title, body]) writer.optional(each);
  },
  date: (writer, { date }) => writer.optional(date),
  keys(writer, { keys }) {
    writer.number(keys.length);
    writer.aligned(keys);
  },
  trigrams(writer, summary) {
    const filter = trigramFilter(namesIn(summary));
    writer.aligned(Uint32Array.of(filter.length));
    writer.aligned(filter);
  },
  lines(writer, { lines }) {
    writer.number(lines.length);
    writer.number(lines.count);
    let last = 0;
    for (const start of lines.starts) {
      writer.number(start - last);
      last = start;
    }
  },
  sections(writer, { sections }) {
    const place = new PlaceWriter(writer);
    writer.number(sections.length);
    for (const { title, heading } of sections) {
      writer.text(title);
      place.span(heading);
    }
  },
  turns(writer, { turns }) {
    const place = new PlaceWriter(writer);
    writer.number(turns.length);
    for (const { span, label, nameSpan, person, words } of turns) {
      place.span(span);
      place.span(label);
      place.span(nameSpan);
      writer.text(person);
      writer.number(words);
    }
  },
  definitions(writer, { definitions }) {
    const place = new PlaceWriter(writer);
    writer.number(definitions.length);
    for (const { short, long, kind, shortSpan, longSpan, turn } of definitions) {
      writer.text(short);
      writer.text(long);
      writer.number(DEFINITION_KINDS.indexOf(kind));
      place.span(shortSpan);
      place.span(longSpan);
      writer.number(turn + 1);
    }
  },
  // By form, so that those of one are read without the others.
  uses(writer, { uses }) {
    const byForm = new Map<string, Span[]>();
    for (const { form, span } of uses) {
      const spans = byForm.get(form);
      if (spans) spans.push(span);
      else byForm.set(form, [span]);
    }
    writer.number(byForm.size);
    for (const [form, spans] of byForm) {
      writer.text(form);
      writer.sized((sized) => {
        const place = new PlaceWriter(sized);
        sized.number(spans.length);
        for (const span of spans) place.span(span);
      });
    }
  },
  people(writer, { people }) {
    const place = new PlaceWriter(writer);
    writer.number(people.length);
    for (const { key, name, titlePrefix, honorifics, roles } of people) {
      writer.text(key);
      writer.text(name);
      writer.optional(titlePrefix);
      writer.number(honorifics.length);
      for (const honorific of honorifics) writer.text(honorific);
      writer.number(roles.length);
      for (const { role, organisation, source, span } of roles) {
        writer.optional(role);
        writer.optional(organisation);
        writer.number(SOURCES.indexOf(source));
        place.span(span);
      }
    }
  },
  mentions(writer, { mentions }) {
    const place = new PlaceWriter(writer);
    writer.number(mentions.length);
    for (const { span, text, form, person, where } of mentions) {
      place.span(span);
      writer.text(text);
      writer.number(FORMS.indexOf(form));
      writer.optional(person);
      writer.number(PLACES.indexOf(where));
    }
  },
};

/** What a part reads as. */
interface Parts {
  head: Pick<Summary, 'kind' | 'layout' | 'title' | 'body'>;
  keys: Uint32Array;
  lines: LineTable;
  sections: readonly SectionFact[];
  turns: readonly TurnFact[];
  definitions: readonly AcronymDefinition[];
  uses: readonly AcronymUse[];
  people: readonly PersonFact[];
  mentions: readonly Mention[];
}

const READ: { readonly [Name in keyof Parts]: (reader: ByteReader) => Parts[Name] } = {
  head(reader) {
    const kind = KINDS[reader.number()] as Summary['kind'];
    const [wrap, labels, ends] = [reader.text(), reader.text(), reader.optional()];
    const layout = { wrap, labels, ...(ends === undefined ? {} : { ends }) } as Summary['layout'];
    const [title, body] = [reader.optional(), reader.optional()];
    return {
      kind,
      layout,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
    };
  },
  keys(reader) {
    return reader.aligned(reader.number());
  },
  lines(reader) {
    const length = reader.number();
    return LineTable.from(reader.sums(reader.number()), length);
  },
  sections(reader) {
    const place = new PlaceReader(reader);
    return list(reader, () => ({ title: reader.text(), heading: place.span() }));
  },
  turns(reader) {
    const place = new PlaceReader(reader);
    return list(reader, () => ({
      span: place.span(),
      label: place.span(),
      nameSpan: place.span(),
      person: reader.text(),
      words: reader.number(),
    }));
  },
  definitions(reader) {
    return readDefinitions(reader, () => true);
  },
  uses(reader) {
    return readUses(reader, () => true);
  },
  people(reader) {
    const place = new PlaceReader(reader);
    return list(reader, () => {
      const key = reader.text();
      const name = reader.text();
      const titlePrefix = reader.optional();
      const honorifics = list(reader, () => reader.text());
      const roles = list(reader, (): RoleFact => {
        const role = reader.optional();
        const organisation = reader.optional();
        const source = SOURCES[reader.number()] as RoleFact['source'];
        const span = place.span();
        // One literal for each shape: spreading what may be missing takes longer than reading it.
        if (role === undefined) return organisation === undefined ? { source, span } : { organisation, source, span };
        return organisation === undefined ? { role, source, span } : { role, organisation, source, span };
      });
      return titlePrefix === undefined ? { key, name, honorifics, roles } : { key, name, titlePrefix, honorifics, roles };
    });
  },
  mentions(reader) {
    const place = new PlaceReader(reader);
    return list(reader, () => {
      const span = place.span();
      const text = reader.text();
      const form = FORMS[reader.number()] as MentionForm;
      const person = reader.optional();
      const where = PLACES[reader.number()] as Mention['where'];
      return person === undefined ? { span, text, form, where } : { span, text, form, person, where };
    });
  },
};

/** The definitions of the short forms that are wanted. */
function readDefinitions(reader: ByteReader, wanted: (short: string) => boolean): AcronymDefinition[] {
  const definitions: AcronymDefinition[] = [];
  const place = new PlaceReader(reader);
  for (let left = reader.number(); left > 0; left--) {
    const short = reader.text();
    const isWanted = wanted(short);
    const long = isWanted ? reader.text() : reader.passText();
    const kind = DEFINITION_KINDS[reader.number()] as DefinitionKind;
    const [shortSpan, longSpan] = [place.span(), place.span()];
    const turn = reader.number() - 1;
    if (long !== undefined) definitions.push({ short, long, kind, shortSpan, longSpan, turn });
  }
  return definitions;
}

/** The uses of the forms that are wanted, in text order. */
function readUses(reader: ByteReader, wanted: (form: string) => boolean): AcronymUse[] {
  const uses: AcronymUse[] = [];
  for (let forms = reader.number(); forms > 0; forms--) {
    const form = reader.text();
    const size = reader.number();
    if (!wanted(form)) {
      reader.skip(size);
      continue;
    }
    const place = new PlaceReader(reader);
    for (let left = reader.number(); left > 0; left--) uses.push({ form, span: place.span() });
  }
  return uses.sort((a, b) => a.span.start - b.span.start);
}

function list<Item>(reader: ByteReader, read: () => Item): Item[] {
  const count = reader.number();
  const items: Item[] = [];
  for (let at = 0; at < count; at++) items.push(read());
  return items;
}

/** Spans as the distance from the span before, which is small. */
class PlaceWriter {
  private last = 0;

  constructor(private readonly writer: ByteWriter) {}

  span({ start, end }: Span): void {
    this.writer.signed(start - this.last);
    this.writer.number(end - start);
    this.last = start;
  }
}

class PlaceReader {
  private last = 0;

  constructor(private readonly reader: ByteReader) {}

  span(): Span {
    const start = this.last + this.reader.signed();
    this.last = start;
    return { start, end: start + this.reader.number() };
  }
}

/** What lies in a buffer as whole numbers; kept of the last one, since many summaries lie in one buffer. */
function wordsOf(buffer: ArrayBufferLike): Uint32Array {
  if (lastWords.buffer !== buffer) lastWords = new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
  return lastWords;
}

let lastWords: Uint32Array = new Uint32Array();

/** So many summaries keep what was last read of them. */
const MOST_READ = 64;
const lastRead: PackedSummary[] = [];
let nextRead = 0;

class PackedSummary implements Summary {
  private read: Partial<Parts> | undefined;
  private keysRead: Uint32Array | undefined;

  constructor(
    readonly uri: string,
    private readonly bytes: Uint8Array,
  ) {}

  private part<Name extends keyof Parts>(name: Name): Parts[Name] {
    if (!this.read) {
      lastRead[nextRead]?.forget();
      lastRead[nextRead] = this;
      nextRead = (nextRead + 1) % MOST_READ;
      this.read = {};
    }
    const known: Parts[Name] | undefined = this.read[name];
    if (known !== undefined) return known;
    const value = this.readPart(name);
    this.read[name] = value;
    return value;
  }

  private readPart<Name extends keyof Parts>(name: Name): Parts[Name] {
    return READ[name](new ByteReader(this.bytes, this.startOf(name)));
  }

  /** In bytes. */
  private startOf(part: Part): number {
    return wordsOf(this.bytes.buffer)[(this.bytes.byteOffset >>> 2) + PARTS.indexOf(part)] as number;
  }

  private forget(): void {
    this.read = undefined;
  }

  get kind(): Summary['kind'] {
    return this.part('head').kind;
  }

  get layout(): Summary['layout'] {
    return this.part('head').layout;
  }

  get title(): string | undefined {
    return this.part('head').title;
  }

  get body(): string | undefined {
    return this.part('head').body;
  }

  get date(): string | undefined {
    return new ByteReader(this.bytes, this.startOf('date')).optional();
  }

  definitionsOf(wanted: (short: string) => boolean): readonly AcronymDefinition[] {
    return readDefinitions(new ByteReader(this.bytes, this.startOf('definitions')), wanted);
  }

  usesOf(wanted: (form: string) => boolean): readonly AcronymUse[] {
    return readUses(new ByteReader(this.bytes, this.startOf('uses')), wanted);
  }

  mayName(trigrams: readonly number[]): boolean {
    // Its length, and then the filter, aligned.
    const at = (this.bytes.byteOffset + this.startOf('trigrams') + 3) >>> 2;
    const words = wordsOf(this.bytes.buffer);
    return mayHold(words, at + 1, words[at] as number, trigrams);
  }

  /** Kept, since it is no more than a view of the bytes. */
  get keys(): Uint32Array {
    return (this.keysRead ??= this.readPart('keys'));
  }

  get lines(): LineTable {
    return this.part('lines');
  }

  get sections(): readonly SectionFact[] {
    return this.part('sections');
  }

  get turns(): readonly TurnFact[] {
    return this.part('turns');
  }

  get definitions(): readonly AcronymDefinition[] {
    return this.part('definitions');
  }

  get uses(): readonly AcronymUse[] {
    return this.part('uses');
  }

  get people(): readonly PersonFact[] {
    return this.part('people');
  }

  get mentions(): readonly Mention[] {
    return this.part('mentions');
  }
}
