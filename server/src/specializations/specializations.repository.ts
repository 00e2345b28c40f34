import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import type { CreateSpecialization, Specialization } from './specializations.types.js';

const specializationColumns = ['id', 'name', 'is_active', 'version'] as const;

interface SpecializationRow {
  id: Buffer;
  name: string;
  is_active: number;
  version: number;
}

export class SpecializationsRepository {
  constructor(private readonly db: Database) {}

  async maybeSpecialization(id: string): Promise<Specialization | null> {
    const row = await this.db.read
      .selectFrom('specializations')
      .select(specializationColumns)
      .where('id', '=', uuidBytes(id))
      .executeTakeFirst();
    return row ? specializationOf(row) : null;
  }

  /** Locks the specialization until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Specialization | null> {
    const row = await tx
      .selectFrom('specializations')
      .select(specializationColumns)
      .where('id', '=', uuidBytes(id))
      .forUpdate()
      .executeTakeFirst();
    return row ? specializationOf(row) : null;
  }

  /** Locks the specialization of this name, shared, until the transaction ends. */
  async lockByName(tx: Tx, name: string): Promise<Specialization | null> {
    const row = await tx
      .selectFrom('specializations')
      .select(specializationColumns)
      .where('name', '=', name)
      .forShare()
      .executeTakeFirst();
    return row ? specializationOf(row) : null;
  }

  /** The active ones among these, by id, kept active until the transaction ends. */
  async lockActive(tx: Tx, ids: string[]): Promise<Specialization[]> {
    const rows = await tx
      .selectFrom('specializations')
      .select(specializationColumns)
      .where('id', 'in', ids.map(uuidBytes))
      .where('is_active', '=', 1)
      .orderBy('id')
      .forShare()
      .execute();
    return rows.map(specializationOf);
  }

  /** By name; `limit + 1` rows, so that the caller sees whether there are more. */
  async list(isActive: boolean, limit: number, after: Position | null): Promise<Specialization[]> {
    const rows = await this.db.read
      .selectFrom('specializations')
      .select(specializationColumns)
      .where('is_active', '=', isActive ? 1 : 0)
      .$if(after !== null, (query) =>
        query.where(afterPosition('specializations.name', 'specializations.id', 'asc', after as Position)),
      )
      .orderBy('name')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return rows.map(specializationOf);
  }

  /** @throws a duplicate-key error on `specializations.specializations_name` */
  async insert(tx: Tx, id: string, specialization: CreateSpecialization): Promise<void> {
    const now = new Date();
    await tx
      .insertInto('specializations')
      .values({ id: uuidBytes(id), ...specialization, created_at: now, updated_at: now })
      .execute();
  }

  /** @throws a duplicate-key error on `specializations.specializations_name` */
  async update(tx: Tx, specialization: Specialization): Promise<void> {
    await tx
      .updateTable('specializations')
      .set({
        name: specialization.name,
        is_active: specialization.isActive ? 1 : 0,
        version: specialization.version,
        updated_at: new Date(),
      })
      .where('id', '=', uuidBytes(specialization.id))
      .execute();
  }

  /** The caller holds the specialization's lock, so no doctor can take it up meanwhile. */
  async hasActiveDoctors(tx: Tx, id: string): Promise<boolean> {
    const row = await tx
      .selectFrom('doctor_specializations')
      .innerJoin('doctors', 'doctors.id', 'doctor_specializations.doctor_id')
      .select(sql<number>`1`.as('one'))
      .where('doctor_specializations.specialization_id', '=', uuidBytes(id))
      .where('doctors.is_active', '=', 1)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }
}

const specializationOf = (row: SpecializationRow): Specialization => ({
  id: uuidText(row.id),
  name: row.name,
  isActive: row.is_active === 1,
  version: row.version,
});
