import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { Database } from '../lib/mysql.js';
import { inReach } from './patient-reach.js';
import { type PatientRow, patientColumns, patientOf } from './patient-rows.js';
import type { WholePatient } from './patients.types.js';

/** A name to look for, by its keys. */
export interface SoughtName {
  keys: string[];
  /** How many of them a name must share. */
  sharedAtLeast: number;
}

export interface Lookalike extends SoughtName {
  birthOn: string | null;
}

/** A patient, whoever asks: the caller cuts what is out of scope. */
export interface ScopedPatient {
  patient: WholePatient;
  isInScope: boolean;
}

export class PatientSearchRepository {
  constructor(private readonly db: Database) {}

  /** The active patient with this medical record number. */
  async byMrn(scope: Scope, mrn: string): Promise<ScopedPatient[]> {
    const rows = await this.#scoped(scope).where('patients.mrn', '=', mrn).execute();
    return rows.map(scopedOf);
  }

  /** Active patients born on this date whose names share so many keys: a superset of those called exactly so. */
  async namesakes(
    scope: Scope,
    birthOn: string,
    { keys, sharedAtLeast }: SoughtName,
  ): Promise<ScopedPatient[]> {
    const rows = await this.#scoped(scope)
      .where('patients.birth_on', '=', birthOn)
      .where(
        (eb) =>
          eb
            .selectFrom('patient_trigrams')
            .select(sql<number>`count(*)`.as('shared'))
            .whereRef('patient_trigrams.patient_id', '=', 'patients.id')
            .where('patient_trigrams.trigram', 'in', keys),
        '>=',
        sharedAtLeast,
      )
      .orderBy('patients.id')
      .execute();
    return rows.map(scopedOf);
  }

  /** Active patients in scope whose names share the most keys; all through the primary key of the keys. */
  async lookalikes(scope: Scope, sought: Lookalike, limit: number): Promise<WholePatient[]> {
    const { keys, sharedAtLeast, birthOn } = sought;
    const rows = await this.db.read
      .selectFrom((eb) =>
        eb
          .selectFrom('patient_trigrams')
          .select(['patient_trigrams.patient_id', sql<number>`count(*)`.as('shared')])
          .where('patient_trigrams.trigram', 'in', keys)
          .where(inReach(scope, 'patient_trigrams.patient_id'))
          .groupBy('patient_trigrams.patient_id')
          .having(sql<number>`count(*)`, '>=', sharedAtLeast)
          .as('candidates'),
      )
      .innerJoin('patients', 'patients.id', 'candidates.patient_id')
      .select(patientColumns)
      .where('patients.is_active', '=', 1)
      .where(inScope(scope, { patientId: 'candidates.patient_id' }))
      .$if(birthOn !== null, (query) => query.where('patients.birth_on', '=', birthOn as string))
      .orderBy('candidates.shared', 'desc')
      .orderBy('candidates.patient_id')
      .limit(limit)
      .execute();
    return rows.map(patientOf);
  }

  async bornOn(scope: Scope, birthOn: string, limit: number): Promise<WholePatient[]> {
    const rows = await this.db.read
      .selectFrom('patients')
      .select(patientColumns)
      .where('patients.birth_on', '=', birthOn)
      .where('patients.is_active', '=', 1)
      .where(inReach(scope, 'patients.id'))
      .where(inScope(scope, { patientId: 'patients.id' }))
      .orderBy('patients.family_name')
      .orderBy('patients.id')
      .limit(limit)
      .execute();
    return rows.map(patientOf);
  }

  #scoped(scope: Scope) {
    return this.db.read
      .selectFrom('patients')
      .select(patientColumns)
      .select(sql<number>`${inScope(scope, { patientId: 'patients.id' })}`.as('is_in_scope'))
      .where('patients.is_active', '=', 1);
  }
}

const scopedOf = (row: PatientRow & { is_in_scope: number }): ScopedPatient => ({
  patient: patientOf(row),
  isInScope: row.is_in_scope === 1,
});
