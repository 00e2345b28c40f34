import type { Cursor, Email, Uuid } from '../lib/wire.js';

/** The roles that an admin gives. Patients register by themselves. */
export type StaffRole = 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** A sign-in for someone who works here. */
export interface CreateUser {
  email: Email;
  /**
   * The first password, given by the admin. At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  password: string;
  /**
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  displayName: string;
  role: StaffRole;
  /** Needed for a doctor, and only there: whose calendar is hers. */
  doctorId?: Uuid;
  /** Needed for a nurse; possible for everyone else. */
  departmentId?: Uuid;
}

/** What changes; the rest stays. Another role ends all sessions of the user. */
export interface UpdateUser {
  /**
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  displayName?: string;
  role?: StaffRole;
  /** Needed when the role becomes `doctor`, and only there. */
  doctorId?: Uuid;
  /** `null` clears it. */
  departmentId?: Uuid | null;
}

export interface ListUsers {
  role?: StaffRole;
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
