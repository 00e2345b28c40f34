// npm run prove -- NAME [--dose small|full] [--seed N]: tries whether a promise holds, and says what was found.
import { bundleServer } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('prove');
await ensurePackages();
await bundleServer();
const args = ['--import', 'tsx', 'prove/run.ts', ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true });
