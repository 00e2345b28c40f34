import { type RawBuilder, sql } from 'kysely';
import { asOf } from '../events/pending-events.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database } from '../lib/mysql.js';
import { nobody } from './publishing.js';
import { publishedName } from './statements.js';
import type { View } from './view.js';

/** Rows of one statement, and until when they are complete by that statement's view of the database. */
export interface Found<Row> {
  asOf: Date | null;
  rows: Row[];
}

/** What became of appointments of one kind, at one place and time. */
export interface OutcomeRow {
  topic: string;
  appointments: number;
  minutes: number;
  leadMinutes: number;
}

export interface Named {
  id: string;
  name: string;
  departmentName: string;
}

export interface InMonth {
  year: number;
  month: number;
}

export interface TopicRow {
  topic: string;
  count: number;
  minutes: number;
}

const outcome = sql`totals.topic, totals.appointments, totals.minutes, totals.lead_minutes as leadMinutes`;

const doctorName = sql`trim(concat(doctors.given_name, ' ', doctors.family_name))`;

/** Reads the summaries: whatever the size of the clinic, a few rows by their key. */
export class AnalyticsRepository {
  constructor(private readonly db: Database) {}

  /** Most completed appointments first. */
  async topDoctors(
    view: View,
    limit: number,
  ): Promise<Found<Named & { completed: number; minutes: number }>> {
    const found = await this.#found<Ided & { completed: number; minutes: number }>(
      view,
      sql`
      select doctors.id, ${doctorName} as name, departments.name as departmentName, best.completed, best.minutes
      from (
        select totals.doctor_id, cast(sum(totals.appointments) as signed) as completed,
          cast(sum(totals.minutes) as signed) as minutes
        from ${tableOf('appointment_totals', view)} as totals
        where ${inPeriod(view)} and totals.department_id = ${idOrAll(view.departmentId)}
          and totals.topic in ('completed', 'completed_afterwards') and ${isDoctor(view)} and totals.appointments > 0
        group by totals.doctor_id order by completed desc, totals.doctor_id desc limit ${sql.lit(limit)}
      ) as best
      join doctors on doctors.id = best.doctor_id
      join departments on departments.id = doctors.department_id`,
      sql`found.completed desc, found.id desc`,
    );
    return named(found);
  }

  /** In the order of their names, a row per outcome. */
  async departments(view: View): Promise<Found<Named & OutcomeRow>> {
    const found = await this.#found<Ided & OutcomeRow>(
      view,
      sql`
      select departments.id, departments.name, departments.name as departmentName, ${outcome}
      from departments
      straight_join ${tableOf('appointment_totals', view)} as totals on totals.department_id = departments.id
      where ${inPeriod(view)} and totals.doctor_id = ${idOrAll(view.doctorId)} and totals.appointments > 0
        ${view.departmentId === null ? sql`` : sql`and departments.id = ${uuidBytes(view.departmentId)}`}`,
      sql`found.name, found.id`,
    );
    return named(found);
  }

  /** Most appointments first, a row per outcome. The ranking reads nothing but an index. */
  async doctors(view: View, limit: number): Promise<Found<Named & OutcomeRow>> {
    const totals = tableOf('appointment_totals', view);
    const isPlaced = sql`${inPeriod(view)} and totals.department_id = ${idOrAll(view.departmentId)}`;
    const found = await this.#found<Ided & OutcomeRow>(
      view,
      sql`
      select doctors.id, ${doctorName} as name, departments.name as departmentName, work.allOfThem, ${outcome}
      from (
        select totals.doctor_id, sum(totals.appointments) as allOfThem from ${totals} as totals
        where ${isPlaced} and ${isDoctor(view)} and totals.appointments > 0
        group by totals.doctor_id order by allOfThem desc, totals.doctor_id desc limit ${sql.lit(limit)}
      ) as work
      straight_join ${totals} as totals on ${isPlaced} and totals.doctor_id = work.doctor_id
      straight_join doctors on doctors.id = work.doctor_id
      straight_join departments on departments.id = doctors.department_id
      where totals.appointments > 0`,
      sql`found.allOfThem desc, found.id desc`,
    );
    return named(found);
  }

  /** Oldest month first, a row per outcome. */
  appointmentMonths(view: View): Promise<Found<InMonth & OutcomeRow>> {
    return this.#found(
      view,
      sql`
      select totals.year, totals.month, ${outcome} from ${tableOf('appointment_totals', view)} as totals
      where ${isSeries(view)} and totals.appointments > 0`,
      sql`found.year, found.month`,
    );
  }

  /** Oldest month first; a row per month and kind of visit. */
  visitMonths(view: View): Promise<Found<InMonth & TopicRow>> {
    return this.#found(
      view,
      sql`
      select totals.year, totals.month, totals.topic, totals.visits as count, 0 as minutes
      from ${tableOf('visit_totals', view)} as totals
      where ${isSeries(view)} and totals.visits > 0`,
      sql`found.year, found.month, found.topic`,
    );
  }

  /** Most frequent first. */
  diagnoses(view: View, limit: number): Promise<Found<TopicRow>> {
    return this.#found(
      view,
      sql`
      select totals.topic, totals.diagnoses as count, 0 as minutes from ${tableOf('diagnosis_totals', view)} as totals
      where ${isPlace(view)} and totals.diagnoses > 0
      order by totals.diagnoses desc, totals.topic limit ${sql.lit(limit)}`,
      sql`found.count desc, found.topic`,
    );
  }

  notes(view: View): Promise<Found<TopicRow>> {
    return this.#found(
      view,
      sql`
      select totals.topic, totals.notes as count, totals.signing_minutes as minutes
      from ${tableOf('note_totals', view)} as totals
      where ${isPlace(view)} and totals.notes > 0`,
      sql`found.topic`,
    );
  }

  async asOf(): Promise<Date | null> {
    const { rows } = await sql<{ at: Date | null }>`select ${asOf('summaries')} as at`.execute(this.db.read);
    return rows[0]?.at ?? null;
  }

  /**
   * The instant and the rows come from one statement, so that they belong to one another.
   * @param order of the rows: MySQL does not keep that of a SELECT inside another one
   */
  async #found<Row>(
    view: View,
    select: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ): Promise<Found<Row>> {
    if (view.isNothing) return { asOf: await this.asOf(), rows: [] };
    const { rows } = await sql<Row & { at: Date | null; isRow: number | null }>`
      select now_at.at, found.* from (select ${asOf('summaries')} as at) as now_at
      left join (select 1 as isRow, listed.* from (${select}) as listed) as found on true order by ${order}`.execute(
      this.db.read,
    );
    return { asOf: rows[0]?.at ?? null, rows: rows.filter(({ isRow }) => isRow !== null) };
  }
}

interface Ided {
  id: Buffer;
  name: string;
  departmentName: string;
}

const named = <Row extends Ided>({ asOf, rows }: Found<Row>): Found<Omit<Row, 'id'> & Named> => ({
  asOf,
  rows: rows.map((row) => ({ ...row, id: uuidText(row.id) })),
});

const tableOf = (summary: string, { isPublished }: View) =>
  sql.table(isPublished ? publishedName(summary) : summary);

const idOrAll = (id: string | null) => uuidBytes(id ?? nobody);

const inPeriod = ({ year, month }: View) => sql`totals.year = ${year} and totals.month = ${month}`;

const isDoctor = ({ doctorId }: View) =>
  doctorId === null
    ? sql`totals.doctor_id > ${uuidBytes(nobody)}`
    : sql`totals.doctor_id = ${uuidBytes(doctorId)}`;

const isPlace = (view: View) =>
  sql`${inPeriod(view)} and totals.department_id = ${idOrAll(view.departmentId)}
    and totals.doctor_id = ${idOrAll(view.doctorId)}`;

const isSeries = ({ year, departmentId, doctorId }: View) =>
  sql`totals.doctor_id = ${idOrAll(doctorId)} and totals.department_id = ${idOrAll(departmentId)}
    and totals.month > 0 ${year === 0 ? sql`` : sql`and totals.year = ${year}`}`;
