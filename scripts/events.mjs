// npm run events -- list|retry: deliveries of events that wait, and those that are parked.
import { bundleServer, eventsFile } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('events');
await ensurePackages();
await bundleServer();
const args = ['--enable-source-maps', eventsFile, ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true, ipc: true });
