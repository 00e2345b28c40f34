import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { TimeOffEntry } from './hours.types.js';

export class TimeOffRepository {
  constructor(private readonly db: Database) {}

  /** By start; what has ended is left out. */
  async ofDoctor(doctorId: string): Promise<TimeOffEntry[]> {
    const rows = await this.db.read
      .selectFrom('time_off')
      .select(['id', 'starts_at', 'ends_at', 'reason'])
      .where('doctor_id', '=', uuidBytes(doctorId))
      .where('ends_at', '>', new Date())
      .orderBy('starts_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: uuidText(row.id),
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      reason: row.reason,
    }));
  }

  /** How many have not ended. */
  async count(tx: Tx, doctorId: string): Promise<number> {
    const row = await tx
      .selectFrom('time_off')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('doctor_id', '=', uuidBytes(doctorId))
      .where('ends_at', '>', new Date())
      .executeTakeFirstOrThrow();
    return row.count;
  }

  async insert(tx: Tx, doctorId: string, entry: TimeOffEntry, createdBy: string): Promise<void> {
    await tx
      .insertInto('time_off')
      .values({
        id: uuidBytes(entry.id),
        doctor_id: uuidBytes(doctorId),
        starts_at: new Date(entry.startsAt),
        ends_at: new Date(entry.endsAt),
        reason: entry.reason,
        created_by: uuidBytes(createdBy),
        created_at: new Date(),
      })
      .execute();
  }

  /** @returns false when this doctor has no such time off */
  async remove(tx: Tx, doctorId: string, timeOffId: string): Promise<boolean> {
    const result = await tx
      .deleteFrom('time_off')
      .where('id', '=', uuidBytes(timeOffId))
      .where('doctor_id', '=', uuidBytes(doctorId))
      .executeTakeFirstOrThrow();
    return result.numDeletedRows > 0n;
  }
}
