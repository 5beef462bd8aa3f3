import { LineTable } from '../text/lineTable';
import { forEachInput } from './inputs';
import type { Io } from './io';
import { serviceFor } from './oneDocument';

/** Prints problems as `path:line:column: severity: message [code]`. The exit code is 1 when one of them is an error, or a file cannot be read. */
export async function checkFiles(paths: readonly string[], io: Io): Promise<number> {
  let errors = 0;
  const all = await forEachInput(paths, io, async ({ path, text }) => {
    const { service, uri } = serviceFor(text);
    const lines = LineTable.of(text);
    for (const { severity, message, code, span } of service.problems(uri)) {
      const { line, character } = lines.placeAt(span.start);
      await io.out(`${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]\n`);
      if (severity === 'error') errors++;
    }
  });
  return all && errors === 0 ? 0 : 1;
}
