/* global Worker -- in a function that runs in the page */
// The language server in a web worker of a real browser, as VS Code for the Web starts it.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../scripts/install.mjs';
import { openBrowser } from './browser.mjs';

const PAPER = 'We mean the River Basin Authority (RBA), which will take over the work of the old boards in June.\n';
const TALK = 'Ada Quill (Chair): The RBA was late.\n\nBo Tarn (Clerk): Yes.\n\nAda Quill (Chair): Good.\n';

/** Resolves with what failed; nothing when the server answers as it does in Node. */
export async function failuresInBrowser() {
  const script = await readFile(path.join(ROOT, 'dist/server.browser.js'));
  const http = createServer((request, response) => {
    const isScript = request.url === '/server.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' }).end(isScript ? script : '<!doctype html>');
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${http.address().port}`;
  const { browser, page } = await openBrowser(origin);
  try {
    await page.goto(origin);
    const answers = await page.evaluate(converse, { paper: PAPER, talk: TALK });
    const failures = [];
    if (answers.speakers.join() !== 'Ada Quill,Bo Tarn,Ada Quill') failures.push(`speakers: ${answers.speakers.join()}`);
    if (!answers.hover.includes('River Basin Authority')) failures.push(`hover: ${answers.hover}`);
    if (answers.documents !== 2) failures.push(`documents: ${answers.documents}`);
    return failures;
  } finally {
    await browser.close();
    http.close();
  }
}

/** Runs in the page: talks to the worker as a client that serves the files of its folder. */
async function converse({ paper, talk }) {
  const worker = new Worker('/server.js');
  const waiting = new Map();
  const served = { 'verbatim/files/list': () => ['memfs:/paper.txt'], 'verbatim/files/read': () => paper };
  worker.onmessage = ({ data }) => {
    if (data.method && data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: served[data.method]?.() ?? null });
    else if (data.error) throw new Error(JSON.stringify(data.error));
    else if (data.id !== undefined) waiting.get(data.id)?.(data.result);
  };
  let last = 0;
  const request = (method, params) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      worker.postMessage({ jsonrpc: '2.0', id: last, method, params });
    });
  const notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
  const capabilities = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
  await request('initialize', {
    processId: null,
    rootUri: 'memfs:/',
    capabilities,
    workspaceFolders: [{ uri: 'memfs:/', name: 'folder' }],
    initializationOptions: { servesFiles: true },
  });
  notify('initialized', {});
  const textDocument = { uri: 'memfs:/talk.txt' };
  notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'transcript', version: 1, text: talk } });
  let status = { indexing: true };
  for (let i = 0; i < 100 && (status.indexing || status.documents < 2); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    status = await request('verbatim/status');
  }
  const symbols = await request('textDocument/documentSymbol', { textDocument });
  const hover = await request('textDocument/hover', { textDocument, position: { line: 0, character: 25 } });
  return { speakers: symbols.map((symbol) => symbol.name), hover: hover?.contents?.value ?? '', documents: status.documents };
}
