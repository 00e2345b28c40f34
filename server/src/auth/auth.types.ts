import type { Role } from '../lib/actor.js';
import type { DateOn, Email, Uuid } from '../lib/wire.js';

/** Someone who can sign in. */
export interface User {
  id: Uuid;
  email: string;
  displayName: string;
  role: Role;
  /** Set for patients: whose record is theirs. */
  patientId: Uuid | null;
  /** Set for doctors: whose calendar is theirs. */
  doctorId: Uuid | null;
  /** Set for nurses, and for receptionists of one department. */
  departmentId: Uuid | null;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** A new patient who signs up. The role is always `patient`. */
export interface RegisterPatient {
  email: Email;
  /**
   * At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  password: string;
  /**
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  givenName: string;
  /**
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName: string;
  birthOn: DateOn;
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /**
   * @minLength 3
   * @maxLength 40
   */
  phone?: string;
}

/** E-mail and password. */
export interface Login {
  email: Email;
  /**
   * @minLength 1
   * @maxLength 200
   */
  password: string;
}

/** A spent or live refresh token. */
export interface RefreshSession {
  /** @pattern ^[A-Za-z0-9_-]{43}$ */
  refreshToken: string;
}

/** A signed-in session. */
export interface SignedIn {
  /** ES256 JWT; send it as `Authorization: Bearer …`. */
  accessToken: string;
  /** Good for one refresh. Using it twice ends the session. */
  refreshToken: string;
  /**
   * Seconds until the access token expires.
   * @isInt
   */
  expiresInSeconds: number;
  user: User;
}
