// Runs the tests on engines of their own: node --import tsx server/test/runner/run.ts [--changed[=REF] | FILE…]
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { changedTests } from './changed.js';
import { discardRun, environmentFor, startEngineSets, stopEngineSets, takeRunFolder } from './engine-sets.js';
import { keepSeconds, lastSeconds } from './file-seconds.js';
import { LaneProcess } from './lane-process.js';
import { runInLanes } from './lanes.js';
import { Report } from './report.js';
import { allTests, inParts, longestFirst, type TestFile, testsIn } from './test-files.js';

interface Result {
  readonly passed: number;
  readonly failed: number;
}

const { env } = process;
/** Two cores are full with two lanes; with more of them, the disk is. */
const maxLanes = 3;

/** On servers that somebody named there is one lane: some tests change settings of a whole server. */
function laneCount(): number {
  const isShared = Boolean(env.MYSQL_URL || env.MONGO_URL || env.REDIS_URL);
  return Number(env.MEDWEAVE_TEST_LANES) || (isShared ? 1 : Math.min(availableParallelism(), maxLanes));
}

async function runTests(files: readonly TestFile[], signal: AbortSignal): Promise<Result> {
  const beganAtMs = Number(env.MEDWEAVE_TEST_BEGAN_AT) || Date.now();
  const report = new Report(files.length, beganAtMs, (text) => process.stdout.write(text));
  const folder = await takeRunFolder();
  try {
    report.begin('engines');
    const sets = await startEngineSets(folder, Math.min(files.length, laneCount()), signal);
    const lanes = sets.map((engines, index) => {
      const log = files.length > 1 ? join(folder, `lane-${index + 1}.log`) : null;
      return new LaneProcess({
        env: environmentFor(engines, folder),
        log,
        hasColor: process.stdout.isTTY === true,
      });
    });
    const interrupted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      await Promise.race([runParts(files, lanes, report), interrupted]);
    } finally {
      await Promise.all(lanes.map((lane) => lane.end()));
      await stopEngineSets(sets);
      report.summarize();
    }
  } finally {
    await discardRun(folder);
  }
  keepSeconds(report.runs);
  const sum = (count: 'passed' | 'failed') => report.runs.reduce((total, run) => total + run[count], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

async function runParts(files: readonly TestFile[], lanes: readonly LaneProcess[], report: Report) {
  const { together, alone } = inParts(files);
  report.begin('tests side by side');
  await runInLanes(longestFirst(together, lastSeconds()), lanes, (run) => report.add(run));
  if (alone.length > 0) report.begin('tests that need quiet');
  await runInLanes(alone, lanes.slice(0, 1), (run) => report.add(run));
}

async function chosenFiles(args: readonly string[]): Promise<readonly TestFile[]> {
  const [option, ref] = args[0]?.split('=') ?? [];
  if (option !== '--changed') return args.length > 0 ? args.flatMap(testsIn) : allTests();
  const { files, why } = await changedTests(ref);
  console.log(why);
  return files;
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort(new Error('The tests were interrupted.')));
}
// Whoever reads along may leave; the engines still have to be stopped.
process.stdout.on('error', () => {});

const result = await chosenFiles(process.argv.slice(2))
  .then((files) => (files.length > 0 ? runTests(files, stopping.signal) : { passed: 0, failed: 0 }))
  .catch((error: unknown): Result => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return { passed: 0, failed: 1 };
  });
if (env.MEDWEAVE_TEST_RESULT) writeFileSync(env.MEDWEAVE_TEST_RESULT, JSON.stringify(result));
process.exit(result.failed > 0 ? 1 : 0);
