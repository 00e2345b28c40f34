import type { User } from '../auth/auth.types.js';
import { noPasswordHash } from '../auth/passwords.js';
import { userColumns, userOf } from '../auth/user-rows.js';
import { maybeUuidBytes, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import type { StaffRole } from './staff.types.js';

const staffRoles: StaffRole[] = ['doctor', 'nurse', 'receptionist', 'pharmacist', 'billing', 'admin'];

export interface UserFilter {
  role?: StaffRole | undefined;
  isActive?: boolean | undefined;
  doctorId?: string | undefined;
  patientId?: string | undefined;
}

/** Sign-ins, as admins keep them: those of people who work here, and whether those of patients are active. */
export class StaffRepository {
  constructor(private readonly db: Database) {}

  /** Of staff or a patient. */
  async maybeUser(id: string, tx: Tx | Db = this.db.read): Promise<User | null> {
    const row = await tx
      .selectFrom('users')
      .select(userColumns)
      .where('users.id', '=', uuidBytes(id))
      .executeTakeFirst();
    return row ? userOf(row) : null;
  }

  /** Of staff or a patient, locked until the transaction ends. */
  async lockAny(tx: Tx, id: string): Promise<User | null> {
    const row = await tx
      .selectFrom('users')
      .select(userColumns)
      .where('users.id', '=', uuidBytes(id))
      .forUpdate()
      .executeTakeFirst();
    return row ? userOf(row) : null;
  }

  /** Of staff only, locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<User | null> {
    const row = await tx
      .selectFrom('users')
      .select(userColumns)
      .where('users.id', '=', uuidBytes(id))
      .where('users.role', 'in', staffRoles)
      .forUpdate()
      .executeTakeFirst();
    return row ? userOf(row) : null;
  }

  /** Locks every active admin until the transaction ends, so that changes of admins happen one after the other. */
  async lockActiveAdmins(tx: Tx): Promise<string[]> {
    const rows = await tx
      .selectFrom('users')
      .select('users.id')
      .where('users.role', '=', 'admin')
      .where('users.is_active', '=', 1)
      .orderBy('users.email')
      .forUpdate()
      .execute();
    return rows.map(({ id }) => uuidText(id));
  }

  /** Staff by e-mail address; `limit + 1` rows, so that the caller sees whether there are more. */
  async list({ role, ...filter }: UserFilter, limit: number, after: Position | null): Promise<User[]> {
    let query = this.#filtered(filter).where('users.role', 'in', role ? [role] : staffRoles);
    if (after) query = query.where(afterPosition('users.email', 'users.id', 'asc', after));
    const rows = await query
      .orderBy('users.email')
      .orderBy('users.id')
      .limit(limit + 1)
      .execute();
    return rows.map(userOf);
  }

  /** Patients by the sign-in's id: their addresses are not for whoever lists them, nor is the order of these. */
  async listPatients(filter: UserFilter, limit: number, after: Position | null): Promise<User[]> {
    let query = this.#filtered(filter).where('users.role', '=', 'patient');
    if (after) query = query.where('users.id', '>', uuidBytes(after.id));
    const rows = await query
      .orderBy('users.id')
      .limit(limit + 1)
      .execute();
    return rows.map(userOf);
  }

  #filtered({ isActive, doctorId, patientId }: UserFilter) {
    let query = this.db.read.selectFrom('users').select(userColumns);
    if (isActive !== undefined) query = query.where('users.is_active', '=', isActive ? 1 : 0);
    if (doctorId !== undefined) query = query.where('users.doctor_id', '=', uuidBytes(doctorId));
    if (patientId !== undefined) query = query.where('users.patient_id', '=', uuidBytes(patientId));
    return query;
  }

  /** @throws a duplicate-key error on `users.users_email` or `users.users_doctor` */
  async insert(tx: Tx, user: User, passwordHash: string): Promise<void> {
    const now = new Date();
    await tx
      .insertInto('users')
      .values({
        id: uuidBytes(user.id),
        email: user.email,
        password_hash: passwordHash,
        ...staffValues(user),
        created_at: now,
        updated_at: now,
      })
      .execute();
  }

  /** Locks a doctor's sign-in that nobody has taken over yet, until the transaction ends. */
  async lockUnclaimed(tx: Tx, doctorId: string): Promise<User | null> {
    const row = await tx
      .selectFrom('users')
      .select(userColumns)
      .where('users.doctor_id', '=', uuidBytes(doctorId))
      .where('users.password_hash', '=', noPasswordHash)
      .forUpdate()
      .executeTakeFirst();
    return row ? userOf(row) : null;
  }

  /** Gives an unclaimed sign-in its e-mail address and password. @throws a duplicate-key error on `users.users_email` */
  async claim(tx: Tx, user: User, passwordHash: string): Promise<void> {
    await tx
      .updateTable('users')
      .set({
        ...staffValues(user),
        email: user.email,
        password_hash: passwordHash,
        version: user.version,
        updated_at: new Date(),
      })
      .where('id', '=', uuidBytes(user.id))
      .execute();
  }

  async setActive(tx: Tx, { id, isActive, version }: User): Promise<void> {
    await tx
      .updateTable('users')
      .set({ is_active: isActive ? 1 : 0, version, updated_at: new Date() })
      .where('id', '=', uuidBytes(id))
      .execute();
  }

  /** @throws a duplicate-key error on `users.users_doctor` */
  async update(tx: Tx, user: User): Promise<void> {
    await tx
      .updateTable('users')
      .set({ ...staffValues(user), version: user.version, updated_at: new Date() })
      .where('id', '=', uuidBytes(user.id))
      .execute();
  }
}

const staffValues = (user: User) => ({
  display_name: user.displayName,
  role: user.role,
  doctor_id: maybeUuidBytes(user.doctorId),
  department_id: maybeUuidBytes(user.departmentId),
  is_active: user.isActive ? 1 : 0,
});
