import { analyticsBench } from './analytics/analytics-bench.js';
import { bookingBench } from './booking/booking-bench.js';
import type { Bench, Closing } from './measure/bench.js';
import { notesBench } from './notes/notes-bench.js';
import { readsBench } from './reads/reads-bench.js';
import { sdkBench } from './sdk/sdk-bench.js';
import { slotsBench } from './slots/slots-bench.js';

/** @returns the ratio to the bare loop at concurrency 32; of analytics, the least one of rows to summary; of sdk, the overhead */
export type Benchmark = (bench: Bench, closing: Closing) => Promise<number>;

export const benchmarks: Readonly<Record<string, Benchmark>> = {
  booking: bookingBench,
  slots: slotsBench,
  notes: notesBench,
  reads: readsBench,
  analytics: analyticsBench,
  sdk: sdkBench,
};

/** What `npm run bench -- --help` prints. */
export const usage = `Usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [--rounds N] [--seconds S]
  --rounds N   turns of each side; medians are taken over them (3)
  --seconds S  length of a turn (4)
MYSQL_URL, MONGO_URL and REDIS_URL name running stores; without them engines are started under .medweave/bench.
Every run uses databases of its own and drops them at the end; analytics keeps its two clinics, because the large one
takes a quarter of an hour to generate. See bench/README.md.`;
