import type { Database, Tx } from '../lib/mysql.js';
import type { PersonName } from '../lib/person.js';
import { storedKeysOf } from './name-keys.js';

export interface NamedPatient extends PersonName {
  id: Buffer;
}

/** The keys under which patients are found by name, and how far they were renewed. */
export class SearchKeysRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, patients: readonly NamedPatient[]): Promise<void> {
    const rows = patients.flatMap(({ id, ...name }) =>
      storedKeysOf(name).map((trigram) => ({ trigram, patient_id: id })),
    );
    if (rows.length > 0) await tx.insertInto('patient_trigrams').values(rows).execute();
  }

  async remove(tx: Tx, patientIds: readonly Buffer[]): Promise<void> {
    await tx.deleteFrom('patient_trigrams').where('patient_id', 'in', patientIds).execute();
  }

  /** Those of these patients whose keys are others than their names have now. */
  async outdated(tx: Tx, patients: readonly NamedPatient[]): Promise<NamedPatient[]> {
    const rows = await tx
      .selectFrom('patient_trigrams')
      .select(['trigram', 'patient_id'])
      .where(
        'patient_id',
        'in',
        patients.map(({ id }) => id),
      )
      .execute();
    const stored = Map.groupBy(rows, ({ patient_id }) => patient_id.toString('hex'));
    return patients.filter(({ id, ...name }) => {
      const keys = new Set(stored.get(id.toString('hex'))?.map(({ trigram }) => trigram));
      const wanted = storedKeysOf(name);
      return keys.size !== wanted.length || wanted.some((key) => !keys.has(key));
    });
  }

  async isRenewed(version: number): Promise<boolean> {
    const row = await this.db.read
      .selectFrom('patient_key_renewals')
      .select('completed_at')
      .where('key_version', '=', version)
      .executeTakeFirst();
    return row?.completed_at != null;
  }

  async begin(tx: Tx, version: number): Promise<void> {
    await tx
      .insertInto('patient_key_renewals')
      .ignore()
      .values({ key_version: version, renewed_to: Buffer.alloc(16) })
      .execute();
  }

  /** Locks the renewal until the transaction ends. @returns how far it is; `null` when it is done or another is at it */
  async lockUnfinished(tx: Tx, version: number): Promise<Buffer | null> {
    const row = await tx
      .selectFrom('patient_key_renewals')
      .select('renewed_to')
      .where('key_version', '=', version)
      .where('completed_at', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return row?.renewed_to ?? null;
  }

  /** The next patients by id. Locks them, shared, until the transaction ends: nobody renames them meanwhile. */
  async lockNext(tx: Tx, after: Buffer, limit: number): Promise<NamedPatient[]> {
    const rows = await tx
      .selectFrom('patients')
      .select(['id', 'given_name', 'family_name'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .forShare()
      .execute();
    return rows.map(({ id, given_name, family_name }) => ({
      id,
      givenName: given_name,
      familyName: family_name,
    }));
  }

  /** @param renewedTo `null` when no patient is left */
  async advance(tx: Tx, version: number, renewedTo: Buffer | null): Promise<void> {
    await tx
      .updateTable('patient_key_renewals')
      .set(renewedTo === null ? { completed_at: new Date() } : { renewed_to: renewedTo })
      .where('key_version', '=', version)
      .execute();
  }
}
