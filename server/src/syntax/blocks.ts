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
  visible: readonly TextLine[],
  classified: readonly ClassifiedLine[],
  labels: readonly LabelCandidate[],
): readonly Block[] {
  const kinds = new Map<number, BlockKind>();
  for (const [index, line] of visible.entries()) kinds.set(line.line, classified[index]?.kind ?? 'prose');
  for (const index of furniture) kinds.set((all[index] as TextLine).line, 'furniture');

  const blocks: { kind: BlockKind; span: { start: number; end: number } }[] = [];
  const put = (kind: BlockKind, start: number, end: number): void => {
    if (start >= end) return;
    const last = blocks.at(-1);
    if (last && last.kind === kind && kind !== 'label') last.span.end = end;
    else blocks.push({ kind, span: { start, end } });
  };
  let next = 0;
  for (let line = 0; line < lines.count; line++) {
    let start = lines.startOf(line);
    const end = lines.endOf(line);
    const label = labels[next];
    if (label && label.start < end) {
      if (start < label.start && blocks.at(-1)?.kind !== 'label') put('blank', start, label.start);
      const from = Math.max(start, label.start);
      const to = Math.min(end, label.end);
      const last = blocks.at(-1);
      if (last?.kind === 'label' && last.span.start === label.start) last.span.end = to;
      else put('label', from, to);
      if (label.end > end || (label.end === end && label.lastLine > label.line && to < label.end)) continue;
      next++;
      start = to;
      put('speech', start, end);
      continue;
    }
    put(kinds.get(line) ?? 'blank', start, end);
  }
  return blocks;
}
