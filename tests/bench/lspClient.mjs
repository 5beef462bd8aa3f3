// A language client that does as little as it can, so that what is measured is the server.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Starts a server. `capabilities` are the client’s. */
export function startServer(command, { env = {}, capabilities = {} } = {}) {
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  const waiting = new Map();
  const listeners = new Set();
  let chunks = [];
  let length = 0;
  let wanted = 1;
  let id = 0;
  const texts = new Map();
  let takesWholeTexts = false;
  child.on('error', (error) => {
    for (const answer of waiting.values()) answer({ error });
  });
  child.stdin.on('error', () => undefined);

  child.stdout.on('data', (chunk) => {
    const at = performance.now();
    chunks.push(chunk);
    length += chunk.length;
    while (length >= wanted) {
      const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      chunks = [bytes];
      const head = bytes.indexOf('\r\n\r\n');
      const end = head < 0 ? Infinity : head + 4 + Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, head))[1]);
      if (end > length) {
        // Looked at again only when all of it can be there.
        wanted = head < 0 ? length + 1 : end;
        return;
      }
      chunks = [bytes.subarray(end)];
      length -= end;
      wanted = 1;
      receive(bytes.subarray(head + 4, end), at);
    }
  });

  function receive(body, at) {
    const message = JSON.parse(body);
    if (message.method !== undefined && message.id !== undefined) {
      const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
      send({ id: message.id, result });
    } else if (message.method !== undefined) for (const listen of listeners) listen(message, at);
    else {
      waiting.get(message.id)?.({ result: message.result, error: message.error, at, bytes: body.length });
      waiting.delete(message.id);
    }
  }

  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  }

  const server = {
    pid: child.pid,
    notify: (method, params) => send({ method, params }),
    /** Resolves to the result, the milliseconds until its last byte was there, and its bytes. */
    ask(method, params) {
      const started = performance.now();
      const own = ++id;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${method} was not answered within two minutes`)), 120_000);
        waiting.set(own, ({ result, error, at, bytes }) => {
          clearTimeout(timer);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve({ result, ms: at - started, bytes });
        });
        send({ id: own, method, params });
      });
    },
    onNotification: (listen) => listeners.add(listen),
    async initialize(folder, initializationOptions) {
      const uri = folder && `file://${folder}`;
      const answer = await server.ask('initialize', {
        processId: process.pid,
        rootUri: uri ?? null,
        workspaceFolders: uri ? [{ uri, name: 'bench' }] : null,
        capabilities: {
          workspace: { workspaceFolders: true, configuration: true },
          textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, diagnostic: {} },
          ...capabilities,
        },
        initializationOptions,
      });
      server.notify('initialized', {});
      const { textDocumentSync: sync } = answer.result.capabilities;
      takesWholeTexts = (typeof sync === 'object' ? sync.change : sync) === 1;
      return answer;
    },
    open(uri, text, languageId) {
      texts.set(uri, text);
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    /** Types one letter; sends the whole text to servers that take no less. */
    type(uri, version, line, character) {
      const place = { line, character };
      const change = { range: { start: place, end: place }, text: 'x' };
      if (takesWholeTexts) {
        const before = texts.get(uri);
        const at = before.split('\n', line).join('\n').length + 1 + character;
        texts.set(uri, `${before.slice(0, at)}x${before.slice(at)}`);
      }
      const contentChanges = [takesWholeTexts ? { text: texts.get(uri) } : change];
      server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    /** In megabytes; undefined where the system does not say. */
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      } catch {
        return undefined;
      }
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await Promise.race([server.ask('shutdown').catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 5000))]);
      server.notify('exit');
      const killer = setTimeout(() => child.kill('SIGKILL'), 3000);
      if (child.exitCode === null) await ended;
      clearTimeout(killer);
    },
  };
  return server;
}
