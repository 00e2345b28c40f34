import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreUrls } from '../../server/src/compose.js';
import { runChild } from '../tree/child.js';
import { type TestChoice, toldOf } from './guard.js';

/** What the chosen tests said. A hook that fails is no test that fails: nothing was tried then. */
export interface TestResult {
  readonly passed: number;
  /** Full titles; one at most, since the run ends with it. */
  readonly failed: readonly string[];
  /** Why they could not be tried, or not to their end. */
  readonly trouble: string | null;
}

const endsWithinMs = 240_000;
const toldAtMost = 1_500;

/** Runs tests of a tree, on these engines, until one fails. */
export class TestRuns {
  readonly #intact = new Map<string, Promise<TestResult>>();

  constructor(
    private readonly root: string,
    private readonly folder: string,
    private readonly urls: StoreUrls,
    private readonly signal: AbortSignal,
  ) {}

  /** Of the tree as it is; asked once for guards that have the same tests. */
  runIntact(choice: TestChoice): Promise<TestResult> {
    const result = this.#intact.get(toldOf(choice)) ?? this.run(choice);
    this.#intact.set(toldOf(choice), result);
    return result;
  }

  async run(choice: TestChoice): Promise<TestResult> {
    const resultFile = join(this.folder, 'result.json');
    await rm(resultFile, { force: true });
    const said = await this.#mocha(choice, resultFile);
    const result = await readFile(resultFile, 'utf8').catch(() => null);
    if (result === null) return { passed: 0, failed: [], trouble: `They did not run to their end: ${said}` };
    return resultOf(JSON.parse(result) as MochaResult);
  }

  /** @returns the end of what it printed */
  async #mocha({ file, titled }: TestChoice, resultFile: string): Promise<string> {
    const options = ['--bail', '--exit', '--timeout', '30000', '--reporter', 'json'];
    const only = titled === undefined ? [] : ['--fgrep', titled];
    const cli = join('node_modules', 'mocha', 'bin', 'mocha.js');
    const args = ['--import', 'tsx', cli, ...options, '--reporter-option', `output=${resultFile}`, ...only];
    const { said } = await runChild({
      args: [...args, file],
      cwd: this.root,
      env: this.#environment(),
      endsWithinMs,
      signal: this.signal,
    });
    return said.slice(-toldAtMost);
  }

  #environment(): NodeJS.ProcessEnv {
    const { MEDWEAVE_TEST_RESULT: _ofAnotherRun, ...environment } = process.env;
    return {
      ...environment,
      MEDWEAVE_TEST_MYSQL_URL: this.urls.mysqlUrl,
      MEDWEAVE_TEST_MONGO_URL: this.urls.mongoUrl,
      MEDWEAVE_TEST_REDIS_URL: this.urls.redisUrl,
      MEDWEAVE_TEST_ENGINES: this.folder,
    };
  }
}

interface MochaResult {
  readonly stats: { readonly passes: number };
  readonly tests: readonly { readonly fullTitle: string }[];
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
}

const isHook = (fullTitle: string): boolean => /"(before|after) (all|each)" hook/.test(fullTitle);

function resultOf({ stats, tests, failures }: MochaResult): TestResult {
  const failed = failures.map(({ fullTitle }) => fullTitle).filter((title) => !isHook(title));
  const hook = failures.find(({ fullTitle }) => isHook(fullTitle));
  const trouble = hook
    ? `${hook.fullTitle} failed: ${hook.err.message ?? ''}`
    : tests.length === 0
      ? 'There is no such test.'
      : null;
  return { passed: stats.passes, failed, trouble };
}
