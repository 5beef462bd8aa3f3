import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { makeFolder } from './makeFolder';

/** Code that was kept so long ago is deleted, in milliseconds; where it is still of use it is compiled and kept again. */
const KEPT_FOR = 60 * 24 * 60 * 60 * 1000;

/** By so much code must have grown to be written again. */
const MUCH_MORE = 1.2;

/** Bytes of the checksum that stands before the code. It is that of the bundle and the code. */
const SEAL = 20;

export interface Bundle {
  readonly exports: unknown;
  /** Keeps the code that was compiled by now for the next start, unless this start had it already. Never throws. */
  keep(): void;
  /** The same, and also where much more has been compiled since. Takes a few milliseconds each time. */
  keepMore(): void;
}

/**
 * Loads a CommonJS bundle as `require` would, from code that the engine compiled at an earlier start: that takes half as
 * long. The code lies in `folder`, and is the engine’s own for this bundle and no other; it must be kept under the flags
 * under which it is loaded. Where there is none that can be trusted, or no folder, the bundle is compiled as usual. Throws
 * what the bundle throws.
 */
export function loadBundle(file: string, folder: string | undefined): Bundle {
  const source = readFileSync(file, 'utf8');
  const kept = folder === undefined ? undefined : keptCode(file, source, folder);
  const cachedData = kept?.read();
  const script = new Script(wrap(source), { filename: file, ...(cachedData ? { cachedData } : {}) });
  const isNew = script.cachedDataRejected !== false;
  /** In bytes: longer code is written again. A number, so that the code itself is not kept in memory. */
  const enough = isNew ? 0 : MUCH_MORE * (cachedData?.length ?? 0);
  const module = { exports: {} };
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run(module.exports, createRequire(file), module, file, path.dirname(file));
  return {
    exports: module.exports,
    keep() {
      if (isNew) kept?.write(script.createCachedData());
    },
    keepMore() {
      const code = kept && script.createCachedData();
      if (code && code.length > enough) kept.write(code);
    },
  };
}

/** Where compiled code lies: in a file for this engine and this state of the bundle, as far as the file system tells. */
function keptCode(bundle: string, source: string, folder: string): { read(): Buffer | undefined; write(code: Buffer): void } {
  const sealOf = (code: Buffer): Buffer => createHash('sha1').update(source).update(code).digest();
  const { size, mtimeMs } = statSync(bundle);
  const about = [bundle, size, mtimeMs, process.versions.v8, process.arch].join('\n');
  const file = path.join(folder, `${createHash('sha1').update(about).digest('hex')}.code`);
  return {
    read() {
      try {
        const bytes = readFileSync(file);
        const code = bytes.subarray(SEAL);
        // The engine itself does not look whether it is damaged, or of another bundle that is as long.
        return bytes.subarray(0, SEAL).equals(sealOf(code)) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    write(code) {
      try {
        makeFolder(folder);
        const beside = `${file}.${randomUUID()}.new`;
        writeFileSync(beside, Buffer.concat([sealOf(code), code]));
        renameSync(beside, file);
        deleteOld(folder);
      } catch {
        // It is compiled again next time.
      }
    },
  };
}

function deleteOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > KEPT_FOR) rmSync(file, { force: true });
  }
}
