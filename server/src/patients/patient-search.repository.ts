import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { Database } from '../lib/mysql.js';
import { inReach } from './patient-reach.js';
import { patientColumns, patientOf } from './patient-rows.js';
import type { WholePatient } from './patients.types.js';

export interface ExactPatient {
  mrn?: string | undefined;
  givenName?: string | undefined;
  familyName?: string | undefined;
  birthOn?: string | undefined;
}

export interface Lookalike {
  trigrams: string[];
  /** How many of them a name must share. */
  sharedAtLeast: number;
  birthOn: string | null;
}

export class PatientSearchRepository {
  constructor(private readonly db: Database) {}

  /** Active patients by MRN, or by full name and birth date, whoever asks: the caller cuts what is out of scope. */
  async exact(
    scope: Scope,
    { mrn, givenName, familyName, birthOn }: ExactPatient,
    limit: number,
  ): Promise<{ patient: WholePatient; isInScope: boolean }[]> {
    let query = this.db.read
      .selectFrom('patients')
      .select(patientColumns)
      .select(sql<number>`${inScope(scope, { patientId: 'patients.id' })}`.as('is_in_scope'))
      .where('patients.is_active', '=', 1);
    if (mrn !== undefined) query = query.where('patients.mrn', '=', mrn);
    if (familyName !== undefined) query = query.where('patients.family_name', '=', familyName);
    if (givenName !== undefined) query = query.where('patients.given_name', '=', givenName);
    if (birthOn !== undefined) query = query.where('patients.birth_on', '=', birthOn);
    const rows = await query.orderBy('patients.id').limit(limit).execute();
    return rows.map((row) => ({ patient: patientOf(row), isInScope: row.is_in_scope === 1 }));
  }

  /** Active patients in scope whose names share the most trigrams; all through the primary key of the trigrams. */
  async lookalikes(scope: Scope, sought: Lookalike, limit: number): Promise<WholePatient[]> {
    const { trigrams, sharedAtLeast, birthOn } = sought;
    const rows = await this.db.read
      .selectFrom((eb) =>
        eb
          .selectFrom('patient_trigrams')
          .select(['patient_trigrams.patient_id', sql<number>`count(*)`.as('shared')])
          .where('patient_trigrams.trigram', 'in', trigrams)
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
}
