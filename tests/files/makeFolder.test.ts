import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../../server/src/files/makeFolder';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'verbatim-folder-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a folder', () => {
  test('is made with those above it, and stays when it is there', () => {
    const folder = path.join(root, 'a/b/c/d');
    makeFolder(folder);
    writeFileSync(path.join(folder, 'kept.txt'), '');
    makeFolder(folder);
    expect(existsSync(path.join(folder, 'kept.txt'))).toBe(true);
  });

  test.each(['file/b/c', '/proc/a/b/c'])('cannot be made at %s', (place) => {
    writeFileSync(path.join(root, 'file'), '');
    expect(() => makeFolder(path.resolve(root, place))).toThrow();
  });
});
