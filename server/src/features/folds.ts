import type { Transcript } from '../syntax/tree';
import type { Span } from '../text/span';
import type { FoldAnswer } from './answers';

/** What can be folded: everything of more than one line that has a first line to stay. */
export function folds({ lines, header, sections, turns }: Transcript): readonly FoldAnswer[] {
  const fold = (kind: FoldAnswer['kind'], span: Span): FoldAnswer => ({
    kind,
    startLine: lines.lineAt(span.start),
    endLine: lines.lineAt(span.end),
  });
  return [
    ...(header.span ? [fold('header', header.span)] : []),
    ...sections.map((section) => fold('section', section.span)),
    ...turns.map((turn) => fold('turn', turn.span)),
  ]
    .filter((each) => each.endLine > each.startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
