import { type RawBuilder, sql } from 'kysely';
import { nobody } from '../analytics/publishing.js';
import { publishedName } from '../analytics/statements.js';
import type { View } from '../analytics/view.js';
import { asOf } from '../events/pending-events.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database } from '../lib/mysql.js';

export interface OfferedAndBooked {
  doctorId: string;
  doctorName: string;
  departmentId: string;
  departmentName: string;
  year: number;
  month: number;
  offeredMinutes: number;
  bookedMinutes: number | null;
}

/** Rows of one statement, and until when both sides are complete by that statement's view of the database. */
export interface FoundUtilization {
  asOf: Date | null;
  rows: OfferedAndBooked[];
}

type Row = Omit<OfferedAndBooked, 'doctorId' | 'departmentId'> & {
  doctorId: Buffer;
  departmentId: Buffer;
  isRow: number | null;
  asOf: Date | null;
};

/** Reads sums: a few rows by their key, whatever the size of the clinic. */
export class UtilizationRepository {
  constructor(private readonly db: Database) {}

  /** All doctors of the period: most utilized first, those of whom it is not known last. */
  ofDoctors(view: View, limit: number): Promise<FoundUtilization> {
    const cells = sql`totals.year = ${view.year} and totals.month = ${view.month}
      and totals.department_id = ${idOrAll(view.departmentId)} and totals.doctor_id > ${uuidBytes(nobody)}`;
    const order = sql`work.bookedMinutes / nullif(work.offeredMinutes, 0) desc, doctorName, doctors.id
      limit ${sql.lit(limit)}`;
    return this.#found(view, cells, order);
  }

  /** The months of one doctor, or the one asked for; oldest first. */
  ofMonths(view: View, doctorId: string): Promise<FoundUtilization> {
    const { year, month } = view;
    const months = month === 0 ? sql`totals.month > 0` : sql`totals.month = ${month}`;
    const cells = sql`totals.doctor_id = ${uuidBytes(doctorId)}
      and totals.department_id = ${idOrAll(view.departmentId)} and ${months}
      ${year === 0 ? sql`` : sql`and totals.year = ${year}`}`;
    return this.#found(view, cells, sql`work.year, work.month`);
  }

  async #found(
    view: View,
    cells: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ): Promise<FoundUtilization> {
    const isWanted = view.isNothing ? sql`false` : cells;
    const { rows } = await sql<Row>`
      select now_at.*, found.*
      from (select least(${asOf('schedules')}, ${asOf('summaries')}) as asOf) as now_at
      left join (
        select 1 as isRow, work.*, trim(concat(doctors.given_name, ' ', doctors.family_name)) as doctorName,
          departments.id as departmentId, departments.name as departmentName
        from (${this.#minutes(view, isWanted)}) as work
        join doctors on doctors.id = work.doctorId
        join departments on departments.id = ${shownDepartment(view)}
        order by ${order}
      ) as found on true`.execute(this.db.read);
    return {
      asOf: rows[0]?.asOf ?? null,
      rows: rows.filter(({ isRow }) => isRow !== null).map(utilizationOf),
    };
  }

  /** Both sides by period and doctor; no sum of booked minutes where there are none. */
  #minutes({ isPublished }: View, cells: RawBuilder<unknown>): RawBuilder<unknown> {
    const booked = sql.table(isPublished ? publishedName('appointment_totals') : 'appointment_totals');
    return sql`
      select sides.doctor_id as doctorId, sides.year, sides.month,
        cast(sum(sides.offered) as signed) as offeredMinutes, cast(sum(sides.booked) as signed) as bookedMinutes
      from (
        select totals.doctor_id, totals.year, totals.month, totals.minutes as offered, null as booked
        from offered_totals as totals where ${cells}
        union all
        select totals.doctor_id, totals.year, totals.month, 0, totals.minutes
        from ${booked} as totals
        where ${cells} and totals.topic in ('standing', 'completed', 'standing_afterwards', 'completed_afterwards') and totals.appointments > 0
      ) as sides
      group by sides.doctor_id, sides.year, sides.month`;
  }
}

const utilizationOf = (row: Row): OfferedAndBooked => ({
  doctorId: uuidText(row.doctorId),
  doctorName: row.doctorName,
  departmentId: uuidText(row.departmentId),
  departmentName: row.departmentName,
  year: row.year,
  month: row.month,
  offeredMinutes: row.offeredMinutes,
  bookedMinutes: row.bookedMinutes,
});

const idOrAll = (id: string | null) => uuidBytes(id ?? nobody);

const shownDepartment = ({ departmentId }: View) =>
  departmentId === null ? sql`doctors.department_id` : sql`${uuidBytes(departmentId)}`;
