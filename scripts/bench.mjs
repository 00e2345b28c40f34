// npm run bench -- booking|slots|notes|reads|analytics|sdk: ratios to bare drivers, measured in one run.
import { bundleServer } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('bench');
await ensurePackages();
await bundleServer();
const args = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true });
