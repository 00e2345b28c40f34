import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { Actor } from '../lib/actor.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Life } from '../lib/life-dates.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { diagnosisColumns, diagnosisOf } from './record-rows.js';
import type { Diagnosis, NewDiagnosis, SetDiagnosisStatus } from './records.types.js';

export interface LockedDiagnosis {
  diagnosis: Diagnosis;
  patientId: string;
  life: Life;
}

export class DiagnosesRepository {
  constructor(private readonly db: Database) {}

  /** Of these records, oldest first, without those entered in error. The records were found within the scope. */
  async ofRecords(
    recordIds: readonly string[],
    tx: Tx | Db = this.db.read,
  ): Promise<Map<string, Diagnosis[]>> {
    const byRecord = new Map<string, Diagnosis[]>(recordIds.map((id) => [id, []]));
    if (recordIds.length === 0) return byRecord;
    const rows = await tx
      .selectFrom('diagnoses')
      .select(diagnosisColumns)
      .where('diagnoses.record_id', 'in', recordIds.map(uuidBytes))
      .where('diagnoses.status', '<>', 'entered_in_error')
      .orderBy('diagnoses.recorded_at')
      .orderBy('diagnoses.id')
      .execute();
    for (const row of rows) byRecord.get(uuidText(row.record_id))?.push(diagnosisOf(row));
    return byRecord;
  }

  async insert(tx: Tx, actor: Actor, diagnosis: NewDiagnosis): Promise<void> {
    await tx
      .insertInto('diagnoses')
      .values({
        id: uuidBytes(diagnosis.id),
        record_id: uuidBytes(diagnosis.recordId),
        patient_id: uuidBytes(diagnosis.patientId),
        code_system: diagnosis.codeSystem,
        code: diagnosis.code,
        text: diagnosis.text,
        status: diagnosis.status,
        onset_on: diagnosis.onsetOn,
        resolved_on: diagnosis.resolvedOn,
        recorded_by: uuidBytes(actor.userId),
        recorded_at: diagnosis.recordedAt,
      })
      .execute();
  }

  /** Locks a diagnosis of a record that this doctor attends, until the transaction ends. */
  async lockAttended(
    tx: Tx,
    scope: Scope,
    recordId: string,
    id: string,
    doctorId: string,
  ): Promise<LockedDiagnosis | null> {
    const row = await tx
      .selectFrom('diagnoses')
      .innerJoin('medical_records', 'medical_records.id', 'diagnoses.record_id')
      .innerJoin('patients', 'patients.id', 'diagnoses.patient_id')
      .select([...diagnosisColumns, 'diagnoses.patient_id', 'patients.birth_on'])
      .where('diagnoses.id', '=', uuidBytes(id))
      .where('diagnoses.record_id', '=', uuidBytes(recordId))
      .where('medical_records.doctor_id', '=', uuidBytes(doctorId))
      .where(inScope(scope, { patientId: 'medical_records.patient_id' }))
      .forUpdate(['diagnoses'])
      .executeTakeFirst();
    if (!row) return null;
    const life = { bornOn: row.birth_on };
    return { diagnosis: diagnosisOf(row), patientId: uuidText(row.patient_id), life };
  }

  async setStatus(tx: Tx, id: string, { status, resolvedOn }: SetDiagnosisStatus): Promise<void> {
    await tx
      .updateTable('diagnoses')
      .set({ status, resolved_on: resolvedOn ?? null, version: sql<number>`version + 1` })
      .where('id', '=', uuidBytes(id))
      .execute();
  }
}
