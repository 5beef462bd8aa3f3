import type { Summary } from '../analysis/summary';
import { usesOf } from '../corpus/acronyms';
import { documentsOf } from '../corpus/people';
import type { Snapshot } from '../corpus/snapshot';
import type { Span } from '../text/span';
import type { Target } from './answers';
import { declaration } from './definition';
import { subjectAt } from './subject';

/**
 * Every place that uses the acronym or names the person at an offset: the own document first, then the others from the
 * newest on. Documents in which the short form stands for something else are left out.
 */
export function references(snapshot: Snapshot, document: Summary, offset: number, includeDefinitions: boolean): readonly Target[] {
  const subject = subjectAt(snapshot, document, offset);
  if (!subject) return [];
  if (subject.kind === 'acronym') {
    return usesOf(snapshot, document, subject.use.form, subject.use.span.start).flatMap(({ document: other, uses }) => {
      const { uri } = other;
      const targets = uses.map((use): Target => ({ uri, span: use.span }));
      if (includeDefinitions) return targets;
      const defining = new Set(other.definitions.map((definition) => definition.shortSpan.start));
      return targets.filter(({ span }) => !defining.has(span.start));
    });
  }
  return documentsOf(snapshot, document, subject.person).flatMap((other) => {
    const declared = includeDefinitions ? undefined : declaration(other, subject.person)?.span.start;
    return namings(other, subject.person)
      .filter((span) => span.start !== declared)
      .map((span): Target => ({ uri: other.uri, span }));
  });
}

/** The same places in the own document alone. */
export function highlights(snapshot: Snapshot, document: Summary, offset: number): readonly Target[] {
  return references(snapshot, document, offset, true).filter((target) => target.uri === document.uri);
}

/** Labels and mentions of a person, in text order. */
function namings(document: Summary, person: string): readonly Span[] {
  const labels = document.turns.filter((turn) => turn.person === person).map((turn) => turn.nameSpan);
  const mentions = document.mentions.filter((mention) => mention.person === person).map((mention) => mention.span);
  return [...labels, ...mentions].sort((a, b) => a.start - b.start);
}
