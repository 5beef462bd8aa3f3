import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TranscriptRecord } from '../../server/src/export/jsonl';
import type { Io } from '../../server/src/cli/io';
import { run } from '../../server/src/cli/run';

const FILES: Readonly<Record<string, string>> = {
  'club.txt':
    'Rowing Club of Ferrow\n\nMina Holt (President): The Ferrow River Fund (FRF) is empty.\n\nJoss Able (Treasurer): So it is, Mina Holt.\n\nMina Holt (President): What now?\n',
  'letter.txt': 'Dear all,\n\nThe boats are gone.\n',
  'open.txt': 'Mina Holt (President): The boats [all of\n\nJoss Able (Treasurer): Which?\n\nMina Holt (President): All.\n',
};

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function verbatim(...args: string[]): Promise<Result> {
  let out = '';
  let err = '';
  const io: Io = {
    readFile: async (name) => {
      const text = FILES[name];
      if (text !== undefined) return Buffer.from(text);
      throw Object.assign(new Error('refused'), { code: name === 'folder' ? 'EISDIR' : name === 'secret' ? 'EACCES' : 'ENOENT' });
    },
    readStdin: async () => Buffer.from(FILES['club.txt'] ?? ''),
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  const code = await run(args, io, '1.2.3');
  return { code, out, err };
}

const records = (out: string): TranscriptRecord[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TranscriptRecord);

describe('verbatim parse', () => {
  test('takes a person’s word for how labels are typed', async () => {
    const kinds = async (style: string): Promise<string[]> =>
      records((await verbatim('parse', '--labels', style, 'club.txt')).out).map((record) => record.kind);
    expect(await kinds('colon')).toEqual(['transcript']);
    expect(await kinds('none')).toEqual(['document']);
    expect(await kinds('fullStop')).toEqual(['document']);
    expect((await verbatim('parse', '--labels', 'loud', 'club.txt')).code).toBe(2);
  });

  test('prints one JSON object a line for each file', async () => {
    const { code, out, err } = await verbatim('parse', '--format', 'jsonl', 'club.txt', 'letter.txt');
    expect([code, err]).toEqual([0, '']);
    expect(records(out).map((record) => [record.path, record.kind, record.turns.length])).toEqual([
      ['club.txt', 'transcript', 3],
      ['letter.txt', 'document', 0],
    ]);
  });

  test('reads standard input for -', async () => {
    const { out } = await verbatim('parse', '-');
    expect(records(out).map((record) => [record.path, record.turns[1]?.speaker])).toEqual([['-', 'Joss Able']]);
  });

  test('prints a list with --format json, also of no file', async () => {
    const { out } = await verbatim('parse', '--format', 'json', 'club.txt', 'letter.txt');
    expect((JSON.parse(out) as TranscriptRecord[]).map((record) => record.path)).toEqual(['club.txt', 'letter.txt']);
    expect(JSON.parse((await verbatim('parse', '--format', 'json', 'nowhere')).out)).toEqual([]);
  });

  test('prints a few lines to read with --format text', async () => {
    const { out } = await verbatim('parse', '--format', 'text', 'club.txt');
    expect(out).toContain('transcript · plain labels · 2 speakers');
    expect(out).toMatch(/turns +3/);
  });
});

describe('the other commands', () => {
  test('outline prints speakers with their lines', async () => {
    const { out } = await verbatim('outline', 'club.txt');
    expect(out).toMatch(/^ +3 +Mina Holt {2}\(President\)$/m);
    expect(out).toMatch(/^ +5 +Joss Able/m);
  });

  test('acronyms prints short form, long form and place', async () => {
    expect((await verbatim('acronyms', 'club.txt', 'letter.txt')).out).toBe('FRF\tFerrow River Fund\tclub.txt:3\n');
  });

  test('people prints everybody in all files together', async () => {
    const lines = (await verbatim('people', 'club.txt', 'open.txt')).out.trim().split('\n');
    expect(lines[0]).toBe('Mina Holt\t4\t1\tclub.txt, open.txt');
    expect(lines[1]).toMatch(/^Joss Able\t2\t0\t/);
  });

  test('check prints problems with their place', async () => {
    const { code, out } = await verbatim('check', 'club.txt', 'open.txt');
    expect(out).toMatch(/^open\.txt:1:34: (error|warning): .+ \[unclosed-bracket\]\n$/);
    expect(code).toBe(out.includes(': error: ') ? 1 : 0);
  });
});

describe('what goes wrong', () => {
  test('a file that cannot be read is named with the reason, and the others are done', async () => {
    const { code, out, err } = await verbatim('parse', 'nowhere', 'folder', 'secret', 'club.txt');
    expect(code).toBe(1);
    expect(err).toBe(
      'verbatim: nowhere: there is no such file\nverbatim: folder: this is a folder, not a file\nverbatim: secret: you are not allowed to read this file\n',
    );
    expect(records(out).map((record) => record.path)).toEqual(['club.txt']);
  });

  test.each([[], ['dance'], ['parse'], ['parse', '--format', 'csv', 'club.txt'], ['parse', '--loud', 'club.txt']].map((args) => [args]))(
    'a command that is not understood ends with 2: %j',
    async (args) => {
      const { code, out, err } = await verbatim(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    },
  );

  test('help and version are no mistakes', async () => {
    expect(await verbatim('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    expect((await verbatim('--help')).out).toContain('acronyms');
    expect((await verbatim('parse', '--help')).code).toBe(0);
  });
});

describe('the built command', () => {
  const ROOT = path.join(import.meta.dirname, '../..');
  const OUT = path.join(ROOT, '.build/bundles-cli');
  const command = (args: string[], input = ''): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [path.join(OUT, 'cli.js'), ...args], { encoding: 'utf8', input, maxBuffer: 2 ** 26 });

  beforeAll(() => {
    const built = spawnSync(process.execPath, ['scripts/build.mjs', '--out', OUT, 'cli'], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The build failed:\n${built.stderr}`);
  }, 60_000);

  test('reads a file or standard input, and ends with 0', () => {
    const { status, stdout, stderr } = command(['parse', '-'], FILES['club.txt']);
    expect([status, stderr]).toEqual([0, '']);
    expect(records(String(stdout))[0]?.turns).toHaveLength(3);
  });

  test('ends with 1 for a missing file, 2 for a command that is not understood', () => {
    expect(command(['parse', 'nowhere.txt']).status).toBe(1);
    expect(command(['dance']).status).toBe(2);
  });

  test('writes results to standard output only, also large ones', () => {
    const text = 'Mina Holt (President): All.\n\nJoss Able (Treasurer): None.\n\n'.repeat(5000);
    const { stdout } = command(['parse', '-', '-'], text);
    const [first, second] = records(String(stdout));
    expect([first?.turns.length, second?.turns.length]).toEqual([10000, 0]);
  });
});
