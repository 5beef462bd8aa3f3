#!/usr/bin/env node
// Stands in for the executable of desktop VS Code where there is none: takes its arguments, runs the tests in the extension host of
// VS Code's server with the workbench in headless Chromium, and ends with the tests' result. VERBATIM_HOST_VERBOSE=1 shows what both say.
import { format, parseArgs } from 'node:util';
import { existsSync, statSync } from 'node:fs';
import { openBrowser } from './browser.mjs';
import { installVsCodeServer } from './install.mjs';
import { startVsCodeServer } from './server.mjs';

const LONGEST_RUN_MS = 240_000;
const log = process.env.VERBATIM_HOST_VERBOSE ? (line) => console.error(`[host] ${line}`) : () => {};

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'install-extension': { type: 'string', multiple: true, default: [] },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

let host;
let browser;
const timer = setTimeout(() => {
  console.error('The tests did not end in time.');
  void end(124);
}, LONGEST_RUN_MS);

async function end(code) {
  clearTimeout(timer);
  await Promise.race([browser?.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5000))]);
  await host?.stop();
  process.exit(code);
}

try {
  host = await startVsCodeServer({
    server: await installVsCodeServer(),
    folder: positionals.find((place) => existsSync(place) && statSync(place).isDirectory()),
    vsix: values['install-extension'],
    development: values.extensionDevelopmentPath,
    suite: values.extensionTestsPath,
    userData: values['user-data-dir'],
    extensionsFolder: values['extensions-dir'],
    log,
  });
  const opened = await openBrowser(host.origin, { log });
  browser = opened.browser;
  // The workbench calls these two when its extension host runs tests.
  await opened.page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args);
    if (/^(?:\[|Ignoring|Resolv|Creating|Updating|Started|Extension host|ChatSession)/.test(line)) return log(line);
    if (type === 'error' || type === 'warn') console.error(line);
    else console.log(line);
  });
  await opened.page.exposeFunction('codeAutomationExit', (code) => void end(code));
  await opened.page.goto(host.url);
} catch (error) {
  console.error(error);
  await end(70);
}
