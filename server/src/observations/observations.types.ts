import type { JsonObject } from '../documents/canonical-json.js';
import type { Cursor, DateOn, Instant, Uuid } from '../lib/wire.js';

export type ObservationKind = 'vitals' | 'symptoms' | 'other';
export type ObservationState = 'final' | 'entered_in_error';
export type SymptomSeverity = 'mild' | 'moderate' | 'severe';

/** One measured value. */
export interface Vital {
  /**
   * The LOINC code, where known: `8867-4` is the heart rate.
   * @pattern ^[0-9A-Za-z.-]{1,32}$
   */
  code?: string;
  /**
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  name: string;
  /**
   * @minimum -1000000
   * @maximum 1000000
   */
  value: number;
  /**
   * The unit, preferably UCUM: `/min`, `mm[Hg]`, `Cel`.
   * @minLength 1
   * @maxLength 20
   * @pattern \S
   */
  unit: string;
}

/** One complaint. */
export interface Symptom {
  /**
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  severity?: SymptomSeverity;
  /** Since when the patient has had it. */
  onsetOn?: DateOn;
}

/** Something observed of a patient, once written never changed. */
export interface Observation {
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  kind: ObservationKind;
  /** `entered_in_error` is hidden from everybody but the author. */
  state: ObservationState;
  observedAt: Instant;
  vitals?: Vital[];
  symptoms?: Symptom[];
  /** Free JSON. */
  data?: { [name: string]: unknown };
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  createdAt: Instant;
}

/** An observation for an open medical record of this patient. */
export interface PostObservation {
  /** The id of the medical record. */
  recordUuid: Uuid;
  /** Whose record it is: an observation with the wrong patient is refused. */
  patientId: Uuid;
  /** `vitals` needs `vitals`, `symptoms` needs `symptoms`, `other` needs `data`. */
  kind: ObservationKind;
  /** Not in the future. */
  observedAt: Instant;
  /**
   * @minItems 1
   * @maxItems 50
   */
  vitals?: Vital[];
  /**
   * @minItems 1
   * @maxItems 50
   */
  symptoms?: Symptom[];
  /** Free JSON beside or instead: at most six levels deep and 16 kB, keys without `$`, `.` and `__proto__`. */
  data?: { [name: string]: unknown };
}

/** Why an observation should not be there. */
export interface WithdrawObservation {
  /**
   * @minLength 3
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}

/** Which observations, latest first: of a record or of a patient. */
export interface ListObservations {
  recordUuid?: Uuid;
  patientId?: Uuid;
  kind?: ObservationKind;
  /**
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

export type ObservationParts = Pick<Observation, 'vitals' | 'symptoms' | 'data'>;

/** An observation as MySQL knows it: everything but its parts. It is also what a repeated request is answered from. */
export type ObservationRef = Omit<Observation, 'vitals' | 'symptoms' | 'data'>;

/** An observation to be inserted as it is, e.g. by an import. */
export interface NewObservation {
  recordUuid: string;
  patientId: string;
  authorId: string;
  kind: ObservationKind;
  observedAt: Date;
  createdAt: Date;
  parts: ObservationParts;
}

/** What an observation's document in MongoDB says; its hash covers all of it. */
export type ObservationContent = JsonObject & { documentId: string };
