// `npm run package`: makes verbatim-<version>.vsix, which any VS Code installs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, ensureInstalled, run, stop } from './install.mjs';

/** Builds and packs the extension; resolves with the file's path. */
export async function packageExtension() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const file = path.join(ROOT, `verbatim-${version}.vsix`);
  const built = await run(process.execPath, ['scripts/build.mjs'], { doing: 'Building Verbatim' });
  if (built.code !== 0) stop(`Verbatim could not be built:\n\n${built.output}`);
  const vsce = path.join(ROOT, 'node_modules/@vscode/vsce/vsce');
  const packed = await run(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file],
    {
      doing: 'Packing the extension',
    },
  );
  if (packed.code !== 0) stop(`The extension could not be packed:\n\n${packed.output}`);
  console.log(
    packed.output
      .split('\n')
      .filter((line) => /DONE|warn/i.test(line))
      .join('\n'),
  );
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  await packageExtension();
}
