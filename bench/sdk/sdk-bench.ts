import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rootDir } from '../../server/src/paths.js';
import { Loader } from '../load/loader.js';
import { type Bench, type Closing, tableLine } from '../measure/bench.js';
import { median, shown } from '../measure/figures.js';
import { mediansOf, type Round, type Rounds, type Side, takeTurns } from '../measure/rounds.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic } from '../setup/clinic.js';
import { writeVisits } from '../setup/past-visits.js';
import type { CallPlan, Operation } from './call-plan.js';

const fetchCalls = new URL('fetch-calls.ts', import.meta.url);
const sdkCalls = new URL('sdk-calls.ts', import.meta.url);
const people = 48;
const visitsEach = 60;
const bookingDays = 200;
const concurrencies = [1, 8];
/** Of the time that a call takes with bare fetch: the median of a turn beside that of the other side's turn. */
const overheadAtMost = 0.1;
/** Short turns, and many of them: what is looked for is smaller than what else happens within a second. */
const turnMs = 100;
const warmUpMs = 1_500;

const expected: Record<Operation, string> = { byId: 'read', list: 'read', booking: 'booked' };

/** The SDK against bare fetch, the same calls in turns. @returns the largest overhead, as a share of bare fetch's time */
export async function sdkBench(bench: Bench, closing: Closing): Promise<number> {
  const sdk = await builtSdk(closing);
  const plans = await twoOfAKind(bench, closing);
  const bareLoader = await Loader.start(fetchCalls, { ...plans.bare, operation: 'byId' });
  closing.push(() => bareLoader.stop());
  const sdkLoader = await Loader.start(sdkCalls, { ...plans.sdk, sdk, operation: 'byId' });
  closing.push(() => sdkLoader.stop());

  const overheads: number[] = [];
  for (const operation of ['byId', 'list', 'booking'] as const) {
    await bareLoader.open(fetchCalls, { ...plans.bare, operation });
    await sdkLoader.open(sdkCalls, { ...plans.sdk, sdk, operation });
    const sides = [
      { name: 'sdk', loader: sdkLoader, expected: expected[operation] },
      { name: 'bare', loader: bareLoader, expected: expected[operation] },
    ];
    for (const { loader } of sides) await loader.round(Math.max(...concurrencies), warmUpMs);
    for (const concurrency of concurrencies)
      overheads.push(await compare(bench, sides, operation, concurrency));
  }
  return Math.max(...overheads);
}

async function compare(
  { options, report, findings }: Bench,
  sides: Side[],
  operation: Operation,
  concurrency: number,
): Promise<number> {
  const turns = Math.ceil((options.rounds * options.secondsPerRound * 1_000) / turnMs);
  const rounds = await takeTurns(sides, { concurrency, rounds: turns, forMs: turnMs, report: () => {} });
  for (const { name } of sides)
    report(tableLine(`${operation} ${name} c=${concurrency}`, mediansOf(rounds, name)));
  const overheads = byTurn(rounds, (sdk, bare) => sdk.p50Ms / bare.p50Ms - 1).toSorted((a, b) => a - b);
  const overhead = median(overheads);
  const [low, high] = [overheads[Math.floor(turns / 4)] ?? 0, overheads[Math.floor((turns * 3) / 4)] ?? 0];
  const cpuMicrosMore = median(byTurn(rounds, (sdk, bare) => (sdk.cpuMsEach - bare.cpuMsEach) * 1_000));
  const spread = `half of ${turns} turns from ${percent(low)} to ${percent(high)}`;
  report(
    `  ${operation} overhead c=${concurrency}: ${percent(overhead)} (${spread}), cpu ${shown(cpuMicrosMore)} µs`,
  );
  findings.set(`${operation}CpuMicrosMoreAt${concurrency}`, cpuMicrosMore);
  findings.below(`${operation}OverheadAt${concurrency}`, overhead, overheadAtMost);
  return overhead;
}

/** Each turn of the SDK beside the one of bare fetch that was next to it. */
function byTurn(rounds: Rounds, figure: (sdk: Round, bare: Round) => number): number[] {
  const bare = rounds.get('bare') ?? [];
  return (rounds.get('sdk') ?? []).flatMap((turn, index) => {
    const beside = bare[index];
    return beside ? [figure(turn, beside)] : [];
  });
}

const percent = (share: number): string => `${shown(share * 100)} %`;

/** A clinic, and the same plan for either side, with patients and doctors of its own. */
async function twoOfAKind(
  { stores, report }: Bench,
  closing: Closing,
): Promise<Record<'sdk' | 'bare', Omit<CallPlan, 'operation'>>> {
  const { baseUrl, stop } = await startApi(stores);
  closing.push(stop);
  const clinic = await BenchClinic.open(baseUrl);
  const { id: specializationId } = await clinic.specialization();
  const plan = async () => {
    report(`Registering ${people} patients with ${visitsEach} visits each …`);
    const [patients, doctors] = [
      await clinic.patients(people),
      await clinic.doctors(people, specializationId),
    ];
    const visits = await writeVisits(stores.mysqlUrl, { patients, doctors, visitsEach });
    return { baseUrl, visits, bookings: { patients, doctors, days: bookingDays, firstDay: 2 } };
  };
  return { sdk: await plan(), bare: await plan() };
}

/** @returns the URL of the ES module as it is published: run from the source it would be another program */
async function builtSdk(closing: Closing): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'medweave-bench-sdk-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(rootDir, 'scripts', 'build-sdk.mjs'), '--out', folder]);
  return pathToFileURL(join(folder, 'esm', 'index.js')).href;
}
