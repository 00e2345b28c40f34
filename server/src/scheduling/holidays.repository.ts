import { sql } from 'kysely';
import { maybeUuidBytes, maybeUuidText, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import type { DateOn } from '../lib/wire.js';
import type { Holiday } from './holidays.types.js';
import type { ScheduleHead } from './schedule.repository.js';

const holidayColumns = [
  'holidays.id',
  'holidays.date_on',
  'holidays.name',
  'holidays.department_id',
] as const;

export interface HolidayFilter {
  from: DateOn;
  to: DateOn | undefined;
  departmentId: string | undefined;
}

export class HolidaysRepository {
  constructor(private readonly db: Database) {}

  /** By date; `limit + 1` rows, so that the caller sees whether there are more. */
  async list(
    { from, to, departmentId }: HolidayFilter,
    limit: number,
    after: Position | null,
  ): Promise<Holiday[]> {
    let query = this.db.read
      .selectFrom('holidays')
      .select(holidayColumns)
      .where('holidays.date_on', '>=', from);
    if (to) query = query.where('holidays.date_on', '<=', to);
    if (departmentId)
      query = query.where((eb) =>
        eb.or([
          eb('holidays.department_id', 'is', null),
          eb('holidays.department_id', '=', uuidBytes(departmentId)),
        ]),
      );
    if (after)
      query = query.where((eb) => afterPosition(eb, 'holidays.date_on', 'holidays.id', 'asc', after));
    const rows = await query
      .orderBy('holidays.date_on')
      .orderBy('holidays.id')
      .limit(limit + 1)
      .execute();
    return rows.map(holidayOf);
  }

  /** Locks the holiday's row until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Holiday | null> {
    const row = await tx
      .selectFrom('holidays')
      .select(holidayColumns)
      .where('holidays.id', '=', uuidBytes(id))
      .forUpdate()
      .executeTakeFirst();
    return row ? holidayOf(row) : null;
  }

  /**
   * Locks the department, or all of them, until the transaction ends: no doctor joins one meanwhile, who would miss
   * the raised version. @returns how many are active
   */
  async lockDepartments(tx: Tx, departmentId: string | null): Promise<number> {
    const rows = await tx
      .selectFrom('departments')
      .select(['id', 'is_active'])
      .$if(departmentId !== null, (query) => query.where('id', '=', maybeUuidBytes(departmentId)))
      .forUpdate()
      .execute();
    return rows.filter((row) => row.is_active === 1).length;
  }

  /** Raises the schedule version of all doctors concerned and locks their rows until the transaction ends. */
  async raiseVersions(tx: Tx, departmentId: string | null): Promise<void> {
    await tx
      .updateTable('doctors')
      .set({ schedule_version: sql<number>`schedule_version + 1` })
      .$if(departmentId !== null, (query) => query.where('department_id', '=', maybeUuidBytes(departmentId)))
      .execute();
  }

  /** @throws a duplicate-key error on `holidays.holidays_day` */
  async insert(tx: Tx, holiday: Holiday): Promise<void> {
    await tx
      .insertInto('holidays')
      .values({
        id: uuidBytes(holiday.id),
        date_on: holiday.dateOn,
        name: holiday.name,
        department_id: maybeUuidBytes(holiday.departmentId),
      })
      .execute();
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.deleteFrom('holidays').where('id', '=', uuidBytes(id)).execute();
  }

  /** What identifies the schedules of these doctors. */
  async heads(tx: Tx, doctorIds: string[]): Promise<ScheduleHead[]> {
    if (doctorIds.length === 0) return [];
    const rows = await tx
      .selectFrom('doctors')
      .select(['id', 'department_id', 'zone', 'visit_minutes', 'schedule_version'])
      .where('id', 'in', doctorIds.map(uuidBytes))
      .execute();
    return rows.map((row) => ({
      doctorId: uuidText(row.id),
      departmentId: uuidText(row.department_id),
      zone: row.zone,
      visitMinutes: row.visit_minutes,
      scheduleVersion: row.schedule_version,
    }));
  }
}

const holidayOf = (row: {
  id: Buffer;
  date_on: string;
  name: string;
  department_id: Buffer | null;
}): Holiday => ({
  id: uuidText(row.id),
  dateOn: row.date_on,
  name: row.name,
  departmentId: maybeUuidText(row.department_id),
});
