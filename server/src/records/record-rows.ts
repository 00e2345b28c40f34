import { maybeUuidText, uuidText } from '../lib/ids.js';
import type {
  CodeSystem,
  Diagnosis,
  DiagnosisStatus,
  MedicalRecord,
  RecordKind,
  RecordStatus,
} from './records.types.js';

/** A record as its row says it, without its diagnoses. */
export interface RecordOnly extends Omit<MedicalRecord, 'diagnoses'> {
  /** Whether whoever asked may read what it says. */
  isReleased: boolean;
}

export const recordColumns = [
  'medical_records.id',
  'medical_records.patient_id',
  'medical_records.doctor_id',
  'medical_records.department_id',
  'medical_records.appointment_id',
  'medical_records.kind',
  'medical_records.status',
  'medical_records.chief_complaint',
  'medical_records.opened_at',
  'medical_records.closed_at',
  'medical_records.is_opened_alone',
  'medical_records.version',
] as const;

export const diagnosisColumns = [
  'diagnoses.id',
  'diagnoses.record_id',
  'diagnoses.code_system',
  'diagnoses.code',
  'diagnoses.text',
  'diagnoses.status',
  'diagnoses.onset_on',
  'diagnoses.resolved_on',
  'diagnoses.recorded_at',
  'diagnoses.version',
] as const;

export function recordOf(row: {
  id: Buffer;
  patient_id: Buffer;
  doctor_id: Buffer;
  department_id: Buffer;
  appointment_id: Buffer | null;
  kind: string;
  status: string;
  chief_complaint: string | null;
  opened_at: Date;
  closed_at: Date | null;
  is_opened_alone: number;
  version: number;
  is_released?: number;
}): RecordOnly {
  return {
    id: uuidText(row.id),
    patientId: uuidText(row.patient_id),
    doctorId: uuidText(row.doctor_id),
    departmentId: uuidText(row.department_id),
    appointmentId: maybeUuidText(row.appointment_id),
    kind: row.kind as RecordKind,
    status: row.status as RecordStatus,
    chiefComplaint: row.chief_complaint,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    isOpenedAlone: row.is_opened_alone === 1,
    version: row.version,
    isReleased: row.is_released !== 0,
  };
}

export function diagnosisOf(row: {
  id: Buffer;
  record_id: Buffer;
  code_system: string;
  code: string;
  text: string;
  status: string;
  onset_on: string | null;
  resolved_on: string | null;
  recorded_at: Date;
  version: number;
}): Diagnosis {
  return {
    id: uuidText(row.id),
    recordUuid: uuidText(row.record_id),
    codeSystem: row.code_system as CodeSystem,
    code: row.code,
    text: row.text,
    status: row.status as DiagnosisStatus,
    onsetOn: row.onset_on,
    resolvedOn: row.resolved_on,
    recordedAt: row.recorded_at.toISOString(),
    version: row.version,
  };
}
