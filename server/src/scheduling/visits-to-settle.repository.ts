import { sql } from 'kysely';
import type { AppointmentState } from '../appointments/appointment-states.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';

/** Whose visits, by the row that is deactivated. */
export type Deactivated = { readonly doctorId: string } | { readonly patientId: string };

export interface StandingVisitRow {
  appointmentId: string;
  doctorId: string;
  startsAt: Date;
  endsAt: Date;
  state: AppointmentState;
}

/**
 * Visits of a deactivated person that are not over, by start: what is still to come, and what has begun. There are none
 * of a person who is active. Complete in a transaction that has locked the person, whom bookings hold in share mode.
 */
export class VisitsToSettleRepository {
  constructor(private readonly db: Database) {}

  /** @returns up to `limit + 1` rows */
  async page(person: Deactivated, limit: number, after: Position | null): Promise<StandingVisitRow[]> {
    let query = standing(this.db.read, person).limit(limit + 1);
    if (after) {
      const position = { value: new Date(after.value), id: after.id };
      query = query.where(afterPosition('appointments.starts_at', 'appointments.id', 'asc', position));
    }
    return (await query.execute()).map(visitOf);
  }

  async all(tx: Tx, person: Deactivated): Promise<StandingVisitRow[]> {
    return (await standing(tx, person).execute()).map(visitOf);
  }
}

const standing = (db: Db | Tx, person: Deactivated) =>
  db
    .selectFrom('appointments')
    .innerJoin('doctors', 'doctors.id', 'appointments.doctor_id')
    .innerJoin('patients', 'patients.id', 'appointments.patient_id')
    .select([
      'appointments.id',
      'appointments.doctor_id',
      'appointments.starts_at',
      'appointments.ends_at',
      'appointments.state',
    ])
    .where((eb) =>
      'doctorId' in person
        ? eb.and([
            eb('appointments.doctor_id', '=', uuidBytes(person.doctorId)),
            eb('doctors.is_active', '=', 0),
          ])
        : eb.and([
            eb('appointments.patient_id', '=', uuidBytes(person.patientId)),
            eb('patients.is_active', '=', 0),
          ]),
    )
    .where((eb) =>
      eb.or([
        eb('appointments.state', '=', 'in_progress'),
        eb.and([
          eb('appointments.state', 'in', ['booked', 'confirmed', 'checked_in']),
          eb('appointments.ends_at', '>', sql<Date>`now(3)`),
        ]),
        eb.and([
          eb('appointments.state', '=', 'held'),
          eb('appointments.hold_expires_at', '>', sql<Date>`now(3)`),
        ]),
      ]),
    )
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id');

const visitOf = (row: {
  id: Buffer;
  doctor_id: Buffer;
  starts_at: Date;
  ends_at: Date;
  state: string;
}): StandingVisitRow => ({
  appointmentId: uuidText(row.id),
  doctorId: uuidText(row.doctor_id),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state as AppointmentState,
});
