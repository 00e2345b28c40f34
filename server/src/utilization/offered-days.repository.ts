import { sql } from 'kysely';
import { maybeUuidBytes, uuidBytes, uuidText } from '../lib/ids.js';
import type { Db, Tx } from '../lib/mysql.js';
import { dateOfDay, dayOfDate } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { DayRange } from './day-ranges.js';
import { live, type OfferedTables } from './offered-tables.js';
import type { RecordedDoctor } from './recording-plan.js';
import type { TotalDelta } from './totals-delta.js';

/** What a doctor offers on one day. A day on which she offers nothing has none. */
export interface OfferedDay {
  doctorId: string;
  dateOn: DateOn;
  departmentId: string;
  minutes: number;
}

export interface RecordedSpan {
  doctorId: string;
  span: DayRange;
}

/**
 * They travel as one JSON value: the statement is the same for any number of rows. Deleting by such a list names its
 * index: of a table that was empty a moment ago the optimizer still thinks that reading all of it is cheap.
 */
const rowsAtOnce = 1_000;

export class OfferedDaysRepository {
  /** All doctors, or these. Their first appointments are one look into an index each. */
  async doctors(db: Tx | Db, ids?: readonly string[]): Promise<RecordedDoctor[]> {
    if (ids?.length === 0) return [];
    const rows = await db
      .selectFrom('doctors')
      .leftJoin('offered_spans', 'offered_spans.doctor_id', 'doctors.id')
      .select([
        'doctors.id',
        'doctors.department_id',
        'doctors.zone',
        'doctors.visit_minutes',
        'doctors.schedule_version',
        'doctors.is_active',
        'offered_spans.from_on',
        'offered_spans.to_on',
        sql<Date | null>`(select min(starts_at) from appointments where doctor_id = doctors.id)`.as(
          'first_at',
        ),
        sql<number>`exists (select 1 from working_hours where doctor_id = doctors.id)
          or exists (select 1 from schedule_overrides where doctor_id = doctors.id)`.as('has_hours'),
      ])
      .$if(ids !== undefined, (query) => query.where('doctors.id', 'in', (ids ?? []).map(uuidBytes)))
      .orderBy('doctors.id')
      .execute();
    return rows.map((row) => ({
      head: {
        doctorId: uuidText(row.id),
        departmentId: uuidText(row.department_id),
        zone: row.zone,
        visitMinutes: row.visit_minutes,
        scheduleVersion: row.schedule_version,
      },
      isActive: row.is_active === 1,
      hasHours: row.has_hours === 1,
      firstVisitAtMs: row.first_at?.getTime() ?? null,
      span:
        row.from_on !== null && row.to_on !== null
          ? { fromDay: dayOfDate(row.from_on), toDay: dayOfDate(row.to_on) }
          : null,
    }));
  }

  async areAnyDoctors(tx: Tx): Promise<boolean> {
    return (await tx.selectFrom('doctors').select('id').limit(1).executeTakeFirst()) !== undefined;
  }

  /** The doctors of a department, or all of them. */
  async doctorIds(tx: Tx, departmentId: string | null): Promise<string[]> {
    const rows = await tx
      .selectFrom('doctors')
      .select('id')
      .$if(departmentId !== null, (query) => query.where('department_id', '=', maybeUuidBytes(departmentId)))
      .execute();
    return rows.map(({ id }) => uuidText(id));
  }

  async days(db: Tx | Db, doctorIds: readonly string[], { fromDay, toDay }: DayRange): Promise<OfferedDay[]> {
    const rows = await db
      .selectFrom('offered_days')
      .select(['doctor_id', 'date_on', 'department_id', 'minutes'])
      .where('doctor_id', 'in', doctorIds.map(uuidBytes))
      .where('date_on', '>=', dateOfDay(fromDay))
      .where('date_on', '<=', dateOfDay(toDay))
      .execute();
    return rows.map((row) => ({
      doctorId: uuidText(row.doctor_id),
      dateOn: row.date_on,
      departmentId: uuidText(row.department_id),
      minutes: row.minutes,
    }));
  }

  async putDays(db: Tx | Db, days: readonly OfferedDay[], tables: OfferedTables = live): Promise<void> {
    for (const some of inChunks(days)) {
      const rows = some.map((day) => [hexOf(day.doctorId), day.dateOn, hexOf(day.departmentId), day.minutes]);
      await sql`insert into ${sql.table(tables.days)} (doctor_id, date_on, department_id, minutes)
        select unhex(fresh.doctor), fresh.date_on, unhex(fresh.department), fresh.minutes
        from json_table(${JSON.stringify(rows)}, '$[*]' columns (
          doctor char(32) path '$[0]', date_on date path '$[1]', department char(32) path '$[2]',
          minutes int path '$[3]')) as fresh
        on duplicate key update department_id = unhex(fresh.department), minutes = fresh.minutes`.execute(db);
    }
  }

  async removeDays(tx: Tx, days: readonly OfferedDay[]): Promise<void> {
    for (const some of inChunks(days)) {
      const rows = some.map((day) => [hexOf(day.doctorId), day.dateOn]);
      await sql`delete offered_days
        from json_table(${JSON.stringify(rows)}, '$[*]' columns (
          doctor char(32) path '$[0]', date_on date path '$[1]')) as gone
        straight_join offered_days force index (primary)
          on offered_days.doctor_id = unhex(gone.doctor) and offered_days.date_on = gone.date_on`.execute(tx);
    }
  }

  async putSpans(db: Tx | Db, spans: readonly RecordedSpan[], tables: OfferedTables = live): Promise<void> {
    for (const some of inChunks(spans)) {
      const rows = some.map(({ doctorId, span }) => [
        hexOf(doctorId),
        dateOfDay(span.fromDay),
        dateOfDay(span.toDay),
      ]);
      await sql`insert into ${sql.table(tables.spans)} (doctor_id, from_on, to_on)
        select unhex(fresh.doctor), fresh.from_on, fresh.to_on
        from json_table(${JSON.stringify(rows)}, '$[*]' columns (
          doctor char(32) path '$[0]', from_on date path '$[1]', to_on date path '$[2]')) as fresh
        on duplicate key update from_on = fresh.from_on, to_on = fresh.to_on`.execute(db);
    }
  }

  /** Adds to the sums, and removes those of which nothing is left. */
  async addToTotals(tx: Tx, deltas: readonly TotalDelta[]): Promise<void> {
    for (const some of inChunks(deltas)) {
      const rows = JSON.stringify(
        some.map((delta) => [
          delta.year,
          delta.month,
          hexOf(delta.doctorId),
          hexOf(delta.departmentId),
          delta.minutes,
        ]),
      );
      const delta = sql`json_table(${rows}, '$[*]' columns (
        year int path '$[0]', month int path '$[1]', doctor char(32) path '$[2]', department char(32) path '$[3]',
        minutes bigint path '$[4]')) as delta`;
      await sql`insert into offered_totals (year, month, doctor_id, department_id, minutes)
        select delta.year, delta.month, unhex(delta.doctor), unhex(delta.department), delta.minutes from ${delta}
        on duplicate key update minutes = offered_totals.minutes + delta.minutes`.execute(tx);
      if (some.every(({ minutes }) => minutes > 0)) continue;
      await sql`delete offered_totals from ${delta}
        straight_join offered_totals force index (primary)
          on offered_totals.year = delta.year and offered_totals.month = delta.month
          and offered_totals.doctor_id = unhex(delta.doctor)
          and offered_totals.department_id = unhex(delta.department)
        where offered_totals.minutes = 0`.execute(tx);
    }
  }
}

const hexOf = (id: string): string => id.replaceAll('-', '');

function* inChunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let index = 0; index < items.length; index += rowsAtOnce) yield items.slice(index, index + rowsAtOnce);
}
