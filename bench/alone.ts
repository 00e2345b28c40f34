// The load generator against one system, without a comparison: npx tsx bench/alone.ts MODULE [options]
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Loader } from './load/loader.js';
import { tableLine } from './measure/bench.js';
import { rounded } from './measure/figures.js';
import { mediansOf, takeTurns } from './measure/rounds.js';

const usage = `Usage: npx tsx bench/alone.ts MODULE [--setup JSON] [--expected OUTCOME] [--concurrency 1,8,32] [--rounds N] [--seconds S]
MODULE exports open(setup), see bench/README.md; OUTCOME is the only one allowed, e.g. 201.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    setup: { type: 'string', default: '{}' },
    expected: { type: 'string', default: '200' },
    concurrency: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
  },
});
const [module] = positionals;
if (!module) {
  console.log(usage);
  process.exit(1);
}
const loader = await Loader.start(pathToFileURL(module), JSON.parse(values.setup));
const side = { name: 'system', loader, expected: values.expected };
await loader.round(8, 1_000);
const figures: Record<string, number> = {};
for (const concurrency of values.concurrency.split(',').map(Number)) {
  const plan = { concurrency, rounds: Number(values.rounds), forMs: Number(values.seconds) * 1_000 };
  const medians = mediansOf(await takeTurns([side], { ...plan, report: console.log }), side.name);
  console.log(tableLine(`c=${concurrency}`, medians));
  figures[`c${concurrency}_perSecond`] = rounded(medians.perSecond, 1);
  figures[`c${concurrency}_p50Ms`] = rounded(medians.p50Ms);
  figures[`c${concurrency}_p99Ms`] = rounded(medians.p99Ms);
}
console.log(JSON.stringify({ bench: 'alone', ...figures }));
loader.stop();
