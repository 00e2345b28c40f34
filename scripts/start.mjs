// npm start: from a fresh clone to a running clinic. What follows `npm start --` goes to the server.
import { bundleServer, serverFile } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { giveUp, medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('start');
await ensurePackages();
try {
  await bundleServer();
} catch (error) {
  giveUp('The server could not be built; the reason is above.', error.message);
}
// Node sizes its heap by the machine's memory and clears it late: on a large one that costs 150 MB and is not faster.
const args = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=48',
  '--max-old-space-size=1024',
  serverFile,
  ...process.argv.slice(2),
];
// The channel tells the server when this process is gone, however it went.
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true, ipc: true });
