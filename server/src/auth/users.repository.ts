import { sql } from 'kysely';
import type { Role } from '../lib/actor.js';
import { maybeUuidBytes, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { User } from './auth.types.js';
import { networksKeptDays } from './known-networks.repository.js';
import { canSignIn, normalEmail, userColumns, userOf } from './user-rows.js';

export interface NewUser {
  id: string;
  email: string;
  passwordHash: string;
  displayName: string;
  role: Role;
  patientId?: string | null;
  doctorId?: string | null;
  departmentId?: string | null;
}

/** Whom a sign-in stands for. */
export type Person = { readonly doctorId: string } | { readonly patientId: string };

export interface Credentials {
  user: User;
  passwordHash: string;
  /** Null where it is still the first one. */
  passwordChangedAt: Date | null;
  /** Of the network that was asked about: whether it was noted today; null where it is not known. */
  isNotedToday: boolean | null;
}

export class UsersRepository {
  constructor(private readonly db: Database) {}

  async maybeUser(id: string, tx: Tx | Db = this.db.read): Promise<User | null> {
    const row = await tx
      .selectFrom('users')
      .select(userColumns)
      .where('id', '=', uuidBytes(id))
      .executeTakeFirst();
    return row ? userOf(row) : null;
  }

  /** @param networkHash the network to say whether it is known */
  maybeCredentials(email: string, networkHash: Buffer | null = null): Promise<Credentials | null> {
    return this.#maybeCredentials('email', normalEmail(email), networkHash);
  }

  maybeCredentialsOf(id: string): Promise<Credentials | null> {
    return this.#maybeCredentials('id', uuidBytes(id), null);
  }

  /**
   * Null when nobody may sign in as this user. Locks the row until the transaction ends, against another change of
   * password or rights; whether the person behind it is active is asked after the lock.
   */
  async lockPasswordHash(tx: Tx, id: string): Promise<string | null> {
    await this.lock(tx, id);
    const row = await tx
      .selectFrom('users')
      .select('password_hash')
      .where('users.id', '=', uuidBytes(id))
      .where(canSignIn)
      .executeTakeFirst();
    return row?.password_hash ?? null;
  }

  /** Locks the row until the transaction ends: sign-ins and changes of this user happen one after the other. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.selectFrom('users').select('id').where('id', '=', uuidBytes(id)).forUpdate().execute();
  }

  /** Locks the sign-in of a doctor or a patient until the transaction ends. @returns its user's id; null without one */
  async lockOfPerson(tx: Tx, person: Person): Promise<string | null> {
    const [column, id] =
      'doctorId' in person
        ? (['users.doctor_id', person.doctorId] as const)
        : (['users.patient_id', person.patientId] as const);
    const row = await tx
      .selectFrom('users')
      .select('users.id')
      .where(column, '=', uuidBytes(id))
      .forUpdate()
      .executeTakeFirst();
    return row ? uuidText(row.id) : null;
  }

  /** Of another password: devices that were known with the one before are not any more, nor are networks. */
  async setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
    const now = new Date();
    await tx
      .updateTable('users')
      .set({ password_hash: passwordHash, password_changed_at: now, updated_at: now })
      .where('id', '=', uuidBytes(id))
      .execute();
    await tx.deleteFrom('known_networks').where('user_id', '=', uuidBytes(id)).execute();
  }

  /** The same password hashed at another cost; only while nothing else was set. */
  async renewPasswordHash(tx: Tx, id: string, from: string, to: string): Promise<void> {
    await tx
      .updateTable('users')
      .set({ password_hash: to })
      .where('id', '=', uuidBytes(id))
      .where('password_hash', '=', from)
      .execute();
  }

  /** Of those who may sign in, by its index; 0 where there is nobody. */
  async highestPasswordCost(): Promise<number> {
    const row = await this.db.read
      .selectFrom('users')
      .select('password_cost')
      .where('is_active', '=', 1)
      .orderBy('password_cost', 'desc')
      .limit(1)
      .executeTakeFirst();
    return Number(row?.password_cost ?? 0);
  }

  /** By a one-time code in the place of a forgotten one. */
  async resetPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await this.setPasswordHash(tx, id, passwordHash);
    await tx
      .updateTable('users')
      .set({ password_reset_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  async deactivate(tx: Tx, id: string): Promise<void> {
    await tx
      .updateTable('users')
      .set((eb) => ({ is_active: 0, version: eb('version', '+', 1), updated_at: new Date() }))
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  async hasAny(): Promise<boolean> {
    const row = await this.db.read.selectFrom('users').select('id').limit(1).executeTakeFirst();
    return row !== undefined;
  }

  async hasAdmin(tx: Tx): Promise<boolean> {
    const row = await tx
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'admin')
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** @throws a duplicate-key error on `users.users_email`, `users.users_patient` or `users.users_doctor` */
  async insert(tx: Tx, user: NewUser): Promise<void> {
    const now = new Date();
    await tx
      .insertInto('users')
      .values({
        id: uuidBytes(user.id),
        email: normalEmail(user.email),
        password_hash: user.passwordHash,
        display_name: user.displayName,
        role: user.role,
        patient_id: maybeUuidBytes(user.patientId),
        doctor_id: maybeUuidBytes(user.doctorId),
        department_id: maybeUuidBytes(user.departmentId),
        created_at: now,
        updated_at: now,
      })
      .execute();
  }

  async #maybeCredentials(
    column: 'id' | 'email',
    value: Buffer | string,
    networkHash: Buffer | null,
  ): Promise<Credentials | null> {
    const row = await this.db.read
      .selectFrom('users')
      .leftJoin('known_networks as known', (join) =>
        join
          .onRef('known.user_id', '=', 'users.id')
          .on('known.network_hash', '=', networkHash)
          .on('known.last_used_at', '>', sql<Date>`now(3) - interval ${sql.lit(networksKeptDays)} day`),
      )
      .select([...userColumns, 'password_hash', 'password_changed_at'])
      .select(sql<number | null>`known.last_used_at > now(3) - interval 1 day`.as('is_noted_today'))
      .where(column, '=', value)
      .executeTakeFirst();
    if (!row) return null;
    return {
      user: userOf(row),
      passwordHash: row.password_hash,
      passwordChangedAt: row.password_changed_at,
      isNotedToday: row.is_noted_today === null ? null : row.is_noted_today === 1,
    };
  }
}
