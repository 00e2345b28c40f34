import { promises } from './promises.js';

const list = Object.entries(promises)
  .map(([name, { promise, says }]) => `  ${name.padEnd(12)} ${promise.padEnd(4)} ${says}`)
  .join('\n');

/** What `npm run prove -- --help` prints. */
export const usage = `Usage: npm run prove -- NAME|all [--dose small|full] [--seed N]
${list}
  --dose small  some seconds to a minute each, as within npm test (the default)
  --dose full   the numbers that are promised: minutes to an hour each
  --seed N      repeats a run; another one each time without it
Each starts engines and API processes of its own, writes .medweave/reports/NAME-DOSE-SEED.md, and ends with one line.`;
