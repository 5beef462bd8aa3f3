import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { defineSuite } from './verbatim';

/** VS Code calls this in its extension host. Rejects when a test fails, which makes VS Code end with an error. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  defineSuite();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const report = process.env['VERBATIM_TEST_REPORT'];
      if (report) writeFileSync(report, JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: failures }));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
