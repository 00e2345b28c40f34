// npm run import -- synthea DIR [--notes FILE]: loads a clinic from files.
import { bundleServer, importFile } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('import');
await ensurePackages();
await bundleServer();
const args = ['--enable-source-maps', importFile, ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true, ipc: true });
