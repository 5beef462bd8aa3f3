import { analyse } from '../analyse';
import { forEachInput } from './inputs';
import type { Io } from './io';

/** Prints every definition as short form, long form and place, separated by tabs. Returns the exit code. */
export async function printAcronyms(paths: readonly string[], io: Io): Promise<number> {
  const all = await forEachInput(paths, io, async ({ path, text }) => {
    const { definitions, lines } = analyse(path, text).summary;
    for (const { short, long, shortSpan } of definitions) await io.out(`${short}\t${long}\t${path}:${lines.lineAt(shortSpan.start) + 1}\n`);
  });
  return all ? 0 : 1;
}
