import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope, inScopeByVisit } from '../access/scope-filter.js';
import type { Actor } from '../lib/actor.js';
import { maybeUuidBytes, uuidBytes, uuidText } from '../lib/ids.js';
import type { Life } from '../lib/life-dates.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import { type RecordOnly, recordColumns, recordOf } from './record-rows.js';
import type { NewRecord, RecordStatus } from './records.types.js';

export interface RecordFilter {
  patientId?: string | undefined;
  doctorId?: string | undefined;
  status?: RecordStatus | undefined;
}

/** A record that is locked, and between which days its patient lived. */
export interface AttendedRecord {
  record: RecordOnly;
  life: Life;
}

export class RecordsRepository {
  constructor(private readonly db: Database) {}

  async maybeOne(actor: Actor, scope: Scope, id: string): Promise<RecordOnly | null> {
    const row = await this.db.read
      .selectFrom('medical_records')
      .select(recordColumns)
      .select(isReleasedTo(actor).as('is_released'))
      .where('medical_records.id', '=', uuidBytes(id))
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .where(isToldTo(actor))
      .executeTakeFirst();
    return row ? recordOf(row) : null;
  }

  /** Newest first. */
  async list(
    actor: Actor,
    scope: Scope,
    filter: RecordFilter,
    after: Position | null,
    atMost: number,
  ): Promise<RecordOnly[]> {
    let query = this.db.read
      .selectFrom('medical_records')
      .select(recordColumns)
      .select(isReleasedTo(actor).as('is_released'))
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .where(isToldTo(actor));
    if (filter.patientId) query = query.where('medical_records.patient_id', '=', uuidBytes(filter.patientId));
    if (filter.doctorId) query = query.where('medical_records.doctor_id', '=', uuidBytes(filter.doctorId));
    if (filter.status) query = query.where('medical_records.status', '=', filter.status);
    if (after) {
      const position = { value: new Date(after.value), id: after.id };
      query = query.where(afterPosition('medical_records.opened_at', 'medical_records.id', 'desc', position));
    }
    const rows = await query
      .orderBy('medical_records.opened_at', 'desc')
      .orderBy('medical_records.id', 'desc')
      .limit(atMost)
      .execute();
    return rows.map(recordOf);
  }

  /**
   * The life of the record's patient, when it takes documents of this patient from somebody with this scope. Locks the
   * record's row, shared: writers of documents do not wait for each other, and closing waits until they are done, or
   * they for it.
   */
  async lockOpen(tx: Tx, scope: Scope, id: string, patientId: string): Promise<Life | null> {
    const row = await tx
      .selectFrom('medical_records')
      .innerJoin('patients', 'patients.id', 'medical_records.patient_id')
      .select('patients.birth_on')
      .where('medical_records.id', '=', uuidBytes(id))
      .where('medical_records.patient_id', '=', uuidBytes(patientId))
      .where('medical_records.status', '=', 'open')
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .forShare(['medical_records'])
      .executeTakeFirst();
    return row ? { bornOn: row.birth_on } : null;
  }

  /** Locks a record of the attending doctor herself until the transaction ends. */
  async lockAttended(tx: Tx, scope: Scope, id: string, doctorId: string): Promise<AttendedRecord | null> {
    const row = await tx
      .selectFrom('medical_records')
      .innerJoin('patients', 'patients.id', 'medical_records.patient_id')
      .select([...recordColumns, 'patients.birth_on'])
      .where('medical_records.id', '=', uuidBytes(id))
      .where('medical_records.doctor_id', '=', uuidBytes(doctorId))
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .forUpdate(['medical_records'])
      .executeTakeFirst();
    return row ? { record: recordOf(row), life: { bornOn: row.birth_on } } : null;
  }

  /**
   * The department of a doctor, when this active patient is in their scope by a visit: one walk-in must not lead to the
   * next. Locks the patient's row, shared.
   */
  async lockWalkIn(tx: Tx, scope: Scope, patientId: string, doctorId: string): Promise<string | null> {
    const row = await tx
      .selectFrom('patients')
      .innerJoin('doctors', (join) => join.on('doctors.id', '=', uuidBytes(doctorId)))
      .select('doctors.department_id')
      .where('patients.id', '=', uuidBytes(patientId))
      .where('patients.is_active', '=', 1)
      .where(inScopeByVisit(scope, { patientId: 'patients.id' }))
      .forShare(['patients'])
      .executeTakeFirst();
    return row ? uuidText(row.department_id) : null;
  }

  /** @returns false when the appointment has a record already */
  async insert(tx: Tx, record: NewRecord): Promise<boolean> {
    const now = new Date();
    try {
      await tx
        .insertInto('medical_records')
        .values({
          id: uuidBytes(record.id),
          patient_id: uuidBytes(record.patientId),
          doctor_id: uuidBytes(record.doctorId),
          department_id: uuidBytes(record.departmentId),
          appointment_id: maybeUuidBytes(record.appointmentId),
          kind: record.kind,
          status: record.closedAt === null ? 'open' : 'closed',
          chief_complaint: record.chiefComplaint,
          opened_at: record.openedAt,
          is_opened_alone: record.isOpenedAlone ? 1 : 0,
          closed_at: record.closedAt,
          created_at: now,
          updated_at: now,
        })
        .execute();
      return true;
    } catch (error) {
      if (isDuplicateKey(error, 'medical_records.medical_records_appointment')) return false;
      throw error;
    }
  }

  async idOfAppointment(tx: Tx, appointmentId: string): Promise<string | null> {
    const row = await tx
      .selectFrom('medical_records')
      .select('id')
      .where('appointment_id', '=', uuidBytes(appointmentId))
      .executeTakeFirst();
    return row ? uuidText(row.id) : null;
  }

  async update(tx: Tx, id: string, chiefComplaint: string): Promise<void> {
    await tx
      .updateTable('medical_records')
      .set({ chief_complaint: chiefComplaint, version: sql<number>`version + 1`, updated_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  /** Locks a record in this scope until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<RecordOnly | null> {
    const row = await tx
      .selectFrom('medical_records')
      .select(recordColumns)
      .where('medical_records.id', '=', uuidBytes(id))
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .forUpdate(['medical_records'])
      .executeTakeFirst();
    return row ? recordOf(row) : null;
  }

  /** The patient was seen by more than the doctor who opened it. */
  async checkIn(tx: Tx, id: string): Promise<void> {
    await tx
      .updateTable('medical_records')
      .set({ is_opened_alone: 0, version: sql<number>`version + 1`, updated_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  async close(tx: Tx, id: string, closedAt: Date): Promise<void> {
    await tx
      .updateTable('medical_records')
      .set({ status: 'closed', closed_at: closedAt, version: sql<number>`version + 1`, updated_at: closedAt })
      .where('id', '=', uuidBytes(id))
      .execute();
  }
}

/** A patient is told at once of a walk-in that a doctor opened alone: that it is there, not what it says. */
const isToldTo = (actor: Actor) => sql<boolean>`(${isReleasedTo(actor)} or medical_records.is_opened_alone)`;

/** A patient reads a record once it is closed, or a note of it was released; staff read it from the start. */
const isReleasedTo = (actor: Actor) =>
  actor.role === 'patient'
    ? sql<number>`(medical_records.status = 'closed' or exists (select 1 from note_refs as released
        where released.record_id = medical_records.id and released.state = 'signed' and released.released_at is not null))`
    : sql<number>`true`;
