// npm run analytics:verify and analytics:rebuild.
import { analyticsFile, bundleServer } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('analytics');
await ensurePackages();
await bundleServer();
const args = ['--enable-source-maps', analyticsFile, ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true, ipc: true });
