import type { JsonObject } from '../documents/canonical-json.js';
import type { Cursor, DateOn, Instant, Uuid } from '../lib/wire.js';

/** What was observed: measured values, complaints, or anything else as free JSON. */
export type ObservationKind = 'vitals' | 'symptoms' | 'other';
/** `final` from the start; `entered_in_error` once its author has withdrawn it. */
export type ObservationState = 'final' | 'entered_in_error';
/** How much a complaint troubles the patient, as the author judges. */
export type SymptomSeverity = 'mild' | 'moderate' | 'severe';

/** One measured value. */
export interface Vital {
  /**
   * The LOINC code, where known: `8867-4` is the heart rate.
   * @pattern ^[0-9A-Za-z.-]{1,32}$
   */
  code?: string;
  /**
   * What was measured, e.g. `Heart rate`. Trends find values by it or by `code`.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  name: string;
  /**
   * What the device or the author read, in `unit`.
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
   * The complaint in words, e.g. `Headache`. Numbers count it whatever its case.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /** Absent when nobody judged it. */
  severity?: SymptomSeverity;
  /** Since when the patient has had it. */
  onsetOn?: DateOn;
}

/** Any JSON object: for what has no field of its own. Its names and values are the app's affair. */
export type FreeJson = { [name: string]: unknown };

/** Something observed of a patient, once written never changed. */
export interface Observation {
  /** Names it when it is to be read or withdrawn. */
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  /** Whom it was observed of. */
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  /** `vitals` has `vitals`, `symptoms` has `symptoms`, `other` has `data`, which the others may have too. */
  kind: ObservationKind;
  /** `entered_in_error` is hidden from everybody but the author. */
  state: ObservationState;
  /** When it was measured or told, which may be long before `createdAt`. Lists go by it. */
  observedAt: Instant;
  /** There for the kind `vitals` only. */
  vitals?: Vital[];
  /** There for the kind `symptoms` only. */
  symptoms?: Symptom[];
  /** Free JSON: all there is for the kind `other`, beside the rest for the others. Absent when none was sent. */
  data?: FreeJson;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  /** When the server accepted it. */
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
   * Needed for the kind `vitals`, and refused for others.
   * @minItems 1
   * @maxItems 50
   */
  vitals?: Vital[];
  /**
   * Needed for the kind `symptoms`, and refused for others.
   * @minItems 1
   * @maxItems 50
   */
  symptoms?: Symptom[];
  /** Free JSON beside or instead: at most six levels deep and 16 kB, keys without `$`, `.`, `_bsontype` and `__proto__`. */
  data?: FreeJson;
}

/** Why an observation should not be there. */
export interface WithdrawObservation {
  /**
   * In words; kept with the observation, and shown in no answer.
   * @minLength 3
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}

/** Which observations, latest first: of a record or of a patient. */
export interface ListObservations {
  /** Only those of this medical record. Either this or `patientId` is needed. */
  recordUuid?: Uuid;
  /** Only those of this patient. Either this or `recordUuid` is needed. */
  patientId?: Uuid;
  /** Only those of this kind; all kinds when absent. */
  kind?: ObservationKind;
  /**
   * At most this many; 50 when absent.
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
