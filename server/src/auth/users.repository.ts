import type { Role } from '../lib/actor.js';
import { maybeUuidBytes, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { User } from './auth.types.js';
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

  maybeCredentials(email: string): Promise<Credentials | null> {
    return this.#maybeCredentials('email', normalEmail(email));
  }

  maybeCredentialsOf(id: string): Promise<Credentials | null> {
    return this.#maybeCredentials('id', uuidBytes(id));
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

  async setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx
      .updateTable('users')
      .set({ password_hash: passwordHash, updated_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  async resetPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
    const now = new Date();
    await tx
      .updateTable('users')
      .set({ password_hash: passwordHash, password_reset_at: now, updated_at: now })
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

  async #maybeCredentials(column: 'id' | 'email', value: Buffer | string): Promise<Credentials | null> {
    const row = await this.db.read
      .selectFrom('users')
      .select([...userColumns, 'password_hash'])
      .where(column, '=', value)
      .executeTakeFirst();
    return row ? { user: userOf(row), passwordHash: row.password_hash } : null;
  }
}
