// npm run prove -- NAME [--dose small|full] [--seed N]
import { parseArgs } from 'node:util';
import type { Dose } from './kernel/proof.js';
import { runProof } from './kernel/run-proof.js';
import { promises } from './promises.js';
import { usage } from './usage.js';

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
