import { describe, expect, test } from 'vitest';
import type { CancellationToken } from 'vscode-languageserver/node';
import { ResponseError } from 'vscode-languageserver/node';
import type { OutlineEntry } from '../../server/src/features/answers';
import { matchesAny } from '../../server/src/lsp/globs';
import { createGuard } from '../../server/src/lsp/guard';
import { settingsOf } from '../../server/src/lsp/settings';
import { toDocumentSymbols, toHover } from '../../server/src/lsp/toProtocol';
import { canonicalUri, pathBelow } from '../../server/src/lsp/uris';
import { DEFAULT_SETTINGS } from '../../server/src/protocol';
import { LineTable } from '../../server/src/text/lineTable';

describe('globs', () => {
  test.each([
    ['**/*.{txt,md}', 'a.txt', true],
    ['**/*.{txt,md}', 'deep/er/a.md', true],
    ['**/*.{txt,md}', 'a.csv', false],
    ['**/*.{txt,md}', 'a.txt.bak', false],
    ['**/*.txt', '.hidden.txt', false],
    ['**/*.txt', '.git/a.txt', false],
    ['**/node_modules/**', 'x/node_modules/y/z.md', true],
    ['**/.git/**', '.git/a.txt', true],
    ['20??/*.txt', '2019/a.txt', true],
    ['20??/*.txt', '2019/b/a.txt', false],
    ['day[0-9].txt', 'day7.txt', true],
    ['day[^0-9].txt', 'day7.txt', false],
    ['a(b)+c.txt', 'a(b)+c.txt', true],
    ['[', 'a', false],
    ['**/*.txt', 'MINUTES.TXT', true],
    ['[', '[', true],
    ['', 'a', false],
  ])('"%s" and %s: %s', (glob, path, expected) => {
    expect(matchesAny([glob], path)).toBe(expected);
  });
});

describe('settings', () => {
  test.each([undefined, null, 7, 'x', [], {}, { corpus: 7 }, { corpus: { include: 'all' }, recognise: { enabled: 'yes' } }])(
    '%j gives the defaults',
    (sent) => {
      expect(settingsOf(sent)).toEqual(DEFAULT_SETTINGS);
    },
  );

  test('what is set is taken, the rest has its default', () => {
    const labels = { 'court/**': 'fullStop', '*.md': 'loud', '*.txt': 7 };
    expect(
      settingsOf({ layout: { labels }, recognise: { enabled: false }, corpus: { exclude: ['old/**', 7] }, index: { remember: false } }),
    ).toEqual({
      layout: { labels: { 'court/**': 'fullStop' } },
      recognise: { enabled: false },
      corpus: { include: DEFAULT_SETTINGS.corpus.include, exclude: ['old/**'] },
      index: { remember: false },
    });
  });
});

describe('uris', () => {
  test('of one file are one', () => {
    expect(canonicalUri('file:///c:/A%20(b).txt')).toBe(canonicalUri('file:///C%3A/A%20%28b%29.txt'));
  });

  test('of other schemes stay as they are', () => {
    expect(canonicalUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });

  test('below a folder have a path with its escapes undone', () => {
    expect(pathBelow('file:///a', 'file:///a/b%20c.txt')).toBe('b c.txt');
    expect(pathBelow('file:///a', 'file:///ab/c.txt')).toBeUndefined();
  });
});

describe('guard', () => {
  const token = { isCancellationRequested: false } as CancellationToken;

  test('an error goes to the log and the client gets nothing', () => {
    const errors: string[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: (message: string) => void errors.push(message) };
    const guard = createGuard(
      log,
      () => 'running',
      () => undefined,
    );
    const answer = guard<unknown, string | null>('hover', null, () => {
      throw new Error('faulty');
    });
    expect(answer({}, token)).toBeNull();
    expect(errors).toEqual(['hover failed']);
  });

  test('a cancelled request is not worked on', () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const guard = createGuard(
      log,
      () => 'running',
      () => undefined,
    );
    let worked = false;
    const answer = guard<unknown, null>('hover', null, () => {
      worked = true;
      return null;
    });
    expect(answer({}, { ...token, isCancellationRequested: true })).toBeInstanceOf(ResponseError);
    expect(worked).toBe(false);
  });
});

describe('outline entries', () => {
  const entry: OutlineEntry = {
    kind: 'turn',
    name: ' ',
    detail: '',
    span: { start: 2, end: 5 },
    selection: { start: 0, end: 9 },
    children: [],
  };

  test('always have a name and a selection inside their range, or editors drop the outline', () => {
    const [symbol] = toDocumentSymbols([entry], LineTable.of('0123456789'));
    expect(symbol?.name).toBe('…');
    expect(symbol?.selectionRange).toEqual(symbol?.range);
  });
});

describe('hover text', () => {
  test('loses its marks for a client that shows plain text', () => {
    const hover = toHover(
      { markdown: '**Quay Fund** in [May](file:///a#L2) \\[sic\\]', span: { start: 0, end: 1 } },
      LineTable.of('Q'),
      false,
    );
    expect(hover?.contents).toEqual({ kind: 'plaintext', value: 'Quay Fund in May [sic]' });
  });
});
