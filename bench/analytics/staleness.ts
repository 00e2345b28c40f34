import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { BookingPlan } from '../booking/booking-plan.js';
import { Loader } from '../load/loader.js';
import type { Bench, Closing } from '../measure/bench.js';
import { percentile } from '../measure/figures.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic } from '../setup/clinic.js';

const steadyBookings = new URL('steady-bookings.ts', import.meta.url);
const bookingsPerSecond = 200;
const forMs = 20_000;
const lookEveryMs = 20;

/** How old the oldest booking is that is not counted yet, looked up all the time under a steady stream of bookings. */
export async function staleness({ stores, report, findings }: Bench, closing: Closing): Promise<void> {
  const urls = await stores.another();
  const api = await startApi(urls);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  const { id: specializationId } = await clinic.specialization();
  const plan: BookingPlan = {
    patients: await clinic.patients(48),
    doctors: await clinic.doctors(48, specializationId),
    days: 60,
    firstDay: 30,
  };
  const loader = await Loader.start(steadyBookings, { baseUrl: api.baseUrl, plan, bookingsPerSecond });
  closing.push(() => loader.stop());
  const connection = await createConnection({ uri: urls.mysqlUrl });
  const agesMs: number[] = [];
  let isOver = false;
  const load = loader.round(32, forMs).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const [[row]] = await connection.query<RowDataPacket[]>(
      `SELECT IFNULL((SELECT TIMESTAMPDIFF(MICROSECOND, occurred_at, NOW(3)) FROM events
        WHERE awaits = 'summaries' ORDER BY id LIMIT 1), 0) / 1000 AS ms`,
    );
    agesMs.push(Number(row?.ms));
    await pause(lookEveryMs);
  }
  const { latenciesMs, elapsedMs } = await load;
  await connection.end();
  loader.stop();
  await api.stop();
  findings.set('stalenessBookingsPerSecond', (latenciesMs.length / elapsedMs) * 1_000);
  const ages = Float64Array.from(agesMs);
  report(`  staleness: ${agesMs.length} looks, median ${Math.round(percentile(ages, 0.5))} ms`);
  findings.below('stalenessP99Ms', percentile(ages, 0.99), 2_000, ' ms');
}
