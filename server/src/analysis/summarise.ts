import { Flow } from '../text/flow';
import type { Span } from '../text/span';
import type { Header, Transcript } from '../syntax/tree';
import { findDefinitions } from './acronyms/definitions';
import { keys, lookups } from './acronyms/forms';
import { tokensOf, type Token } from './acronyms/tokens';
import { findUses, KnownForms } from './acronyms/uses';
import { corpusKeys } from './corpusKeys';
import type { FactInText } from './factInText';
import { findPeople, peopleIn, personKey } from './people/people';
import type { Roster } from './people/roster';
import type { AcronymDefinition, AcronymUse, Summary } from './summary';

/** A stretch of running text: a paragraph, or a label, which defines nothing but uses acronyms. */
interface Passage {
  readonly flow: Flow;
  readonly tokens: readonly Token[];
  readonly turn: number;
  readonly isLabel: boolean;
}

/**
 * Everything the corpus needs to know of one document. Pure and total; furniture defines nothing. Its strings may be
 * stretches of the text and hold it in memory; what is kept of a document that is not open is packed.
 */
export function summarise(uri: string, transcript: Transcript): Summary {
  return findFacts(uri, transcript).summary;
}

/** A summary, and what decided what the paragraphs say. */
export interface Findings {
  readonly summary: Summary;
  readonly forms: KnownForms;
  readonly roster: Roster;
}

/** As `summarise`, and keeps what was found on the way. */
export function findFacts(uri: string, transcript: Transcript): Findings {
  const passages = passagesOf(transcript);
  const definitions: AcronymDefinition[] = [];
  for (const passage of passages) if (!passage.isLabel) collectDefinitions(passage, definitions);
  const known = new KnownForms(definitions.map((definition) => definition.short));
  const uses = usesOf(transcript, passages, known);
  const { people, mentions, speakers, roster } = findPeople(transcript);
  const field = (name: Header['fields'][number]['name']): string | undefined =>
    transcript.header.fields.find((each) => each.name === name)?.value;
  const [title, body, date] = [field('title'), field('body'), field('date')];
  const summary: Summary = {
    uri,
    kind: transcript.kind,
    layout: transcript.layout,
    lines: transcript.lines,
    title,
    body,
    date,
    sections: transcript.sections.map(({ title: heading, heading: span }) => ({ title: heading, heading: span })),
    turns: transcript.turns.map(({ span, label, words }, turn) => ({
      span,
      label: label.span,
      nameSpan: label.nameSpan,
      person: speakers[turn] ?? personKey(label.name),
      words,
    })),
    definitions: definitions.sort(byPlace((definition) => definition.shortSpan)),
    uses,
    people,
    mentions,
    keys: corpusKeys({
      defines: definitions.flatMap((definition) => keys(definition.short)),
      uses: [...new Set(uses.map((use) => use.form))].flatMap(lookups),
      person: people.map((person) => person.key),
    }),
  };
  return { summary, forms: known, roster };
}

/** All that one paragraph of speech says, given what the document defines and who is in it, in a form that can be compared. */
export function factsIn(text: string, { forms, roster }: Findings): readonly FactInText[] {
  const tokens = tokensOf(text);
  return [
    ...findDefinitions(text, tokens).map(({ short, long, kind, shortStart, shortEnd, longStart, longEnd }) => ({
      says: JSON.stringify([short, long, kind]),
      places: [shortStart, shortEnd, longStart, longEnd],
    })),
    ...findUses(text, forms, tokens).map(({ form, start, end }) => ({ says: form, places: [start, end] })),
    ...peopleIn(text, roster),
  ];
}

function passagesOf(transcript: Transcript): readonly Passage[] {
  const { text } = transcript;
  const passages = transcript.paragraphs.map(({ pieces, turn }) => passage(text, pieces, turn, false));
  for (const [turn, { label }] of transcript.turns.entries()) passages.push(passage(text, [label.span], turn, true));
  return passages;
}

function passage(text: string, pieces: readonly Span[], turn: number, isLabel: boolean): Passage {
  const flow = Flow.of(text, pieces);
  return { flow, tokens: tokensOf(flow.text), turn, isLabel };
}

/** Uses in running text and labels; and in furniture of what is used elsewhere, since a running head is typed in capitals throughout. */
function usesOf(transcript: Transcript, passages: readonly Passage[], known: KnownForms): readonly AcronymUse[] {
  const uses: AcronymUse[] = [];
  for (const passage of passages) collectUses(passage, known, uses);
  const forms = new KnownForms(uses.map((use) => use.form));
  for (const { kind, span } of transcript.blocks) {
    if (kind !== 'furniture') continue;
    const running: AcronymUse[] = [];
    collectUses(passage(transcript.text, [span], -1, false), forms, running);
    for (const use of running) if (forms.has(use.form)) uses.push(use);
  }
  return uses.sort(byPlace((use) => use.span));
}

function collectDefinitions({ flow, tokens, turn }: Passage, found: AcronymDefinition[]): void {
  for (const { short, long, kind, shortStart, shortEnd, longStart, longEnd } of findDefinitions(flow.text, tokens))
    found.push({ short, long, kind, shortSpan: flow.spanOf(shortStart, shortEnd), longSpan: flow.spanOf(longStart, longEnd), turn });
}

function collectUses({ flow, tokens }: Passage, known: KnownForms, found: AcronymUse[]): void {
  for (const { form, start, end } of findUses(flow.text, known, tokens)) found.push({ form, span: flow.spanOf(start, end) });
}

function byPlace<Item>(span: (item: Item) => Span): (a: Item, b: Item) => number {
  return (a, b) => span(a).start - span(b).start;
}
