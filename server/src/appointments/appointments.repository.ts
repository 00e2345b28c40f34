import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import { formatInstant } from '../lib/time.js';
import { ticksOf } from '../scheduling/ticks.js';
import type { AppointmentState } from './appointment-states.js';
import type { Appointment } from './appointments.types.js';
import type { OwnBookings } from './patient-limits.js';
import { type ClaimedTime, claimsExpiry } from './slot-claims.repository.js';

const columns = [
  'appointments.id',
  'appointments.doctor_id',
  'appointments.patient_id',
  'appointments.department_id',
  'appointments.starts_at',
  'appointments.ends_at',
  'appointments.state',
  'appointments.reason',
  'appointments.doctor_seat',
  'appointments.patient_seat',
  'appointments.overbook_reason',
  'appointments.is_acknowledged',
  'appointments.hold_expires_at',
  'appointments.cancel_reason',
  'appointments.cancelled_at',
  'appointments.checked_in_at',
  'appointments.started_at',
  'appointments.completed_at',
  'appointments.created_at',
  'appointments.version',
] as const;

const lockedColumns = [...columns, 'appointments.acknowledged_start_at', 'appointments.booked_by'] as const;

const scopedColumns = { patientId: 'appointments.patient_id', doctorId: 'appointments.doctor_id' };

/** A row of `appointments`, with what the API does not show. */
export interface StoredAppointment extends Appointment {
  doctorSeat: number;
  patientSeat: number;
  /** Whether the patient or the front desk stands behind it, or it took place: see `access/relationships.ts`. */
  isAcknowledged: boolean;
}

/** A row that is locked in order to be changed. */
export interface LockedAppointment extends StoredAppointment {
  /** The start that they stand behind, where others moved the visit since; `null` when it is the present one. */
  acknowledgedStartAt: string | null;
  bookedBy: string;
}

export interface AppointmentFilter {
  patientId?: string;
  doctorId?: string;
  departmentId?: string;
  state?: AppointmentState;
  from?: Date;
  to?: Date;
  order: 'asc' | 'desc';
  after: Position | null;
  limit: number;
}

export interface AppointmentChange {
  state?: AppointmentState;
  doctor_id?: Buffer;
  department_id?: Buffer;
  starts_at?: Date;
  ends_at?: Date;
  doctor_seat?: number;
  patient_seat?: number;
  is_acknowledged?: number;
  acknowledged_start_at?: Date | null;
  hold_expires_at?: null;
  cancel_reason?: string;
  cancelled_at?: Date;
  checked_in_at?: Date;
  started_at?: Date;
  completed_at?: Date;
}

export class AppointmentsRepository {
  /** The beginning of every read, built once: reading its twenty columns again costs more than all that follows. */
  readonly #read;

  constructor(private readonly db: Database) {
    this.#read = db.read.selectFrom('appointments').select(columns);
  }

  /** Its time is claimed before. A hold says that it runs out when its claims do, not a statement later. */
  async insert(tx: Tx, row: StoredAppointment, bookedBy: string): Promise<void> {
    const expiresAt = row.state === 'held' ? claimsExpiry(claimedTimeOf(row)) : null;
    const createdAt = new Date(row.createdAt);
    await tx
      .insertInto('appointments')
      .values({
        id: uuidBytes(row.id),
        doctor_id: uuidBytes(row.doctorId),
        patient_id: uuidBytes(row.patientId),
        department_id: uuidBytes(row.departmentId),
        starts_at: new Date(row.startsAt),
        ends_at: new Date(row.endsAt),
        state: row.state,
        reason: row.reason,
        doctor_seat: row.doctorSeat,
        patient_seat: row.patientSeat,
        overbook_reason: row.overbookReason,
        is_acknowledged: row.isAcknowledged ? 1 : 0,
        booked_by: uuidBytes(bookedBy),
        hold_expires_at: expiresAt,
        completed_at: row.completedAt === null ? null : new Date(row.completedAt),
        created_at: createdAt,
        updated_at: createdAt,
      })
      .execute();
    if (expiresAt)
      await tx
        .insertInto('holds')
        .values({ appointment_id: uuidBytes(row.id), expires_at: expiresAt })
        .execute();
  }

  async maybeAppointment(scope: Scope, id: string): Promise<StoredAppointment | null> {
    const row = await this.#read
      .where('appointments.id', '=', uuidBytes(id))
      .where(inScope(scope, scopedColumns))
      .executeTakeFirst();
    return row ? storedOf(row) : null;
  }

  /** Locks the row until the transaction ends: of two changes at once, the second sees the first. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<LockedAppointment | null> {
    const row = await tx
      .selectFrom('appointments')
      .select(lockedColumns)
      .where('appointments.id', '=', uuidBytes(id))
      .where(inScope(scope, scopedColumns))
      .forUpdate(['appointments'])
      .executeTakeFirst();
    if (!row) return null;
    const acknowledgedStartAt = maybeInstant(row.acknowledged_start_at);
    return { ...storedOf(row), acknowledgedStartAt, bookedBy: uuidText(row.booked_by) };
  }

  /** Applies the change and raises the version. Call it on a locked row only. */
  async update(tx: Tx, id: string, change: AppointmentChange): Promise<void> {
    await tx
      .updateTable('appointments')
      .set((eb) => ({ ...change, version: eb('version', '+', 1), updated_at: new Date() }))
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  /** In order of start, the id breaking ties. @returns up to `limit + 1` rows */
  async list(scope: Scope, filter: AppointmentFilter): Promise<StoredAppointment[]> {
    const { after, order } = filter;
    let query = this.#read.where(inScope(scope, scopedColumns));
    if (filter.patientId) query = query.where('appointments.patient_id', '=', uuidBytes(filter.patientId));
    if (filter.doctorId) query = query.where('appointments.doctor_id', '=', uuidBytes(filter.doctorId));
    if (filter.departmentId)
      query = query.where('appointments.department_id', '=', uuidBytes(filter.departmentId));
    if (filter.state) query = query.where('appointments.state', '=', filter.state);
    if (filter.from) query = query.where('appointments.starts_at', '>=', filter.from);
    if (filter.to) query = query.where('appointments.starts_at', '<', filter.to);
    if (after) {
      const position = { value: new Date(after.value), id: after.id };
      query = query.where(afterPosition('appointments.starts_at', 'appointments.id', order, position));
    }
    const rows = await query
      .orderBy('appointments.starts_at', order)
      .orderBy('appointments.id', order)
      .limit(filter.limit + 1)
      .execute();
    return rows.map(storedOf);
  }

  /** Whether the actor's scope reaches this patient: for a nurse, a current visit in her department. */
  async isPatientInScope(tx: Tx, scope: Scope, patientId: string): Promise<boolean> {
    const row = await tx
      .selectFrom('patients')
      .select('id')
      .where('id', '=', uuidBytes(patientId))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .executeTakeFirst();
    return row !== undefined;
  }

  /** What is still ahead of all that this user booked for the patient. Exact while the patient's row is locked. */
  async countOwn(tx: Tx, patientId: string, userId: string): Promise<OwnBookings> {
    const { visits, holds } = await tx
      .selectFrom('appointments')
      .select([
        sql<number | null>`sum(state in ('booked', 'confirmed', 'checked_in'))`.as('visits'),
        sql<number | null>`sum(state = 'held' and hold_expires_at > now(3))`.as('holds'),
      ])
      .where('patient_id', '=', uuidBytes(patientId))
      .where('starts_at', '>', sql<Date>`now(3)`)
      .where('booked_by', '=', uuidBytes(userId))
      .executeTakeFirstOrThrow();
    return { visits: Number(visits), holds: Number(holds) };
  }

  async removeHold(tx: Tx, appointmentId: string): Promise<void> {
    await tx.deleteFrom('holds').where('appointment_id', '=', uuidBytes(appointmentId)).execute();
  }

  /** Ids of holds whose time is over by the database clock. */
  async expiredHolds(limit: number): Promise<string[]> {
    const rows = await this.db.read
      .selectFrom('holds')
      .select('appointment_id')
      .where('expires_at', '<=', sql<Date>`now(3)`)
      .orderBy('expires_at')
      .limit(limit)
      .execute();
    return rows.map((row) => uuidText(row.appointment_id));
  }
}

function storedOf(row: {
  id: Buffer;
  doctor_id: Buffer;
  patient_id: Buffer;
  department_id: Buffer;
  starts_at: Date;
  ends_at: Date;
  state: string;
  reason: string | null;
  doctor_seat: number;
  patient_seat: number;
  overbook_reason: string | null;
  is_acknowledged: number;
  hold_expires_at: Date | null;
  cancel_reason: string | null;
  cancelled_at: Date | null;
  checked_in_at: Date | null;
  started_at: Date | null;
  completed_at: Date | null;
  created_at: Date;
  version: number;
}): StoredAppointment {
  return {
    id: uuidText(row.id),
    doctorId: uuidText(row.doctor_id),
    patientId: uuidText(row.patient_id),
    departmentId: uuidText(row.department_id),
    startsAt: instantOf(row.starts_at),
    endsAt: instantOf(row.ends_at),
    state: row.state as AppointmentState,
    reason: row.reason,
    doctorSeat: row.doctor_seat,
    patientSeat: row.patient_seat,
    isOverbooked: row.overbook_reason !== null,
    overbookReason: row.overbook_reason,
    isAcknowledged: row.is_acknowledged === 1,
    holdExpiresAt: row.state === 'held' ? maybeInstant(row.hold_expires_at) : null,
    cancelReason: row.cancel_reason,
    cancelledAt: maybeInstant(row.cancelled_at),
    checkedInAt: maybeInstant(row.checked_in_at),
    startedAt: maybeInstant(row.started_at),
    completedAt: maybeInstant(row.completed_at),
    createdAt: instantOf(row.created_at),
    version: row.version,
  };
}

const instantOf = (at: Date): string => formatInstant(at.getTime());

const maybeInstant = (at: Date | null): string | null => (at === null ? null : instantOf(at));

/** The time that this appointment holds claims for. */
export function claimedTimeOf(appointment: StoredAppointment): ClaimedTime {
  const { id, doctorId, patientId, doctorSeat, patientSeat, startsAt, endsAt } = appointment;
  const ticks = ticksOf(Date.parse(startsAt), Date.parse(endsAt));
  return { appointmentId: id, doctorId, patientId, doctorSeat, patientSeat, ...ticks };
}
