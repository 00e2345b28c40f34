/**
 * Who may do what: the clinic's access rules, operation by operation. Written from the rules and not from the server's
 * own table: the two are kept apart so that a slip in one shows against the other. docs/access.md is generated from it.
 *
 * Columns: patient, doctor, nurse, receptionist, pharmacist, billing, admin.
 * `A` reaches everybody's things; `O` reaches only what is hers (her record, her calendar, the patients she treats or
 * who are on her ward, her account), and anything else is as if it did not exist; `–` lacks the function.
 * An operation that is not here fails the proof, and so does a line without an operation.
 */
export interface Matrix {
  readonly cells: Readonly<Record<string, string>>;
  /** What anybody may ask without a token. */
  readonly open: readonly string[];
  /** What a role is not told about things that it reaches: by operation and column, names of fields. */
  readonly withheld: Readonly<Record<string, Readonly<Partial<Record<Column, readonly string[]>>>>>;
  /** Ids, states and rights that an operation may be told in its body; everywhere else they are refused. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Which fields a role may write, where it may not write all. */
  readonly writable: Readonly<Record<string, Readonly<Partial<Record<Column, readonly string[]>>>>>;
}

export const columns = [
  'patient',
  'doctor',
  'nurse',
  'receptionist',
  'pharmacist',
  'billing',
  'admin',
] as const;
export type Column = (typeof columns)[number];
export type Cell = 'A' | 'O' | '–';

const contact = ['phone', 'email', 'address', 'emergencyContact'];
const notForBilling = ['phone', 'email', 'emergencyContact'];
const notInExactMatch = ['birthOn', 'gender', 'address', 'insurance', ...notForBilling];
const words = ['chiefComplaint', 'text'];

export const matrix: Matrix = {
  cells: {
    auth_me: 'O O O O O O O',
    auth_logout: 'O O O O O O O',
    auth_changePassword: 'O O O O O O O',
    auth_securityEvents: 'O O O O O O O',
    auth_endSignIn: 'O – – – – – –',

    users_create: '– – – – – – A',
    users_list: '– – – – – – A',
    users_get: '– – – – – – A',
    users_update: '– – – – – – A',
    users_deactivate: '– – – – – – A',
    users_activate: '– – – – – – A',
    users_issueResetCode: '– – – – – – A',

    departments_create: '– – – – – – A',
    departments_update: '– – – – – – A',
    departments_deactivate: '– – – – – – A',
    departments_activate: '– – – – – – A',
    specializations_create: '– – – – – – A',
    specializations_update: '– – – – – – A',
    specializations_deactivate: '– – – – – – A',
    specializations_activate: '– – – – – – A',

    doctors_create: '– – – – – – A',
    doctors_profile: '– O – – – – A',
    doctors_update: '– O – – – – A',
    doctors_deactivate: '– – – – – – A',
    doctors_activate: '– – – – – – A',
    doctors_visitsToSettle: '– – – A – – A',

    schedules_get: '– O – A – – A',
    schedules_setHours: '– O – A – – A',
    schedules_setOverride: '– O – A – – A',
    schedules_removeOverride: '– O – A – – A',
    schedules_addTimeOff: '– O – A – – A',
    schedules_removeTimeOff: '– O – A – – A',
    holidays_create: '– – – – – – A',
    holidays_remove: '– – – – – – A',

    bookingLimits_set: '– – – – – – A',

    patients_create: '– – – A – – –',
    patients_list: '– O O A – A –',
    patients_search: '– O O A A A –',
    patients_get: 'O O O A – A –',
    patients_update: 'O – O A – A –',
    patients_deactivate: '– – – – – – A',
    patients_issueResetCode: '– – – A – – –',
    patients_activate: '– – – – – – A',
    patients_visitsToSettle: '– – – A – – A',

    appointments_book: 'O O O A – – –',
    appointments_hold: 'O O O A – – –',
    appointments_list: 'O O O A – – –',
    appointments_get: 'O O O A – – –',
    appointments_confirm: 'O – O A – – –',
    appointments_cancel: 'O O O A – – –',
    appointments_reschedule: 'O O O A – – –',
    appointments_checkIn: '– – O A – – –',
    appointments_start: '– O – – – – –',
    appointments_complete: '– O – – – – –',
    appointments_noShow: '– O – A – – –',

    medicalRecords_open: '– O – – – – –',
    medicalRecords_list: 'O O O – – A –',
    medicalRecords_get: 'O O O – – A –',
    medicalRecords_update: '– O – – – – –',
    medicalRecords_close: '– O – – – – –',
    medicalRecords_checkIn: '– – O A – – –',
    medicalRecords_addDiagnosis: '– O – – – – –',
    medicalRecords_setDiagnosisStatus: '– O – – – – –',

    clinicalNotes_post: '– O O – – – –',
    clinicalNotes_list: 'O O O – – – –',
    clinicalNotes_search: '– O O – – – –',
    clinicalNotes_get: 'O O O – – – –',
    clinicalNotes_versions: 'O O O – – – –',
    clinicalNotes_revise: '– O O – – – –',
    clinicalNotes_sign: '– O O – – – –',
    clinicalNotes_addAddendum: '– O O – – – –',
    clinicalNotes_withdraw: '– O O – – – –',

    observations_post: '– O O – – – –',
    observations_list: 'O O O – – – –',
    observations_get: 'O O O – – – –',
    observations_withdraw: '– O O – – – –',

    analytics_topDoctors: '– O O – – – A',
    analytics_departmentLoad: '– O O – – – A',
    analytics_doctorWorkload: '– O O – – – A',
    analytics_monthlyAppointments: '– O O – – – A',
    analytics_monthlyVisits: '– O O – – – A',
    analytics_diagnoses: '– O O – – – A',
    analytics_notes: '– O O – – – A',
    analytics_utilization: '– O O – – – A',
    analytics_symptomFrequency: '– O O – – – A',
    analytics_symptomsBySpecialization: '– O O – – – A',
    analytics_vitalTrends: '– O O – – – A',
    analytics_refresh: '– – – – – – A',
  },
  open: [
    'auth_register',
    'auth_login',
    'auth_refresh',
    'auth_resetPassword',
    'departments_list',
    'departments_get',
    'specializations_list',
    'specializations_get',
    'doctors_list',
    'doctors_get',
    'doctors_slots',
    'slots_firstFree',
    'holidays_list',
    'bookingLimits_get',
  ],
  withheld: {
    patients_get: { billing: notForBilling },
    patients_list: { billing: notForBilling },
    patients_search: { billing: notForBilling, pharmacist: notInExactMatch },
    appointments_get: { receptionist: ['reason'] },
    appointments_list: { receptionist: ['reason'] },
    medicalRecords_get: { billing: words },
    medicalRecords_list: { billing: words },
  },
  told: {
    users_create: ['role', 'doctorId', 'departmentId'],
    users_update: ['role', 'doctorId', 'departmentId'],
    doctors_create: ['departmentId'],
    doctors_update: ['departmentId'],
    holidays_create: ['departmentId'],
    appointments_book: ['doctorId', 'patientId'],
    appointments_hold: ['doctorId', 'patientId'],
    appointments_reschedule: ['doctorId'],
    medicalRecords_open: ['patientId', 'appointmentId'],
    medicalRecords_setDiagnosisStatus: ['status'],
    clinicalNotes_post: ['patientId', 'recordUuid'],
    observations_post: ['patientId', 'recordUuid'],
  },
  writable: {
    patients_update: { patient: contact, nurse: contact, billing: ['insurance'] },
  },
};

/** What each role may do with an operation. */
export function cellsOf({ cells }: Matrix, operationId: string): [Column, Cell][] {
  const written = (cells[operationId] ?? '').split(' ');
  return columns.map((column, index) => [column, (written[index] ?? '') as Cell]);
}

export const columnsWith = (matrix: Matrix, operationId: string, ...wanted: readonly Cell[]): Column[] =>
  cellsOf(matrix, operationId)
    .filter(([, cell]) => wanted.includes(cell))
    .map(([column]) => column);
