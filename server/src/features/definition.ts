import type { Summary } from '../analysis/summary';
import { definitionsOf } from '../corpus/acronyms';
import { documentsOf } from '../corpus/people';
import type { Snapshot } from '../corpus/snapshot';
import type { Transcript } from '../syntax/tree';
import { touches, type Span } from '../text/span';
import type { DefinitionAnswer, Target } from './answers';
import { personIn } from './inWords';
import { subjectAt } from './subject';

/**
 * Where an acronym is defined, a person declared, or a footnote's text stands. The own document first; other documents
 * only where it has none, or where the cursor stands on the declaration itself.
 */
export function definition(
  snapshot: Snapshot,
  document: Summary,
  transcript: Transcript | undefined,
  offset: number,
): DefinitionAnswer | undefined {
  const footnote = transcript && footnoteText(transcript, document.uri, offset);
  if (footnote) return footnote;
  const subject = subjectAt(snapshot, document, offset);
  if (!subject) return undefined;
  const targets =
    subject.kind === 'acronym'
      ? definitionsOf(snapshot, document, subject.use.form, subject.use.span.start).map((source): Target => ({
          uri: source.document.uri,
          span: source.definition.shortSpan,
        }))
      : declarations(snapshot, document, subject.person, offset);
  return targets.length === 0 ? undefined : { origin: subject.span, targets };
}

/** The own document's declaration; else those of others; else where the own text introduces them. */
function declarations(snapshot: Snapshot, document: Summary, person: string, offset: number): readonly Target[] {
  const own = declared(document, person);
  const others = (): readonly Target[] =>
    documentsOf(snapshot, document, person)
      .slice(1)
      .flatMap((other) => declared(other, person) ?? []);
  if (own) return touches(own.span, offset) ? [own, ...others()] : [own];
  const elsewhere = others();
  const introduced = introduction(document, person);
  return elsewhere.length > 0 || !introduced ? elsewhere : [{ uri: document.uri, span: introduced }];
}

/** Where a document says who somebody is: in a list or a signature, else in their first label, else in its text. */
export function declaration(document: Summary, person: string): Target | undefined {
  const found = declared(document, person);
  if (found) return found;
  const span = introduction(document, person);
  return span && { uri: document.uri, span };
}

function declared(document: Summary, person: string): Target | undefined {
  const span =
    document.mentions.find((mention) => mention.person === person && (mention.where === 'attendee' || mention.where === 'signature'))
      ?.span ?? document.turns.find((turn) => turn.person === person)?.nameSpan;
  return span && { uri: document.uri, span };
}

/** The naming of a person nearest to the role that the text gives them; else the first. */
function introduction(document: Summary, person: string): Span | undefined {
  const role = personIn(document, person)?.roles[0];
  const named = document.mentions.filter((mention) => mention.person === person);
  const before = role && named.filter((mention) => mention.span.start <= role.span.start).at(-1);
  return (before ?? named[0])?.span;
}

function footnoteText(transcript: Transcript, uri: string, offset: number): DefinitionAnswer | undefined {
  for (const footnote of transcript.footnotes) {
    const origin = footnote.references.find((reference) => touches(reference, offset));
    const pieces = origin && transcript.paragraphs[footnote.paragraph]?.pieces;
    const [first, last] = [pieces?.[0], pieces?.at(-1)];
    if (origin && first && last) return { origin, targets: [{ uri, span: { start: first.start, end: last.end } }] };
  }
  return undefined;
}
