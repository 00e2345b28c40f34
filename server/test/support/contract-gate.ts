import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { brokenBy, Contract } from './contract.js';
import { watchAnswers } from './contract-watch.js';

/**
 * Every answer that a Medweave server gives while the tests run keeps the contract, or the running test fails: also
 * those of tests that look at something else. Loaded with the builders that start servers, so that no test forgets it.
 */
const contract = Contract.committed();
const violations = new Set<string>();
let checkedCount = 0;

type TestBody = (this: Mocha.Context) => PromiseLike<void> | void;

watchAnswers((answer) => {
  checkedCount += 1;
  const violation = contract.violationOf(answer);
  if (violation !== null) violations.add(violation);
});

/** The root hooks of each run of mocha. */
export const contractHooks = {
  // A hook that throws would end the whole run; a test that throws fails alone.
  beforeEach(this: Mocha.Context): void {
    const test = this.currentTest;
    if (test?.fn?.length === 0) test.fn = heldToContract(test.fn as TestBody);
  },
  afterAll(): void {
    failOnViolations();
  },
};

// Our own runner gives them to mocha with every file. Mocha's command hears of them when a test loads this.
if ('beforeEach' in globalThis) {
  beforeEach(contractHooks.beforeEach);
  after(contractHooks.afterAll);
}

export const checkedAnswers = (): number => checkedCount;

/** Node's arguments that make a program check its own answers, and tell on standard error. */
export const underContract = [
  ...['--import', 'tsx'],
  ...['--import', new URL('./contract-preload.ts', import.meta.url).href],
];

/** Counts what a program that runs under contract tells like this process's own answers. */
export function hearViolations(stderr: Readable): void {
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.startsWith(brokenBy)) violations.add(JSON.parse(line.slice(brokenBy.length)));
  });
}

/** A test that also fails, and says why, when an answer broke the contract since the test before it. */
export function heldToContract(body: TestBody): TestBody {
  return async function () {
    const failure = await failureOf(() => body.call(this));
    failOnViolations(failure?.reason);
    if (failure) throw failure.reason;
  };
}

async function failureOf(work: () => PromiseLike<void> | void): Promise<{ reason: unknown } | null> {
  try {
    await work();
    return null;
  } catch (reason) {
    return { reason };
  }
}

function failOnViolations(cause?: unknown): void {
  if (violations.size === 0) return;
  const found = [...violations];
  violations.clear();
  const lines = [
    `${found.length} kinds of answers broke the contract in sdk/openapi.json.`,
    'Mend the server, or what its controllers document and run npm run generate:api.',
    ...found.slice(0, 10),
  ];
  throw new Error(lines.join('\n'), { cause });
}
