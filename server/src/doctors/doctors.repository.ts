import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import { nameBeginsWith } from '../lib/text-filter.js';
import { type DoctorRow, doctorColumns, doctorValues, profileOf } from './doctor-rows.js';
import type { DirectoryEntry, DoctorProfile } from './doctors.types.js';

export interface DoctorFilter {
  departmentId?: string | undefined;
  specializationId?: string | undefined;
  familyName?: string | undefined;
  isActive: boolean;
}

/** A doctor's profile is reached as herself or as an admin; no patient is involved. */
const doctorScope = { patientId: 'doctors.id', doctorId: 'doctors.id' };

export class DoctorsRepository {
  constructor(private readonly db: Database) {}

  async maybeDoctor(id: string): Promise<DoctorProfile | null> {
    const row = await doctorRows(this.db.read).where('doctors.id', '=', uuidBytes(id)).executeTakeFirst();
    return row ? this.#profile(this.db.read, row) : null;
  }

  async maybeProfile(id: string, scope: Scope): Promise<DoctorProfile | null> {
    const row = await doctorRows(this.db.read)
      .where('doctors.id', '=', uuidBytes(id))
      .where(inScope(scope, doctorScope))
      .executeTakeFirst();
    return row ? this.#profile(this.db.read, row) : null;
  }

  async exists(tx: Tx, id: string): Promise<boolean> {
    const row = await tx
      .selectFrom('doctors')
      .select('id')
      .where('id', '=', uuidBytes(id))
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Locks the doctor's row until the transaction ends: bookings of this doctor wait. */
  async lock(tx: Tx, id: string, scope: Scope): Promise<DoctorProfile | null> {
    const row = await doctorRows(tx)
      .where('doctors.id', '=', uuidBytes(id))
      .where(inScope(scope, doctorScope))
      .forUpdate('doctors')
      .executeTakeFirst();
    return row ? this.#profile(tx, row) : null;
  }

  /** By family name; `limit + 1` rows, so that the caller sees whether there are more. Two queries, whatever the page. */
  async list(filter: DoctorFilter, limit: number, after: Position | null): Promise<DoctorProfile[]> {
    const { departmentId, specializationId, familyName } = filter;
    let query = doctorRows(this.db.read).where('doctors.is_active', '=', filter.isActive ? 1 : 0);
    if (departmentId) query = query.where('doctors.department_id', '=', uuidBytes(departmentId));
    if (familyName) query = query.where(nameBeginsWith('doctors.family_name', familyName));
    if (specializationId)
      query = query.where('doctors.id', 'in', (eb) =>
        eb
          .selectFrom('doctor_specializations as having')
          .select('having.doctor_id')
          .where('having.specialization_id', '=', uuidBytes(specializationId)),
      );
    if (after) query = query.where(afterPosition('doctors.family_name', 'doctors.id', 'asc', after));
    const rows = await query
      .orderBy('doctors.family_name')
      .orderBy('doctors.id')
      .limit(limit + 1)
      .execute();
    const specializations = await this.#specializationsOf(this.db.read, rows);
    return rows.map((row) => profileOf(row, specializations.get(uuidText(row.id)) ?? []));
  }

  async insert(tx: Tx, doctor: DoctorProfile): Promise<void> {
    const now = new Date();
    await tx
      .insertInto('doctors')
      .values({ id: uuidBytes(doctor.id), ...doctorValues(doctor), created_at: now, updated_at: now })
      .execute();
    await this.#insertSpecializations(tx, doctor);
  }

  /** @param affectsBooking bumps `schedule_version` in the same statement: bookings under way check again */
  async update(tx: Tx, doctor: DoctorProfile, affectsBooking: boolean): Promise<void> {
    await tx
      .updateTable('doctors')
      .set({ ...doctorValues(doctor), version: doctor.version, updated_at: new Date() })
      .$if(affectsBooking, (query) => query.set({ schedule_version: sql<number>`schedule_version + 1` }))
      .where('id', '=', uuidBytes(doctor.id))
      .execute();
  }

  async replaceSpecializations(tx: Tx, doctor: DoctorProfile): Promise<void> {
    await tx.deleteFrom('doctor_specializations').where('doctor_id', '=', uuidBytes(doctor.id)).execute();
    await this.#insertSpecializations(tx, doctor);
  }

  async #insertSpecializations(tx: Tx, { id, specializations }: DoctorProfile): Promise<void> {
    const doctorId = uuidBytes(id);
    await tx
      .insertInto('doctor_specializations')
      .values(specializations.map((each) => ({ doctor_id: doctorId, specialization_id: uuidBytes(each.id) })))
      .execute();
  }

  async #profile(db: Db | Tx, row: DoctorRow): Promise<DoctorProfile> {
    const specializations = await this.#specializationsOf(db, [row]);
    return profileOf(row, specializations.get(uuidText(row.id)) ?? []);
  }

  /** By name, of all these doctors in one query. */
  async #specializationsOf(db: Db | Tx, doctors: { id: Buffer }[]): Promise<Map<string, DirectoryEntry[]>> {
    const found = new Map<string, DirectoryEntry[]>();
    if (doctors.length === 0) return found;
    const rows = await db
      .selectFrom('doctor_specializations')
      .innerJoin('specializations', 'specializations.id', 'doctor_specializations.specialization_id')
      .select(['doctor_specializations.doctor_id', 'specializations.id', 'specializations.name'])
      .where(
        'doctor_specializations.doctor_id',
        'in',
        doctors.map(({ id }) => id),
      )
      .orderBy('specializations.name')
      .execute();
    for (const row of rows) {
      const doctorId = uuidText(row.doctor_id);
      const entry = { id: uuidText(row.id), name: row.name };
      found.set(doctorId, [...(found.get(doctorId) ?? []), entry]);
    }
    return found;
  }
}

const doctorRows = (db: Db | Tx) =>
  db
    .selectFrom('doctors')
    .innerJoin('departments', 'departments.id', 'doctors.department_id')
    .select(doctorColumns);
