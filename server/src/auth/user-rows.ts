import { type SqlBool, sql } from 'kysely';
import type { Role } from '../lib/actor.js';
import { maybeUuidText, uuidText } from '../lib/ids.js';
import { formatInstant } from '../lib/time.js';
import type { User } from './auth.types.js';

/**
 * Whether anybody gets in with a sign-in: it is active, and so is the doctor or the patient whom it stands for. The one
 * place that says so; the session gate, signing in, refreshing and changing a password ask it. Read from the rows of
 * the person, so that activating them again restores what their deactivation ended and nothing else. Its subqueries do
 * not lock: under a lock it is asked in a statement of its own, after the one that waited.
 */
export const canSignIn = sql<SqlBool>`(users.is_active
  and coalesce((select person.is_active from doctors as person where person.id = users.doctor_id), 1)
  and coalesce((select person.is_active from patients as person where person.id = users.patient_id), 1))`;

export const userColumns = [
  'users.id',
  'users.email',
  'users.display_name',
  'users.role',
  'users.patient_id',
  'users.doctor_id',
  'users.department_id',
  'users.is_active',
  canSignIn.as('can_sign_in'),
  'users.password_reset_at',
  'users.version',
] as const;

/** E-mail addresses are compared and stored in this form. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

export function userOf(row: {
  id: Buffer;
  email: string;
  display_name: string;
  role: string;
  patient_id: Buffer | null;
  doctor_id: Buffer | null;
  department_id: Buffer | null;
  is_active: number;
  can_sign_in: SqlBool;
  password_reset_at: Date | null;
  version: number;
}): User {
  return {
    id: uuidText(row.id),
    email: row.email,
    displayName: row.display_name,
    role: row.role as Role,
    patientId: maybeUuidText(row.patient_id),
    doctorId: maybeUuidText(row.doctor_id),
    departmentId: maybeUuidText(row.department_id),
    isActive: row.is_active === 1,
    canSignIn: row.can_sign_in === 1,
    passwordResetAt: row.password_reset_at ? formatInstant(row.password_reset_at.getTime()) : null,
    version: row.version,
  };
}
