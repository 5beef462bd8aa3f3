import type { Summary } from '../analysis/summary';
import { isDefined } from '../corpus/acronyms';
import type { Snapshot } from '../corpus/snapshot';
import type { Transcript } from '../syntax/tree';
import type { Span } from '../text/span';
import type { TokenAnswer, TokenKind } from './answers';

/** What only a reader of the whole corpus can colour: resolved acronyms and mentions, and the parts of labels. In order, apart, each within a line. */
export function tokens(snapshot: Snapshot, document: Summary, transcript: Transcript): readonly TokenAnswer[] {
  const found: TokenAnswer[] = [];
  const put = (kind: TokenKind, span: Span | undefined, definition = false): void => {
    if (!span) return;
    for (let start = span.start; start < span.end;) {
      const line = transcript.lines.lineAt(start);
      const end = Math.min(span.end, trimmedEnd(transcript.text, start, transcript.lines.endOf(line)));
      if (start < end) found.push({ kind, span: { start, end }, definition });
      start = Math.max(transcript.lines.endOf(line), end);
    }
  };
  for (const { label } of transcript.turns) {
    put('speaker', label.nameSpan);
    put('honorific', label.titleSpan);
    for (const span of label.honorificSpans) put('honorific', span);
    for (const part of label.parts) put(part.text === label.organisation ? 'organisation' : 'role', part.span);
  }
  for (const footnote of transcript.footnotes) for (const span of footnote.references) put('footnoteMark', span);
  const defined = definedForms(snapshot);
  const defining = new Set(document.definitions.map((definition) => definition.shortSpan.start));
  for (const use of document.uses) if (defined(use.form)) put('acronym', use.span, defining.has(use.span.start));
  for (const mention of document.mentions) if (mention.person !== undefined) put('mention', mention.span);
  for (const insertion of transcript.insertions) put('insertion', insertion.span);
  return withoutOverlaps(found);
}

function definedForms(snapshot: Snapshot): (form: string) => boolean {
  const known = new Map<string, boolean>();
  return (form) => {
    const before = known.get(form);
    if (before !== undefined) return before;
    const answer = isDefined(snapshot, form);
    known.set(form, answer);
    return answer;
  };
}

/** Of tokens that overlap, the one that starts first stays; of those that start together, the longest. */
function withoutOverlaps(found: TokenAnswer[]): readonly TokenAnswer[] {
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return found.filter((token) => {
    if (token.span.start < end) return false;
    end = token.span.end;
    return true;
  });
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
