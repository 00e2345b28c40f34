import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Db } from '../lib/mysql.js';
import type { ObservationSource } from './facts.js';

/** The rows in MySQL that the analytics of documents follow from. Reads with the connection it is given. */
export class ObservationSourcesRepository {
  /** Those that exist, withdrawn ones as well. */
  async byIds(db: Db, ids: readonly string[]): Promise<ObservationSource[]> {
    if (ids.length === 0) return [];
    return this.#read(db, (query) => query.where('observation_refs.id', 'in', ids.map(uuidBytes)));
  }

  /** The next ones in order of their ids. */
  async after(db: Db, id: string | null, atMost: number): Promise<ObservationSource[]> {
    return this.#read(db, (query) =>
      query
        .$if(id !== null, (rest) => rest.where('observation_refs.id', '>', uuidBytes(id ?? '')))
        .orderBy('observation_refs.id')
        .limit(atMost),
    );
  }

  async areAny(db: Db): Promise<boolean> {
    const row = await db.selectFrom('observation_refs').select('id').limit(1).executeTakeFirst();
    return row !== undefined;
  }

  /** Of whom patients' birth dates say how old they were. */
  async idsOfPatients(db: Db, patientIds: readonly string[]): Promise<string[]> {
    if (patientIds.length === 0) return [];
    const rows = await db
      .selectFrom('observation_refs')
      .select('id')
      .where('patient_id', 'in', patientIds.map(uuidBytes))
      .execute();
    return rows.map((row) => uuidText(row.id));
  }

  /** What each doctor is a specialist in: sorted ids with commas, by doctor. Those without are absent. */
  async specialties(db: Db, doctorIds?: readonly string[]): Promise<Map<string, string>> {
    if (doctorIds?.length === 0) return new Map();
    const rows = await db
      .selectFrom('doctor_specializations')
      .select(['doctor_id', 'specialization_id'])
      .$if(doctorIds !== undefined, (query) =>
        query.where('doctor_id', 'in', (doctorIds ?? []).map(uuidBytes)),
      )
      .orderBy('doctor_id')
      .orderBy('specialization_id')
      .execute();
    const ofDoctors = new Map<string, string>();
    for (const row of rows) {
      const doctorId = uuidText(row.doctor_id);
      const before = ofDoctors.get(doctorId);
      const specialty = uuidText(row.specialization_id);
      ofDoctors.set(doctorId, before === undefined ? specialty : `${before},${specialty}`);
    }
    return ofDoctors;
  }

  /** Which of these observations an event is about that nobody has taken yet: of themselves, or of their patients. */
  async awaited(db: Db, sources: readonly { id: string; patientId: string }[]): Promise<Set<string>> {
    if (sources.length === 0) return new Set();
    const subjects = new Set(sources.flatMap(({ id, patientId }) => [id, patientId]));
    const rows = await db
      .selectFrom('events')
      .select('subject_id')
      .where('awaits', '=', 'documents')
      .where('subject_id', 'in', [...subjects].map(uuidBytes))
      .execute();
    const awaiting = new Set(rows.map((row) => uuidText(row.subject_id)));
    return new Set(
      sources.flatMap(({ id, patientId }) => (awaiting.has(id) || awaiting.has(patientId) ? [id] : [])),
    );
  }

  /**
   * Lets the newest events since an id's time be taken once more: what followed from them may be lost. They are looked
   * up first and changed by their key: an update that scans would wait for every transaction that is under way.
   */
  async takeAgain(db: Db, firstId: string, atMost: number): Promise<void> {
    const rows = await db
      .selectFrom('events')
      .select('id')
      .where('id', '>=', uuidBytes(firstId))
      .where('kind', 'like', 'observation.%')
      .orderBy('id', 'desc')
      .limit(atMost)
      .execute();
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await db.updateTable('events').set({ awaits: 'documents' }).where('id', 'in', ids).execute();
  }

  async #read(db: Db, narrow: (query: SourceQuery) => SourceQuery): Promise<ObservationSource[]> {
    const rows = await narrow(sourceQuery(db)).execute();
    const doctorIds = [...new Set(rows.map((row) => uuidText(row.doctor_id)))];
    const specialties = await this.specialties(db, doctorIds);
    return rows.map((row) => {
      const doctorId = uuidText(row.doctor_id);
      return {
        id: uuidText(row.id),
        kind: row.kind,
        isFinal: row.state === 'final',
        sha256: row.sha256,
        observedAt: row.observed_at,
        patientId: uuidText(row.patient_id),
        doctorId,
        departmentId: uuidText(row.department_id),
        zone: row.zone,
        specialties: specialties.get(doctorId) ?? '',
        birthOn: row.birth_on,
      };
    });
  }
}

/** In this order: the first table is read in ranges of its key, the others by theirs. */
const sourceQuery = (db: Db) =>
  db
    .selectFrom('observation_refs')
    .innerJoin('medical_records', 'medical_records.id', 'observation_refs.record_id')
    .innerJoin('doctors', 'doctors.id', 'medical_records.doctor_id')
    .innerJoin('patients', 'patients.id', 'observation_refs.patient_id')
    .modifyFront(sql`straight_join`)
    .select([
      'observation_refs.id',
      'observation_refs.kind',
      'observation_refs.state',
      'observation_refs.sha256',
      'observation_refs.observed_at',
      'observation_refs.patient_id',
      'medical_records.doctor_id',
      'medical_records.department_id',
      'doctors.zone',
      'patients.birth_on',
    ]);

type SourceQuery = ReturnType<typeof sourceQuery>;
