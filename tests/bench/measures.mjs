// What is measured. Each function returns rows: { measure, ours, peers: { name: value }, unit, ratio: { of, value, must } }.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from './lspClient.mjs';

const OFF = { VERBATIM_CACHE: 'off' };

/** The value below which so many of a hundred lie. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}
const median = (values) => percentile(values, 50);

async function rounds(count, ...measures) {
  const times = measures.map(() => []);
  for (let round = 0; round < count; round++) for (const [at, measure] of measures.entries()) times[at].push(await measure());
  return times.map(median);
}

const ours = (context) => [process.execPath, path.join(context.dist, 'server.js'), '--stdio'];
const empty = (context) => [process.execPath, path.join(context.peers, 'emptyServer.mjs'), '--stdio'];
const markdown = (context) => [process.execPath, path.join(context.peers, 'markdownServer.mjs'), '--stdio'];
/** The program itself, without the script that starts it. */
const rumdl = (context) => [path.join(context.peers, `node_modules/@rumdl/cli-${process.platform}-${process.arch}/rumdl`), 'server'];

const filesBelow = (folder, named = /\.(?:txt|md)$/) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .sort();
const bytesBelow = (folder) => filesBelow(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

/** Runs `analysis.mjs`, which times one thing in a process of its own; milliseconds. */
function timed(context, what, folder) {
  const out = execFileSync(process.execPath, [path.join(context.here, 'analysis.mjs'), what, folder, context.analysis], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return Number(out);
}

/** Reading, decoding and analysing all files on one thread, against only reading and decoding them. */
export async function analysis(context) {
  const rows = [];
  for (const { files, text } of context.corpora) {
    const [floor, walk, full, commonmark] = await rounds(
      context.rounds,
      () => timed(context, 'floor', text),
      () => timed(context, 'walk', text),
      () => timed(context, 'full', text),
      () => timed(context, 'commonmark', text),
    );
    context.floors.set(files, { floor, walk });
    rows.push({
      measure: `full analysis, one thread, ${files} files`,
      unit: 'ms',
      ours: full,
      peers: { 'read + decode': floor, commonmark, 'walk + stat': walk },
      ratios: [{ of: 'read + decode ÷ ours', value: floor / full, least: 0.6 }],
    });
  }
  return rows;
}

async function untilIndexed(server) {
  for (;;) {
    const { result } = await server.ask('verbatim/status', null);
    if (!result.indexing) return result.documents;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Milliseconds from the start of initialization until the server knows a symbol of the last file that was made. */
async function untilSymbol(command, folder, query, isRight, env) {
  const server = startServer(command, { env });
  try {
    const started = performance.now();
    await server.initialize(folder);
    if (isRight.indexed) await untilIndexed(server);
    for (;;) {
      const { result } = await server.ask('workspace/symbol', { query });
      if ((result ?? []).some((symbol) => isRight.test(symbol))) return performance.now() - started;
      if (performance.now() - started > 110_000) return Number.NaN;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    await server.stop();
  }
}

/** From initialization to the first answer about the whole folder. */
export async function start(context) {
  const rows = [];
  for (const { files, text, markdown: twin } of context.corpora) {
    const last = filesBelow(text).at(-1);
    const query = /^# (.*)$/m.exec(readFileSync(path.join(text, last), 'utf8'))?.[1] ?? '';
    const named = (symbol) => symbol.name.includes(query);
    const storage = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
    const cold = { test: named };
    // A folder that is new to a program that is not: its code is kept, nothing is remembered of documents.
    const code = { XDG_CACHE_HOME: mkdtempSync(path.join(tmpdir(), 'verbatim-bench-')) };
    const forgetful = () => {
      for (const name of filesBelow(code.XDG_CACHE_HOME, /\.index$/)) rmSync(path.join(code.XDG_CACHE_HOME, name));
      return untilSymbol(ours(context), text, query, cold, code);
    };
    await forgetful();
    const [mine, theirs, others] = await rounds(
      files > 1000 ? 1 : context.rounds,
      forgetful,
      () => untilSymbol(rumdl(context), twin, query, { test: named }),
      () => untilSymbol(markdown(context), twin, query, { test: named }),
    );
    const whole = await untilSymbol(ours(context), text, query, { test: named, indexed: true }, { XDG_CACHE_HOME: storage });
    const [warm] = await rounds(context.rounds, () =>
      untilSymbol(ours(context), text, query, { test: named, indexed: true }, { XDG_CACHE_HOME: storage }),
    );
    for (const each of [storage, code.XDG_CACHE_HOME]) rmSync(each, { recursive: true, force: true });
    const { floor, walk } = context.floors.get(files) ?? {};
    const spawned = context.spawned ?? 100;
    rows.push({
      measure: `initialize → first workspace symbol, ${files} files`,
      unit: 'ms',
      ours: mine,
      peers: { rumdl: theirs, 'vscode-markdown-languageservice': others },
      ratios: [
        { of: 'ours ÷ rumdl', value: mine / theirs, most: 0.35 },
        { of: 'ours ÷ vscode-markdown-languageservice', value: mine / others, most: 0.05 },
      ],
    });
    rows.push({
      measure: `initialize → all is read, ${files} files`,
      unit: 'ms',
      ours: whole,
      peers: floor ? { 'read + decode': floor } : {},
      ratios: floor ? [{ of: 'read + decode ÷ ours, all threads', value: floor / whole, least: 1 }] : [],
    });
    rows.push({
      measure: `the same, remembered, ${files} files`,
      unit: 'ms',
      ours: warm,
      peers: { ...(walk ? { 'walk + stat': walk } : {}), 'server start': spawned },
      ratios: walk ? [{ of: 'ours ÷ (3 × (walk + stat) + server start)', value: warm / (3 * walk + spawned), most: 1 }] : [],
    });
  }
  return rows;
}

const countSymbols = (symbols) => (symbols ?? []).reduce((sum, symbol) => sum + 1 + countSymbols(symbol.children), 0);

/** Places inside words of speech, spread over the document: 0-based lines and characters. */
function placesIn(text, count) {
  const lines = text.split('\n');
  const speech = lines.map((line, at) => [line, at]).filter(([line]) => line.length > 60);
  return Array.from({ length: count }, (_, at) => {
    const [line, number] = speech[Math.floor((at * speech.length) / count)] ?? ['', 0];
    const capital = line.slice(40).search(/[A-Z]{2}/);
    return { line: number, character: capital >= 0 && at % 2 === 0 ? 41 + capital : 45 };
  });
}

/** Times a request right after each of many keystrokes in the middle of a document. */
async function afterTyping(command, file, languageId, method, times, options) {
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).toString();
  const { line, character } = placesIn(text, 3)[1];
  const server = startServer(command, { env: OFF });
  const found = [];
  let answer;
  try {
    await server.initialize(undefined, options);
    server.open(uri, text, languageId);
    for (let at = 0; at < times + 5; at++) {
      server.type(uri, at + 2, line, character + 1);
      const { ms, result } = await server.ask(method, { textDocument: { uri } });
      answer = result;
      if (at >= 5) found.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  } finally {
    await server.stop();
  }
  return { ms: median(found), answer };
}

/** Outline and problems right after a keystroke. */
export async function typing(context) {
  const rows = [];
  for (const { name, file, large } of context.documents) {
    const times = large ? 15 : 60;
    const twin = file.replace(/\.txt$/, '.md');
    const mine = await afterTyping(ours(context), file, 'transcript', 'textDocument/documentSymbol', times);
    const symbols = countSymbols(mine.answer);
    const bare = await afterTyping(empty(context), file, 'transcript', 'textDocument/documentSymbol', times, { symbols });
    const theirs = await afterTyping(rumdl(context), twin, 'markdown', 'textDocument/documentSymbol', times).catch(() => ({
      ms: Number.NaN,
    }));
    const others = await afterTyping(markdown(context), twin, 'markdown', 'textDocument/documentSymbol', times).catch(() => ({
      ms: Number.NaN,
    }));
    rows.push({
      measure: `keystroke → outline of ${symbols} symbols, ${name}`,
      unit: 'ms',
      ours: mine.ms,
      peers: { 'empty server': bare.ms, rumdl: theirs.ms, 'vscode-markdown-languageservice': others.ms },
      ratios: [{ of: 'ours ÷ empty server', value: mine.ms / bare.ms, most: large ? 1.7 : 2 }],
    });
    const problems = await afterTyping(ours(context), file, 'transcript', 'textDocument/diagnostic', times);
    const linted = await afterTyping(rumdl(context), twin, 'markdown', 'textDocument/diagnostic', large ? 5 : times).catch(() => ({
      ms: Number.NaN,
    }));
    rows.push({
      measure: `keystroke → diagnostics, ${name}`,
      unit: 'ms',
      ours: problems.ms,
      peers: { rumdl: linted.ms },
      ratios: [
        { of: 'ours, ms', value: problems.ms, most: large ? 15 : 3 },
        { of: 'ours ÷ rumdl', value: problems.ms / linted.ms, most: 1 },
      ],
    });
  }
  return rows;
}

async function hoverTimes(server, uri, places) {
  const times = [];
  for (const position of places) times.push((await server.ask('textDocument/hover', { textDocument: { uri }, position })).ms);
  return times;
}

/** Hovers at many places of one document. */
export async function hovering(context) {
  const rows = [];
  for (const { name, file } of context.documents) {
    const text = readFileSync(file, 'utf8');
    const uri = pathToFileURL(file).toString();
    const found = { ours: [], empty: [] };
    for (let round = 0; round < Math.max(2, context.rounds); round++)
      for (const [who, command] of [
        ['ours', ours(context)],
        ['empty', empty(context)],
      ]) {
        const server = startServer(command, { env: OFF });
        await server.initialize();
        server.open(uri, text, 'transcript');
        await hoverTimes(server, uri, placesIn(text, 50));
        found[who].push(...(await hoverTimes(server, uri, placesIn(text, 300))));
        await server.stop();
      }
    for (const [share, most] of [
      [50, 1.5],
      [99, 2],
    ]) {
      const [mine, bare] = [percentile(found.ours, share), percentile(found.empty, share)];
      rows.push({
        measure: `hover p${share}, ${name}`,
        unit: 'ms',
        ours: mine,
        peers: { 'empty server': bare },
        ratios: [{ of: 'ours ÷ empty server', value: mine / bare, most }],
      });
    }
  }
  const { files, text } = context.corpora.at(-1);
  const { file } = context.documents[0];
  const uri = pathToFileURL(file).toString();
  const content = readFileSync(file, 'utf8');
  const server = startServer(ours(context), { env: OFF });
  await server.initialize(text);
  server.open(uri, content, 'transcript');
  const times = [];
  for (const position of placesIn(content, 1500)) {
    times.push((await server.ask('textDocument/hover', { textDocument: { uri }, position })).ms);
    await new Promise((resolve) => setTimeout(resolve, 3));
    if (times.length % 25 === 0 && !(await server.ask('verbatim/status', null)).result.indexing) break;
  }
  await server.stop();
  rows.push({
    measure: `hover p99 while ${files} files are read (${times.length} hovers)`,
    unit: 'ms',
    ours: percentile(times, 99),
    peers: { p50: percentile(times, 50) },
    ratios: [{ of: 'ours, ms', value: percentile(times, 99), most: 50 }],
  });
  return rows;
}

/** Every use of one acronym in the largest folder, and the memory that knowing the folder takes. */
export async function folder(context) {
  const rows = [];
  for (const { files, text } of context.corpora) {
    const megabytes = bytesBelow(text) / 1e6;
    const idle = startServer(ours(context), { env: OFF });
    const nothing = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
    await idle.initialize(nothing);
    await untilIndexed(idle);
    const before = idle.memory();
    await idle.stop();
    rmSync(nothing, { recursive: true });
    const server = startServer(ours(context), { env: OFF });
    await server.initialize(text);
    await untilIndexed(server);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const after = server.memory();
    rows.push({
      measure: `memory above idle, ${files} files of ${megabytes.toFixed(0)} MB`,
      unit: 'MB',
      ours: after - before,
      peers: {},
      ratios: [{ of: 'MB for each MB', value: (after - before) / megabytes, most: 0.3 }],
    });
    const file = path.join(text, filesBelow(text)[0]);
    const content = readFileSync(file, 'utf8');
    const uri = pathToFileURL(file).toString();
    const [, acronym] = /\(([A-Z]{3,4})\) is with us/.exec(content) ?? [];
    const offset = content.indexOf(`(${acronym})`) + 2;
    const head = content.slice(0, offset).split('\n');
    const params = {
      textDocument: { uri },
      position: { line: head.length - 1, character: head.at(-1).length },
      context: { includeDeclaration: true },
    };
    server.open(uri, content, 'transcript');
    const { result } = await server.ask('textDocument/references', params);
    const bare = startServer(empty(context));
    await bare.initialize(undefined, { references: result.length });
    const search = path.join(context.peers, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`);
    const [mine, theirs, searched] = await rounds(
      Math.max(3, context.rounds),
      async () => (await server.ask('textDocument/references', params)).ms,
      async () => (await bare.ask('textDocument/references', params)).ms,
      () => {
        const started = performance.now();
        const { status } = spawnSync(search, ['--no-config', '-ow', acronym, text], { stdio: ['ignore', 'ignore', 'ignore'] });
        return status === 0 ? performance.now() - started : Number.NaN;
      },
    );
    await bare.stop();
    rows.push({
      measure: `references, ${result.length} in ${files} files`,
      unit: 'ms',
      ours: mine,
      peers: { 'empty server': theirs, ripgrep: searched },
      ratios: [
        { of: 'ours ÷ empty server', value: mine / theirs, most: 1.5 },
        { of: 'ours ÷ ripgrep', value: mine / searched, most: 1 },
      ],
    });
    await server.stop();
  }
  const { file } = context.documents[0];
  const text = readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).toString();
  const { line, character } = placesIn(text, 3)[1];
  const server = startServer(ours(context), { env: OFF });
  await server.initialize();
  server.open(uri, text, 'transcript');
  const edit = async (times, from) => {
    for (let at = 0; at < times; at++) {
      server.type(uri, from + at, line, character);
      await server.ask('textDocument/documentSymbol', { textDocument: { uri } });
    }
    return server.memory();
  };
  // The engine’s own room for young objects grows at first.
  const settled = await edit(500, 2);
  const later = await edit(1000, 502);
  await server.stop();
  rows.push({
    measure: 'memory after 500 edits, and after 1,000 more',
    unit: 'MB',
    ours: later,
    peers: { 'after 500': settled },
    ratios: [{ of: 'later ÷ before', value: later / settled, most: 1.1 }],
  });
  return rows;
}

/** From the start of the process to the answer to initialize. */
export async function spawning(context) {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
  const initialized = async (command, env = OFF) => {
    const started = performance.now();
    const server = startServer(command, { env });
    await server.initialize();
    const ms = performance.now() - started;
    await server.stop();
    return ms;
  };
  const nothing = () => {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - started;
  };
  const [mine, first, bare, node] = await rounds(
    Math.max(5, context.rounds * 3),
    // From the second start on, which finds the code that the first one compiled; and the first.
    () => initialized(ours(context), { XDG_CACHE_HOME: folder }),
    () => initialized(ours(context)),
    () => initialized(empty(context)),
    nothing,
  );
  rmSync(folder, { recursive: true, force: true });
  context.spawned = mine;
  return [
    {
      measure: 'spawn → initialize',
      unit: 'ms',
      ours: mine,
      peers: { 'node -e 0': node, 'empty server, not bundled': bare },
      ratios: [{ of: 'ours ÷ node -e 0', value: mine / node, most: 1.4 }],
    },
    { measure: 'the same, the first time', unit: 'ms', ours: first, peers: {}, ratios: [] },
  ];
}

export function writeDocuments(folder, makeDocument) {
  return [
    { name: '125 KB', size: 125_000, large: false },
    { name: '5 MB', size: 5_000_000, large: true },
  ].map(({ name, size, large }) => {
    const file = path.join(folder, `document-${size}.txt`);
    writeFileSync(file, makeDocument(size));
    writeFileSync(file.replace(/\.txt$/, '.md'), makeDocument(size));
    return { name, file, large };
  });
}
