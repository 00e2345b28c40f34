import type { Actor } from '../lib/actor.js';
import type { Tx } from '../lib/mysql.js';
import type { Cursor, DateOn, Instant, Uuid } from '../lib/wire.js';

export type RecordKind = 'visit' | 'walk_in' | 'admission';
export type RecordStatus = 'open' | 'closed';
export type CodeSystem = 'icd-10' | 'snomed-ct' | 'local';
export type DiagnosisStatus = 'active' | 'resolved' | 'entered_in_error';

/** The medical record of one visit. Its id is the record UUID that keys everything clinical. */
export interface MedicalRecord {
  id: Uuid;
  patientId: Uuid;
  /** The attending doctor. */
  doctorId: Uuid;
  departmentId: Uuid;
  /** `null` for a walk-in or an admission. */
  appointmentId: Uuid | null;
  kind: RecordKind;
  /** Notes and observations are accepted while it is open. */
  status: RecordStatus;
  /** Why the patient came, in words. `null` when unknown, and for those who see codes only. */
  chiefComplaint: string | null;
  openedAt: Instant;
  closedAt: Instant | null;
  /** Without those entered in error. */
  diagnoses: Diagnosis[];
  /** Rises when the record itself changes; send it as `If-Match`. Diagnoses have versions of their own. */
  version: number;
}

/** A coded diagnosis of a medical record. */
export interface Diagnosis {
  id: Uuid;
  recordUuid: Uuid;
  codeSystem: CodeSystem;
  code: string;
  /** `null` for those who see codes only. */
  text: string | null;
  status: DiagnosisStatus;
  onsetOn: DateOn | null;
  resolvedOn: DateOn | null;
  recordedAt: Instant;
  /** Rises with every change; send it as `If-Match`. */
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
  codeSystem: CodeSystem;
  /**
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
  status: DiagnosisStatus;
  /** Goes with `resolved`; today when left out. */
  resolvedOn?: DateOn;
}

/** Which records, newest first. A doctor sees her own when neither patient nor doctor is named. */
export interface ListRecords {
  patientId?: Uuid;
  /** The attending doctor. */
  doctorId?: Uuid;
  status?: RecordStatus;
  /**
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
