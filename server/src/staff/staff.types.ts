import type { Cursor, Email, Uuid } from '../lib/wire.js';

/** The roles that an admin gives. Patients register by themselves. */
export type StaffRole = 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** A sign-in for someone who works here. */
export interface CreateUser {
  /** What the user will sign in with, in any case. Refused when a sign-in has it. */
  email: Email;
  /**
   * The first password, given by the admin. At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  password: string;
  /**
   * What to show beside what the user does, e.g. `Dr Ada Byron`; blanks around it are dropped.
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  displayName: string;
  /** `doctor` goes with `doctorId`, `nurse` with `departmentId`. */
  role: StaffRole;
  /** Needed for a doctor, and only there: whose calendar is hers. */
  doctorId?: Uuid;
  /** Needed for a nurse; possible for everyone else. */
  departmentId?: Uuid;
}

/** What changes; the rest stays. Another role ends all sessions of the user. */
export interface UpdateUser {
  /**
   * What to show beside what the user does, e.g. `Dr Ada Byron`; blanks around it are dropped.
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  displayName?: string;
  /** Nobody changes her own, and the last active admin stays admin. */
  role?: StaffRole;
  /** Needed when the role becomes `doctor`, and only there. */
  doctorId?: Uuid;
  /** Needed for a nurse, who keeps one; `null` clears it for everyone else. */
  departmentId?: Uuid | null;
}

/** Which sign-ins to list. */
export interface ListUsers {
  /** Only sign-ins of this role; those of all staff when absent. */
  role?: StaffRole;
  /** `true`: those of patients instead of those of staff, without address and name. */
  isPatient?: boolean;
  /** Only the sign-in of this doctor. */
  doctorId?: Uuid;
  /** Only the sign-in of this patient, with `isPatient=true`. */
  patientId?: Uuid;
  /** Both when absent. */
  isActive?: boolean;
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}
