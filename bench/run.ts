// npm run bench -- booking|slots|notes|reads|analytics|sdk [--rounds N] [--seconds S]
import { parseArgs } from 'node:util';
import { type Benchmark, benchmarks, usage } from './benchmarks.js';
import { Findings } from './measure/bench.js';
import { rounded } from './measure/figures.js';
import { openStores } from './setup/stores.js';

const report = (line: string): void => console.log(line);

async function main(name: string, benchmark: Benchmark, signal: AbortSignal): Promise<void> {
  const findings = new Findings(report);
  const closings: (() => Promise<void> | void)[] = [];
  const stores = await openStores(process.env, report, signal);
  try {
    const interrupted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const options = { rounds: Number(values.rounds), secondsPerRound: Number(values.seconds) };
    const bench = { stores, options, report, findings };
    const ratio = await Promise.race([benchmark(bench, closings), interrupted]);
    if (findings.missed.length > 0) report(`\nMissed: ${findings.missed.join(', ')}`);
    report(
      JSON.stringify({ bench: name, ratio: rounded(ratio, 3), ...findings.figures, missed: findings.missed }),
    );
  } finally {
    for (const close of closings.reverse()) await close();
    await stores.discard();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    help: { type: 'boolean', default: false },
  },
});
const [name = ''] = positionals;
const benchmark = benchmarks[name];
const isUsable = benchmark && Number(values.rounds) >= 1 && Number(values.seconds) > 0;
if (values.help || !isUsable) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}
const stopping = new AbortController();
for (const stop of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(stop, () => stopping.abort(new Error('The benchmark was interrupted.')));
await main(name, benchmark, stopping.signal).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  },
);
