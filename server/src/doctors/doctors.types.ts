import type { Cursor, DateOn, Email, Uuid } from '../lib/wire.js';
import type { DisplacedVisit } from '../scheduling/hours.types.js';
import type { VisitToSettle } from '../scheduling/visits-to-settle.types.js';

/** What a doctor has or belongs to. */
export interface DirectoryEntry {
  /** Names the department or the specialization in other calls. */
  id: Uuid;
  /** How it is called now. */
  name: string;
}

/** A doctor, as everyone may see. */
export interface Doctor {
  /** Names the doctor elsewhere, as `doctorId` of slots, schedules and appointments. */
  id: Uuid;
  /** All given names in one; empty for a doctor of one name. */
  givenName: string;
  /** The directory goes by it. */
  familyName: string;
  /** What the doctor is a specialist in, by name. */
  specializations: DirectoryEntry[];
  /** Where the doctor works now. Her appointments keep the one that they were booked in. */
  department: DirectoryEntry;
  /**
   * Whole years, as last entered: they do not rise by themselves.
   * @isInt
   */
  yearsOfExperience: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone: string;
  /** Where patients write to; the doctor's sign-in has an address of its own. Everyone sees it. */
  email: string;
  /** Where patients find the doctor, in one text. Everyone sees it. */
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /**
   * The usual length of a visit, in minutes.
   * @isInt
   */
  visitMinutes: number;
  /** `false` once the doctor is deactivated: she has no free slots and takes no bookings. */
  isActive: boolean;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** A doctor with what only she herself and an admin may see. */
export interface DoctorProfile extends Doctor {
  /** Only the doctor herself and admins see it. */
  birthOn: DateOn;
  /** Only the doctor herself and admins see it. */
  gender: 'female' | 'male' | 'other' | 'unknown';
  /**
   * Only in the answer to a deactivation: the visits that stand, earliest first, at most 200. They stay until somebody
   * settles them; `doctors.visitsToSettle` has them all.
   */
  visitsToSettle?: VisitToSettle[];
  /**
   * Only in the answer to a deactivation: how many there are in all.
   * @isInt
   */
  visitsToSettleCount?: number;
}

/** A doctor after a change, and what it did to the visits that stand. They stay as they are until somebody moves them. */
export interface DoctorChanged extends DoctorProfile {
  /** The visits from now on that another zone or department leaves outside the hours, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /**
   * How many there are in all.
   * @isInt
   */
  displacedCount: number;
}

/** A new doctor. Working hours are set afterwards. */
export interface CreateDoctor {
  /**
   * All given names in one; blanks around it are dropped. Absent or empty for a doctor of one name.
   * @maxLength 80
   */
  givenName?: string;
  /**
   * The directory goes by it; blanks around it are dropped. The only name of a doctor of one name.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName: string;
  /** A date that the calendar has, not in the future. Only the doctor herself and admins see it. */
  birthOn: DateOn;
  /** Only the doctor herself and admins see it. */
  gender: 'female' | 'male' | 'other' | 'unknown';
  /**
   * Active specializations, each once, in any order.
   * @minItems 1
   * @maxItems 20
   * @uniqueItems
   */
  specializationIds: Uuid[];
  /** An active department. The doctor has its holidays. */
  departmentId: Uuid;
  /**
   * Whole years. They do not rise by themselves.
   * @isInt
   * @minimum 0
   * @maximum 80
   */
  yearsOfExperience: number;
  /**
   * Where patients call, in any notation. Everyone sees it.
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone: string;
  /** Where patients write to. Everyone sees it. It makes no sign-in. */
  email: Email;
  /**
   * Where patients find the doctor, in one text. Everyone sees it.
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
   * All given names in one; blanks around it are dropped; `null` or empty for a doctor of one name. For admins.
   * @maxLength 80
   */
  givenName?: string | null;
  /**
   * The directory goes by it; blanks around it are dropped. For admins.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName?: string;
  /** A date that the calendar has, not in the future. For admins. */
  birthOn?: DateOn;
  /** For admins; only they and the doctor herself see it. */
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /**
   * All of them from now on.
   * @minItems 1
   * @maxItems 20
   * @uniqueItems
   */
  specializationIds?: Uuid[];
  /** An active department, whose holidays she has from now on. Visits keep the one that they were booked in. */
  departmentId?: Uuid;
  /**
   * Whole years. They do not rise by themselves. For admins.
   * @isInt
   * @minimum 0
   * @maximum 80
   */
  yearsOfExperience?: number;
  /**
   * Where patients call, in any notation. Everyone sees it.
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string;
  /** Where patients write to. Everyone sees it. It does not change what the doctor signs in with. */
  email?: Email;
  /**
   * Where patients find the doctor, in one text. Everyone sees it.
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

/** Which doctors to list. */
export interface ListDoctors {
  /** Only doctors of this department. */
  departmentId?: Uuid;
  /** Only doctors with this specialization, whatever others they have. */
  specializationId?: Uuid;
  /**
   * How the family name begins, in any case, with or without accents and apostrophes, with blanks for hyphens.
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
