import type { Cursor, DateOn, Email, Instant, Uuid } from '../lib/wire.js';

export type Gender = 'female' | 'male' | 'other' | 'unknown';

/** Where someone lives. */
export interface PostalAddress {
  /**
   * Street and number.
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  line: string;
  /**
   * @minLength 1
   * @maxLength 100
   * @pattern \S
   */
  city: string;
  /**
   * State, province or county.
   * @minLength 1
   * @maxLength 100
   */
  region?: string;
  /**
   * @minLength 1
   * @maxLength 20
   */
  postalCode?: string;
  /**
   * Two letters, ISO 3166-1.
   * @pattern ^[A-Z]{2}$
   * @example "DE"
   */
  country?: string;
}

/** Whom to call. */
export interface EmergencyContact {
  /**
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  name: string;
  /**
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone: string;
  /**
   * What they are to the patient, e.g. `mother`.
   * @minLength 1
   * @maxLength 40
   */
  relation?: string;
}

/** Who pays. */
export interface Insurance {
  /**
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  provider: string;
  /**
   * The number of the insured person.
   * @minLength 1
   * @maxLength 60
   * @pattern \S
   */
  number: string;
}

/**
 * A patient, as far as the caller's role may see: what it may not see is absent, what the clinic does not know is
 * `null`. The patient, her doctors, the nurses of her ward and the front desk get everything here; billing gets no
 * phone, e-mail address or emergency contact; an exact match of a stranger has only name, birth year and MRN.
 */
export interface Patient {
  id: Uuid;
  /** Medical record number: `MW`, eight digits, a check digit. */
  mrn: string;
  givenName: string;
  familyName: string;
  /** @isInt */
  birthYear: number;
  birthOn?: DateOn;
  gender?: Gender;
  phone?: string | null;
  email?: string | null;
  address?: PostalAddress | null;
  emergencyContact?: EmergencyContact | null;
  insurance?: Insurance | null;
  isActive: boolean;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** Everything that is known, before `shownTo` cuts it to what a role may see. */
export type WholePatient = Required<Patient>;

/** What a patient is made from. */
export interface NewPatient {
  givenName: string;
  familyName: string;
  birthOn: DateOn;
  gender?: Gender;
  phone?: string;
  email?: string;
  address?: PostalAddress;
  emergencyContact?: EmergencyContact;
  insurance?: Insurance;
  /** Given by another system; made here when absent. */
  mrn?: string;
}

/** A new patient at the front desk. */
export interface CreatePatient {
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
  gender?: Gender;
  /**
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string;
  email?: Email;
  address?: PostalAddress;
  emergencyContact?: EmergencyContact;
  insurance?: Insurance;
}

/**
 * What changes; the rest stays, `null` clears. The patient herself and the nurses of her ward may change phone,
 * e-mail address, postal address and emergency contact; billing the insurance; the front desk everything.
 */
export interface UpdatePatient {
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
  gender?: Gender;
  /**
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string | null;
  email?: Email | null;
  address?: PostalAddress | null;
  emergencyContact?: EmergencyContact | null;
  insurance?: Insurance | null;
}

export interface ListPatients {
  /**
   * How the family name begins, in any case and with or without accents.
   * @minLength 1
   * @maxLength 80
   */
  familyName?: string;
  birthOn?: DateOn;
  /** @pattern ^MW\d{9}$ */
  mrn?: string;
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

/** Either `q`, or `mrn`, or `givenName` with `familyName` and `birthOn`. */
export interface SearchPatients {
  /**
   * A name as one heard it, a birth date (`1984-05-17`), both, or an MRN. Finds `Müller` for `mueler`.
   * @minLength 2
   * @maxLength 80
   * @pattern \S
   */
  q?: string;
  /**
   * Exactly this medical record number.
   * @pattern ^MW\d{9}$
   */
  mrn?: string;
  /**
   * @minLength 1
   * @maxLength 80
   */
  givenName?: string;
  /**
   * @minLength 1
   * @maxLength 80
   */
  familyName?: string;
  birthOn?: DateOn;
  /**
   * At most this many; 20 when absent, and never more.
   * @isInt
   * @minimum 1
   * @maximum 20
   */
  limit?: number;
}

/** What a search found, the likeliest first. */
export interface PatientMatches {
  items: Patient[];
}

/** Why a patient is to be deactivated. */
export interface DeactivatePatient {
  /**
   * @minLength 10
   * @maxLength 300
   * @pattern \S
   */
  reason: string;
}

/** How far a deactivation is. */
export interface PatientDeactivation {
  patientId: Uuid;
  state: 'awaiting_second_approver' | 'deactivated';
  /** The admin who asked for it. */
  requestedBy: Uuid;
  requestedAt: Instant;
}
