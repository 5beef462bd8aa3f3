// `npm start [-- FOLDER]`: installs what is missing, builds, and opens VS Code on the sample documents (or FOLDER) with Verbatim in it.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT, ensureInstalled, run, stop } from './install.mjs';

const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? path.join(ROOT, 'corpus'));
if (!existsSync(folder) || !statSync(folder).isDirectory())
  stop(`There is no folder ${folder}. Give the folder that holds your transcripts: npm start -- FOLDER`);

await ensureInstalled();
if (hasDesktopCode()) {
  const built = await run(process.execPath, ['scripts/build.mjs'], { doing: 'Building Verbatim' });
  if (built.code !== 0) stop(`Verbatim could not be built:\n\n${built.output}`);
  console.log(`Opening VS Code on ${folder} with Verbatim in it.`);
  const { code } = await run('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder]);
  if (code !== 0) stop('VS Code did not open. Start it once by hand, then try again.');
} else {
  console.log(
    'The command `code` of desktop VS Code is not on this computer’s PATH, so VS Code is served from this computer to your browser.',
  );
  await serve();
}

function hasDesktopCode() {
  const version = spawnSync('code', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return version.status === 0 && /^\d+\.\d+/.test(version.stdout);
}

async function serve() {
  const { installVsCodeServer } = await import('../tests/vscode/host/install.mjs');
  const { startVsCodeServer } = await import('../tests/vscode/host/server.mjs');
  const { packageExtension } = await import('./package.mjs');
  const server = await installVsCodeServer().catch((error) =>
    stop(`VS Code could not be installed: ${error.message}\nInstall desktop VS Code from https://code.visualstudio.com and try again.`),
  );
  const vsix = await packageExtension();
  const host = await startVsCodeServer({ server, folder, vsix, port: Number(process.env.VERBATIM_PORT ?? 0) });
  console.log(`\nVS Code with Verbatim is ready. Open this address in your browser:\n\n  ${host.url}\n\nPress Ctrl+C here to end it.`);
  const end = () => void host.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  await host.ended;
  stop('VS Code ended.');
}
