import { sql } from 'kysely';
import { type Document, MongoServerError, UUID } from 'mongodb';
import { noteSearch, type SearchedWord } from '../../../mongo/pipelines/note-search.js';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import { unavailable } from '../lib/errors.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import { type DocumentStore, mongoTimeoutMs } from '../lib/mongo.js';
import type { Database } from '../lib/mysql.js';
import type { Position } from '../lib/paging.js';

export interface SearchHit {
  documentId: string;
  createdAt: Date;
}

const largestPanel = 20_000;
const indexNotFound = 27;

export class NoteSearchRepository {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
  ) {}

  /**
   * The patients whom a doctor treats, or who are on a nurse's ward. The first condition only narrows down who comes
   * into question, along an index; the scope decides.
   * @returns null when they are too many to be searched through at once
   */
  async panel(scope: Scope): Promise<string[] | null> {
    const candidates = candidatesOf(scope);
    if (candidates === null) return [];
    const rows = await this.db.read
      .selectFrom(candidates.as('candidates'))
      .select('candidates.patient_id')
      .where(inScope(scope, { patientId: 'candidates.patient_id' }))
      .limit(largestPanel + 1)
      .execute();
    return rows.length > largestPanel ? null : rows.map((row) => uuidText(row.patient_id));
  }

  async isInScope(scope: Scope, patientId: string): Promise<boolean> {
    const row = await this.db.read
      .selectFrom('patients')
      .select('patients.id')
      .where('patients.id', '=', uuidBytes(patientId))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Documents that contain every word, newest first; of any version and state. */
  async find(
    words: readonly SearchedWord[],
    patientIds: readonly string[],
    after: Position | null,
    limit: number,
  ): Promise<SearchHit[]> {
    const from = after && { createdAt: new Date(after.value), id: new UUID(after.id) };
    const pipeline = noteSearch({
      words,
      patientIds: patientIds.map((id) => new UUID(id)),
      after: from,
      limit,
    });
    const found = await this.#aggregate(pipeline);
    return found.map(({ _id, createdAt }) => ({ documentId: _id.toString(), createdAt }));
  }

  /** On the very first start a search may come before the text index is there. */
  async #aggregate(pipeline: Document[]): Promise<{ _id: UUID; createdAt: Date }[]> {
    const collection = this.store.db.collection<{ _id: UUID; createdAt: Date }>('clinical_notes');
    try {
      return await collection
        .aggregate<{ _id: UUID; createdAt: Date }>(pipeline, { maxTimeMS: mongoTimeoutMs })
        .toArray();
    } catch (error) {
      if (error instanceof MongoServerError && error.code === indexNotFound)
        throw unavailable('mongo_unavailable', error);
      throw error;
    }
  }
}

function candidatesOf(scope: Scope) {
  if (scope.kind === 'treating') {
    const doctorId = uuidBytes(scope.doctorId);
    return sql<{ patient_id: Buffer }>`(
      select patient_id from appointments where doctor_id = ${doctorId} and starts_at > now(3) - interval 13 month
      union select patient_id from medical_records where doctor_id = ${doctorId} and opened_at > now(3) - interval 13 month)`;
  }
  if (scope.kind === 'ward') {
    const departmentId = uuidBytes(scope.departmentId);
    return sql<{ patient_id: Buffer }>`(
      select patient_id from appointments where department_id = ${departmentId}
        and starts_at between now(3) - interval 1 day and now(3) + interval 1 day
      union select patient_id from medical_records where department_id = ${departmentId} and status = 'open')`;
  }
  return null;
}
