import { newId } from '../../server/src/lib/ids.js';

/** The ids of things that belong to one patient and her doctor. */
export interface Things {
  patient: string;
  doctor: string;
  department: string;
  appointment: string;
  record: string;
  diagnosis: string;
  note: string;
  observation: string;
  timeOff: string;
  user: string;
}

/** The same kinds of things, none of which exists. */
export const nothing = (): Things => ({
  patient: newId(),
  doctor: newId(),
  department: newId(),
  appointment: newId(),
  record: newId(),
  diagnosis: newId(),
  note: newId(),
  observation: newId(),
  timeOff: newId(),
  user: newId(),
});

export interface Door {
  /** Which thing stands in the path, by parameter. */
  path?: Record<string, keyof Things>;
  query?: (things: Things) => string;
  body?: (things: Things) => unknown;
  /** A doctor may name anybody's here: booking a stranger opens nothing of hers. */
  anybodys?: keyof Things;
}

const tomorrow = () => new Date(Math.ceil(Date.now() / 300_000) * 300_000 + 86_400_000).toISOString();
const reason = { reason: 'Nothing in particular.' };
const note = { kind: 'nursing', text: 'Slept well.' };
const observed = { kind: 'other', observedAt: '2026-01-05T08:00:00Z', data: { isAwake: true } };
const appointment = { path: { appointmentId: 'appointment' } } as const;
const schedule = { path: { doctorId: 'doctor' } } as const;
const aroundTheClock = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 0,
  endMinute: 1_440,
}));
const byRecord = ({ record }: Things) => `recordUuid=${record}`;

/** Whose calendar, and whose visit. */
const wish = ({ patient, doctor }: Things) => ({
  doctorId: doctor,
  patientId: patient,
  startsAt: tomorrow(),
});

/** How to knock at each door that has things of others behind it: a well-formed request that names them. */
export const doors: Readonly<Record<string, Door>> = {
  users_get: { path: { id: 'user' } },
  users_update: { path: { id: 'user' }, body: () => ({ displayName: 'Somebody' }) },
  users_deactivate: { path: { id: 'user' } },
  users_activate: { path: { id: 'user' } },
  users_issueResetCode: { path: { id: 'user' } },
  departments_update: { path: { id: 'department' }, body: () => ({ name: 'Some', location: 'Where' }) },
  departments_deactivate: { path: { id: 'department' } },
  departments_activate: { path: { id: 'department' } },
  specializations_update: { path: { id: 'doctor' }, body: () => ({ name: 'Some' }) },
  specializations_deactivate: { path: { id: 'doctor' } },
  specializations_activate: { path: { id: 'doctor' } },
  doctors_profile: { path: { id: 'doctor' } },
  doctors_update: { path: { id: 'doctor' }, body: () => ({ phone: '+49 30 1' }) },
  doctors_deactivate: { path: { id: 'doctor' } },
  doctors_activate: { path: { id: 'doctor' } },
  doctors_visitsToSettle: { path: { id: 'doctor' } },
  schedules_get: schedule,
  schedules_setHours: { ...schedule, body: () => ({ weekly: aroundTheClock }) },
  schedules_setOverride: { ...schedule, body: () => ({ windows: [] }) },
  schedules_removeOverride: schedule,
  schedules_addTimeOff: {
    ...schedule,
    body: () => ({ startsAt: '2030-01-05T08:00:00Z', endsAt: '2030-01-05T09:00:00Z' }),
  },
  schedules_removeTimeOff: { path: { doctorId: 'doctor', timeOffId: 'timeOff' } },
  holidays_remove: { path: { id: 'doctor' } },
  bookingLimits_set: {
    path: { id: 'doctor' },
    body: () => ({ horizonDays: 90, maxFutureVisits: 5, maxHolds: 1 }),
  },
  patients_get: { path: { id: 'patient' } },
  patients_update: { path: { id: 'patient' }, body: () => ({ phone: '+49 30 1' }) },
  patients_deactivate: { path: { id: 'patient' }, body: () => reason },
  patients_activate: { path: { id: 'patient' }, body: () => reason },
  patients_issueResetCode: { path: { id: 'patient' } },
  patients_visitsToSettle: { path: { id: 'patient' } },
  appointments_book: { body: wish, anybodys: 'patient' },
  appointments_hold: { body: wish, anybodys: 'patient' },
  appointments_get: appointment,
  appointments_confirm: appointment,
  appointments_cancel: { ...appointment, body: () => reason },
  appointments_reschedule: { ...appointment, body: () => ({ startsAt: tomorrow() }) },
  appointments_checkIn: appointment,
  appointments_start: appointment,
  appointments_complete: appointment,
  appointments_noShow: appointment,
  medicalRecords_open: { body: ({ appointment: appointmentId }) => ({ appointmentId }) },
  medicalRecords_get: { path: { id: 'record' } },
  medicalRecords_update: { path: { id: 'record' }, body: () => ({ chiefComplaint: 'Cough' }) },
  medicalRecords_close: { path: { id: 'record' } },
  medicalRecords_checkIn: { path: { id: 'record' } },
  medicalRecords_addDiagnosis: {
    path: { id: 'record' },
    body: () => ({ codeSystem: 'icd-10', code: 'R05', text: 'Cough' }),
  },
  medicalRecords_setDiagnosisStatus: {
    path: { id: 'record', diagnosisId: 'diagnosis' },
    body: () => ({ status: 'resolved' }),
  },
  clinicalNotes_post: {
    body: ({ record, patient }) => ({ recordUuid: record, patientId: patient, ...note }),
  },
  clinicalNotes_get: { path: { id: 'note' } },
  clinicalNotes_versions: { path: { id: 'note' } },
  clinicalNotes_revise: { path: { id: 'note' }, body: () => ({ text: 'Rewritten.' }) },
  clinicalNotes_sign: { path: { id: 'note' }, body: () => ({}) },
  clinicalNotes_addAddendum: { path: { id: 'note' }, body: () => ({ text: 'Also this.' }) },
  clinicalNotes_withdraw: { path: { id: 'note' }, body: () => reason },
  observations_post: {
    body: ({ record, patient }) => ({ recordUuid: record, patientId: patient, ...observed }),
  },
  observations_get: { path: { id: 'observation' } },
  observations_withdraw: { path: { id: 'observation' }, body: () => reason },
};

/** What lists and searches are asked for: nothing in particular, and exactly the things of somebody else. */
export const lists: Readonly<Record<string, ((things: Things) => string)[]>> = {
  users_list: [() => ''],
  patients_list: [() => 'limit=200', () => 'familyName=Zz'],
  patients_search: [
    () => 'q=Zzyzxa',
    () => 'q=1990-02-03',
    () => 'givenName=Zz&familyName=Zzyzxa&birthOn=1990-02-03',
  ],
  appointments_list: [
    () => 'limit=200',
    ({ patient }) => `patientId=${patient}`,
    ({ doctor }) => `doctorId=${doctor}`,
    () => 'order=desc',
  ],
  medicalRecords_list: [
    ({ patient }) => `patientId=${patient}`,
    ({ doctor }) => `doctorId=${doctor}`,
    ({ doctor }) => `doctorId=${doctor}&status=open`,
  ],
  clinicalNotes_list: [byRecord, ({ patient }) => `patientId=${patient}`],
  clinicalNotes_search: [() => 'q=zebrafish', ({ patient }) => `q=zebrafish&patientId=${patient}`],
  observations_list: [byRecord, ({ patient }) => `patientId=${patient}`],
};

/** Doors with nobody's things behind them: a body that no rule takes shows who gets as far as the rules. */
export const creations: readonly string[] = [
  'auth_changePassword',
  'auth_endSignIn',
  'users_create',
  'departments_create',
  'specializations_create',
  'doctors_create',
  'holidays_create',
  'patients_create',
];

/** What numbers are asked for: those of somebody else, where a doctor can be named. */
export const numbers: Readonly<Record<string, (things: Things) => string>> = {
  analytics_topDoctors: () => '',
  analytics_departmentLoad: () => '',
  analytics_doctorWorkload: ({ doctor }) => `doctorId=${doctor}`,
  analytics_monthlyAppointments: ({ doctor }) => `doctorId=${doctor}`,
  analytics_monthlyVisits: ({ doctor }) => `doctorId=${doctor}`,
  analytics_diagnoses: ({ doctor }) => `doctorId=${doctor}`,
  analytics_notes: ({ doctor }) => `doctorId=${doctor}`,
  analytics_utilization: ({ doctor }) => `doctorId=${doctor}`,
  analytics_symptomFrequency: () => '',
  analytics_symptomsBySpecialization: () => '',
  analytics_vitalTrends: () => 'vital=8867-4',
};
