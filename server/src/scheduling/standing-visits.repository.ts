import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { DAY_MS, dayOfDate } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { StandingVisit } from './displaced-visits.js';

const standing = ['held', 'booked', 'confirmed', 'checked_in'] as const;

/**
 * The visits from now on that stand, by start. Complete only under a lock on the doctors' rows: a booking holds them
 * in share mode, so none can be under way then.
 */
export class StandingVisitsRepository {
  async ofDoctor(tx: Tx, doctorId: string): Promise<StandingVisit[]> {
    const rows = await standingVisits(tx).where('appointments.doctor_id', '=', uuidBytes(doctorId)).execute();
    return rows.map(visitOf);
  }

  /** Those that may touch a local date, whatever the zone, of one department's doctors or of all. */
  async around(tx: Tx, dateOn: DateOn, departmentId: string | null): Promise<StandingVisit[]> {
    const midnightMs = dayOfDate(dateOn) * DAY_MS;
    let query = standingVisits(tx)
      .where('appointments.starts_at', '<', new Date(midnightMs + 2 * DAY_MS))
      .where('appointments.starts_at', '>', new Date(midnightMs - 2 * DAY_MS));
    if (departmentId !== null)
      query = query
        .innerJoin('doctors', 'doctors.id', 'appointments.doctor_id')
        .where('doctors.department_id', '=', uuidBytes(departmentId));
    return (await query.execute()).map(visitOf);
  }
}

/** No visit is longer than eight hours, so what ends after now began less than a day ago. */
const standingVisits = (tx: Tx) =>
  tx
    .selectFrom('appointments')
    .select(['appointments.id', 'appointments.doctor_id', 'appointments.starts_at', 'appointments.ends_at'])
    .where('appointments.starts_at', '>', new Date(Date.now() - DAY_MS))
    .where('appointments.ends_at', '>', new Date())
    .where('appointments.state', 'in', standing)
    .where((eb) =>
      eb.or([
        eb('appointments.state', '!=', 'held'),
        eb('appointments.hold_expires_at', '>', sql<Date>`now(3)`),
      ]),
    )
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id');

const visitOf = (row: { id: Buffer; doctor_id: Buffer; starts_at: Date; ends_at: Date }): StandingVisit => ({
  appointmentId: uuidText(row.id),
  doctorId: uuidText(row.doctor_id),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
});
