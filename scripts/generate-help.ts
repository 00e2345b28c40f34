// npm run generate:help: writes scripts/help, which is read before anything is installed. With --check it must be there.
import { readFileSync, writeFileSync } from 'node:fs';
import { usage as benchHelp } from '../bench/benchmarks.js';
import { usage as proveHelp } from '../prove/usage.js';
import { analyticsHelp } from '../server/src/analytics/help.js';
import { eventsHelp } from '../server/src/events/events-command.js';
import { generateHelp } from '../server/src/generate/generate-command.js';
import { help as startHelp } from '../server/src/help.js';
import { importHelp } from '../server/src/import/import-command.js';

/** By the script that prints it. The page of `npm test` is written by hand. */
const pages = {
  start: startHelp,
  import: importHelp,
  generate: generateHelp,
  analytics: analyticsHelp,
  events: eventsHelp,
  bench: benchHelp,
  prove: proveHelp,
};

const changed = Object.entries(pages).filter(([command, text]) => {
  const file = `scripts/help/${command}.txt`;
  if (!process.argv.includes('--check')) writeFileSync(file, `${text}\n`);
  return readFileSync(file, 'utf8') !== `${text}\n`;
});
if (changed.length > 0) {
  console.error(
    `Not what the commands say: ${changed.map(([command]) => command)}. Run: npm run generate:help`,
  );
  process.exit(1);
}
