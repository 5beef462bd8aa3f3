import type { OutlineEntry } from '../features/answers';
import { LineTable } from '../text/lineTable';
import { forEachInput } from './inputs';
import type { Io } from './io';
import { serviceFor } from './oneDocument';

/** Prints sections, attendees and turns with their lines, indented as they nest. Returns the exit code. */
export async function printOutline(paths: readonly string[], io: Io): Promise<number> {
  const all = await forEachInput(paths, io, async ({ path, text }) => {
    const { service, uri } = serviceFor(text);
    const entries = inLines(service.outline(uri), LineTable.of(text), 0);
    await io.out([...(paths.length > 1 ? [path] : []), ...entries, ''].join('\n'));
  });
  return all ? 0 : 1;
}

function inLines(entries: readonly OutlineEntry[], lines: LineTable, depth: number): string[] {
  return entries.flatMap((entry) => {
    const line = String(lines.lineAt(entry.selection.start) + 1).padStart(6);
    const detail = entry.detail === '' ? '' : `  (${entry.detail})`;
    return [`${line}  ${'  '.repeat(depth)}${entry.name}${detail}`, ...inLines(entry.children, lines, depth + 1)];
  });
}
