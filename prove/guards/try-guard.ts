import type { Broken } from '../kernel/proof.js';
import { without } from '../tree/removal.js';
import { type Guard, toldOf } from './guard.js';
import type { TestResult, TestRuns } from './test-run.js';

/** What became of one guard. */
export interface Noticed {
  readonly guard: Guard;
  /** The test that turned red; empty when none did. */
  readonly redTitle: string;
  readonly seconds: number;
  readonly broken: Broken | null;
}

/** Runs a guard's tests with it, which must be green, and without it, which must be red. */
export async function tryGuard(tree: string, guard: Guard, runs: TestRuns): Promise<Noticed> {
  const startedAt = performance.now();
  const outcome = (redTitle: string, broken: Broken | null): Noticed => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return { guard, redTitle, seconds, broken };
  };
  const withIt = await runs.runIntact(guard.noticedBy);
  if (withIt.trouble !== null || withIt.failed.length > 0)
    return outcome('', {
      what: `the tests are red although the guard stands: ${guard.name}`,
      history: historyOf(guard, withIt),
    });
  const withoutIt = await without(tree, guard, () => runs.run(guard.noticedBy));
  const [redTitle] = withoutIt.failed;
  if (redTitle !== undefined) return outcome(redTitle, null);
  return outcome('', {
    what: `no test notices that it is gone: ${guard.name}`,
    history: historyOf(guard, withoutIt),
  });
}

const historyOf = ({ removal, noticedBy }: Guard, { passed, failed, trouble }: TestResult): string[] => [
  ...removal.map(({ file }) => `taken out of ${file}`),
  `run: ${toldOf(noticedBy)}`,
  `${passed} passed, ${failed.length} failed`,
  ...failed,
  ...(trouble === null ? [] : [trouble]),
];
