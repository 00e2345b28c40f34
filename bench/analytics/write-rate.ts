import type { BookingPlan } from '../booking/booking-plan.js';
import { Loader } from '../load/loader.js';
import { type Bench, type Closing, tableLine } from '../measure/bench.js';
import { mediansOf, ratioOf, type Side, takeTurns } from '../measure/rounds.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic } from '../setup/clinic.js';
import type { StoreUrls } from '../setup/stores.js';

const apiBookings = new URL('../booking/api-bookings.ts', import.meta.url);
const people = 48;
const warmUpMs = 3_000;

/** Bookings while their numbers are kept, against bookings that nobody counts: two processes, two equal databases. */
export async function writeRate(bench: Bench, closing: Closing): Promise<void> {
  const { options, report, findings, stores } = bench;
  const sides: Side[] = [];
  for (const [name, urls, keepsNumbers] of [
    ['counted', await stores.another(), true],
    ['uncounted', await stores.another(), false],
  ] as const)
    sides.push(await side(closing, name, urls, keepsNumbers));
  for (const concurrency of [8, 32]) {
    const plan = { concurrency, rounds: options.rounds, forMs: options.secondsPerRound * 1_000, report };
    const rounds = await takeTurns(sides, plan);
    for (const { name } of sides) report(tableLine(`${name} c=${concurrency}`, mediansOf(rounds, name)));
    findings.atLeast(`writeRateKeptAt${concurrency}`, ratioOf(rounds, 'counted', 'uncounted').ratio, 0.75);
  }
  for (const { loader } of sides) loader.stop();
}

async function side(closing: Closing, name: string, urls: StoreUrls, keepsNumbers: boolean): Promise<Side> {
  const api = await startApi({ ...urls, keepsNumbers });
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  const { id: specializationId } = await clinic.specialization();
  const plan: BookingPlan = {
    patients: await clinic.patients(people),
    doctors: await clinic.doctors(people, specializationId),
    days: 120,
    firstDay: 30,
  };
  const loader = await Loader.start(apiBookings, { baseUrl: api.baseUrl, plan });
  closing.push(() => loader.stop());
  await loader.round(32, warmUpMs);
  return { name, loader, expected: '201', cpuMs: () => api.cpuMs() };
}
