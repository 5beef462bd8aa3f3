/* global document, NodeFilter -- in functions that run in the page */
// `npm run screenshot`: takes the pictures of the README in a real VS Code that shows the sample documents.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, ensureInstalled } from './install.mjs';
import { packageExtension } from './package.mjs';
import { openBrowser } from '../tests/vscode/host/browser.mjs';
import { installVsCodeServer } from '../tests/vscode/host/install.mjs';
import { startVsCodeServer } from '../tests/vscode/host/server.mjs';

const PICTURES = path.join(ROOT, 'docs/images');

await ensureInstalled();
mkdirSync(PICTURES, { recursive: true });
const host = await startVsCodeServer({
  server: await installVsCodeServer(),
  folder: path.join(ROOT, 'corpus'),
  vsix: await packageExtension(),
  settings: {
    'workbench.colorTheme': process.argv[2] ?? 'Default Light Modern',
    'editor.minimap.enabled': false,
    'editor.fontSize': 13,
    'outline.showVariables': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'window.commandCenter': false,
  },
});
const { browser, page } = await openBrowser(host.origin, { width: 1360, height: 820 });
try {
  await page.goto(host.url);
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
  await open('waterways-hearing-2021.md');
  await page.waitForSelector('.language-status, [id="status.languageStatus"]', { timeout: 20_000 });
  await showOutline();
  await hoverOver('FRB', 'I took over');
  await page.screenshot({ path: path.join(PICTURES, 'outline-and-hover.png') });
  await page.keyboard.press('Escape');
  await open('flood-defences-2019.txt');
  await goToLine(62);
  await hoverOver('Hanne', 'warning from');
  await page.screenshot({ path: path.join(PICTURES, 'person.png') });
  console.log(`Pictures are in ${path.relative(process.cwd(), PICTURES)}.`);
} finally {
  await browser.close();
  await host.stop();
}

async function open(file) {
  await page.keyboard.press('Control+P');
  await page.keyboard.type(file, { delay: 20 });
  await page.waitForSelector(`.quick-input-list .monaco-list-row >> text=${file}`, { timeout: 20_000 });
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab.active >> text=${file}`, { timeout: 20_000 });
  await page.waitForSelector('[id="status.editor.mode"] >> text=Transcript', { timeout: 20_000 });
}

async function goToLine(line) {
  await page.keyboard.press('Control+G');
  await page.keyboard.type(String(line), { delay: 20 });
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
}

/** Unfolds the outline in the side bar and gives it the room. */
async function showOutline() {
  const outline = page.getByRole('button', { name: /^Outline Section/ });
  if ((await outline.getAttribute('aria-expanded')) !== 'true') await outline.click();
  const files = page.getByRole('button', { name: /^Explorer Section/ }).first();
  if ((await files.getAttribute('aria-expanded')) === 'true') await files.click();
  await page.waitForSelector('.outline-tree .monaco-list-row', { timeout: 20_000 });
}

/** Rests the pointer on a word in the first line of text that holds `within`, until the hover shows. */
async function hoverOver(word, within) {
  const place = await page.evaluate(
    ([wanted, context]) => {
      for (const line of document.querySelectorAll('.view-lines .view-line')) {
        // The editor draws spaces as no-break spaces.
        if (!line.textContent.replace(/\u00a0/g, ' ').includes(context)) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    },
    [word, within],
  );
  if (!place) throw new Error(`“${word}” in “${within}” is not on the screen.`);
  await page.mouse.move(place.x, place.y);
  await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents', { timeout: 20_000 });
  await page.waitForTimeout(700);
}
