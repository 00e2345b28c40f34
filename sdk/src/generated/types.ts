// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

/** What is added to a signed note. It becomes a note of its own. */
export interface AddAddendum {
  text: string;
  /** Signs at once; otherwise it is a draft. */
  sign?: boolean;
  /** With `sign`: `false` keeps it from the patient. */
  release?: boolean;
}

/** A diagnosis to be added to an open record. */
export interface AddDiagnosis {
  codeSystem: CodeSystem;
  code: string;
  /** The diagnosis in words. */
  text: string;
  /** Since when the patient has had it. */
  onsetOn?: DateOn;
}

/** When a doctor is away. */
export interface AddTimeOff {
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** On a 5-minute mark, after the start and at most 366 days later. */
  endsAt: Instant;
  /** For the doctor, the front desk and admins. */
  reason?: string;
}

/** How old patients were when they were observed. */
export type AgeBandName = '0-17' | '18-34' | '35-49' | '50-64' | '65-79' | '80+';

/** What analytics_departmentLoad asks for. */
export interface AnalyticsDepartmentLoadQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  /** Appointments in this department, as it was when they were booked. */
  departmentId?: Uuid | undefined;
}

/** What analytics_diagnoses asks for. */
export interface AnalyticsDiagnosesQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  departmentId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
  /** How many rows at most. */
  limit?: number | undefined;
}

/** What analytics_doctorWorkload asks for. */
export interface AnalyticsDoctorWorkloadQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  departmentId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
  /** How many rows at most. */
  limit?: number | undefined;
}

/** What analytics_monthlyAppointments asks for. */
export interface AnalyticsMonthlyAppointmentsQuery {
  /** A year; all months there are when left out. */
  year?: number | undefined;
  departmentId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
}

/** What analytics_monthlyVisits asks for. */
export interface AnalyticsMonthlyVisitsQuery {
  /** A year; all months there are when left out. */
  year?: number | undefined;
  departmentId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
}

/** What analytics_notes asks for. */
export interface AnalyticsNotesQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  departmentId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
}

/** What analytics_symptomFrequency asks for. */
export interface AnalyticsSymptomFrequencyQuery {
  /** All years when absent. */
  year?: number | undefined;
  /** Of the year; the whole year when absent. */
  month?: number | undefined;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid | undefined;
  ageBand?: AgeBandName | undefined;
  /** At most this many symptoms; 20 when absent. */
  limit?: number | undefined;
}

/** What analytics_symptomsBySpecialization asks for. */
export interface AnalyticsSymptomsBySpecializationQuery {
  /** All years when absent. */
  year?: number | undefined;
  /** Of the year; the whole year when absent. */
  month?: number | undefined;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid | undefined;
  /** At most this many symptoms of each specialization; 5 when absent. */
  top?: number | undefined;
}

/** What analytics_topDoctors asks for. */
export interface AnalyticsTopDoctorsQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  departmentId?: Uuid | undefined;
  /** How many rows at most. */
  limit?: number | undefined;
}

/** What analytics_utilization asks for. */
export interface AnalyticsUtilizationQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  /** Time offered in this department, and booked there. */
  departmentId?: Uuid | undefined;
  /** One doctor's time, month by month. */
  doctorId?: Uuid | undefined;
  /** How many doctors at most, those with the highest utilization; 50 when left out. Months are all there are. */
  limit?: number | undefined;
}

/** What analytics_vitalTrends asks for. */
export interface AnalyticsVitalTrendsQuery {
  /** The LOINC code or the name, e.g. `8867-4` or `Heart rate`. */
  vital: string;
  /** What the values are gathered by; `day` when absent. Weeks begin on Monday. */
  period?: 'day' | 'week' | 'month' | undefined;
  /** The period of this date is the first one; 90 days before the last when absent, by month a year before. */
  fromOn?: DateOn | undefined;
  /** The period of this date is the last one; today when absent. */
  toOn?: DateOn | undefined;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid | undefined;
  /** How many periods the moving mean is over, the row's own included; 7 when absent. */
  window?: number | undefined;
}

/** A visit that a patient has, or had, with a doctor. */
export interface Appointment {
  id: Uuid;
  doctorId: Uuid;
  patientId: Uuid;
  /** The doctor's department when it was booked. */
  departmentId: Uuid;
  startsAt: Instant;
  endsAt: Instant;
  state: AppointmentState;
  /**
   * Why the patient comes. Absent for roles that do not see it (the front desk needs time and length, not the
   * reason).
   */
  reason?: string | null;
  /** True when staff booked it over another visit on purpose. */
  isOverbooked: boolean;
  /** Why it was overbooked. */
  overbookReason: string | null;
  /** Until when a hold keeps its time; `null` for anything but a hold. */
  holdExpiresAt: Instant | null;
  /** Why it was cancelled. */
  cancelReason: string | null;
  cancelledAt: Instant | null;
  checkedInAt: Instant | null;
  startedAt: Instant | null;
  completedAt: Instant | null;
  createdAt: Instant;
  /** Rises with every change. */
  version: number;
}

export type AppointmentState =
  | 'held'
  | 'booked'
  | 'confirmed'
  | 'checked_in'
  | 'in_progress'
  | 'completed'
  | 'cancelled'
  | 'no_show'
  | 'expired';

/** What appointments_list asks for. */
export interface AppointmentsListQuery {
  patientId?: Uuid | undefined;
  doctorId?: Uuid | undefined;
  departmentId?: Uuid | undefined;
  state?: AppointmentState | undefined;
  /** Visits that start at or after this instant. */
  from?: Instant | undefined;
  /** Visits that start before this instant. */
  to?: Instant | undefined;
  /** Visits that start on this date in `zone`. */
  on?: DateOn | undefined;
  /** IANA zone of `on`; UTC when absent. */
  zone?: string | undefined;
  /** By start: `asc` (default) or `desc`. */
  order?: 'asc' | 'desc' | undefined;
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** A visit to book. */
export interface BookAppointment {
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** Minutes, a multiple of 5. The doctor's usual length when absent. */
  durationMinutes?: number;
  /** Why the patient comes. */
  reason?: string;
  /** Staff only: book although the doctor's time is taken or not offered, and say why. It is audited. */
  overbookReason?: string;
}

/** Why a visit does not take place. */
export interface CancelAppointment {
  reason: string;
}

/** A clinical note, in its newest version. */
export interface ClinicalNote {
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  kind: NoteKind;
  /** A draft is its author's alone; a signed note is never changed; `entered_in_error` is hidden from everybody else. */
  state: NoteState;
  text: string;
  /** Only the author reads it. */
  isSensitive: boolean;
  /** The note that this one adds to. */
  addendumTo: Uuid | null;
  /** SHA-256 of the stored document in hexadecimal, as the audit trail has it. */
  sha256: string;
  signedAt: Instant | null;
  /** From then on the patient reads it. */
  releasedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Rises with every change of a draft; send it as `If-Match`. */
  version: number;
}

/** What clinicalNotes_list asks for. */
export interface ClinicalNotesListQuery {
  recordUuid?: Uuid | undefined;
  patientId?: Uuid | undefined;
  kind?: NoteKind | undefined;
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** What clinicalNotes_search asks for. */
export interface ClinicalNotesSearchQuery {
  /** Words; a note must contain all of them. */
  q: string;
  /** Only notes of this patient. */
  patientId?: Uuid | undefined;
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

export type CodeSystem = 'icd-10' | 'snomed-ct' | 'local';

/** A new department. */
export interface CreateDepartment {
  name: string;
  location: string;
}

/** A new doctor. Working hours are set afterwards. */
export interface CreateDoctor {
  givenName: string;
  familyName: string;
  birthOn: DateOn;
  gender: 'female' | 'male' | 'other' | 'unknown';
  specializationIds: Uuid[];
  departmentId: Uuid;
  yearsOfExperience: number;
  phone: string;
  email: Email;
  officeAddress: string;
  /** IANA time zone, e.g. `Europe/Berlin`. */
  zone: string;
  /** The usual length of a visit, in minutes: a multiple of five. */
  visitMinutes: number;
}

/** A new holiday. */
export interface CreateHoliday {
  dateOn: DateOn;
  name: string;
  /** The whole clinic when absent. */
  departmentId?: Uuid;
}

/** A new patient at the front desk. */
export interface CreatePatient {
  givenName: string;
  familyName: string;
  birthOn: DateOn;
  gender?: Gender;
  phone?: string;
  email?: Email;
  address?: PostalAddress;
  emergencyContact?: EmergencyContact;
  insurance?: Insurance;
}

/** A new specialization. */
export interface CreateSpecialization {
  name: string;
}

/** A sign-in for someone who works here. */
export interface CreateUser {
  email: Email;
  /** The first password, given by the admin. At least ten characters; any characters, all of them count. */
  password: string;
  displayName: string;
  role: StaffRole;
  /** Needed for a doctor, and only there: whose calendar is hers. */
  doctorId?: Uuid;
  /** Needed for a nurse; possible for everyone else. */
  departmentId?: Uuid;
}

/** Opaque position of a list, from the previous page's `nextCursor`. */
export type Cursor = string;

/** A calendar date. */
export type DateOn = string;

/** A stretch of one day by the local wall clock. */
export interface DayWindow {
  /** Minutes after local midnight, a multiple of 5. */
  startMinute: number;
  /** Minutes after local midnight, a multiple of 5, not worked any more; 1440 is midnight at the end of the day. */
  endMinute: number;
}

/** Why a patient is to be deactivated. */
export interface DeactivatePatient {
  reason: string;
}

/** A department of the clinic. */
export interface Department {
  id: Uuid;
  name: string;
  /** Where it is, e.g. building and floor. */
  location: string;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

export interface DepartmentLoad {
  /** All of them. */
  appointments: number;
  /** Still to come, or never concluded. */
  standing: number | null;
  completed: number | null;
  cancelled: number | null;
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. */
  meanLeadDays: number | null;
  departmentId: Uuid;
  departmentName: string;
}

/** What departments_list asks for. */
export interface DepartmentsListQuery {
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
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

export interface DiagnosisCount {
  codeSystem: string;
  code: string;
  diagnoses: number;
}

export type DiagnosisStatus = 'active' | 'resolved' | 'entered_in_error';

/** What a doctor has or belongs to. */
export interface DirectoryEntry {
  id: Uuid;
  name: string;
}

/** A visit that is still booked although the doctor does not work then any more. Move it, or cancel it. */
export interface DisplacedVisit {
  appointmentId: Uuid;
  doctorId: Uuid;
  startsAt: Instant;
  endsAt: Instant;
}

/** A doctor, as everyone may see. */
export interface Doctor {
  id: Uuid;
  givenName: string;
  familyName: string;
  specializations: DirectoryEntry[];
  department: DirectoryEntry;
  yearsOfExperience: number;
  phone: string;
  email: string;
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** A doctor with what only she herself and an admin may see. */
export interface DoctorProfile {
  id: Uuid;
  givenName: string;
  familyName: string;
  specializations: DirectoryEntry[];
  department: DirectoryEntry;
  yearsOfExperience: number;
  phone: string;
  email: string;
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
  birthOn: DateOn;
  gender: 'female' | 'male' | 'other' | 'unknown';
}

/** A time that can be booked with this doctor. */
export interface DoctorSlot {
  doctorId: Uuid;
  startsAt: Instant;
  endsAt: Instant;
}

export interface DoctorWorkload {
  /** All of them. */
  appointments: number;
  /** Still to come, or never concluded. */
  standing: number | null;
  completed: number | null;
  cancelled: number | null;
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. */
  meanLeadDays: number | null;
  doctorId: Uuid;
  doctorName: string;
  departmentName: string;
}

/** What doctors_list asks for. */
export interface DoctorsListQuery {
  departmentId?: Uuid | undefined;
  specializationId?: Uuid | undefined;
  /** How the family name begins, in any case and with or without accents. */
  familyName?: string | undefined;
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** What doctors_slots asks for. */
export interface DoctorsSlotsQuery {
  /** Slots start at or after this instant; in the past it means now. */
  from: Instant;
  /** Slots start before this instant; at most 93 days after `from`. */
  to: Instant;
  /** Length of the visit in minutes, a multiple of 5. The doctor's usual length when absent. */
  durationMinutes?: number | undefined;
  /**
   * Distance between offered starts in minutes, a multiple of 5. The length of the visit when absent; with 5 the
   * list holds every start that booking accepts.
   */
  stepMinutes?: number | undefined;
}

/** An e-mail address, at most 254 characters; other than ASCII domains in their `xn--` form. */
export type Email = string;

/** Whom to call. */
export interface EmergencyContact {
  name: string;
  phone: string;
  /** What they are to the patient, e.g. `mother`. */
  relation?: string;
}

export type Gender = 'female' | 'male' | 'other' | 'unknown';

/** A time to keep while the patient makes up her mind. */
export interface HoldAppointment {
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** Minutes, a multiple of 5. The doctor's usual length when absent. */
  durationMinutes?: number;
  /** How long the time is kept, in seconds; 300 when absent. */
  holdSeconds?: number;
}

/** A date on which the clinic or one department is closed, except for doctors with an override on that date. */
export interface Holiday {
  id: Uuid;
  dateOn: DateOn;
  name: string;
  /** `null` when the whole clinic is closed. */
  departmentId: Uuid | null;
}

/** The holiday that was added, and what it did. */
export interface HolidayCreated {
  id: Uuid;
  dateOn: DateOn;
  name: string;
  /** `null` when the whole clinic is closed. */
  departmentId: Uuid | null;
  /** The visits on that date, from now on, which nobody works for any more, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /** How many there are in all. */
  displacedCount: number;
}

/** What holidays_list asks for. */
export interface HolidaysListQuery {
  /** The first date; today (UTC) when absent. */
  from?: DateOn | undefined;
  /** The last date; without end when absent. */
  to?: DateOn | undefined;
  /** The holidays of the whole clinic and of this department; those of all departments when absent. */
  departmentId?: Uuid | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** An instant: ISO 8601 with `Z` or an offset. Answers always carry UTC with milliseconds. */
export type Instant = string;

/** Who pays. */
export interface Insurance {
  provider: string;
  /** The number of the insured person. */
  number: string;
}

/** E-mail and password. */
export interface Login {
  email: Email;
  password: string;
}

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

/** What medicalRecords_list asks for. */
export interface MedicalRecordsListQuery {
  patientId?: Uuid | undefined;
  /** The attending doctor. */
  doctorId?: Uuid | undefined;
  status?: RecordStatus | undefined;
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

export interface MonthlyAppointments {
  /** All of them. */
  appointments: number;
  /** Still to come, or never concluded. */
  standing: number | null;
  completed: number | null;
  cancelled: number | null;
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. */
  meanLeadDays: number | null;
  year: number;
  month: number;
}

/** Visits that took place in a month, by the local date of the doctor. */
export interface MonthlyVisits {
  year: number;
  month: number;
  visits: number;
  /** Visits that were the patient's first in the clinic. */
  newPatients: number;
  /** Visits of patients who had been here before. */
  returningPatients: number;
}

export type NoteKind = 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure' | 'addendum';

export type NoteState = 'draft' | 'signed' | 'entered_in_error';

/** One version of a note's text. */
export interface NoteVersion {
  noteId: Uuid;
  text: string;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  createdAt: Instant;
  version: number;
}

/** The versions of a note, oldest first. */
export interface NoteVersions {
  items: NoteVersion[];
}

/** Clinical notes of a kind. */
export interface NoteVolume {
  kind: string;
  notes: number;
  drafts: number | null;
  signed: number | null;
  /** From the first draft to the signature, in hours. */
  meanSigningHours: number | null;
}

/** What every answer says of itself. */
export interface NumbersDepartmentLoad {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: DepartmentLoad[];
}

/** What every answer says of itself. */
export interface NumbersDiagnosisCount {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: DiagnosisCount[];
}

/** What every answer says of itself. */
export interface NumbersDoctorWorkload {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: DoctorWorkload[];
}

/** What every answer says of itself. */
export interface NumbersMonthlyAppointments {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: MonthlyAppointments[];
}

/** What every answer says of itself. */
export interface NumbersMonthlyVisits {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: MonthlyVisits[];
}

/** What every answer says of itself. */
export interface NumbersNoteVolume {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: NoteVolume[];
}

/** What every answer says of itself. */
export interface NumbersTopDoctor {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: TopDoctor[];
}

/** What every answer says of itself. */
export interface NumbersUtilization {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  rows: Utilization[];
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
  data?: Record<string, unknown>;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  createdAt: Instant;
}

export type ObservationKind = 'vitals' | 'symptoms' | 'other';

export type ObservationState = 'final' | 'entered_in_error';

/** What observations_list asks for. */
export interface ObservationsListQuery {
  recordUuid?: Uuid | undefined;
  patientId?: Uuid | undefined;
  kind?: ObservationKind | undefined;
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** Opens a record: either for an appointment, or for a walk-in by `patientId` and `kind`. */
export interface OpenRecord {
  /** A visit of one's own calendar that is checked in, under way or completed. */
  appointmentId?: Uuid;
  /** Who came in without an appointment. */
  patientId?: Uuid;
  /** Goes with `patientId`. */
  kind?: 'walk_in';
  /** Why the patient came, in words. */
  chiefComplaint?: string;
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
  birthYear: number;
  birthOn?: DateOn;
  gender?: Gender;
  phone?: string | null;
  email?: string | null;
  address?: PostalAddress | null;
  emergencyContact?: EmergencyContact | null;
  insurance?: Insurance | null;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** How far a deactivation is. */
export interface PatientDeactivation {
  patientId: Uuid;
  state: 'awaiting_second_approver' | 'deactivated';
  /** The admin who asked for it. */
  requestedBy: Uuid;
  requestedAt: Instant;
}

/** What a search found, the likeliest first. */
export interface PatientMatches {
  items: Patient[];
}

/** What patients_list asks for. */
export interface PatientsListQuery {
  /** How the family name begins, in any case and with or without accents. */
  familyName?: string | undefined;
  birthOn?: DateOn | undefined;
  mrn?: string | undefined;
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** What patients_search asks for. */
export interface PatientsSearchQuery {
  /** A name as one heard it, a birth date (`1984-05-17`), both, or an MRN. Finds `Müller` for `mueler`. */
  q?: string | undefined;
  /** Exactly this medical record number. */
  mrn?: string | undefined;
  givenName?: string | undefined;
  familyName?: string | undefined;
  birthOn?: DateOn | undefined;
  /** At most this many; 20 when absent, and never more. */
  limit?: number | undefined;
}

/** A note for an open medical record of this patient. */
export interface PostNote {
  /** The id of the medical record. */
  recordUuid: Uuid;
  /** Whose record it is: a note with the wrong patient is refused. */
  patientId: Uuid;
  /** Nurses write `nursing` notes only. */
  kind: 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure';
  text: string;
  /** Only the author will read it. */
  isSensitive?: boolean;
  /** Signs at once; otherwise it is a draft. */
  sign?: boolean;
  /** With `sign`: `false` keeps it from the patient. */
  release?: boolean;
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
  vitals?: Vital[];
  symptoms?: Symptom[];
  /** Free JSON beside or instead: at most six levels deep and 16 kB, keys without `$`, `.` and `__proto__`. */
  data?: Record<string, unknown>;
}

/** Where someone lives. */
export interface PostalAddress {
  /** Street and number. */
  line: string;
  city: string;
  /** State, province or county. */
  region?: string;
  postalCode?: string;
  /** Two letters, ISO 3166-1. */
  country?: string;
}

export type RecordKind = 'visit' | 'walk_in' | 'admission';

export type RecordStatus = 'open' | 'closed';

/** A spent or live refresh token. */
export interface RefreshSession {
  refreshToken: string;
}

/** Until when everything is counted. */
export interface Refreshed {
  asOf: Instant;
}

/** A new patient who signs up. The role is always `patient`. */
export interface RegisterPatient {
  email: Email;
  /** At least ten characters; any characters, all of them count. */
  password: string;
  givenName: string;
  familyName: string;
  birthOn: DateOn;
  gender?: 'female' | 'male' | 'other' | 'unknown';
  phone?: string;
}

/** A new time for a booked visit. */
export interface RescheduleAppointment {
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** Minutes, a multiple of 5. The present length when absent. */
  durationMinutes?: number;
}

/** The next version of a draft. */
export interface ReviseNote {
  text: string;
  /** Only the author will read it. As before when left out. */
  isSensitive?: boolean;
}

export type Role = 'patient' | 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** When a doctor works. Holidays are a list of their own. */
export interface Schedule {
  doctorId: Uuid;
  /** IANA time zone of the wall clock that the hours mean. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  /** Rises with every change of hours, overrides, time off and holidays; send it as `If-Match`. */
  version: number;
  /** By weekday and start. */
  weekly: WeeklyWindow[];
  /** By date, from the doctor's today on. */
  overrides: ScheduleOverride[];
  /** By start; what has ended is left out. */
  timeOff: TimeOffEntry[];
}

/** What a change of the schedule did. Visits stay as they are until somebody moves or cancels them. */
export interface ScheduleChange {
  /** The schedule's version from now on. */
  version: number;
  /** The visits from now on that the change leaves outside the hours, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /** How many there are in all. */
  displacedCount: number;
}

/** The hours of one date, instead of the weekly ones and in spite of a holiday. */
export interface ScheduleOverride {
  dateOn: DateOn;
  /** Empty when nobody works on that date. */
  windows: DayWindow[];
}

/** What has become of a diagnosis. */
export interface SetDiagnosisStatus {
  status: DiagnosisStatus;
  /** Goes with `resolved`; today when left out. */
  resolvedOn?: DateOn;
}

/** All weekly hours from now on. */
export interface SetHours {
  /** Windows of one weekday may touch but not overlap while both are valid. */
  weekly: WeeklyWindow[];
}

/** The hours of one date. */
export interface SetOverride {
  /** Empty when nobody works on that date. Windows may touch but not overlap. */
  windows: DayWindow[];
}

/** How a note is signed. */
export interface SignNote {
  /** `false` keeps it from the patient. Sensitive notes are never released. */
  release?: boolean;
}

/** A signed-in session. */
export interface SignedIn {
  /** ES256 JWT; send it as `Authorization: Bearer …`. */
  accessToken: string;
  /** Good for one refresh. Using it twice ends the session. */
  refreshToken: string;
  /** Seconds until the access token expires. */
  expiresInSeconds: number;
  user: User;
}

/** A time that can be booked. */
export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
}

/** What slots_firstFree asks for. */
export interface SlotsFirstFreeQuery {
  /** Name of a specialization, as listed. */
  specialization?: string | undefined;
  specializationId?: Uuid | undefined;
  departmentId?: Uuid | undefined;
  /** Slots start at or after this instant; now when absent. */
  from?: Instant | undefined;
  /** Slots start before this instant; seven days after `from` when absent, at most 31. */
  to?: Instant | undefined;
  /** Length of the visit in minutes, a multiple of 5. Each doctor's usual length when absent. */
  durationMinutes?: number | undefined;
  /** How many doctors to answer with. */
  limit?: number | undefined;
}

/** A medical specialization, e.g. cardiology. */
export interface Specialization {
  id: Uuid;
  name: string;
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** What specializations_list asks for. */
export interface SpecializationsListQuery {
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** The roles that an admin gives. Patients register by themselves. */
export type StaffRole = 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** One complaint. */
export interface Symptom {
  name: string;
  severity?: SymptomSeverity;
  /** Since when the patient has had it. */
  onsetOn?: DateOn;
}

/** Symptoms by how often they were observed, most frequent first. */
export interface SymptomFrequency {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /** The smallest group of patients that a number is about: 11 where the asker does not see the patients. */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  rows: SymptomFrequencyRow[];
}

export interface SymptomFrequencyRow {
  /** In lower case. */
  symptom: string;
  /** How many observations name it. */
  observations: number;
  /** How many different patients had it. Only for doctors, who see them. */
  people?: number;
}

export type SymptomSeverity = 'mild' | 'moderate' | 'severe';

/** The most frequent symptoms of each specialization. A doctor of two specializations counts for both. */
export interface SymptomsBySpecialization {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /** The smallest group of patients that a number is about: 11 where the asker does not see the patients. */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  rows: SymptomsBySpecializationRow[];
}

export interface SymptomsBySpecializationRow {
  specializationId: Uuid;
  specialization: string;
  /** In lower case. */
  symptom: string;
  /** How many observations name it, of patients whom doctors of this specialization attended. */
  count: number;
}

/** The time off that was added, and what it did. */
export interface TimeOffAdded {
  id: Uuid;
  startsAt: Instant;
  endsAt: Instant;
  reason: string | null;
  /** The schedule's version from now on. */
  version: number;
  /** The visits from now on that fall into it, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /** How many there are in all. */
  displacedCount: number;
}

/** A stretch of time in which the doctor is away. */
export interface TimeOffEntry {
  id: Uuid;
  startsAt: Instant;
  endsAt: Instant;
  reason: string | null;
}

/** A doctor's place by completed appointments. */
export interface TopDoctor {
  rank: number;
  doctorId: Uuid;
  doctorName: string;
  departmentName: string;
  completed: number;
  /** Length of these appointments in minutes. */
  completedMinutes: number;
}

/** What a department is called and where it is from now on. */
export interface UpdateDepartment {
  name: string;
  location: string;
}

/** What changes; the rest stays. A doctor herself may change phone, e-mail address and office address. */
export interface UpdateDoctor {
  givenName?: string;
  familyName?: string;
  birthOn?: DateOn;
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /** All of them from now on. */
  specializationIds?: Uuid[];
  departmentId?: Uuid;
  yearsOfExperience?: number;
  phone?: string;
  email?: Email;
  officeAddress?: string;
  /** IANA time zone, e.g. `Europe/Berlin`. Weekly hours keep their wall time. */
  zone?: string;
  /** The usual length of a visit, in minutes: a multiple of five. */
  visitMinutes?: number;
}

/**
 * What changes; the rest stays, `null` clears. The patient herself and the nurses of her ward may change phone,
 * e-mail address, postal address and emergency contact; billing the insurance; the front desk everything.
 */
export interface UpdatePatient {
  givenName?: string;
  familyName?: string;
  birthOn?: DateOn;
  gender?: Gender;
  phone?: string | null;
  email?: Email | null;
  address?: PostalAddress | null;
  emergencyContact?: EmergencyContact | null;
  insurance?: Insurance | null;
}

/** What of an open record can be rewritten. */
export interface UpdateRecord {
  /** Why the patient came, in words. */
  chiefComplaint: string;
}

/** What a specialization is called from now on. */
export interface UpdateSpecialization {
  name: string;
}

/** What changes; the rest stays. Another role ends all sessions of the user. */
export interface UpdateUser {
  displayName?: string;
  role?: StaffRole;
  /** Needed when the role becomes `doctor`, and only there. */
  doctorId?: Uuid;
  /** `null` clears it. */
  departmentId?: Uuid | null;
}

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

/** What users_list asks for. */
export interface UsersListQuery {
  role?: StaffRole | undefined;
  /** Both when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  cursor?: Cursor | undefined;
}

/** How much of the time that a doctor offered is taken, in a month, a year or ever. */
export interface Utilization {
  doctorId: Uuid;
  doctorName: string;
  /** The department asked for, else the doctor's own. */
  departmentId: Uuid;
  departmentName: string;
  /** 0: ever. */
  year: number;
  /** 0: the whole year. */
  month: number;
  /**
   * Minutes of working hours without holidays and time off, by the doctor's local dates. Up to a year ahead is
   * counted;
   * days that are over stay as they were.
   */
  offeredMinutes: number;
  /**
   * Minutes taken by appointments that are standing or completed. `null` where the asker does not see the patients
   * and
   * nothing is published.
   */
  bookedMinutes: number | null;
  /**
   * Booked by offered minutes, three digits; above 1 where visits lie outside the hours. `null` when nothing was
   * offered.
   */
  utilization: number | null;
}

/** A UUID in canonical lower-case text. */
export type Uuid = string;

/** One measured value. */
export interface Vital {
  /** The LOINC code, where known: `8867-4` is the heart rate. */
  code?: string;
  name: string;
  value: number;
  /** The unit, preferably UCUM: `/min`, `mm[Hg]`, `Cel`. */
  unit: string;
}

export interface VitalTrendRow {
  /** The first day of the period. */
  startsOn: DateOn;
  unit: string;
  /** How many values there are. */
  count: number;
  mean: number;
  /** The mean of all values of the last periods; those without values take their place. */
  movingMean: number;
  /** The least value. Only for doctors, who see the patients. */
  min?: number;
  /** The greatest value. Only for doctors, who see the patients. */
  max?: number;
}

/** How a vital went on: one row per period and unit. Periods without values have none. */
export interface VitalTrends {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /** The smallest group of patients that a number is about: 11 where the asker does not see the patients. */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  rows: VitalTrendRow[];
}

/** Hours that recur every week on one day. */
export interface WeeklyWindow {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Minutes after local midnight, a multiple of 5. */
  startMinute: number;
  /** Minutes after local midnight, a multiple of 5, not worked any more; 1440 is midnight at the end of the day. */
  endMinute: number;
  /** The first date on which they count; since ever when absent. */
  validFromOn?: DateOn;
  /** The last date on which they count; for ever when absent. */
  validToOn?: DateOn;
}

/** Why a note should not be there. */
export interface WithdrawNote {
  reason: string;
}

/** Why an observation should not be there. */
export interface WithdrawObservation {
  reason: string;
}
