import type { LineTable } from '../text/lineTable';
import type { ClassifiedLine } from './classify';
import type { LabelCandidate } from './labelCandidates';
import type { TextLine } from './textLines';
import type { Block, BlockKind } from './tree';

/** The whole text as blocks without gap or overlap; neighbouring lines of one kind are one block, each label is its own. */
export function blocksOf(
  lines: LineTable,
  all: readonly TextLine[],
  furniture: ReadonlySet<number>,
  classified: readonly ClassifiedLine[],
  labels: readonly LabelCandidate[],
): readonly Block[] {
  const blocks: { kind: BlockKind; span: { start: number; end: number } }[] = [];
  const put = (kind: BlockKind, start: number, end: number, alone = false): void => {
    if (start >= end) return;
    const last = blocks.at(-1);
    if (last && last.kind === kind && !alone) last.span.end = end;
    else blocks.push({ kind, span: { start, end } });
  };
  let at = 0;
  let visible = 0;
  let next = 0;
  for (const [index, line] of all.entries()) {
    const kind = furniture.has(index) ? 'furniture' : (classified[visible++]?.kind ?? 'prose');
    const following = all[index + 1];
    const end = following?.line === line.line ? following.start : lines.endOf(line.line);
    put('blank', at, Math.max(at, lines.startOf(line.line)));
    at = Math.max(at, lines.startOf(line.line));
    const label = labels[next];
    if (label && label.start < end && at < label.end) {
      const to = Math.min(end, label.end);
      put('label', at, to, label.start >= at);
      at = to;
      if (label.end <= end) next++;
    }
    put(kind, at, end);
    at = end;
  }
  put('blank', at, lines.length);
  return blocks;
}
