import { sql } from 'kysely';
import type { Alone } from '../events/alone.js';
import { uuidBytes } from '../lib/ids.js';
import type { Db } from '../lib/mysql.js';
import { dateOfDay } from '../lib/time.js';
import { everyDay } from './day-ranges.js';
import type { ComputedDays, OfferedDays } from './offered-days.js';
import type { OfferedDaysRepository } from './offered-days.repository.js';
import { beside, live, type OfferedTables, replaced, totalsOf } from './offered-tables.js';
import { todayOf } from './recording-plan.js';

const tableKinds = ['days', 'spans', 'totals'] as const satisfies (keyof OfferedTables)[];

/** Builds the tables of offered time beside the live ones, and swaps. Recorded days that are over are taken along. */
export class OfferedRebuild {
  constructor(
    private readonly repository: OfferedDaysRepository,
    private readonly days: OfferedDays,
  ) {}

  /** The swap commits implicitly, so that it goes over another connection than the one that holds the lock. */
  async run({ db, requireStill }: Alone, nowMs: number, report: (line: string) => void): Promise<void> {
    await db.read.connection().execute(async (connection) => {
      await this.#build(connection, nowMs, report);
      await requireStill();
      await swap(connection);
    });
  }

  async #build(db: Db, nowMs: number, report: (line: string) => void): Promise<void> {
    await dropTables(db, beside);
    await dropTables(db, replaced);
    for (const kind of tableKinds)
      await sql`create table ${sql.table(beside[kind])} like ${sql.table(live[kind])}`.execute(db);
    const doctors = await this.repository.doctors(db);
    const looks = doctors.map((doctor) => ({ doctor, days: everyDay }));
    let done = 0;
    for await (const computed of this.days.computed(db, nowMs, looks)) {
      await this.#store(db, nowMs, computed);
      done += computed.length;
      report(`Offered time: ${done} of ${doctors.length} doctors`);
    }
    await sql`insert into ${sql.table(beside.totals)} (year, month, department_id, doctor_id, minutes)
      ${totalsOf(beside)}`.execute(db);
    for (const kind of tableKinds) await sql`analyze table ${sql.table(beside[kind])}`.execute(db);
  }

  async #store(db: Db, nowMs: number, computed: readonly ComputedDays[]): Promise<void> {
    for (const { doctor } of computed) {
      if (!doctor.span) continue;
      const { fromDay, toDay } = doctor.span;
      await sql`insert into ${sql.table(beside.days)} (doctor_id, date_on, department_id, minutes)
        select doctor_id, date_on, department_id, minutes from offered_days
        where doctor_id = ${uuidBytes(doctor.head.doctorId)} and date_on < ${dateOfDay(todayOf(doctor, nowMs))}
          and date_on between ${dateOfDay(fromDay)} and ${dateOfDay(toDay)}`.execute(db);
    }
    const offered = computed.flatMap((each) => each.offered);
    await this.repository.putDays(db, offered, beside);
    const spans = computed.flatMap(({ doctor, span }) =>
      span ? [{ doctorId: doctor.head.doctorId, span }] : [],
    );
    await this.repository.putSpans(db, spans, beside);
  }
}

/** All at once: no answer sees one table of before beside one of after. */
async function swap(db: Db): Promise<void> {
  const moves = tableKinds.flatMap((kind) => [
    sql`${sql.table(live[kind])} to ${sql.table(replaced[kind])}`,
    sql`${sql.table(beside[kind])} to ${sql.table(live[kind])}`,
  ]);
  await sql`rename table ${sql.join(moves)}`.execute(db);
  await dropTables(db, replaced);
}

async function dropTables(db: Db, tables: OfferedTables): Promise<void> {
  for (const kind of tableKinds) await sql`drop table if exists ${sql.table(tables[kind])}`.execute(db);
}
