import { sql } from 'kysely';
import type { Difference } from '../events/analytics-consumer.js';
import type { PendingEvents } from '../events/pending-events.js';
import { uuidText } from '../lib/ids.js';
import { Database, maintenanceLimits, type Tx } from '../lib/mysql.js';
import { everyDay } from './day-ranges.js';
import { type ComputedDays, isSame, type OfferedDays } from './offered-days.js';
import type { OfferedDay, OfferedDaysRepository } from './offered-days.repository.js';
import { live, totalsOf } from './offered-tables.js';
import { isIncomplete, type RecordedDoctor } from './recording-plan.js';

const differencesAtMost = 1_000;

/** Compares what is kept with what the schedules say, and the sums with their days. */
export class OfferedVerification {
  constructor(
    private readonly mysqlUrl: string,
    private readonly pending: PendingEvents,
    private readonly repository: OfferedDaysRepository,
    private readonly days: OfferedDays,
  ) {}

  /**
   * Looks at one moment, in a snapshot. The consumer's row is locked until the end: nobody waits to swap a table that
   * is being read here, for whom in turn all readers would wait.
   * @returns null when another process is at work, or an event came in between
   */
  async run(nowMs: number, report: (line: string) => void): Promise<Difference[] | null> {
    const maintenance = new Database(this.mysqlUrl, maintenanceLimits);
    const snapshot = await maintenance.read.startTransaction().setIsolationLevel('repeatable read').execute();
    try {
      if (!(await this.pending.lock(snapshot))) return null;
      if ((await this.pending.next(snapshot, 1)).length > 0) return null;
      return [
        ...(await this.#ofSchedules(snapshot, nowMs, report)),
        ...(await strayDays(snapshot)),
        ...(await wrongTotals(snapshot)),
      ];
    } finally {
      await snapshot.rollback().execute();
      await maintenance.close();
    }
  }

  async #ofSchedules(tx: Tx, nowMs: number, report: (line: string) => void): Promise<Difference[]> {
    const doctors = await this.repository.doctors(tx);
    const differences = doctors.flatMap((doctor) => unrecorded(doctor, nowMs));
    const looks = doctors.map((doctor) => ({ doctor, days: everyDay }));
    let done = 0;
    for await (const computed of this.days.computed(tx, nowMs, looks)) {
      const kept = await this.days.keptOf(tx, computed);
      for (const each of computed) {
        const differing = differingDays(each, kept.get(each.doctor.head.doctorId) ?? new Map());
        differences.push(...differing);
      }
      done += computed.length;
      report(`Offered time: ${done} of ${doctors.length} doctors compared`);
    }
    return differences;
  }
}

function unrecorded(doctor: RecordedDoctor, nowMs: number): Difference[] {
  if (!isIncomplete(doctor, nowMs)) return [];
  return [{ where: 'offered_spans', what: `doctor ${doctor.head.doctorId}: days are not recorded` }];
}

function differingDays({ doctor, offered }: ComputedDays, kept: Map<string, OfferedDay>): Difference[] {
  const expected = new Map(offered.map((day) => [day.dateOn, day]));
  const dates = [...new Set([...expected.keys(), ...kept.keys()])].sort().filter((dateOn) => {
    const [before, after] = [kept.get(dateOn), expected.get(dateOn)];
    return !before || !after || !isSame(before, after);
  });
  const [first] = dates;
  if (first === undefined) return [];
  const [found, wanted] = [kept.get(first)?.minutes ?? 0, expected.get(first)?.minutes ?? 0];
  const what = `doctor ${doctor.head.doctorId}: ${dates.length} days differ, the first ${first} has ${found} minutes and should have ${wanted}`;
  return [{ where: 'offered_days', what }];
}

/** Days of which nothing says that they were recorded. */
async function strayDays(tx: Tx): Promise<Difference[]> {
  const rows = await tx
    .selectFrom('offered_days')
    .leftJoin('offered_spans', (join) =>
      join
        .onRef('offered_spans.doctor_id', '=', 'offered_days.doctor_id')
        .onRef('offered_days.date_on', '>=', 'offered_spans.from_on')
        .onRef('offered_days.date_on', '<=', 'offered_spans.to_on'),
    )
    .select(['offered_days.doctor_id', 'offered_days.date_on'])
    .where('offered_spans.doctor_id', 'is', null)
    .limit(differencesAtMost)
    .execute();
  return rows.map((row) => ({
    where: 'offered_days',
    what: `doctor ${uuidText(row.doctor_id)}: ${row.date_on} is outside the recorded days`,
  }));
}

interface TotalRow {
  year: number;
  month: number;
  department_id: Buffer;
  doctor_id: Buffer;
  kept: string | number;
  expected: string | number;
}

async function wrongTotals(tx: Tx): Promise<Difference[]> {
  const { rows } = await sql<TotalRow>`
    select year, month, department_id, doctor_id, sum(kept) as kept, sum(expected) as expected
    from (
      select year, month, department_id, doctor_id, minutes as kept, 0 as expected from offered_totals
      union all
      select year, month, department_id, doctor_id, 0, minutes from (${totalsOf(live)}) as sums
    ) as both_sides
    group by year, month, department_id, doctor_id
    having sum(kept) <> sum(expected) or (sum(kept) = 0 and count(*) = 1)
    order by year, month, department_id, doctor_id
    limit ${differencesAtMost}`.execute(tx);
  return rows.map(({ year, month, department_id, doctor_id, kept, expected }) => ({
    where: 'offered_totals',
    what:
      `year ${year}, month ${month}, department ${uuidText(department_id)}, doctor ${uuidText(doctor_id)}: ` +
      `${kept} minutes, should be ${expected}`,
  }));
}
