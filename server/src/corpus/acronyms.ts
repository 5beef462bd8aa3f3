import { keys, lookups } from '../analysis/acronyms/forms';
import { corpusKey, includesKey } from '../analysis/corpusKeys';
import { definitionsOfForms, usesOfForms } from '../analysis/packed';
import type { AcronymDefinition, AcronymUse, Summary } from '../analysis/summary';
import { newestFirst } from './newestFirst';
import { holding, type Snapshot } from './snapshot';

/** A definition and the document it stands in. */
export interface Source {
  readonly document: Summary;
  readonly definition: AcronymDefinition;
}

/** One thing that a short form may stand for, with every place that says so: the likeliest first, but see `resolve`. */
export interface Meaning {
  /** The expansion as the likeliest source writes it. */
  readonly expansion: string;
  readonly sources: readonly Source[];
}

/** What a short form means at a place. */
export interface Resolution {
  /** The meaning at the place itself, then those that other documents give, the likelier first; empty when nothing defines it. */
  readonly meanings: readonly Meaning[];
  /** Whether the document asked in defines it itself. */
  readonly own: boolean;
  /** Whether it means the same at all places of that document; else its several definitions there decide by the place. */
  readonly everywhere: boolean;
}

/** What was resolved last, of what is the same everywhere: who looks at an acronym asks several things about it. */
const resolved = new WeakMap<Snapshot, { readonly document: Summary; readonly form: string; readonly resolution: Resolution }>();

/**
 * What `form` means at `offset` in a document. Its own definitions decide: the nearest before the place, else the first
 * after it. Where it has none, other documents are asked, those of the same body and the nearest date first. Those that
 * say the same as the own definition at the place come in any order, since nobody shows more of them than their number.
 */
export function resolve(snapshot: Snapshot, document: Summary, form: string, offset: number): Resolution {
  const last = resolved.get(snapshot);
  if (last?.document === document && last.form === form) return last.resolution;
  const resolution = resolveAt(snapshot, document, form, offset);
  if (resolution.everywhere) resolved.set(snapshot, { document, form, resolution });
  return resolution;
}

function resolveAt(snapshot: Snapshot, document: Summary, form: string, offset: number): Resolution {
  const wanted = lookups(form);
  const isWanted = definedUnder(new Set(wanted));
  const own = definitionsIn(document, isWanted);
  const best = nearest(own, offset);
  const meaningOf = answeredOnce(normalised);
  const [agreeing, others]: [Source[], Source[]] = [[], []];
  for (const other of holding(snapshot, 'defines', wanted)) {
    if (other.uri === document.uri) continue;
    for (const source of definitionsIn(other, isWanted))
      (best && meaningOf(source.definition.long) === meaningOf(best.definition.long) ? agreeing : others).push(source);
  }
  const ordered = best ? [best, ...own.filter((source) => source !== best)] : [];
  const meanings = meaningsOf([...ordered, ...agreeing, ...likelierFirst(document, others)], meaningOf);
  return { meanings, own: own.length > 0, everywhere: own.length <= 1 };
}

/**
 * All uses of what `form` means at `offset`, as `resolution` says, in documents where it means the same or where nothing
 * says that it does not.
 */
export function usesOf(
  snapshot: Snapshot,
  document: Summary,
  form: string,
  offset: number,
  resolution: Resolution = resolve(snapshot, document, form, offset),
): readonly { readonly document: Summary; readonly uses: readonly AcronymUse[] }[] {
  const family = familyOf(form, resolution);
  const meaning = resolution.meanings[0];
  const isMeant = meaning && answeredOnce((long) => normalised(long) === normalised(meaning.expansion));
  const documents = [...holding(snapshot, 'uses', family)];
  const belongs = answeredOnce((written) => lookups(written).some((key) => family.has(key)));
  const defining = Array.from(family, (key) => corpusKey('defines', key));
  // Most do not define it, as their keys say, and need not be read.
  const defines = (other: Summary): boolean => defining.some((key) => includesKey(other.keys, key));
  const isDefinition = definedUnder(family);
  const agreeing = new Set(meaning?.sources.map((source) => source.document));
  const others = documents.filter(
    (other) => other.uri !== document.uri && (agreeing.has(other) || !defines(other) || means(other, isDefinition, isMeant)),
  );
  const own = documents.filter((other) => other.uri === document.uri);
  return [...own, ...newestFirst(others)]
    .map((other) => ({ document: other, uses: usesOfForms(other, belongs) }))
    .filter(({ uses }) => uses.length > 0);
}

/** The same answers, each worked out once: documents use few short forms and expansions, but use them often. */
function answeredOnce<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}

/** The definitions of what `form` means at `offset`, its own document's first. */
export function definitionsOf(snapshot: Snapshot, document: Summary, form: string, offset: number): readonly Source[] {
  const { meanings, own } = resolve(snapshot, document, form, offset);
  if (own) return (meanings[0]?.sources ?? []).filter((source) => source.document.uri === document.uri);
  return meanings.flatMap((meaning) => meaning.sources);
}

/** Whether any document defines `form`. */
export function isDefined(snapshot: Snapshot, form: string): boolean {
  const wanted = lookups(form);
  const isWanted = definedUnder(new Set(wanted));
  for (const document of holding(snapshot, 'defines', wanted)) if (definitionsIn(document, isWanted).length > 0) return true;
  return false;
}

/** The use that a cursor at `offset` touches; one that begins there before one that ends there. */
export function useAt(document: Summary, offset: number): AcronymUse | undefined {
  let low = 0;
  let high = document.uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.uses[middle] as AcronymUse).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const use = document.uses[low - 1];
  return use && offset <= use.span.end ? use : undefined;
}

/** An expansion with what does not change its meaning taken out: case, number, quotes, brackets, hyphens, spaces. */
export function normalised(expansion: string): string {
  return expansion
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘"“”[\]]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(\p{L}{2})ies$/u, '$1y')
    .replace(/(\p{L}{2})(?<!s)s$/u, '$1')
    .replaceAll(' ', '');
}

/** Whether the definition of a short form is filed under one of the keys. */
function definedUnder(wanted: ReadonlySet<string>): (short: string) => boolean {
  return answeredOnce((short) => keys(short).some((key) => wanted.has(key)));
}

function definitionsIn(document: Summary, isWanted: (short: string) => boolean): readonly Source[] {
  return definitionsOfForms(document, isWanted).map((definition) => ({ document, definition }));
}

function nearest(sources: readonly Source[], offset: number): Source | undefined {
  let before: Source | undefined;
  for (const source of sources) {
    if (source.definition.shortSpan.start > offset && source.definition.longSpan.start > offset) return before ?? source;
    before = source;
  }
  return before;
}

/** Groups the sources by meaning, in the order of the likeliest source of each. */
function meaningsOf(sources: readonly Source[], meaningOf: (long: string) => string): readonly Meaning[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const key = meaningOf(source.definition.long);
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()].map((group): Meaning => ({ expansion: group[0]?.definition.long ?? '', sources: group }));
}

/** The same body first, then the nearest in time, then the name, so that the order is always the same; in each document as in its text. */
function likelierFirst(document: Summary, sources: readonly Source[]): readonly Source[] {
  const [body, time] = [document.body?.toLowerCase(), timeOf(document)];
  return sources
    .map((source) => {
      const other = source.document;
      const otherTime = timeOf(other);
      return {
        source,
        uri: other.uri,
        body: body !== undefined && other.body?.toLowerCase() === body ? 0 : 1,
        distance: time !== undefined && otherTime !== undefined ? Math.abs(time - otherTime) : Number.MAX_SAFE_INTEGER,
      };
    })
    .sort((a, b) => a.body - b.body || a.distance - b.distance || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))
    .map(({ source }) => source);
}

function timeOf({ date }: Summary): number | undefined {
  return date === undefined ? undefined : Date.parse(date);
}

/** Every key under which uses of the same thing are filed: of the token asked about, and of the short forms it resolves to. */
function familyOf(form: string, { meanings }: Resolution): ReadonlySet<string> {
  const shorts = new Set((meanings[0]?.sources ?? []).map((source) => source.definition.short));
  const family = new Set<string>();
  if (shorts.size === 0)
    shorts.add(
      lookups(form)
        .filter((key) => !key.startsWith('~'))
        .at(-1) ?? form,
    );
  for (const short of shorts) for (const key of keys(short)) family.add(key);
  return family;
}

/** Whether the document defines it so, or does not say. */
function means(document: Summary, isDefinition: (short: string) => boolean, isMeant: ((long: string) => boolean) | undefined): boolean {
  const own = definitionsOfForms(document, isDefinition);
  return own.length === 0 || isMeant === undefined || own.some(({ long }) => isMeant(long));
}
