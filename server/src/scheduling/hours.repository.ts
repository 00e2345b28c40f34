import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import { newId, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { DAY_MS } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { DayWindow, WeeklyWindow } from './hours.types.js';
import type { ScheduleHead } from './schedule-head.js';

/** A schedule belongs to a doctor; no patient is involved. */
const scheduleScope = { patientId: 'doctors.id', doctorId: 'doctors.id' };

export class HoursRepository {
  constructor(private readonly db: Database) {}

  async maybeHead(doctorId: string, scope: Scope): Promise<ScheduleHead | null> {
    const row = await scopedHead(this.db.read, doctorId, scope).executeTakeFirst();
    return row ? headOf(row) : null;
  }

  /** Locks the doctor's row until the transaction ends: bookings and other changes of her schedule wait. */
  async lock(tx: Tx, doctorId: string, scope: Scope): Promise<ScheduleHead | null> {
    const row = await scopedHead(tx, doctorId, scope).forUpdate().executeTakeFirst();
    return row ? headOf(row) : null;
  }

  /** From the commit on, no booking uses what it remembers of the earlier version. The caller holds the lock. */
  async raiseVersion(tx: Tx, doctorId: string): Promise<void> {
    await tx
      .updateTable('doctors')
      .set({ schedule_version: sql<number>`schedule_version + 1` })
      .where('id', '=', uuidBytes(doctorId))
      .execute();
  }

  async replaceWeekly(tx: Tx, doctorId: string, weekly: readonly WeeklyWindow[]): Promise<void> {
    const doctor = uuidBytes(doctorId);
    await tx.deleteFrom('working_hours').where('doctor_id', '=', doctor).execute();
    if (weekly.length === 0) return;
    await tx
      .insertInto('working_hours')
      .values(
        weekly.map((hours) => ({
          id: uuidBytes(newId()),
          doctor_id: doctor,
          weekday: hours.weekday,
          start_minute: hours.startMinute,
          end_minute: hours.endMinute,
          valid_from_on: hours.validFromOn ?? null,
          valid_to_on: hours.validToOn ?? null,
        })),
      )
      .execute();
  }

  async putOverride(tx: Tx, doctorId: string, dateOn: DateOn, windows: readonly DayWindow[]): Promise<void> {
    const json = JSON.stringify(windows);
    await tx
      .insertInto('schedule_overrides')
      .values({ doctor_id: uuidBytes(doctorId), date_on: dateOn, windows: json })
      .onDuplicateKeyUpdate({ windows: json })
      .execute();
  }

  /** @returns false when that date has none */
  async removeOverride(tx: Tx, doctorId: string, dateOn: DateOn): Promise<boolean> {
    const result = await tx
      .deleteFrom('schedule_overrides')
      .where('doctor_id', '=', uuidBytes(doctorId))
      .where('date_on', '=', dateOn)
      .executeTakeFirstOrThrow();
    return result.numDeletedRows > 0n;
  }

  /** How many dates from now on have hours of their own, the given one apart. */
  async countOtherOverrides(tx: Tx, doctorId: string, dateOn: DateOn): Promise<number> {
    const row = await tx
      .selectFrom('schedule_overrides')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('doctor_id', '=', uuidBytes(doctorId))
      .where('date_on', '>=', new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10))
      .where('date_on', '!=', dateOn)
      .executeTakeFirstOrThrow();
    return row.count;
  }
}

const scopedHead = (db: Db | Tx, doctorId: string, scope: Scope) =>
  db
    .selectFrom('doctors')
    .select([
      'doctors.id',
      'doctors.department_id',
      'doctors.zone',
      'doctors.visit_minutes',
      'doctors.schedule_version',
    ])
    .where('doctors.id', '=', uuidBytes(doctorId))
    .where(inScope(scope, scheduleScope));

const headOf = (row: {
  id: Buffer;
  department_id: Buffer;
  zone: string;
  visit_minutes: number;
  schedule_version: number;
}): ScheduleHead => ({
  doctorId: uuidText(row.id),
  departmentId: uuidText(row.department_id),
  zone: row.zone,
  visitMinutes: row.visit_minutes,
  scheduleVersion: row.schedule_version,
});
