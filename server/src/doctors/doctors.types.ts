import type { Cursor, DateOn, Email, Uuid } from '../lib/wire.js';

/** What a doctor has or belongs to. */
export interface DirectoryEntry {
  id: Uuid;
  name: string;
}

/** A doctor, as everyone may see. */
export interface Doctor {
  id: Uuid;
  givenName: string;
  familyName: string;
  specializations: DirectoryEntry[];
  department: DirectoryEntry;
  /** @isInt */
  yearsOfExperience: number;
  phone: string;
  email: string;
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /**
   * The usual length of a visit, in minutes.
   * @isInt
   */
  visitMinutes: number;
  isActive: boolean;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** A doctor with what only she herself and an admin may see. */
export interface DoctorProfile extends Doctor {
  birthOn: DateOn;
  gender: 'female' | 'male' | 'other' | 'unknown';
}

/** A new doctor. Working hours are set afterwards. */
export interface CreateDoctor {
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
  gender: 'female' | 'male' | 'other' | 'unknown';
  /**
   * @minItems 1
   * @maxItems 20
   * @uniqueItems
   */
  specializationIds: Uuid[];
  departmentId: Uuid;
  /**
   * @isInt
   * @minimum 0
   * @maximum 80
   */
  yearsOfExperience: number;
  /**
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone: string;
  email: Email;
  /**
   * @minLength 1
   * @maxLength 300
   * @pattern \S
   */
  officeAddress: string;
  /**
   * IANA time zone, e.g. `Europe/Berlin`.
   * @minLength 1
   * @maxLength 64
   */
  zone: string;
  /**
   * The usual length of a visit, in minutes: a multiple of five.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  visitMinutes: number;
}

/** What changes; the rest stays. A doctor herself may change phone, e-mail address and office address. */
export interface UpdateDoctor {
  /**
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  givenName?: string;
  /**
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName?: string;
  birthOn?: DateOn;
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /**
   * All of them from now on.
   * @minItems 1
   * @maxItems 20
   * @uniqueItems
   */
  specializationIds?: Uuid[];
  departmentId?: Uuid;
  /**
   * @isInt
   * @minimum 0
   * @maximum 80
   */
  yearsOfExperience?: number;
  /**
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string;
  email?: Email;
  /**
   * @minLength 1
   * @maxLength 300
   * @pattern \S
   */
  officeAddress?: string;
  /**
   * IANA time zone, e.g. `Europe/Berlin`. Weekly hours keep their wall time.
   * @minLength 1
   * @maxLength 64
   */
  zone?: string;
  /**
   * The usual length of a visit, in minutes: a multiple of five.
   * @isInt
   * @minimum 5
   * @maximum 480
   */
  visitMinutes?: number;
}

export interface ListDoctors {
  departmentId?: Uuid;
  specializationId?: Uuid;
  /**
   * How the family name begins, in any case and with or without accents.
   * @minLength 1
   * @maxLength 80
   */
  familyName?: string;
  /** Active ones when absent. */
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
