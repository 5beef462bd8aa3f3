import type { AcronymUse, Mention, Summary, TurnFact } from '../analysis/summary';
import { definitionsOf, useAt } from '../corpus/acronyms';
import type { Snapshot } from '../corpus/snapshot';
import { lastStartingAt, touches, type Span } from '../text/span';

/** What a place in a document is about: an acronym, or a person, with the stretch that says so. */
export type Subject =
  | { readonly kind: 'acronym'; readonly span: Span; readonly use: AcronymUse }
  | { readonly kind: 'person'; readonly span: Span; readonly person: string };

/**
 * The subject at an offset. In a label an acronym that nothing defines, such as an honorific, leaves the place to the
 * person; in running text it stays an acronym, so that its uses can be found.
 */
export function subjectAt(snapshot: Snapshot, document: Summary, offset: number): Subject | undefined {
  const use = useAt(document, offset);
  const label = labelAt(document, offset);
  if (use && (!label || definitionsOf(snapshot, document, use.form, use.span.start).length > 0))
    return { kind: 'acronym', span: use.span, use };
  if (label) {
    const honorific = use && !touches(label.nameSpan, offset);
    return honorific
      ? { kind: 'acronym', span: use.span, use }
      : { kind: 'person', span: touches(label.nameSpan, offset) ? label.nameSpan : label.label, person: label.person };
  }
  const mention = mentionAt(document, offset);
  return mention?.person === undefined ? undefined : { kind: 'person', span: mention.span, person: mention.person };
}

/** The turn in whose label the offset stands. */
export function labelAt(document: Summary, offset: number): TurnFact | undefined {
  const turn = document.turns[lastStartingAt(document.turns, offset)];
  return turn && touches(turn.label, offset) ? turn : undefined;
}

function mentionAt(document: Summary, offset: number): Mention | undefined {
  const index = lastStartingAt(document.mentions, offset);
  return [document.mentions[index], document.mentions[index - 1]].find((mention) => mention !== undefined && touches(mention.span, offset));
}
