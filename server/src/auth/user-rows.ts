import type { Role } from '../lib/actor.js';
import { maybeUuidText, uuidText } from '../lib/ids.js';
import type { User } from './auth.types.js';

export const userColumns = [
  'id',
  'email',
  'display_name',
  'role',
  'patient_id',
  'doctor_id',
  'department_id',
  'is_active',
  'version',
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
    version: row.version,
  };
}
