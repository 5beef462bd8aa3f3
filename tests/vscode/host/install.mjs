// A VS Code that runs without a desktop: the server and workbench of the npm package `code-server`, in a cache folder outside the checkout.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { run } from '../../../scripts/install.mjs';

/** Holds VS Code 1.100, the newest that runs on Node 20. */
const VERSION = '4.100.3';
const RIPGREP_VERSION = '1.18.0';

/** Installs it once; resolves with the folder of VS Code's server. Throws an Error with what npm said. */
export async function installVsCodeServer() {
  const cache = path.join(
    process.env.VERBATIM_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'verbatim'),
    `vscode-${VERSION}`,
  );
  const server = path.join(cache, 'node_modules/code-server/lib/vscode');
  const complete = path.join(cache, 'complete');
  if (existsSync(complete)) return server;
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await writeFile(path.join(cache, 'package.json'), '{ "private": true }\n');
  // Install scripts build and download much that only code-server's own login page and marketplace need.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await npm(['install', ...quiet, `code-server@${VERSION}`], cache, 'Installing VS Code (about 150 MB, once)');
  await npm(['install', ...quiet, '--omit=dev'], server, 'Installing what VS Code needs');
  const { dependencies } = JSON.parse(await readFile(path.join(server, 'package.json'), 'utf8'));
  const native = Object.keys(dependencies).filter((name) => name === '@vscode/spdlog' || name.endsWith('native-watchdog'));
  await npm(['rebuild', ...native], server, 'Building two native parts of VS Code');
  await addRipgrep(cache, server);
  await writeFile(complete, '');
  return server;
}

async function npm(args, cwd, doing) {
  const { code, output } = await run('npm', args, { cwd, doing });
  if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${output}`);
}

/** VS Code finds files with ripgrep, which its package downloads in a script; another package carries the program itself. */
async function addRipgrep(cache, server) {
  const bin = path.join(server, 'node_modules/@vscode/ripgrep/bin');
  if (!existsSync(path.dirname(bin)) || existsSync(path.join(bin, 'rg'))) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const folder = path.join(cache, 'ripgrep');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  await npm(
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${RIPGREP_VERSION}`],
    folder,
    'Installing the file search of VS Code',
  );
  const from = path.join(folder, 'node_modules', name, 'bin');
  await mkdir(bin, { recursive: true });
  for (const file of await readdir(from)) {
    await copyFile(path.join(from, file), path.join(bin, file));
    await chmod(path.join(bin, file), 0o755);
  }
}
