import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import { uuidBytes } from '../lib/ids.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import { nameBeginsWith } from '../lib/text-filter.js';
import { inReach } from './patient-reach.js';
import { patientColumns, patientOf, patientValues } from './patient-rows.js';
import type { WholePatient } from './patients.types.js';
import type { SearchKeysRepository } from './search-keys.repository.js';

export interface PatientFilter {
  familyName?: string | undefined;
  birthOn?: string | undefined;
  mrn?: string | undefined;
  isActive: boolean;
}

export class PatientsRepository {
  constructor(
    private readonly db: Database,
    private readonly keys: SearchKeysRepository,
  ) {}

  async maybePatient(id: string, scope: Scope): Promise<WholePatient | null> {
    const row = await this.db.read
      .selectFrom('patients')
      .select(patientColumns)
      .where('patients.id', '=', uuidBytes(id))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .executeTakeFirst();
    return row ? patientOf(row) : null;
  }

  /** Locks the patient's row until the transaction ends. */
  async lock(tx: Tx, id: string, scope: Scope): Promise<WholePatient | null> {
    const row = await tx
      .selectFrom('patients')
      .select(patientColumns)
      .where('patients.id', '=', uuidBytes(id))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .forUpdate('patients')
      .executeTakeFirst();
    return row ? patientOf(row) : null;
  }

  /** Whether the chart holds anything of a day before, one of zones apart. */
  async isSeenBefore(tx: Tx, id: string, dateOn: string): Promise<boolean> {
    const patientId = uuidBytes(id);
    const firstDay = sql`${dateOn} - interval 1 day`;
    const { rows } = await sql<{ isSeen: number }>`select
      exists (select 1 from medical_records where patient_id = ${patientId} and opened_at < ${firstDay})
      or exists (select 1 from observation_refs
        where patient_id = ${patientId} and observed_at < ${firstDay} and state = 'final')
      or exists (select 1 from diagnoses
        where patient_id = ${patientId} and onset_on < ${firstDay} and status <> 'entered_in_error') as isSeen`.execute(
      tx,
    );
    return rows[0]?.isSeen === 1;
  }

  /** By family name; `limit + 1` rows, so that the caller sees whether there are more. */
  async list(
    scope: Scope,
    filter: PatientFilter,
    limit: number,
    after: Position | null,
  ): Promise<WholePatient[]> {
    const { familyName, birthOn, mrn } = filter;
    let query = this.db.read
      .selectFrom('patients')
      .select(patientColumns)
      .where(inReach(scope, 'patients.id'))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .where('patients.is_active', '=', filter.isActive ? 1 : 0);
    if (familyName) query = query.where(nameBeginsWith('patients.family_name', familyName));
    if (birthOn) query = query.where('patients.birth_on', '=', birthOn);
    if (mrn) query = query.where('patients.mrn', '=', mrn);
    if (after) query = query.where(afterPosition('patients.family_name', 'patients.id', 'asc', after));
    const rows = await query
      .orderBy('patients.family_name')
      .orderBy('patients.id')
      .limit(limit + 1)
      .execute();
    return rows.map(patientOf);
  }

  /** @returns false when the MRN is taken: the statement is undone, the transaction goes on. */
  async insert(tx: Tx, patient: WholePatient): Promise<boolean> {
    const now = new Date();
    const id = uuidBytes(patient.id);
    try {
      await tx
        .insertInto('patients')
        .values({ id, mrn: patient.mrn, ...patientValues(patient), created_at: now, updated_at: now })
        .execute();
    } catch (error) {
      if (isDuplicateKey(error, 'patients.patients_mrn')) return false;
      throw error;
    }
    await this.keys.insert(tx, [{ ...patient, id }]);
    return true;
  }

  async update(tx: Tx, patient: WholePatient, isRenamed: boolean): Promise<void> {
    const id = uuidBytes(patient.id);
    await tx
      .updateTable('patients')
      .set({ ...patientValues(patient), version: patient.version, updated_at: new Date() })
      .where('id', '=', id)
      .execute();
    if (!isRenamed) return;
    await this.keys.remove(tx, [id]);
    await this.keys.insert(tx, [{ ...patient, id }]);
  }

  async setActive(tx: Tx, id: string, isActive: boolean): Promise<void> {
    await tx
      .updateTable('patients')
      .set({ is_active: isActive ? 1 : 0, version: sql<number>`version + 1`, updated_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }
}
