import type { Country, Cursor, DateOn, Email, Instant, Uuid } from '../lib/wire.js';
import type { VisitToSettle } from '../scheduling/visits-to-settle.types.js';

/** As the patient tells it; `unknown` when nobody asked. */
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
   * Town or city, without the postal code.
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
   * As letters to that country carry it. It is not checked.
   * @minLength 1
   * @maxLength 20
   */
  postalCode?: string;
  /** Absent where it is the clinic's own. */
  country?: Country;
}

/** Whom to call. */
export interface EmergencyContact {
  /**
   * Whom to ask for.
   * @minLength 1
   * @maxLength 160
   * @pattern \S
   */
  name: string;
  /**
   * In any notation, e.g. `+49 30 1234567`.
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
   * The insurer's name, as on the card of the insured person.
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
  /** Names the patient elsewhere, as `patientId`. People outside the API use `mrn`. */
  id: Uuid;
  /** Medical record number: `MW`, eight digits, a check digit. */
  mrn: string;
  /** All given names in one, e.g. `Ada Augusta`; empty for a patient of one name. */
  givenName: string;
  /** Lists of patients go by it. */
  familyName: string;
  /**
   * Everyone who sees the patient sees it: it tells namesakes apart where `birthOn` is absent.
   * @isInt
   */
  birthYear: number;
  /** Absent for those who see an exact match only. */
  birthOn?: DateOn;
  /** Absent for those who see an exact match only. */
  gender?: Gender;
  /** In any notation. Absent for billing and in an exact match. */
  phone?: string | null;
  /** Where the clinic writes to; her sign-in has an address of its own. Absent for billing and in an exact match. */
  email?: string | null;
  /** Where letters go. Absent in an exact match. */
  address?: PostalAddress | null;
  /** Whom to call when something happens. Absent for billing and in an exact match. */
  emergencyContact?: EmergencyContact | null;
  /** Absent in an exact match. */
  insurance?: Insurance | null;
  /** `false` once two admins have deactivated the patient: searches do not find her any more. */
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
  givenName?: string;
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
   * All given names in one, e.g. `Ada Augusta`; blanks around it are dropped. Absent or empty for a patient of one name.
   * @maxLength 80
   */
  givenName?: string;
  /**
   * As in the patient's papers; blanks around it are dropped. The only name of a patient of one name.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName: string;
  /** A date that the calendar has, not in the future. */
  birthOn: DateOn;
  /** `unknown` when absent. */
  gender?: Gender;
  /**
   * In any notation, e.g. `+49 30 1234567`.
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string;
  /** Where the clinic writes to. It makes no sign-in, and patients may share one. */
  email?: Email;
  /** Where letters go. */
  address?: PostalAddress;
  /** Whom to call when something happens. */
  emergencyContact?: EmergencyContact;
  /** The insurer and the number there; left out when she pays herself. */
  insurance?: Insurance;
}

/**
 * What changes; the rest stays, `null` clears. The patient herself and the nurses of her ward may change phone,
 * e-mail address, postal address and emergency contact; billing the insurance; the front desk everything.
 */
export interface UpdatePatient {
  /**
   * All given names in one; blanks around it are dropped; `null` or empty for a patient of one name. For the front desk.
   * @maxLength 80
   */
  givenName?: string | null;
  /**
   * As in her papers; blanks around it are dropped. For the front desk.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName?: string;
  /** A date that the calendar has, not in the future. For the front desk. */
  birthOn?: DateOn;
  /** As the patient tells it. For the front desk. */
  gender?: Gender;
  /**
   * In any notation; `null` when there is none any more.
   * @minLength 3
   * @maxLength 40
   * @pattern \S
   */
  phone?: string | null;
  /** Where the clinic writes to; `null` when nowhere any more. It does not change what she signs in with. */
  email?: Email | null;
  /** Takes the place of the whole address: what is left out of it is gone. */
  address?: PostalAddress | null;
  /** Takes the place of the whole contact: what is left out of it is gone. */
  emergencyContact?: EmergencyContact | null;
  /** Takes the place of insurer and number. For billing and the front desk. */
  insurance?: Insurance | null;
}

/** Which patients to list. */
export interface ListPatients {
  /**
   * How the family name begins, in any case, with or without accents and apostrophes, with blanks for hyphens.
   * @minLength 1
   * @maxLength 80
   */
  familyName?: string;
  /** Only those born on this date. */
  birthOn?: DateOn;
  /** Only the one with this medical record number: `MW` and nine digits, with or without blanks and dashes. */
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
   * A name as one heard it, in any script and order, a birth date (`1984-05-17`), both, or an MRN. Finds `Müller` for
   * `mueler`, and `山田 太郎` for `山田太郎`. Every word counts.
   * @minLength 1
   * @maxLength 180
   * @pattern \S
   */
  q?: string;
  /** Exactly this medical record number: `MW` and nine digits, with or without blanks and dashes. */
  mrn?: string;
  /**
   * The whole given name, in any case, with or without accents, hyphens and blanks; empty for a patient of one name.
   * @maxLength 80
   */
  givenName?: string;
  /**
   * The whole family name, in any case, with or without accents, hyphens and blanks.
   * @minLength 1
   * @maxLength 80
   */
  familyName?: string;
  /** Needed with `givenName` and `familyName`; narrows `q` when that holds no date. */
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
  /** At most `limit`, without a next page: a narrower search finds whom this one left out. */
  items: Patient[];
}

/** Why a patient is to be deactivated. */
export interface DeactivatePatient {
  /**
   * In words. The first admin's is kept until another one agrees; the second one's is not kept.
   * @minLength 10
   * @maxLength 300
   * @pattern \S
   */
  reason: string;
}

/** How far a deactivation is. */
export interface PatientDeactivation {
  /** Who is deactivated, or is to be. */
  patientId: Uuid;
  /** `awaiting_second_approver` after the first call: nothing has changed for the patient yet. */
  state: 'awaiting_second_approver' | 'deactivated';
  /** The admin who asked for it. */
  requestedBy: Uuid;
  /** When the first admin asked. Seven days later the request lapses. */
  requestedAt: Instant;
  /**
   * The visits that stand, earliest first; at most 200. `null` while a second admin has to agree: one admin alone is
   * told nothing about a patient. `patients.visitsToSettle` has them all, and tells the front desk with whom they are.
   */
  visitsToSettle: VisitToSettle[] | null;
  /**
   * How many there are in all; `null` while a second admin has to agree.
   * @isInt
   */
  visitsToSettleCount: number | null;
}

/** Why a patient is to be activated again. */
export interface ActivatePatient {
  /**
   * In words. The first admin's is kept until another one agrees; the second one's is not kept.
   * @minLength 10
   * @maxLength 300
   * @pattern \S
   */
  reason: string;
}

/** How far an activation is. */
export interface PatientActivation {
  /** Who is activated again, or is to be. */
  patientId: Uuid;
  /** `awaiting_second_approver` after the first call: nothing has changed for the patient yet. */
  state: 'awaiting_second_approver' | 'activated';
  /** The admin who asked for it. */
  requestedBy: Uuid;
  /** When the first admin asked. Seven days later the request lapses. */
  requestedAt: Instant;
}
