// npm run prove -- NAME [--dose small|full] [--seed N]
import { parseArgs } from 'node:util';
import type { Dose } from './kernel/proof.js';
import { runProof } from './kernel/run-proof.js';
import { promises } from './promises.js';

const list = Object.entries(promises)
  .map(([name, { promise, says }]) => `  ${name.padEnd(12)} ${promise.padEnd(4)} ${says}`)
  .join('\n');
const usage = `Usage: npm run prove -- NAME|all [--dose small|full] [--seed N]
${list}
  --dose small  some seconds to a minute each, as within npm test (the default)
  --dose full   the numbers that are promised: minutes to an hour each
  --seed N      repeats a run; another one each time without it
Each starts engines and API processes of its own, writes .medweave/reports/NAME-DOSE-SEED.md, and ends with one line.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dose: { type: 'string', default: 'small' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const chosen = name === 'all' ? Object.keys(promises) : [name];
const seed = Number(values.seed);
const isDose = (text: string): text is Dose => text === 'small' || text === 'full';

async function main(dose: Dose, signal: AbortSignal): Promise<number> {
  let brokenCount = 0;
  for (const each of chosen) {
    const proof = promises[each];
    if (!proof) continue;
    const report = (line: string) => console.log(line);
    const { broken } = await runProof(each, proof, { dose, seed, report, signal });
    brokenCount += broken.length;
  }
  return brokenCount === 0 ? 0 : 1;
}

const isUsable = chosen.every((each) => each in promises) && isDose(values.dose) && Number.isInteger(seed);
if (values.help || !isUsable) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}
const stopping = new AbortController();
for (const stop of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(stop, () => stopping.abort(new Error('The proof was interrupted.')));
main(values.dose as Dose, stopping.signal).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(2);
  },
);
