import type { Heading } from './headings';
import type { LabelCandidate } from './labelCandidates';
import type { TextLine } from './textLines';
import type { Section } from './tree';

/**
 * The headed parts. A section reaches to the last line before the next heading of its level or above; one that lists
 * the participants ends where the conversation begins.
 */
export function sectionsOf(
  lines: readonly TextLine[],
  headings: readonly { readonly heading: Heading; readonly line: number }[],
  attendeeHeadings: ReadonlySet<number>,
  labels: readonly LabelCandidate[],
): readonly Section[] {
  const ends: number[] = new Array<number>(headings.length).fill(lines.length - 1);
  const open: number[] = [];
  for (const [index, { heading, line }] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) as number] as { heading: Heading }).heading.level >= heading.level)
      ends[open.pop() as number] = line - 1;
    open.push(index);
  }
  return headings.map(({ heading, line }, index): Section => {
    let end = ends[index] as number;
    if (attendeeHeadings.has(line)) {
      const label = labels.find((candidate) => candidate.line > line);
      if (label) end = Math.min(end, label.line - 1);
    }
    const first = lines[line] as TextLine;
    const last = lines[Math.max(heading.lastLine, end)] as TextLine;
    return {
      title: heading.title,
      level: heading.level,
      heading: { start: first.start, end: first.end },
      span: { start: first.start, end: last.end },
    };
  });
}
