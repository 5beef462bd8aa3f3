import type { AcronymUse, Summary } from '../analysis/summary';
import { resolve, usesOf, type Meaning, type Resolution, type Source } from '../corpus/acronyms';
import { documentsOf, person, type PersonInDocument } from '../corpus/people';
import type { Snapshot } from '../corpus/snapshot';
import type { Transcript } from '../syntax/tree';
import { Flow } from '../text/flow';
import { touches } from '../text/span';
import type { HoverAnswer } from './answers';
import { counted, dateInWords, documentName, escaped, lineLink, nameInWords, personIn, roleInWords } from './inWords';
import { subjectAt, type Subject } from './subject';

/** Sources that one hover names; the rest is counted. */
const MOST_SOURCES = 4;

/** Documents that the hover of a person shows; the rest is counted. */
const MOST_APPEARANCES = 6;

/** What is added while other documents may still have something to say. */
const READING = 'Documents are still being read; they may say more.';

/**
 * What to show at an offset: what an acronym stands for and who says so, who a person is and what they said, or the
 * text of a footnote. Undefined where the corpus has nothing to say; nothing is guessed. `reading`: the corpus is not
 * complete yet.
 */
export function hover(
  snapshot: Snapshot,
  document: Summary,
  transcript: Transcript | undefined,
  offset: number,
  reading = false,
): HoverAnswer | undefined {
  const footnote = transcript && footnoteAt(transcript, offset);
  if (footnote) return footnote;
  const subject = subjectAt(snapshot, document, offset);
  if (!subject) return undefined;
  const markdown = subjectInWords(snapshot, document, subject);
  if (markdown === undefined) return undefined;
  return { markdown: reading ? `${markdown}\n\n${READING}` : markdown, span: subject.span };
}

/** What was said of the subjects of one document: it has few and names them often, and while a snapshot lasts they stay what they are. */
const said = new WeakMap<Snapshot, { readonly document: Summary; readonly words: Map<string, string | undefined> }>();

function subjectInWords(snapshot: Snapshot, document: Summary, subject: Subject): string | undefined {
  const key = `${subject.kind} ${subject.kind === 'acronym' ? subject.use.form : subject.person}`;
  let known = said.get(snapshot);
  if (known?.document !== document) said.set(snapshot, (known = { document, words: new Map() }));
  if (known.words.has(key)) return known.words.get(key);
  if (subject.kind === 'person') {
    const words = personInWords(snapshot, document, subject.person);
    known.words.set(key, words);
    return words;
  }
  const resolution = resolve(snapshot, document, subject.use.form, subject.use.span.start);
  const words = acronymInWords(snapshot, document, subject.use, resolution);
  if (resolution.everywhere) known.words.set(key, words);
  return words;
}

function acronymInWords(snapshot: Snapshot, document: Summary, use: AcronymUse, resolution: Resolution): string | undefined {
  const { meanings, own } = resolution;
  const [first, ...others] = meanings;
  if (!first) return undefined;
  const lines: string[] = [];
  if (own || others.length === 0) lines.push(`**${escaped(first.expansion)}**`, ...sourcesInWords(first, document));
  else
    lines.push(
      'Documents disagree. The likelier first:',
      ...meanings.map((meaning) => `- **${escaped(meaning.expansion)}**: ${sourcesInWords(meaning, document).join('; ')}`),
    );
  if (own && others.length > 0)
    lines.push(
      others.some(({ sources }) => sources.some((source) => source.document.uri === document.uri))
        ? 'It also stands for:'
        : 'Other documents disagree:',
      ...others.map((meaning) => `- ${escaped(meaning.expansion)}: ${sourcesInWords(meaning, document).join('; ')}`),
    );
  return [...lines, usesInWords(snapshot, document, use, resolution)].join('\n\n');
}

/** One source a document; where the asking document has one, it speaks for the others, which are counted. */
function sourcesInWords({ sources }: Meaning, asking: Summary): readonly string[] {
  const named = new Set<string>();
  const perDocument = sources.filter(({ document: { uri } }) => !named.has(uri) && named.add(uri));
  const shown = perDocument.slice(0, perDocument[0]?.document.uri === asking.uri ? 1 : MOST_SOURCES);
  const rest = perDocument.length - shown.length;
  return [
    ...shown.map((source) => sourceInWords(source, asking)),
    ...(rest > 0 ? [`Also defined in ${counted(rest, 'other document')}`] : []),
  ];
}

/** "Defined by Ada Quill in The weir, 9 May 2020, line 14", with the line as a link. */
function sourceInWords({ document, definition }: Source, asking: Summary): string {
  const turn = document.turns[definition.turn];
  const speaker = turn && personIn(document, turn.person)?.name;
  const date = dateInWords(document);
  const name = document.uri === asking.uri ? ['this document'] : [escaped(documentName(document)), ...(date === undefined ? [] : [date])];
  const place = [...name, lineLink(document.uri, document.lines, definition.shortSpan.start)].join(', ');
  return `Defined ${speaker === undefined ? '' : `by ${escaped(speaker)} `}in ${place}`;
}

function usesInWords(snapshot: Snapshot, document: Summary, use: AcronymUse, resolution: Resolution): string {
  const all = usesOf(snapshot, document, use.form, use.span.start, resolution);
  const here = all.find((each) => each.document.uri === document.uri)?.uses.length ?? 0;
  const others = all.filter((each) => each.document.uri !== document.uri);
  const elsewhere = others.reduce((sum, each) => sum + each.uses.length, 0);
  const first = `${counted(here, 'use')} in this document`;
  return elsewhere === 0 ? first : `${first}, ${elsewhere} in ${counted(others.length, 'other')}`;
}

function personInWords(snapshot: Snapshot, document: Summary, key: string): string | undefined {
  const known = person(documentsOf(snapshot, document, key), key);
  if (!known) return undefined;
  const shown = nearestAppearances(known.documents, document);
  const rest = known.documents.filter((each) => !shown.includes(each));
  const turns = rest.reduce((sum, each) => sum + each.turns, 0);
  return [
    `**${escaped(nameInWords(known))}**`,
    ...shown.map((each) => appearanceInWords(snapshot, each)),
    ...(rest.length > 0 ? [`and in ${counted(rest.length, 'more document')}, ${counted(turns, 'turn')}`] : []),
  ].join('\n\n');
}

/** So many documents around the asking one, in the order given, which is by date. */
function nearestAppearances(appearances: readonly PersonInDocument[], asking: Summary): readonly PersonInDocument[] {
  const at = Math.max(
    0,
    appearances.findIndex((each) => each.uri === asking.uri),
  );
  const start = Math.max(0, Math.min(at - Math.floor(MOST_APPEARANCES / 2), appearances.length - MOST_APPEARANCES));
  return appearances.slice(start, start + MOST_APPEARANCES);
}

function appearanceInWords(snapshot: Snapshot, { uri, fact, turns, words, mentions }: PersonInDocument): string {
  const document = snapshot.documents.get(uri);
  if (!document) return '';
  const roles = [...new Set(fact.roles.map(roleInWords))].filter(Boolean).map(escaped);
  const place = declarationOf(document, fact.key);
  const name = place === undefined ? escaped(documentName(document)) : lineLink(uri, document.lines, place, documentName(document));
  const date = dateInWords(document);
  const counts = [
    turns > 0 ? `${counted(turns, 'turn')}, ${counted(words, 'word')}` : 'does not speak',
    ...(mentions > 0 ? [mentions === 1 ? 'named once' : `named ${counted(mentions, 'time')}`] : []),
  ];
  return [
    ...roles.slice(0, MOST_SOURCES).map((role) => `${role}  `),
    `${name}${date === undefined ? '' : `, ${date}`}: ${counts.join(', ')}`,
  ].join('\n');
}

function declarationOf(document: Summary, key: string): number | undefined {
  return (
    document.turns.find((turn) => turn.person === key)?.label.start ??
    document.mentions.find((mention) => mention.person === key)?.span.start
  );
}

function footnoteAt(transcript: Transcript, offset: number): HoverAnswer | undefined {
  for (const footnote of transcript.footnotes) {
    const span = footnote.references.find((reference) => touches(reference, offset));
    const text = span && transcript.paragraphs[footnote.paragraph];
    if (text) return { markdown: `Footnote ${escaped(Flow.of(transcript.text, text.pieces).text)}`, span };
  }
  return undefined;
}
