import type { Role } from '../lib/actor.js';
import { maybeUuidBytes, uuidBytes } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { User } from './auth.types.js';
import { normalEmail, userColumns, userOf } from './user-rows.js';

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

  async maybeCredentials(email: string): Promise<Credentials | null> {
    const row = await this.db.read
      .selectFrom('users')
      .select([...userColumns, 'password_hash'])
      .where('email', '=', normalEmail(email))
      .executeTakeFirst();
    return row ? { user: userOf(row), passwordHash: row.password_hash } : null;
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
}
