import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isRunning, markOf, type ProcessMark } from '../../src/engines/process-identity.js';
import { rootDir } from '../../src/paths.js';
import { sharedUrls } from '../support/clinic.js';
import { until } from '../support/until.js';

const fixture = (name: string) => `server/test/runner/fixtures/${name}.fixture.ts`;

interface Run {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

describe('A run of the tests', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mw-runner-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** As `npm test -- FILE…` does it, in two lanes on the engines of this test. */
  function run(names: readonly string[], env: Record<string, string> = {}): Run {
    const { mysqlUrl, mongoUrl, redisUrl } = sharedUrls();
    const child = spawn(process.execPath, ['scripts/test.mjs', ...names.map(fixture)], {
      cwd: rootDir,
      env: {
        ...process.env,
        MYSQL_URL: mysqlUrl,
        MONGO_URL: mongoUrl,
        REDIS_URL: redisUrl,
        MEDWEAVE_TEST_LANES: '2',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    return { process: child, ended: once(child, 'close').then(([code]) => ({ code, output })) };
  }

  /** Two lanes, one of them with a file that never ends. @returns when that is under way */
  async function runForEver(file: string): Promise<Run & { marks: Record<string, ProcessMark> }> {
    const path = join(folder, file);
    const running = run(['waiting', 'passing'], { MEDWEAVE_TEST_PROCESSES: path });
    await until(() => existsSync(path) && readFileSync(path, 'utf8').endsWith('}'));
    const pids: Record<string, number> = JSON.parse(readFileSync(path, 'utf8'));
    const marks = Object.fromEntries(
      Object.entries(pids).map(([name, pid]) => [name, markOf(pid) as ProcessMark]),
    );
    expect(Object.values(marks)).to.not.include(null);
    return { ...running, marks };
  }

  it('ends well when every file does, and names what was skipped', async () => {
    const { code, output } = await run(['passing', 'printing']).ended;
    expect(output).to.include('skipped: A fixture that passes leaves one out');
    expect(output).to.match(/\n3 passed, 0 failed\n$/);
    expect(code).to.equal(0);
  });

  const bad = ['failing', 'killed', 'exiting', 'unloadable', 'empty'];

  it('goes on after files that fail, end their process or are none, and counts each', async () => {
    const { code, output } = await run([...bad, 'passing']).ended;
    expect(output).to.match(/\n3 passed, 5 failed\n$/);
    expect(code).to.equal(1);
    expect(output).to.include('part 3 of 4 · 6 of 6 files · 0 min');
  });

  it('tells at the end everything that failed, with its reason', async () => {
    const { output } = await run([...bad, 'passing']).ended;
    const end = output.slice(output.indexOf('\nFailed in '));
    for (const name of bad) expect(end).to.include(`Failed in ${fixture(name)}:`);
    expect(end)
      .to.include("expected 'red' to equal 'green'")
      .and.match(/failing\.fixture\.ts:\d+:\d+/);
    expect(end).to.include('before this file was through (SIGKILL)').and.include('(exit code 0)');
    expect(end).to.include('It cannot be loaded.').and.include('There is no test in it.');
    expect(end).to.not.include('A fixture that passes\n');
  });

  it('shows what a file printed in one piece, also when it was killed', async () => {
    const { output } = await run(['printing', 'killed', 'passing']).ended;
    const told = output.split(/part 3 of 4 .*\n/);
    const lines = Array.from({ length: 50 }, (_, line) => `line ${line}\n`).join('');
    expect(told.find((piece) => piece.includes(fixture('printing')))).to.include(lines);
    expect(told.find((piece) => piece.includes(fixture('killed')))).to.include('The last words.');
  });

  it('of one file prints as it goes', async () => {
    const { code, output } = await run(['failing']).ended;
    expect(output).to.not.include('part ');
    expect(output.match(/expected 'red' to equal 'green'/g)).to.have.length(1);
    expect(output).to.match(/\n1 passed, 1 failed\n$/);
    expect(code).to.equal(1);
  });

  it('that is interrupted ends with everything it has begun', async () => {
    const running = await runForEver('interrupted.json');
    running.process.kill('SIGINT');
    const { code, output } = await running.ended;
    expect(output)
      .to.include('The tests were interrupted.')
      .and.match(/\n0 passed, 1 failed\n$/);
    expect(code).to.equal(1);
    await until(() => !Object.values(running.marks).some(isRunning));
  });

  it('whose runner is killed is a failure, and ends with everything it has begun', async () => {
    const running = await runForEver('killed.json');
    process.kill(running.marks.runner?.pid ?? 0, 'SIGKILL');
    const { code, output } = await running.ended;
    expect(output)
      .to.include('The tests did not run to their end')
      .and.match(/\n0 passed, 1 failed\n$/);
    expect(code).to.equal(1);
    await until(() => !Object.values(running.marks).some(isRunning));
  });
});
