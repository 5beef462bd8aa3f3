// What every entry script needs first: a Node that is new enough, and the packages of the lockfile. Uses Node alone, since nothing is installed yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = 20;
const STAMP = path.join(ROOT, 'node_modules/.verbatim-lock');

/** Installs the packages when they are missing or the lockfile changed. Ends the process with a plain message when it cannot. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    stop(`Verbatim needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. Get a newer one from https://nodejs.org.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { env, doing: 'Installing packages' });
  if (code !== 0)
    stop(
      `The packages could not be installed. npm said:\n\n${output}\nCheck that this computer reaches a package registry, then try again.`,
    );
  writeFileSync(STAMP, lock);
}

/**
 * Runs a command. With `doing` its output is held back and a line tells every few seconds that it goes on; otherwise it is shown.
 * Resolves with its exit code and what was held back.
 */
export function run(command, args, { env = process.env, cwd = ROOT, doing } = {}) {
  return new Promise((resolve) => {
    const start = Date.now();
    if (doing) console.log(`${doing} …`);
    // npm is a script on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, env, shell, stdio: doing ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const ticker = doing ? setInterval(() => console.log(`${doing} … ${Math.round((Date.now() - start) / 1000)} s`), 5000) : undefined;
    const end = (code, more = '') => {
      clearInterval(ticker);
      resolve({ code, output: output + more });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('exit', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

export function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
