// A lane of a test run: node --import tsx server/test/runner/lane.ts, told by its parent which file is next.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { FileResult, LaneOrder } from './runner.types.js';

type ContractGate = typeof import('../support/contract-gate.js');

/** Loaded as mocha loads the tests: imported, it would be a second instance, which the tests do not write to. */
const { contractHooks }: ContractGate = createRequire(import.meta.url)('../support/contract-gate.ts');

/** Nobody waits for less because the machine is busy: engines of a test's own can take a minute to start then. */
const hangsMs = 240_000;

/** Prints as mocha does, but for the failures: those are the parent's to show. */
class FileReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    this.failures = [];
    super.epilogue();
  }
}

/** What mocha prints at the end about tests that failed. */
function told(failures: Mocha.Test[]): string {
  const lines: string[] = [];
  const { Base } = Mocha.reporters;
  const print = Base.consoleLog;
  Base.consoleLog = (...parts) => lines.push(format(...parts));
  Base.list(failures);
  Base.consoleLog = print;
  return lines.join('\n');
}

async function runFile({ file, hasColor }: LaneOrder): Promise<FileResult> {
  const mocha = new Mocha({
    reporter: FileReporter,
    timeout: hangsMs,
    forbidOnly: true,
    failZero: true,
    rootHooks: contractHooks,
    color: hasColor,
  });
  mocha.addFile(resolve(file));
  await mocha.loadFilesAsync();
  return new Promise((done) => {
    const skipped: string[] = [];
    const failures: Mocha.Test[] = [];
    const runner = mocha.run((failed) => {
      runner.dispose(); // else it throws what goes wrong in later files
      const reasons = failures.length > 0 ? told(failures) : 'There is no test in it.';
      done({ passed: runner.stats?.passes ?? 0, failed, skipped, reasons: failed > 0 ? reasons : '' });
    });
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('fail', (test) => failures.push(test));
  });
}

// As mocha's own command does: a rejection nobody waits for fails the test that is running.
process.on('unhandledRejection', (reason) => {
  throw reason;
});
process.on('disconnect', () => process.exit());
process.on('message', async (order: LaneOrder) => {
  const result = await runFile(order).catch((error: unknown): FileResult => {
    const reasons = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, skipped: [], reasons };
  });
  process.send?.(result);
});
