// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

/** Why a patient is to be activated again. */
export interface ActivatePatient {
  /** In words. The first admin's is kept until another one agrees; the second one's is not kept. */
  reason: string;
}

/** What is added to a signed note. It becomes a note of its own. */
export interface AddAddendum {
  /** Plain text. The signed note stays as it is. */
  text: string;
  /** Signs at once; otherwise it is a draft. */
  sign?: boolean;
  /** With `sign`: `false` keeps it from the patient. */
  release?: boolean;
}

/** A diagnosis to be added to an open record. */
export interface AddDiagnosis {
  /** Which list `code` is of. */
  codeSystem: CodeSystem;
  /** Without blanks, e.g. `E11.9`. It is kept as it is and not looked up in its list. */
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
  /** On a 5-minute mark, after the start and at most 366 days later; at most ten years ahead. */
  endsAt: Instant;
  /** For the doctor, the front desk and admins. */
  reason?: string;
}

/** A span of ages in whole years, both ends included: how old patients were when they were observed. */
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
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid | undefined;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid | undefined;
  /** How many rows at most; 50 doctors, or 20 diagnoses, when left out. */
  limit?: number | undefined;
}

/** What analytics_doctorWorkload asks for. */
export interface AnalyticsDoctorWorkloadQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid | undefined;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid | undefined;
  /** How many rows at most; 50 doctors, or 20 diagnoses, when left out. */
  limit?: number | undefined;
}

/** What analytics_monthlyAppointments asks for. */
export interface AnalyticsMonthlyAppointmentsQuery {
  /** A year; all months there are when left out. */
  year?: number | undefined;
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid | undefined;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid | undefined;
}

/** What analytics_monthlyVisits asks for. */
export interface AnalyticsMonthlyVisitsQuery {
  /** A year; all months there are when left out. */
  year?: number | undefined;
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid | undefined;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
  doctorId?: Uuid | undefined;
}

/** What analytics_notes asks for. */
export interface AnalyticsNotesQuery {
  /** A year; ever when left out. */
  year?: number | undefined;
  /** A month of that year. */
  month?: number | undefined;
  /** Only what happened in this department. Nurses get the numbers of their own, and none for another. */
  departmentId?: Uuid | undefined;
  /** Only what this doctor attends. Doctors get their own numbers, and none for another. */
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
  /** Only patients of this age; all ages when absent. */
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
  /** Only appointments in this department, as it was when they were booked. */
  departmentId?: Uuid | undefined;
  /** How many doctors at most; 10 when left out. */
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
  /** Names the visit in every step of its way, and when a medical record is opened for it. */
  id: Uuid;
  /** Whom the visit is with. Only the front desk gives it to another doctor, when it moves it. */
  doctorId: Uuid;
  /** Who is seen. */
  patientId: Uuid;
  /** The doctor's department when it was booked, or given to this doctor. */
  departmentId: Uuid;
  /** When it is to begin, as booked; `startedAt` is when it did. */
  startsAt: Instant;
  /** When it is to be over, as booked. The next visit may begin at this very instant. */
  endsAt: Instant;
  /** Decides which steps are possible: any other is 409 `invalid_transition`. */
  state: AppointmentState;
  /**
   * Why the patient comes, `null` when nobody said. Absent for roles that do not see it (the front desk needs time
   * and
   * length, not the reason).
   */
  reason?: string | null;
  /** True when staff booked it over another visit on purpose. */
  isOverbooked: boolean;
  /** Why it was overbooked; `null` unless it was. */
  overbookReason: string | null;
  /** Until when a hold keeps its time; `null` for anything but a hold. */
  holdExpiresAt: Instant | null;
  /** Why it was cancelled, in the words of who did it; `null` unless it was. */
  cancelReason: string | null;
  /** `null` unless it was cancelled. */
  cancelledAt: Instant | null;
  /** When the patient was here; `null` before, and for imported visits. */
  checkedInAt: Instant | null;
  /** When the doctor began; `null` before, and for imported visits. */
  startedAt: Instant | null;
  /** When the visit was over; `null` before. */
  completedAt: Instant | null;
  /** When it was booked or held. */
  createdAt: Instant;
  /** Rises with every change. */
  version: number;
}

/**
 * How far a visit has come: `held` for the moment, `booked`, `confirmed`, `checked_in`, `in_progress`,
 * `completed`;
 * or `cancelled`, `no_show`, `expired` (a hold that nobody confirmed in time).
 */
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
  /** Only visits of this patient. What the caller may not see is left out, not refused. */
  patientId?: Uuid | undefined;
  /** Only visits with this doctor. What the caller may not see is left out, not refused. */
  doctorId?: Uuid | undefined;
  /** Only visits that were booked in this department. */
  departmentId?: Uuid | undefined;
  /** Only visits in this state; all states when absent. */
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
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** What auth_securityEvents asks for. */
export interface AuthSecurityEventsQuery {
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** A visit to book. */
export interface BookAppointment {
  /** An active doctor of the directory. */
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** Minutes, a multiple of 5. The doctor's usual length when absent; patients get no other. */
  durationMinutes?: number;
  /** Why the patient comes. */
  reason?: string;
  /** Staff only: book although the doctor's time is taken or not offered, and say why. It is audited. */
  overbookReason?: string;
}

/** How far patients may go when they book for themselves. Staff, who answer for what they do, may go further. */
export interface BookingLimits {
  /** Names them when they are set. */
  id: Uuid;
  /** How many days ahead a visit may begin; the lists of free times end there too. */
  horizonDays: number;
  /** How many visits to come one patient may have booked. */
  maxFutureVisits: number;
  /** How many times one patient may hold at once. */
  maxHolds: number;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** Why a visit does not take place. */
export interface CancelAppointment {
  /** In words. Everyone who sees the visit reads it, as `cancelReason`. */
  reason: string;
}

/** Another password in the place of the current one. */
export interface ChangePassword {
  /**
   * Shows that it is the owner who asks, and not somebody at their unlocked screen. A wrong one counts as at signing
   * in.
   */
  currentPassword: string;
  /** At least ten characters; any characters, all of them count. */
  newPassword: string;
}

/** A clinical note, in its newest version. */
export interface ClinicalNote {
  /** Stays the same in all versions. An addendum names the note that it adds to by it, as `addendumTo`. */
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  /** Whom it is about: the medical record's patient. */
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  /** `addendum` when `addendumTo` is set. */
  kind: NoteKind;
  /** A draft is its author's alone; a signed note is never changed; `entered_in_error` is hidden from everybody else. */
  state: NoteState;
  /** Plain text, line breaks included, as its author wrote it. */
  text: string;
  /** Only the author reads it. */
  isSensitive: boolean;
  /** The note that this one adds to; `null` unless it is an addendum. */
  addendumTo: Uuid | null;
  /** SHA-256 of the stored document in hexadecimal, as the audit trail has it. */
  sha256: string;
  /** `null` unless it was signed. */
  signedAt: Instant | null;
  /** From then on the patient reads it; `null` while she may not. */
  releasedAt: Instant | null;
  /** When its first version was accepted. Lists go by it. */
  createdAt: Instant;
  /** When it was last revised, signed or withdrawn. */
  updatedAt: Instant;
  /** Rises with every change of a draft; send it as `If-Match`. */
  version: number;
}

/** What clinicalNotes_list asks for. */
export interface ClinicalNotesListQuery {
  /** Only those of this medical record. Either this or `patientId` is needed. */
  recordUuid?: Uuid | undefined;
  /** Only those of this patient. Either this or `recordUuid` is needed. */
  patientId?: Uuid | undefined;
  /** Only those of this kind; all kinds when absent. */
  kind?: NoteKind | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** What clinicalNotes_search asks for. */
export interface ClinicalNotesSearchQuery {
  /** Words; a note must contain all of them. */
  q: string;
  /** Only notes of this patient. */
  patientId?: Uuid | undefined;
  /** At most this many; 50 when absent. A page may hold fewer and still have a `nextCursor`. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** Where a diagnosis's code comes from: ICD-10, SNOMED CT, or a list of the clinic's own. */
export type CodeSystem = 'icd-10' | 'snomed-ct' | 'local';

/** Two letters of a country, ISO 3166-1: taken in any case, kept in capitals. */
export type Country = string;

/** A new department. */
export interface CreateDepartment {
  /** Refused when a department, closed or not, is called so in any case. Blanks around it are dropped. */
  name: string;
  /** Where to find it, e.g. building and floor. Everyone sees it. */
  location: string;
}

/** A new doctor. Working hours are set afterwards. */
export interface CreateDoctor {
  /** All given names in one; blanks around it are dropped. Absent or empty for a doctor of one name. */
  givenName?: string;
  /** The directory goes by it; blanks around it are dropped. The only name of a doctor of one name. */
  familyName: string;
  /** A date that the calendar has, not in the future. Only the doctor herself and admins see it. */
  birthOn: DateOn;
  /** Only the doctor herself and admins see it. */
  gender: 'female' | 'male' | 'other' | 'unknown';
  /** Active specializations, each once, in any order. */
  specializationIds: Uuid[];
  /** An active department. The doctor has its holidays. */
  departmentId: Uuid;
  /** Whole years. They do not rise by themselves. */
  yearsOfExperience: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone: string;
  /** Where patients write to. Everyone sees it. It makes no sign-in. */
  email: Email;
  /** Where patients find the doctor, in one text. Everyone sees it. */
  officeAddress: string;
  /** IANA time zone, e.g. `Europe/Berlin`. */
  zone: string;
  /** The usual length of a visit, in minutes: a multiple of five. */
  visitMinutes: number;
}

/** A new holiday. */
export interface CreateHoliday {
  /** A date has one holiday of the whole clinic at most, and one of each department. */
  dateOn: DateOn;
  /** What is celebrated, or why it is closed, e.g. `New Year's Day`. Everyone sees it. */
  name: string;
  /** The whole clinic when absent. */
  departmentId?: Uuid;
}

/** A new patient at the front desk. */
export interface CreatePatient {
  /**
   * All given names in one, e.g. `Ada Augusta`; blanks around it are dropped. Absent or empty for a patient of one
   * name.
   */
  givenName?: string;
  /** As in the patient's papers; blanks around it are dropped. The only name of a patient of one name. */
  familyName: string;
  /** A date that the calendar has, not in the future. */
  birthOn: DateOn;
  /** `unknown` when absent. */
  gender?: Gender;
  /** In any notation, e.g. `+49 30 1234567`. */
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

/** A new specialization. */
export interface CreateSpecialization {
  /** Refused when a specialization, withdrawn or not, is called so in any case. Blanks around it are dropped. */
  name: string;
}

/** A sign-in for someone who works here. */
export interface CreateUser {
  /** What the user will sign in with, in any case. Refused when a sign-in has it. */
  email: Email;
  /** The first password, given by the admin. At least ten characters; any characters, all of them count. */
  password: string;
  /** What to show beside what the user does, e.g. `Dr Ada Byron`; blanks around it are dropped. */
  displayName: string;
  /** `doctor` goes with `doctorId`, `nurse` with `departmentId`. */
  role: StaffRole;
  /** Needed for a doctor, and only there: whose calendar is hers. */
  doctorId?: Uuid;
  /** Needed for a nurse; possible for everyone else. */
  departmentId?: Uuid;
}

/** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
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
  /** In words. The first admin's is kept until another one agrees; the second one's is not kept. */
  reason: string;
}

/** A department of the clinic. */
export interface Department {
  /** Names it elsewhere, as `departmentId` of doctors, appointments, records and holidays. */
  id: Uuid;
  /** Unique among departments, closed ones included, whatever its case or accents. */
  name: string;
  /** Where it is, e.g. building and floor. */
  location: string;
  /** `false` once it is closed: it gets no doctors, staff or holidays any more. */
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** What became of the appointments of one department. */
export interface DepartmentLoad {
  /** All of them, whatever became of them. Holds do not count. */
  appointments: number;
  /** Still to come, or never concluded. `null`: none, or of too few patients to tell. */
  standing: number | null;
  /** Those that took place. `null`: none, or of too few patients to tell. */
  completed: number | null;
  /** Those that somebody called off. `null`: none, or of too few patients to tell. */
  cancelled: number | null;
  /** Those that the patient did not come to. `null`: none, or of too few patients to tell. */
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. `null` when either is, or both are 0. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. `null` when `cancelled` is. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. `null` when none was. */
  meanLeadDays: number | null;
  /** Where the appointments were booked. */
  departmentId: Uuid;
  /** How that department is called now. */
  departmentName: string;
}

/** What departments_list asks for. */
export interface DepartmentsListQuery {
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
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
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** How often one code was diagnosed. */
export interface DiagnosisCount {
  /** Which list `code` is of: `icd-10`, `snomed-ct` or `local`. */
  codeSystem: string;
  /** In upper case, e.g. `E11.9`. */
  code: string;
  /** How many there are, resolved ones included, without those entered in error. */
  diagnoses: number;
}

/** `active` and `resolved` may follow each other; `entered_in_error` is for good. */
export type DiagnosisStatus = 'active' | 'resolved' | 'entered_in_error';

/** What a doctor has or belongs to. */
export interface DirectoryEntry {
  /** Names the department or the specialization in other calls. */
  id: Uuid;
  /** How it is called now. */
  name: string;
}

/** A visit that is still booked although the doctor does not work then any more. Move it, or cancel it. */
export interface DisplacedVisit {
  /** Names the visit when it is to be moved or cancelled. */
  appointmentId: Uuid;
  /** Who was to see the patient. */
  doctorId: Uuid;
  /** When the visit begins, as it was booked. */
  startsAt: Instant;
  /** When the visit is over, as it was booked. */
  endsAt: Instant;
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
  /** Whole years, as last entered: they do not rise by themselves. */
  yearsOfExperience: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone: string;
  /** Where patients write to; the doctor's sign-in has an address of its own. Everyone sees it. */
  email: string;
  /** Where patients find the doctor, in one text. Everyone sees it. */
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  /** `false` once the doctor is deactivated: she has no free slots and takes no bookings. */
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/**
 * A doctor after a change, and what it did to the visits that stand. They stay as they are until somebody moves
 * them.
 */
export interface DoctorChanged {
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
  /** Whole years, as last entered: they do not rise by themselves. */
  yearsOfExperience: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone: string;
  /** Where patients write to; the doctor's sign-in has an address of its own. Everyone sees it. */
  email: string;
  /** Where patients find the doctor, in one text. Everyone sees it. */
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  /** `false` once the doctor is deactivated: she has no free slots and takes no bookings. */
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
  /** Only the doctor herself and admins see it. */
  birthOn: DateOn;
  /** Only the doctor herself and admins see it. */
  gender: 'female' | 'male' | 'other' | 'unknown';
  /**
   * Only in the answer to a deactivation: the visits that stand, earliest first, at most 200. They stay until
   * somebody
   * settles them; `doctors.visitsToSettle` has them all.
   */
  visitsToSettle?: VisitToSettle[];
  /** Only in the answer to a deactivation: how many there are in all. */
  visitsToSettleCount?: number;
  /** The visits from now on that another zone or department leaves outside the hours, earliest first; at most 200. */
  displaced: DisplacedVisit[];
  /** How many there are in all. */
  displacedCount: number;
}

/** A doctor with what only she herself and an admin may see. */
export interface DoctorProfile {
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
  /** Whole years, as last entered: they do not rise by themselves. */
  yearsOfExperience: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone: string;
  /** Where patients write to; the doctor's sign-in has an address of its own. Everyone sees it. */
  email: string;
  /** Where patients find the doctor, in one text. Everyone sees it. */
  officeAddress: string;
  /** IANA time zone in which the doctor's weekly hours are written. */
  zone: string;
  /** The usual length of a visit, in minutes. */
  visitMinutes: number;
  /** `false` once the doctor is deactivated: she has no free slots and takes no bookings. */
  isActive: boolean;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
  /** Only the doctor herself and admins see it. */
  birthOn: DateOn;
  /** Only the doctor herself and admins see it. */
  gender: 'female' | 'male' | 'other' | 'unknown';
  /**
   * Only in the answer to a deactivation: the visits that stand, earliest first, at most 200. They stay until
   * somebody
   * settles them; `doctors.visitsToSettle` has them all.
   */
  visitsToSettle?: VisitToSettle[];
  /** Only in the answer to a deactivation: how many there are in all. */
  visitsToSettleCount?: number;
}

/** A time that can be booked with this doctor. */
export interface DoctorSlot {
  /** Whose time it is. To book it, send this as `doctorId`. */
  doctorId: Uuid;
  /** When it begins. To book it, send this as `startsAt`. */
  startsAt: Instant;
  /** When it is over, after the length that was asked for, else after the usual one of this doctor. */
  endsAt: Instant;
}

/** What became of the appointments of one doctor. */
export interface DoctorWorkload {
  /** All of them, whatever became of them. Holds do not count. */
  appointments: number;
  /** Still to come, or never concluded. `null`: none, or of too few patients to tell. */
  standing: number | null;
  /** Those that took place. `null`: none, or of too few patients to tell. */
  completed: number | null;
  /** Those that somebody called off. `null`: none, or of too few patients to tell. */
  cancelled: number | null;
  /** Those that the patient did not come to. `null`: none, or of too few patients to tell. */
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. `null` when either is, or both are 0. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. `null` when `cancelled` is. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. `null` when none was. */
  meanLeadDays: number | null;
  /** Whose appointments they are. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** How the department that the doctor belongs to is called now. */
  departmentName: string;
}

/** What doctors_list asks for. */
export interface DoctorsListQuery {
  /** Only doctors of this department. */
  departmentId?: Uuid | undefined;
  /** Only doctors with this specialization, whatever others they have. */
  specializationId?: Uuid | undefined;
  /** How the family name begins, in any case, with or without accents and apostrophes, with blanks for hyphens. */
  familyName?: string | undefined;
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** What doctors_slots asks for. */
export interface DoctorsSlotsQuery {
  /** Slots start at or after this instant; in the past it means now. */
  from: Instant;
  /**
   * Slots start before this instant; at most 93 days after `from`. Those beyond the horizon of patients are left
   * out.
   */
  to: Instant;
  /** Length of the visit in minutes, a multiple of 5. The doctor's usual length when absent. */
  durationMinutes?: number | undefined;
  /**
   * Distance between offered starts in minutes, a multiple of 5. The length of the visit when absent; with 5 the
   * list holds every start that booking accepts.
   */
  stepMinutes?: number | undefined;
  /**
   * Also times that only staff can book, up to five years ahead. Without it the list ends where patients' booking
   * does.
   */
  beyondHorizon?: boolean | undefined;
}

/** What doctors_visitsToSettle asks for. */
export interface DoctorsVisitsToSettleQuery {
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/**
 * An e-mail address, at most 254 characters; other than ASCII domains in their `xn--` form. It is taken in any
 * case, and
 * kept in lower case, without blanks around it.
 */
export type Email = string;

/** Whom to call. */
export interface EmergencyContact {
  /** Whom to ask for. */
  name: string;
  /** In any notation, e.g. `+49 30 1234567`. */
  phone: string;
  /** What they are to the patient, e.g. `mother`. */
  relation?: string;
}

/** That a patient wants to sign in no more. */
export interface EndSignIn {
  /** Shows that it is the owner who asks. A wrong one counts as at signing in. */
  currentPassword: string;
}

/** Any JSON object: for what has no field of its own. Its names and values are the app's affair. */
export type FreeJson = Record<string, unknown>;

/** As the patient tells it; `unknown` when nobody asked. */
export type Gender = 'female' | 'male' | 'other' | 'unknown';

/** A time to keep while the patient decides. */
export interface HoldAppointment {
  /** An active doctor of the directory. */
  doctorId: Uuid;
  /** Whose visit it is. Patients leave it out: it is theirs. */
  patientId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /** Minutes, a multiple of 5. The doctor's usual length when absent; patients get no other. */
  durationMinutes?: number;
  /** How long the time is kept, in seconds; 300 when absent. */
  holdSeconds?: number;
}

/** A date on which the clinic or one department is closed, except for doctors with an override on that date. */
export interface Holiday {
  /** Names it when it is to be removed. */
  id: Uuid;
  /** Closed from midnight to midnight, on each doctor's own wall clock. */
  dateOn: DateOn;
  /** What is celebrated, or why it is closed, e.g. `New Year's Day`. Everyone sees it. */
  name: string;
  /** `null` when the whole clinic is closed. */
  departmentId: Uuid | null;
}

/** The holiday that was added, and what it did. */
export interface HolidayCreated {
  /** Names it when it is to be removed. */
  id: Uuid;
  /** Closed from midnight to midnight, on each doctor's own wall clock. */
  dateOn: DateOn;
  /** As it was given, without blanks around it. */
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
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/**
 * An instant: RFC 3339 with `Z` or an offset; seconds may be left out. Digits finer than a millisecond are cut
 * off, which
 * never makes another five-minute mark of it. Answers always carry UTC with milliseconds.
 */
export type Instant = string;

/** Who pays. */
export interface Insurance {
  /** The insurer's name, as on the card of the insured person. */
  provider: string;
  /** The number of the insured person. */
  number: string;
}

/** E-mail and password. */
export interface Login {
  /** The address of the sign-in, in any case. */
  email: Email;
  /**
   * As it was chosen, blanks and case included. After ten wrong ones in fifteen minutes none is tried for a while:
   * ten
   * from each device and network that the account has signed in from, and ten from all others together.
   */
  password: string;
  /** What the last sign-in on this device was answered with, whoever it was. Any other text is as good as none. */
  deviceToken?: string;
}

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
   * True for a walk-in whom nobody but the doctor has seen. The patient is told of it at once, and it opens the
   * chart
   * to the doctor for 24 hours, until the front desk or a nurse checks the patient in.
   */
  isOpenedAlone: boolean;
  /** Without those entered in error. None for the patient while the record is open and nothing of it was released. */
  diagnoses: Diagnosis[];
  /** Rises when the record itself changes; send it as `If-Match`. Diagnoses have versions of their own. */
  version: number;
}

/** What medicalRecords_list asks for. */
export interface MedicalRecordsListQuery {
  /** Only records of this patient. Nurses and billing must give it or `doctorId`. */
  patientId?: Uuid | undefined;
  /** Only records that this doctor attends. */
  doctorId?: Uuid | undefined;
  /** Only open ones or only closed ones; both when absent. */
  status?: RecordStatus | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** What became of the appointments of one month. */
export interface MonthlyAppointments {
  /** All of them, whatever became of them. Holds do not count. */
  appointments: number;
  /** Still to come, or never concluded. `null`: none, or of too few patients to tell. */
  standing: number | null;
  /** Those that took place. `null`: none, or of too few patients to tell. */
  completed: number | null;
  /** Those that somebody called off. `null`: none, or of too few patients to tell. */
  cancelled: number | null;
  /** Those that the patient did not come to. `null`: none, or of too few patients to tell. */
  noShows: number | null;
  /** No-shows among those that were completed or missed, 0 to 1. `null` when either is, or both are 0. */
  noShowRate: number | null;
  /** Cancelled ones among all, 0 to 1. `null` when `cancelled` is. */
  cancellationRate: number | null;
  /** Time taken by what is standing or completed, in minutes. */
  bookedMinutes: number;
  /** From booking to start, in days, over all that were booked ahead. `null` when none was. */
  meanLeadDays: number | null;
  /** The year in which they start, where the doctor works. */
  year: number;
  /** 1 is January, 12 is December. */
  month: number;
}

/** Visits that took place in a month, by the local date of the doctor. */
export interface MonthlyVisits {
  /** The year in which they took place, where the doctor works. */
  year: number;
  /** 1 is January, 12 is December. */
  month: number;
  /** The sum of `newPatients` and `returningPatients`. */
  visits: number;
  /** Visits that were the patient's first in the clinic. */
  newPatients: number;
  /** Visits of patients who had been here before. */
  returningPatients: number;
}

/** What a note is for. An `addendum` adds to a signed note. */
export type NoteKind = 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure' | 'addendum';

/** A `draft` can be revised, to a `signed` note one can only add; `entered_in_error` is withdrawn. */
export type NoteState = 'draft' | 'signed' | 'entered_in_error';

/** One version of a note's text. */
export interface NoteVersion {
  /** The note that had this text. */
  noteId: Uuid;
  /** The whole text of this version, not what changed. */
  text: string;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  /** When this version was written. */
  createdAt: Instant;
  /** From 1 on. The note's own `version` is the newest. */
  version: number;
}

/** The versions of a note, oldest first. */
export interface NoteVersions {
  /** All of them for the author, the signed one for everybody else. */
  items: NoteVersion[];
}

/** Clinical notes of a kind. */
export interface NoteVolume {
  /** As in a note's `kind`, e.g. `progress`. */
  kind: string;
  /** The sum of `drafts` and `signed`. Withdrawn notes do not count. */
  notes: number;
  /** Not signed yet. `null`: none, or of too few patients to tell. */
  drafts: number | null;
  /** Signed, released to the patient or not. `null`: none, or of too few patients to tell. */
  signed: number | null;
  /** From the first draft to the signature, in hours. `null` when there is nothing in `signed`. */
  meanSigningHours: number | null;
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersDepartmentLoad {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: DepartmentLoad[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersDiagnosisCount {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: DiagnosisCount[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersDoctorWorkload {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: DoctorWorkload[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersMonthlyAppointments {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: MonthlyAppointments[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersMonthlyVisits {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: MonthlyVisits[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersNoteVolume {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: NoteVolume[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersTopDoctor {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: TopDoctor[];
}

/** Numbers as far as the asker may know them, and until when they are complete. */
export interface NumbersUtilization {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about. 11 where the asker does not see the patients: smaller
   * groups are left out of rows and totals, and so is what they could be worked out from.
   */
  smallestGroup: number;
  /** In the order that the operation says. Empty when nothing happened, or nothing may be told. */
  rows: Utilization[];
}

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

/** What was observed: measured values, complaints, or anything else as free JSON. */
export type ObservationKind = 'vitals' | 'symptoms' | 'other';

/** `final` from the start; `entered_in_error` once its author has withdrawn it. */
export type ObservationState = 'final' | 'entered_in_error';

/** What observations_list asks for. */
export interface ObservationsListQuery {
  /** Only those of this medical record. Either this or `patientId` is needed. */
  recordUuid?: Uuid | undefined;
  /** Only those of this patient. Either this or `recordUuid` is needed. */
  patientId?: Uuid | undefined;
  /** Only those of this kind; all kinds when absent. */
  kind?: ObservationKind | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
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
  /** Names the patient elsewhere, as `patientId`. People outside the API use `mrn`. */
  id: Uuid;
  /** Medical record number: `MW`, eight digits, a check digit. */
  mrn: string;
  /** All given names in one, e.g. `Ada Augusta`; empty for a patient of one name. */
  givenName: string;
  /** Lists of patients go by it. */
  familyName: string;
  /** Everyone who sees the patient sees it: it tells namesakes apart where `birthOn` is absent. */
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
  /** Rises with every change; send it as `If-Match`. */
  version: number;
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
   * told nothing about a patient. `patients.visitsToSettle` has them all, and tells the front desk with whom they
   * are.
   */
  visitsToSettle: VisitToSettle[] | null;
  /** How many there are in all; `null` while a second admin has to agree. */
  visitsToSettleCount: number | null;
}

/** What a search found, the likeliest first. */
export interface PatientMatches {
  /** At most `limit`, without a next page: a narrower search finds whom this one left out. */
  items: Patient[];
}

/** What patients_list asks for. */
export interface PatientsListQuery {
  /** How the family name begins, in any case, with or without accents and apostrophes, with blanks for hyphens. */
  familyName?: string | undefined;
  /** Only those born on this date. */
  birthOn?: DateOn | undefined;
  /** Only the one with this medical record number: `MW` and nine digits, with or without blanks and dashes. */
  mrn?: string | undefined;
  /** Active ones when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** What patients_search asks for. */
export interface PatientsSearchQuery {
  /**
   * A name as one heard it, in any script and order, a birth date (`1984-05-17`), both, or an MRN. Finds `Müller`
   * for
   * `mueler`, and `山田 太郎` for `山田太郎`. Every word counts.
   */
  q?: string | undefined;
  /** Exactly this medical record number: `MW` and nine digits, with or without blanks and dashes. */
  mrn?: string | undefined;
  /** The whole given name, in any case, with or without accents, hyphens and blanks; empty for a patient of one name. */
  givenName?: string | undefined;
  /** The whole family name, in any case, with or without accents, hyphens and blanks. */
  familyName?: string | undefined;
  /** Needed with `givenName` and `familyName`; narrows `q` when that holds no date. */
  birthOn?: DateOn | undefined;
  /** At most this many; 20 when absent, and never more. */
  limit?: number | undefined;
}

/** What patients_visitsToSettle asks for. */
export interface PatientsVisitsToSettleQuery {
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** A note for an open medical record of this patient. */
export interface PostNote {
  /** The id of the medical record. */
  recordUuid: Uuid;
  /** Whose record it is: a note with the wrong patient is refused. */
  patientId: Uuid;
  /** Nurses write `nursing` notes only. */
  kind: 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure';
  /** Plain text, kept as it is. */
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
  /** Needed for the kind `vitals`, and refused for others. */
  vitals?: Vital[];
  /** Needed for the kind `symptoms`, and refused for others. */
  symptoms?: Symptom[];
  /**
   * Free JSON beside or instead: at most six levels deep and 16 kB, keys without `$`, `.`, `_bsontype` and
   * `__proto__`.
   */
  data?: FreeJson;
}

/** Where someone lives. */
export interface PostalAddress {
  /** Street and number. */
  line: string;
  /** Town or city, without the postal code. */
  city: string;
  /** State, province or county. */
  region?: string;
  /** As letters to that country carry it. It is not checked. */
  postalCode?: string;
  /** Absent where it is the clinic's own. */
  country?: Country;
}

/**
 * What a record is about: a `visit` has an appointment; a `walk_in` came without one; an `admission` stayed, and
 * comes from imports only.
 */
export type RecordKind = 'visit' | 'walk_in' | 'admission';

/** `open` takes notes, observations and diagnoses; `closed` is for good. */
export type RecordStatus = 'open' | 'closed';

/** A spent or live refresh token. */
export interface RefreshSession {
  /** The newest one: from signing in, or from the last refresh. */
  refreshToken: string;
}

/** Until when everything is counted. */
export interface Refreshed {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
}

/** A new patient who signs up. The role is always `patient`. */
export interface RegisterPatient {
  /** What the patient will sign in with, in any case, and where the clinic writes to. Refused when a sign-in has it. */
  email: Email;
  /** At least ten characters; any characters, all of them count. */
  password: string;
  /** As in the patient's papers; blanks around it are dropped. Absent or empty for a patient of one name. */
  givenName?: string;
  /** As in the patient's papers; blanks around it are dropped. The only name of a patient of one name. */
  familyName: string;
  /** A date that the calendar has, not in the future. */
  birthOn: DateOn;
  /** `unknown` when absent. */
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /** Where the clinic calls her, in any notation. */
  phone?: string;
  /** What the last sign-in on this device was answered with, whoever it was. */
  deviceToken?: string;
}

/** A new time for a booked visit. */
export interface RescheduleAppointment {
  /** Front desk only: another active doctor, who sees the patient from now on. */
  doctorId?: Uuid;
  /** On a 5-minute mark. */
  startsAt: Instant;
  /**
   * Minutes, a multiple of 5. The present length when absent; patients choose between that and the doctor's usual
   * one.
   */
  durationMinutes?: number;
}

/** A code that sets a new password, to be told to its owner. */
export interface ResetCode {
  /** Whose password it sets. */
  userId: Uuid;
  /** Four groups of five letters and digits, to be read aloud. Shown here and never again. */
  code: string;
  /** Until when it is good, half an hour. Another code for the same user ends it earlier. */
  expiresAt: Instant;
}

/** A new password by a one-time code. */
export interface ResetPassword {
  /** The address of the sign-in, in any case. */
  email: Email;
  /** As it was told: hyphens, blanks and case do not matter, nor O for zero and I or L for one. */
  code: string;
  /** At least ten characters; any characters, all of them count. */
  newPassword: string;
}

/** The next version of a draft. */
export interface ReviseNote {
  /** Plain text in place of the whole text before. */
  text: string;
  /** Only the author will read it. As before when left out. */
  isSensitive?: boolean;
}

/**
 * What somebody is here. Patients reach their own things, doctors their calendar and whom they treat, nurses the
 * patients of their department, receptionists every booking, pharmacists and billing what their work needs, admins
 * the directory, sign-ins and numbers, but nothing clinical.
 */
export type Role = 'patient' | 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/** When a doctor works. Holidays are a list of their own. */
export interface Schedule {
  /** Whose schedule it is. */
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
  /** The date on the doctor's wall calendar, in the schedule's `zone`. */
  dateOn: DateOn;
  /** Empty when nobody works on that date. */
  windows: DayWindow[];
}

/** Something that happened to an account. */
export interface SecurityEvent {
  /** When it happened. */
  at: Instant;
  /**
   * What happened: `reset_code_issued`, `password_reset`, `password_reset_refused`, `password_changed`,
   * `registered`,
   * `created`, `claimed`, `updated`, `deactivated`, `activated`, and `suspended` and `restored` with the doctor or
   * the
   * patient whom it stands for. More kinds may come.
   */
  kind: string;
  /** The role of whoever did it; `nobody` is somebody who was not signed in, `system` the clinic itself. */
  byRole: string;
  /** Whether it was the owner of the account. */
  isOwn: boolean;
}

/** The limits from now on. What was booked before stays. */
export interface SetBookingLimits {
  /** How many days ahead a visit may begin: at most five years. */
  horizonDays: number;
  /** How many visits to come one patient may have booked; 0 when patients do not book for themselves. */
  maxFutureVisits: number;
  /** How many times one patient may hold at once; 0 when patients do not hold times. */
  maxHolds: number;
}

/** What has become of a diagnosis. */
export interface SetDiagnosisStatus {
  /** `entered_in_error` cannot be taken back. */
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
  /** Good for one refresh. Using it again more than ten seconds later ends the session. */
  refreshToken: string;
  /** Seconds until the access token expires. */
  expiresInSeconds: number;
  /** Who signed in, as `GET /auth/me` tells. */
  user: User;
  /**
   * After signing in or registering: keep it on the device, also over signing out, and send it with the next
   * sign-in.
   * It opens nothing; it tells the device from those of strangers, whose wrong passwords then do not count for it.
   */
  deviceToken?: string;
}

/** A stretch of time. One that is listed as free can be booked, unless somebody is faster. */
export interface Slot {
  /** When it begins. To book a free one, send this as `startsAt`. */
  startsAt: Instant;
  /** When it is over: the next visit may begin at this very instant. */
  endsAt: Instant;
}

/** What slots_firstFree asks for. */
export interface SlotsFirstFreeQuery {
  /** Only doctors with the specialization of this name, in any case. */
  specialization?: string | undefined;
  /** Only doctors with this specialization. */
  specializationId?: Uuid | undefined;
  /** Only doctors of this department. */
  departmentId?: Uuid | undefined;
  /** Slots start at or after this instant; now when absent. */
  from?: Instant | undefined;
  /** Slots start before this instant; seven days after `from` when absent, at most 31. */
  to?: Instant | undefined;
  /** Length of the visit in minutes, a multiple of 5. Each doctor's usual length when absent. */
  durationMinutes?: number | undefined;
  /** How many doctors to answer with at most; 20 when absent. */
  limit?: number | undefined;
  /**
   * Also times that only staff can book, up to five years ahead. Without it the list ends where patients' booking
   * does.
   */
  beyondHorizon?: boolean | undefined;
}

/** A medical specialization, e.g. cardiology. */
export interface Specialization {
  /** Names it elsewhere, e.g. as `specializationId` when doctors or slots are looked for. */
  id: Uuid;
  /** Unique among specializations, withdrawn ones included, whatever its case or accents. */
  name: string;
  /** `false` once it is withdrawn: doctors are not given it any more. */
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
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** The roles that an admin gives. Patients register by themselves. */
export type StaffRole = 'doctor' | 'nurse' | 'receptionist' | 'pharmacist' | 'billing' | 'admin';

/**
 * What to do about a visit that stands although its doctor or its patient is deactivated.
 * - `reassign`: the patient still comes. Book them with another doctor, and cancel this one.
 * - `cancel`: the patient does not come any more.
 * - `complete`: it has begun. Only its doctor completes it, who is activated for that if need be.
 * - `none`: a time that is kept for some minutes, and frees itself.
 */
export type SuggestedAction = 'reassign' | 'cancel' | 'complete' | 'none';

/** One complaint. */
export interface Symptom {
  /** The complaint in words, e.g. `Headache`. Numbers count it whatever its case. */
  name: string;
  /** Absent when nobody judged it. */
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
  /** The most frequent symptom first. Empty when nothing was observed, or nothing may be told. */
  rows: SymptomFrequencyRow[];
}

/** How often one symptom was observed. */
export interface SymptomFrequencyRow {
  /** In lower case. */
  symptom: string;
  /** How many observations name it. */
  observations: number;
  /** How many different patients had it. Only for doctors, who see them. */
  people?: number;
}

/** How much a complaint troubles the patient, as the author judges. */
export type SymptomSeverity = 'mild' | 'moderate' | 'severe';

/** The most frequent symptoms of each specialization. A doctor of two specializations counts for both. */
export interface SymptomsBySpecialization {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /** The smallest group of patients that a number is about: 11 where the asker does not see the patients. */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  /** By name of the specialization, then the most frequent symptom first. */
  rows: SymptomsBySpecializationRow[];
}

/** How often one symptom was observed among the patients of one specialization's doctors. */
export interface SymptomsBySpecializationRow {
  /** What the attending doctors are specialists in now. */
  specializationId: Uuid;
  /** How that specialization is called now. */
  specialization: string;
  /** In lower case. */
  symptom: string;
  /** How many observations name it, of patients whom doctors of this specialization attended. */
  count: number;
}

/** The time off that was added, and what it did. */
export interface TimeOffAdded {
  /** Names it when it is to be removed, as `timeOffId`. */
  id: Uuid;
  /** From this instant on the doctor is away. */
  startsAt: Instant;
  /** From this instant on the doctor is back. */
  endsAt: Instant;
  /** As it was given, `null` when none was. Those who may read the schedule see it, patients never. */
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
  /** Names it when it is to be removed, as `timeOffId`. */
  id: Uuid;
  /** From this instant on the doctor is away. */
  startsAt: Instant;
  /** From this instant on the doctor is back. */
  endsAt: Instant;
  /** As it was given, `null` when none was. Those who may read the schedule see it, patients never. */
  reason: string | null;
}

/** A doctor's place by completed appointments. */
export interface TopDoctor {
  /** From 1 on, each once: doctors with the same number follow each other. */
  rank: number;
  /** Who is ranked. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** How the department that the doctor belongs to is called now. */
  departmentName: string;
  /** How many appointments of the period took place. */
  completed: number;
  /** Length of these appointments in minutes. */
  completedMinutes: number;
}

/** What a department is called and where it is from now on. */
export interface UpdateDepartment {
  /** Refused when another department, closed or not, is called so in any case. Send the present one to keep it. */
  name: string;
  /** Where to find it, e.g. building and floor. Send the present one to keep it. */
  location: string;
}

/** What changes; the rest stays. A doctor herself may change phone, e-mail address and office address. */
export interface UpdateDoctor {
  /** All given names in one; blanks around it are dropped; `null` or empty for a doctor of one name. For admins. */
  givenName?: string | null;
  /** The directory goes by it; blanks around it are dropped. For admins. */
  familyName?: string;
  /** A date that the calendar has, not in the future. For admins. */
  birthOn?: DateOn;
  /** For admins; only they and the doctor herself see it. */
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /** All of them from now on. */
  specializationIds?: Uuid[];
  /** An active department, whose holidays she has from now on. Visits keep the one that they were booked in. */
  departmentId?: Uuid;
  /** Whole years. They do not rise by themselves. For admins. */
  yearsOfExperience?: number;
  /** Where patients call, in any notation. Everyone sees it. */
  phone?: string;
  /** Where patients write to. Everyone sees it. It does not change what the doctor signs in with. */
  email?: Email;
  /** Where patients find the doctor, in one text. Everyone sees it. */
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
  /**
   * All given names in one; blanks around it are dropped; `null` or empty for a patient of one name. For the front
   * desk.
   */
  givenName?: string | null;
  /** As in her papers; blanks around it are dropped. For the front desk. */
  familyName?: string;
  /** A date that the calendar has, not in the future. For the front desk. */
  birthOn?: DateOn;
  /** As the patient tells it. For the front desk. */
  gender?: Gender;
  /** In any notation; `null` when there is none any more. */
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

/** What of an open record can be rewritten. */
export interface UpdateRecord {
  /** Why the patient came, in words. */
  chiefComplaint: string;
}

/** What a specialization is called from now on. */
export interface UpdateSpecialization {
  /** Refused when another specialization, withdrawn or not, is called so in any case. Blanks around it are dropped. */
  name: string;
}

/** What changes; the rest stays. Another role ends all sessions of the user. */
export interface UpdateUser {
  /** What to show beside what the user does, e.g. `Dr Ada Byron`; blanks around it are dropped. */
  displayName?: string;
  /** Nobody changes her own, and the last active admin stays admin. */
  role?: StaffRole;
  /** Needed when the role becomes `doctor`, and only there. */
  doctorId?: Uuid;
  /** Needed for a nurse, who keeps one; `null` clears it for everyone else. */
  departmentId?: Uuid | null;
}

/** Someone who can sign in. */
export interface User {
  /** Names the user elsewhere, e.g. as a note's `authorId`. It is neither `patientId` nor `doctorId`. */
  id: Uuid;
  /** What the user signs in with, in lower case. No two sign-ins share one. */
  email: string;
  /** What to greet the user by. A patient's is her name at registration; an admin gives that of staff. */
  displayName: string;
  /** Decides which operations the user may call and whose data they reach. */
  role: Role;
  /** Set for patients: whose record is theirs. */
  patientId: Uuid | null;
  /** Set for doctors: whose calendar is theirs. */
  doctorId: Uuid | null;
  /** Set for nurses, and for receptionists of one department. */
  departmentId: Uuid | null;
  /** `false` while the sign-in is withdrawn: then nobody gets in with it. */
  isActive: boolean;
  /** Whether anybody gets in with it: it is active, and so is the doctor or the patient whom it stands for. */
  canSignIn: boolean;
  /**
   * When a one-time code last set the password, `null` if never. An app shows it after signing in: whoever did not
   * ask
   * for a code should hear of it.
   */
  passwordResetAt: Instant | null;
  /** Rises with every change; send it as `If-Match`. */
  version: number;
}

/** What users_list asks for. */
export interface UsersListQuery {
  /** Only sign-ins of this role; those of all staff when absent. */
  role?: StaffRole | undefined;
  /** `true`: those of patients instead of those of staff, without address and name. */
  isPatient?: boolean | undefined;
  /** Only the sign-in of this doctor. */
  doctorId?: Uuid | undefined;
  /** Only the sign-in of this patient, with `isPatient=true`. */
  patientId?: Uuid | undefined;
  /** Both when absent. */
  isActive?: boolean | undefined;
  /** At most this many; 50 when absent. */
  limit?: number | undefined;
  /** Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent. */
  cursor?: Cursor | undefined;
}

/** How much of the time that a doctor offered is taken, in a month, a year or ever. */
export interface Utilization {
  /** Who offered the time. */
  doctorId: Uuid;
  /** Given and family name, as the directory has them now. */
  doctorName: string;
  /** The department asked for, else the doctor's own. */
  departmentId: Uuid;
  /** How the department of `departmentId` is called now. */
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
   * offered, or `bookedMinutes` is.
   */
  utilization: number | null;
}

/** A UUID. It is taken in any case, and answered in lower case. */
export type Uuid = string;

/** A visit that stands although its doctor or its patient is deactivated. It stays until somebody settles it. */
export interface VisitToSettle {
  /** Names the visit when it is to be moved, cancelled or completed. */
  appointmentId: Uuid;
  /** Whom it is with. Absent from a patient's visits for roles that do not read visits. */
  doctorId?: Uuid;
  /** When it is to begin, as booked. */
  startsAt: Instant;
  /** When it is to be over, as booked. */
  endsAt: Instant;
  /** How far it has come. */
  state: AppointmentState;
  /** What is likely to be done about it. */
  suggestedAction: SuggestedAction;
}

/** One measured value. */
export interface Vital {
  /** The LOINC code, where known: `8867-4` is the heart rate. */
  code?: string;
  /** What was measured, e.g. `Heart rate`. Trends find values by it or by `code`. */
  name: string;
  /** What the device or the author read, in `unit`. */
  value: number;
  /** The unit, preferably UCUM: `/min`, `mm[Hg]`, `Cel`. */
  unit: string;
}

/** The values of one period in one unit. */
export interface VitalTrendRow {
  /** The first day of the period. */
  startsOn: DateOn;
  /** As the observations have it. Values in different units are never mixed, nor converted. */
  unit: string;
  /** How many values there are. */
  count: number;
  /** Of the values of this period alone, in `unit`. */
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
  /** The oldest period first; within a period by unit. */
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
  /** In words; kept with the note, and shown in no answer. */
  reason: string;
}

/** Why an observation should not be there. */
export interface WithdrawObservation {
  /** In words; kept with the observation, and shown in no answer. */
  reason: string;
}
