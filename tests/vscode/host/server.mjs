// Starts VS Code's server on this machine alone and tells the address of its workbench.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * `server`: folder of VS Code's server. `folder`: what to open. `vsix`: an extension to install; `development` and `suite`: folders of
 * an extension under development and of its tests, as desktop VS Code's arguments of these names. Resolves when the workbench can be opened.
 */
export async function startVsCodeServer({
  server,
  folder,
  vsix = [],
  development = [],
  suite,
  userData,
  extensionsFolder,
  port = 0,
  settings = {},
  log = () => {},
}) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'verbatim-vscode-'));
  const user = userData ?? path.join(temporary, 'user');
  const extensions = extensionsFolder ?? path.join(temporary, 'extensions');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const main = path.join(server, 'out/server-main.js');
  const places = [`--server-data-dir=${path.join(temporary, 'server')}`, `--user-data-dir=${user}`, `--extensions-dir=${extensions}`];
  const env = environment();
  for (const file of [vsix].flat()) {
    const installed = spawnSync(process.execPath, [main, `--install-extension=${path.resolve(file)}`, '--force', ...places], {
      env,
      encoding: 'utf8',
    });
    if (installed.status !== 0) throw new Error(`${file} could not be installed:\n${installed.stdout}${installed.stderr}`);
    log(installed.stdout.trim());
  }
  const token = randomUUID();
  const child = spawn(
    process.execPath,
    [
      main,
      '--host=127.0.0.1',
      `--port=${port}`,
      `--connection-token=${token}`,
      '--accept-server-license-terms',
      '--telemetry-level=off',
      '--disable-workspace-trust',
      '--force-disable-user-env',
      '--enable-smoke-test-driver',
      ...places,
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(hard);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const listening = await portOf(child, log).catch(async (error) => {
    await stop();
    throw error;
  });
  const authority = `127.0.0.1:${listening}`;
  return { origin: `http://${authority}`, url: addressOf({ authority, token, folder, development, suite }), stop, ended };
}

/** The server's environment: no variable of a VS Code around it, and no marketplace. */
function environment() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:ELECTRON_|VSCODE_)/.test(name)));
  return { ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

function portOf(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (data) => {
      output += data;
      log(String(data).trimEnd());
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`VS Code's server did not start:\n${output}`)));
  });
}

/** The workbench takes what the desktop takes as arguments from its address. */
function addressOf({ authority, token, folder, development, suite }) {
  const remote = (place) => `vscode-remote://${authority}${encodeURI(path.resolve(place))}`;
  const payload = [
    ...[development].flat().map((place) => ['extensionDevelopmentPath', remote(place)]),
    ...(suite ? [['extensionTestsPath', remote(suite)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ tkn: token });
  if (folder && statSync(folder).isDirectory()) query.set('folder', path.resolve(folder));
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}
