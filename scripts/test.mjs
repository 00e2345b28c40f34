// npm test: every check, then every test. npm test -- FILE…: only these test files, without the checks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withoutPackages, withPackages } from './lib/processes.mjs';

answerHelp('test');
const files = process.argv.slice(2);
await ensurePackages();
const isChecked = files.length > 0 || (await check());
const { passed, failed } = await test();
const failures = failed + (isChecked ? 0 : 1);
if (!isChecked) console.log('npm run check failed; its reasons are further above. It counts as one failure.');
process.exitCode = failures > 0 ? 1 : 0;
console.log(`${passed} passed, ${failures} failed`);

async function check() {
  return (await run('npm', ['run', 'check'], { env: withoutPackages() })) === 0;
}

/** The runner leaves its figures in a file. Without one it has died, which is a failure. */
async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'medweave-result-'));
  const resultFile = join(folder, 'result.json');
  try {
    const env = withPackages({ MEDWEAVE_TEST_RESULT: resultFile });
    const args = ['--import', 'tsx', 'server/test/support/run.ts', ...files];
    const code = await run(medweaveNode(), args, { env, detached: true });
    const { passed, failed } = JSON.parse(readFileSync(resultFile, 'utf8'));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    console.log('The tests did not run to their end; the reason is above.');
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
