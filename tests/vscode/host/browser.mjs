// The workbench in headless Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CANDIDATES = [process.env.VERBATIM_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; installs Debian's where that is possible. Throws an Error that says what to do. */
export function findChromium() {
  const found = () => CANDIDATES.find((file) => file && existsSync(file));
  if (found()) return found();
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium …');
    const quiet = { stdio: 'ignore' };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
    if (found()) return found();
  }
  throw new Error(
    'Chromium is needed to run VS Code without a desktop. Install it (Debian: apt-get install chromium) or set VERBATIM_CHROMIUM to its path.',
  );
}

/** A page that reaches the workbench at `origin` and nothing else. `log` takes what the page says. */
export async function openBrowser(origin, { width = 1280, height = 800, log = () => {} } = {}) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    deviceScaleFactor: Number(process.env.VERBATIM_SCALE ?? 1),
  });
  await context.route(
    (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
    (route) => route.abort(),
  );
  // code-server's own start page serves this file; the bare server does not.
  await context.route('**/out/browser/serviceWorker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const page = await context.newPage();
  page.on('console', (message) => log(`page: ${message.text()}`));
  page.on('pageerror', (error) => log(`page error: ${error.message}`));
  return { browser, page };
}
