import type { Actor } from '../lib/actor.js';
import type { Tx } from '../lib/mysql.js';
import type { Problem } from '../lib/problem.js';
import type { Cursor, DateOn, Instant, Uuid } from '../lib/wire.js';

/**
 * What a record is about: a `visit` has an appointment; a `walk_in` came without one; an `admission` stayed, and
 * comes from imports only.
 */
export type RecordKind = 'visit' | 'walk_in' | 'admission';
/** `open` takes notes, observations and diagnoses; `closed` is for good. */
export type RecordStatus = 'open' | 'closed';
/** Where a diagnosis's code comes from: ICD-10, SNOMED CT, or a list of the clinic's own. */
export type CodeSystem = 'icd-10' | 'snomed-ct' | 'local';
/** `active` and `resolved` may follow each other; `entered_in_error` is for good. */
export type DiagnosisStatus = 'active' | 'resolved' | 'entered_in_error';

/** The medical record of one visit. Its id is the record UUID that keys everything clinical. */
export interface MedicalRecord {
  /** The record UUID: notes and observations are posted with it, as `recordUuid`. */
  id: Uuid;
  /** Whose record it is. Notes and observations must name the same patient. */
  patientId: Uuid;
  /** The attending doctor. */
  doctorId: Uuid;
  /** The appointment's department; the doctor's own for a walk-in. */
  departmentId: Uuid;
  /** `null` for a walk-in or an admission. */
  appointmentId: Uuid | null;
  /** `visit` when `appointmentId` is set. */
  kind: RecordKind;
  /** Notes and observations are accepted while it is open. */
  status: RecordStatus;
  /**
   * Why the patient came, in words. `null` when unknown, for those who see codes only, and for the patient while the
   * record is open and nothing of it was released.
   */
  chiefComplaint: string | null;
  /** When the doctor opened it. Lists of records go by it. */
  openedAt: Instant;
  /** `null` while it is open. */
  closedAt: Instant | null;
  /**
   * True for a walk-in whom nobody but the doctor has seen. The patient is told of it at once, and it opens the chart
   * to the doctor for 24 hours, until the front desk or a nurse checks the patient in.
   */
  isOpenedAlone: boolean;
  /** Without those entered in error. None for the patient while the record is open and nothing of it was released. */
  diagnoses: Diagnosis[];
  /**
   * Rises when the record itself changes; send it as `If-Match`. Diagnoses have versions of their own.
   * @isInt
   */
  version: number;
}

/** A coded diagnosis of a medical record. */
export interface Diagnosis {
  /** Names it when its status is set, as `diagnosisId`. */
  id: Uuid;
  /** The medical record that it was added to. */
  recordUuid: Uuid;
  /** Which list `code` is of. */
  codeSystem: CodeSystem;
  /** As the doctor gave it, e.g. `E11.9`. It is not looked up in its list. */
  code: string;
  /** `null` for those who see codes only. */
  text: string | null;
  /** `entered_in_error` is seen in the answer that sets it, and never again. */
  status: DiagnosisStatus;
  /** Since when the patient has had it; `null` when nobody said. */
  onsetOn: DateOn | null;
  /** Since when it is over; `null` unless it is `resolved`. */
  resolvedOn: DateOn | null;
  /** When it was added. The diagnoses of a record go by it, oldest first. */
  recordedAt: Instant;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** Opens a record: either for an appointment, or for a walk-in by `patientId` and `kind`. */
export interface OpenRecord {
  /** A visit of one's own calendar that is checked in, under way or completed. */
  appointmentId?: Uuid;
  /** Who came in without an appointment. */
  patientId?: Uuid;
  /** Goes with `patientId`. */
  kind?: 'walk_in';
  /**
   * Why the patient came, in words.
   * @minLength 1
   * @maxLength 500
   * @pattern \S
   */
  chiefComplaint?: string;
}

/** What of an open record can be rewritten. */
export interface UpdateRecord {
  /**
   * Why the patient came, in words.
   * @minLength 1
   * @maxLength 500
   * @pattern \S
   */
  chiefComplaint: string;
}

/** A diagnosis to be added to an open record. */
export interface AddDiagnosis {
  /** Which list `code` is of. */
  codeSystem: CodeSystem;
  /**
   * Without blanks, e.g. `E11.9`. It is kept as it is and not looked up in its list.
   * @minLength 1
   * @maxLength 32
   * @pattern ^\S+$
   */
  code: string;
  /**
   * The diagnosis in words.
   * @minLength 1
   * @maxLength 300
   * @pattern \S
   */
  text: string;
  /** Since when the patient has had it. */
  onsetOn?: DateOn;
}

/** What has become of a diagnosis. */
export interface SetDiagnosisStatus {
  /** `entered_in_error` cannot be taken back. */
  status: DiagnosisStatus;
  /** Goes with `resolved`; today when left out. */
  resolvedOn?: DateOn;
}

/** Which records, newest first. A doctor sees her own when neither patient nor doctor is named. */
export interface ListRecords {
  /** Only records of this patient. Nurses and billing must give it or `doctorId`. */
  patientId?: Uuid;
  /** Only records that this doctor attends. */
  doctorId?: Uuid;
  /** Only open ones or only closed ones; both when absent. */
  status?: RecordStatus;
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

/** A record to be inserted as it is, e.g. by the import of a finished visit. */
export interface NewRecord {
  id: string;
  patientId: string;
  doctorId: string;
  departmentId: string;
  appointmentId: string | null;
  kind: RecordKind;
  chiefComplaint: string | null;
  openedAt: Date;
  /** Set: the record is closed from the start. */
  closedAt: Date | null;
  /** Whether only its doctor has seen the patient. */
  isOpenedAlone: boolean;
}

export interface NewDiagnosis {
  id: string;
  recordId: string;
  patientId: string;
  codeSystem: CodeSystem;
  code: string;
  text: string;
  status: DiagnosisStatus;
  onsetOn: string | null;
  resolvedOn: string | null;
  recordedAt: Date;
}

/** The visit's record was opened before. */
export interface RecordExistsProblem extends Problem {
  code: 'record_exists';
  /** The record that the visit has. */
  recordUuid: Uuid;
}

/** The visit that a record is opened for. */
export interface LockedVisit {
  id: string;
  patientId: string;
  doctorId: string;
  departmentId: string;
  state: string;
}

/** What records need of appointments. */
export interface VisitAppointments {
  /**
   * Locks the appointment until the transaction ends.
   * @throws AppError `appointment_not_found` when it is not of the actor's own calendar; `invalid_transition` unless
   *   it is checked in, in progress or completed
   */
  lockForVisit(tx: Tx, actor: Actor, appointmentId: string): Promise<LockedVisit>;
}
