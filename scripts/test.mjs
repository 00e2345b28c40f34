// npm test: every check, then every test. With --changed, every check, then the tests that a change touches. With
// FILE…: only these test files, without the checks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { giveUp, medweaveNode, run, withoutPackages, withPackages } from './lib/processes.mjs';

answerHelp('test');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const beganAtMs = Date.now();
const args = process.argv.slice(2);
const namesFiles = args.length > 0 && !args[0].startsWith('--changed');
await ensurePackages();
const isChecked = namesFiles || (await check());
const { passed, failed } = await test();
const failures = failed + (isChecked ? 0 : 1);
if (!isChecked) console.log('npm run check failed; its reasons are further above. It counts as one failure.');
process.exitCode = failures > 0 ? 1 : 0;
console.log(`${passed} passed, ${failures} failed`);

async function check() {
  console.log('part 1 of 4: checks');
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
  };
  for (const signal of signals) process.on(signal, interrupt);
  const code = await runGroup('npm', ['run', 'check'], withoutPackages());
  for (const signal of signals) process.removeListener(signal, interrupt);
  if (isInterrupted) giveUp('The checks were interrupted.');
  return code === 0;
}

/** The runner leaves its figures in a file. Without one it has died, which is a failure. */
async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'medweave-result-'));
  const resultFile = join(folder, 'result.json');
  try {
    const env = withPackages({ MEDWEAVE_TEST_RESULT: resultFile, MEDWEAVE_TEST_BEGAN_AT: String(beganAtMs) });
    const runner = ['--import', 'tsx', 'server/test/runner/run.ts', ...args];
    const code = await runGroup(medweaveNode(), runner, env);
    const { passed, failed } = JSON.parse(readFileSync(resultFile, 'utf8'));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    console.log('The tests did not run to their end; the reason is above.');
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end, and ends whatever it has begun and left running, as one that is interrupted does. */
async function runGroup(command, args, env) {
  let group;
  const onStart = (pid) => {
    group = pid;
  };
  try {
    return await run(command, args, { env, detached: true, onStart });
  } finally {
    if (group !== undefined) endGroup(group);
  }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
