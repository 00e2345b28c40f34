// npm run generate -- [--patients N] [--doctors N] [--appointments N] …: fills a clinic with made-up people and visits.
import { bundleServer, generateFile } from './lib/bundle.mjs';
import { answerHelp } from './lib/help.mjs';
import { ensurePackages } from './lib/install.mjs';
import { medweaveNode, run, withPackages } from './lib/processes.mjs';

answerHelp('generate');
await ensurePackages();
await bundleServer();
// Left alone, the heap would grow with all that passes through it: what is planned lies outside of it.
const heap = ['--max-old-space-size=768', '--max-semi-space-size=4'];
const args = [...heap, '--enable-source-maps', generateFile, ...process.argv.slice(2)];
process.exitCode = await run(medweaveNode(), args, { env: withPackages(), detached: true, ipc: true });
