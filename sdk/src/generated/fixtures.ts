// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

import type { Page } from '../paging.js';
import type { Fixture, Problem } from '../testing/fixture.js';
import type {
  AnalyticsDepartmentLoadError,
  AnalyticsDiagnosesError,
  AnalyticsDoctorWorkloadError,
  AnalyticsMonthlyAppointmentsError,
  AnalyticsMonthlyVisitsError,
  AnalyticsNotesError,
  AnalyticsRefreshError,
  AnalyticsSymptomFrequencyError,
  AnalyticsSymptomsBySpecializationError,
  AnalyticsTopDoctorsError,
  AnalyticsUtilizationError,
  AnalyticsVitalTrendsError,
  AppointmentsBookError,
  AppointmentsCancelError,
  AppointmentsCheckInError,
  AppointmentsCompleteError,
  AppointmentsConfirmError,
  AppointmentsGetError,
  AppointmentsHoldError,
  AppointmentsListError,
  AppointmentsNoShowError,
  AppointmentsRescheduleError,
  AppointmentsStartError,
  AuthChangePasswordError,
  AuthEndSignInError,
  AuthLoginError,
  AuthLogoutError,
  AuthMeError,
  AuthRefreshError,
  AuthRegisterError,
  AuthResetPasswordError,
  AuthSecurityEventsError,
  BookingLimitsGetError,
  BookingLimitsSetError,
  ClinicalNotesAddAddendumError,
  ClinicalNotesGetError,
  ClinicalNotesListError,
  ClinicalNotesPostError,
  ClinicalNotesReviseError,
  ClinicalNotesSearchError,
  ClinicalNotesSignError,
  ClinicalNotesVersionsError,
  ClinicalNotesWithdrawError,
  DepartmentsActivateError,
  DepartmentsCreateError,
  DepartmentsDeactivateError,
  DepartmentsGetError,
  DepartmentsListError,
  DepartmentsUpdateError,
  DoctorsActivateError,
  DoctorsCreateError,
  DoctorsDeactivateError,
  DoctorsGetError,
  DoctorsListError,
  DoctorsProfileError,
  DoctorsSlotsError,
  DoctorsUpdateError,
  DoctorsVisitsToSettleError,
  HolidaysCreateError,
  HolidaysListError,
  HolidaysRemoveError,
  MedicalRecordsAddDiagnosisError,
  MedicalRecordsCheckInError,
  MedicalRecordsCloseError,
  MedicalRecordsGetError,
  MedicalRecordsListError,
  MedicalRecordsOpenError,
  MedicalRecordsSetDiagnosisStatusError,
  MedicalRecordsUpdateError,
  ObservationsGetError,
  ObservationsListError,
  ObservationsPostError,
  ObservationsWithdrawError,
  PatientsActivateError,
  PatientsCreateError,
  PatientsDeactivateError,
  PatientsGetError,
  PatientsIssueResetCodeError,
  PatientsListError,
  PatientsSearchError,
  PatientsUpdateError,
  PatientsVisitsToSettleError,
  SchedulesAddTimeOffError,
  SchedulesGetError,
  SchedulesRemoveOverrideError,
  SchedulesRemoveTimeOffError,
  SchedulesSetHoursError,
  SchedulesSetOverrideError,
  SlotsFirstFreeError,
  SpecializationsActivateError,
  SpecializationsCreateError,
  SpecializationsDeactivateError,
  SpecializationsGetError,
  SpecializationsListError,
  SpecializationsUpdateError,
  UsersActivateError,
  UsersCreateError,
  UsersDeactivateError,
  UsersGetError,
  UsersIssueResetCodeError,
  UsersListError,
  UsersUpdateError,
} from './operation-errors.js';
import type {
  ActivatePatient,
  AddAddendum,
  AddDiagnosis,
  AddTimeOff,
  Appointment,
  BookAppointment,
  BookingLimits,
  CancelAppointment,
  ChangePassword,
  ClinicalNote,
  CreateDepartment,
  CreateDoctor,
  CreateHoliday,
  CreatePatient,
  CreateSpecialization,
  CreateUser,
  DeactivatePatient,
  Department,
  Diagnosis,
  Doctor,
  DoctorChanged,
  DoctorProfile,
  DoctorSlot,
  EndSignIn,
  HoldAppointment,
  Holiday,
  HolidayCreated,
  Login,
  MedicalRecord,
  NoteVersions,
  NumbersDepartmentLoad,
  NumbersDiagnosisCount,
  NumbersDoctorWorkload,
  NumbersMonthlyAppointments,
  NumbersMonthlyVisits,
  NumbersNoteVolume,
  NumbersTopDoctor,
  NumbersUtilization,
  Observation,
  OpenRecord,
  Patient,
  PatientActivation,
  PatientDeactivation,
  PatientMatches,
  PostNote,
  PostObservation,
  RefreshSession,
  Refreshed,
  RegisterPatient,
  RescheduleAppointment,
  ResetCode,
  ResetPassword,
  ReviseNote,
  Schedule,
  ScheduleChange,
  SecurityEvent,
  SetBookingLimits,
  SetDiagnosisStatus,
  SetHours,
  SetOverride,
  SignNote,
  SignedIn,
  Slot,
  Specialization,
  SymptomFrequency,
  SymptomsBySpecialization,
  TimeOffAdded,
  UpdateDepartment,
  UpdateDoctor,
  UpdatePatient,
  UpdateRecord,
  UpdateSpecialization,
  UpdateUser,
  User,
  VisitToSettle,
  VitalTrends,
  WithdrawNote,
  WithdrawObservation,
} from './types.js';

/** What each operation takes and answers, and what it may end with. */
export interface Operations {
  'analytics.departmentLoad': {
    ids: never;
    body: undefined;
    answer: NumbersDepartmentLoad;
    error: AnalyticsDepartmentLoadError;
  };
  'analytics.diagnoses': {
    ids: never;
    body: undefined;
    answer: NumbersDiagnosisCount;
    error: AnalyticsDiagnosesError;
  };
  'analytics.doctorWorkload': {
    ids: never;
    body: undefined;
    answer: NumbersDoctorWorkload;
    error: AnalyticsDoctorWorkloadError;
  };
  'analytics.monthlyAppointments': {
    ids: never;
    body: undefined;
    answer: NumbersMonthlyAppointments;
    error: AnalyticsMonthlyAppointmentsError;
  };
  'analytics.monthlyVisits': {
    ids: never;
    body: undefined;
    answer: NumbersMonthlyVisits;
    error: AnalyticsMonthlyVisitsError;
  };
  'analytics.notes': { ids: never; body: undefined; answer: NumbersNoteVolume; error: AnalyticsNotesError };
  'analytics.refresh': { ids: never; body: undefined; answer: Refreshed; error: AnalyticsRefreshError };
  'analytics.symptomFrequency': {
    ids: never;
    body: undefined;
    answer: SymptomFrequency;
    error: AnalyticsSymptomFrequencyError;
  };
  'analytics.symptomsBySpecialization': {
    ids: never;
    body: undefined;
    answer: SymptomsBySpecialization;
    error: AnalyticsSymptomsBySpecializationError;
  };
  'analytics.topDoctors': {
    ids: never;
    body: undefined;
    answer: NumbersTopDoctor;
    error: AnalyticsTopDoctorsError;
  };
  'analytics.utilization': {
    ids: never;
    body: undefined;
    answer: NumbersUtilization;
    error: AnalyticsUtilizationError;
  };
  'analytics.vitalTrends': {
    ids: never;
    body: undefined;
    answer: VitalTrends;
    error: AnalyticsVitalTrendsError;
  };
  'appointments.book': {
    ids: never;
    body: BookAppointment;
    answer: Appointment;
    error: AppointmentsBookError;
  };
  'appointments.cancel': {
    ids: 'appointmentId';
    body: CancelAppointment;
    answer: Appointment;
    error: AppointmentsCancelError;
  };
  'appointments.checkIn': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsCheckInError;
  };
  'appointments.complete': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsCompleteError;
  };
  'appointments.confirm': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsConfirmError;
  };
  'appointments.get': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsGetError;
  };
  'appointments.hold': {
    ids: never;
    body: HoldAppointment;
    answer: Appointment;
    error: AppointmentsHoldError;
  };
  'appointments.list': {
    ids: never;
    body: undefined;
    answer: Page<Appointment>;
    error: AppointmentsListError;
  };
  'appointments.noShow': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsNoShowError;
  };
  'appointments.reschedule': {
    ids: 'appointmentId';
    body: RescheduleAppointment;
    answer: Appointment;
    error: AppointmentsRescheduleError;
  };
  'appointments.start': {
    ids: 'appointmentId';
    body: undefined;
    answer: Appointment;
    error: AppointmentsStartError;
  };
  'auth.changePassword': {
    ids: never;
    body: ChangePassword;
    answer: undefined;
    error: AuthChangePasswordError;
  };
  'auth.endSignIn': { ids: never; body: EndSignIn; answer: undefined; error: AuthEndSignInError };
  'auth.login': { ids: never; body: Login; answer: SignedIn; error: AuthLoginError };
  'auth.logout': { ids: never; body: undefined; answer: undefined; error: AuthLogoutError };
  'auth.me': { ids: never; body: undefined; answer: User; error: AuthMeError };
  'auth.refresh': { ids: never; body: RefreshSession; answer: SignedIn; error: AuthRefreshError };
  'auth.register': { ids: never; body: RegisterPatient; answer: SignedIn; error: AuthRegisterError };
  'auth.resetPassword': { ids: never; body: ResetPassword; answer: undefined; error: AuthResetPasswordError };
  'auth.securityEvents': {
    ids: never;
    body: undefined;
    answer: Page<SecurityEvent>;
    error: AuthSecurityEventsError;
  };
  'bookingLimits.get': { ids: never; body: undefined; answer: BookingLimits; error: BookingLimitsGetError };
  'bookingLimits.set': {
    ids: 'id';
    body: SetBookingLimits;
    answer: BookingLimits;
    error: BookingLimitsSetError;
  };
  'clinicalNotes.addAddendum': {
    ids: 'id';
    body: AddAddendum;
    answer: ClinicalNote;
    error: ClinicalNotesAddAddendumError;
  };
  'clinicalNotes.get': { ids: 'id'; body: undefined; answer: ClinicalNote; error: ClinicalNotesGetError };
  'clinicalNotes.list': {
    ids: never;
    body: undefined;
    answer: Page<ClinicalNote>;
    error: ClinicalNotesListError;
  };
  'clinicalNotes.post': { ids: never; body: PostNote; answer: ClinicalNote; error: ClinicalNotesPostError };
  'clinicalNotes.revise': {
    ids: 'id';
    body: ReviseNote;
    answer: ClinicalNote;
    error: ClinicalNotesReviseError;
  };
  'clinicalNotes.search': {
    ids: never;
    body: undefined;
    answer: Page<ClinicalNote>;
    error: ClinicalNotesSearchError;
  };
  'clinicalNotes.sign': { ids: 'id'; body: SignNote; answer: ClinicalNote; error: ClinicalNotesSignError };
  'clinicalNotes.versions': {
    ids: 'id';
    body: undefined;
    answer: NoteVersions;
    error: ClinicalNotesVersionsError;
  };
  'clinicalNotes.withdraw': {
    ids: 'id';
    body: WithdrawNote;
    answer: undefined;
    error: ClinicalNotesWithdrawError;
  };
  'departments.activate': { ids: 'id'; body: undefined; answer: Department; error: DepartmentsActivateError };
  'departments.create': {
    ids: never;
    body: CreateDepartment;
    answer: Department;
    error: DepartmentsCreateError;
  };
  'departments.deactivate': {
    ids: 'id';
    body: undefined;
    answer: Department;
    error: DepartmentsDeactivateError;
  };
  'departments.get': { ids: 'id'; body: undefined; answer: Department; error: DepartmentsGetError };
  'departments.list': { ids: never; body: undefined; answer: Page<Department>; error: DepartmentsListError };
  'departments.update': {
    ids: 'id';
    body: UpdateDepartment;
    answer: Department;
    error: DepartmentsUpdateError;
  };
  'doctors.activate': { ids: 'id'; body: undefined; answer: DoctorProfile; error: DoctorsActivateError };
  'doctors.create': { ids: never; body: CreateDoctor; answer: DoctorProfile; error: DoctorsCreateError };
  'doctors.deactivate': { ids: 'id'; body: undefined; answer: DoctorProfile; error: DoctorsDeactivateError };
  'doctors.get': { ids: 'id'; body: undefined; answer: Doctor; error: DoctorsGetError };
  'doctors.list': { ids: never; body: undefined; answer: Page<Doctor>; error: DoctorsListError };
  'doctors.profile': { ids: 'id'; body: undefined; answer: DoctorProfile; error: DoctorsProfileError };
  'doctors.slots': { ids: 'doctorId'; body: undefined; answer: Slot[]; error: DoctorsSlotsError };
  'doctors.update': { ids: 'id'; body: UpdateDoctor; answer: DoctorChanged; error: DoctorsUpdateError };
  'doctors.visitsToSettle': {
    ids: 'id';
    body: undefined;
    answer: Page<VisitToSettle>;
    error: DoctorsVisitsToSettleError;
  };
  'holidays.create': { ids: never; body: CreateHoliday; answer: HolidayCreated; error: HolidaysCreateError };
  'holidays.list': { ids: never; body: undefined; answer: Page<Holiday>; error: HolidaysListError };
  'holidays.remove': { ids: 'id'; body: undefined; answer: undefined; error: HolidaysRemoveError };
  'medicalRecords.addDiagnosis': {
    ids: 'id';
    body: AddDiagnosis;
    answer: Diagnosis;
    error: MedicalRecordsAddDiagnosisError;
  };
  'medicalRecords.checkIn': {
    ids: 'id';
    body: undefined;
    answer: undefined;
    error: MedicalRecordsCheckInError;
  };
  'medicalRecords.close': {
    ids: 'id';
    body: undefined;
    answer: MedicalRecord;
    error: MedicalRecordsCloseError;
  };
  'medicalRecords.get': { ids: 'id'; body: undefined; answer: MedicalRecord; error: MedicalRecordsGetError };
  'medicalRecords.list': {
    ids: never;
    body: undefined;
    answer: Page<MedicalRecord>;
    error: MedicalRecordsListError;
  };
  'medicalRecords.open': {
    ids: never;
    body: OpenRecord;
    answer: MedicalRecord;
    error: MedicalRecordsOpenError;
  };
  'medicalRecords.setDiagnosisStatus': {
    ids: 'id' | 'diagnosisId';
    body: SetDiagnosisStatus;
    answer: Diagnosis;
    error: MedicalRecordsSetDiagnosisStatusError;
  };
  'medicalRecords.update': {
    ids: 'id';
    body: UpdateRecord;
    answer: MedicalRecord;
    error: MedicalRecordsUpdateError;
  };
  'observations.get': { ids: 'id'; body: undefined; answer: Observation; error: ObservationsGetError };
  'observations.list': {
    ids: never;
    body: undefined;
    answer: Page<Observation>;
    error: ObservationsListError;
  };
  'observations.post': {
    ids: never;
    body: PostObservation;
    answer: Observation;
    error: ObservationsPostError;
  };
  'observations.withdraw': {
    ids: 'id';
    body: WithdrawObservation;
    answer: undefined;
    error: ObservationsWithdrawError;
  };
  'patients.activate': {
    ids: 'id';
    body: ActivatePatient;
    answer: PatientActivation;
    error: PatientsActivateError;
  };
  'patients.create': { ids: never; body: CreatePatient; answer: Patient; error: PatientsCreateError };
  'patients.deactivate': {
    ids: 'id';
    body: DeactivatePatient;
    answer: PatientDeactivation;
    error: PatientsDeactivateError;
  };
  'patients.get': { ids: 'id'; body: undefined; answer: Patient; error: PatientsGetError };
  'patients.issueResetCode': {
    ids: 'id';
    body: undefined;
    answer: ResetCode;
    error: PatientsIssueResetCodeError;
  };
  'patients.list': { ids: never; body: undefined; answer: Page<Patient>; error: PatientsListError };
  'patients.search': { ids: never; body: undefined; answer: PatientMatches; error: PatientsSearchError };
  'patients.update': { ids: 'id'; body: UpdatePatient; answer: Patient; error: PatientsUpdateError };
  'patients.visitsToSettle': {
    ids: 'id';
    body: undefined;
    answer: Page<VisitToSettle>;
    error: PatientsVisitsToSettleError;
  };
  'schedules.addTimeOff': {
    ids: 'doctorId';
    body: AddTimeOff;
    answer: TimeOffAdded;
    error: SchedulesAddTimeOffError;
  };
  'schedules.get': { ids: 'doctorId'; body: undefined; answer: Schedule; error: SchedulesGetError };
  'schedules.removeOverride': {
    ids: 'doctorId' | 'dateOn';
    body: undefined;
    answer: ScheduleChange;
    error: SchedulesRemoveOverrideError;
  };
  'schedules.removeTimeOff': {
    ids: 'doctorId' | 'timeOffId';
    body: undefined;
    answer: undefined;
    error: SchedulesRemoveTimeOffError;
  };
  'schedules.setHours': {
    ids: 'doctorId';
    body: SetHours;
    answer: ScheduleChange;
    error: SchedulesSetHoursError;
  };
  'schedules.setOverride': {
    ids: 'doctorId' | 'dateOn';
    body: SetOverride;
    answer: ScheduleChange;
    error: SchedulesSetOverrideError;
  };
  'slots.firstFree': { ids: never; body: undefined; answer: DoctorSlot[]; error: SlotsFirstFreeError };
  'specializations.activate': {
    ids: 'id';
    body: undefined;
    answer: Specialization;
    error: SpecializationsActivateError;
  };
  'specializations.create': {
    ids: never;
    body: CreateSpecialization;
    answer: Specialization;
    error: SpecializationsCreateError;
  };
  'specializations.deactivate': {
    ids: 'id';
    body: undefined;
    answer: Specialization;
    error: SpecializationsDeactivateError;
  };
  'specializations.get': {
    ids: 'id';
    body: undefined;
    answer: Specialization;
    error: SpecializationsGetError;
  };
  'specializations.list': {
    ids: never;
    body: undefined;
    answer: Page<Specialization>;
    error: SpecializationsListError;
  };
  'specializations.update': {
    ids: 'id';
    body: UpdateSpecialization;
    answer: Specialization;
    error: SpecializationsUpdateError;
  };
  'users.activate': { ids: 'id'; body: undefined; answer: User; error: UsersActivateError };
  'users.create': { ids: never; body: CreateUser; answer: User; error: UsersCreateError };
  'users.deactivate': { ids: 'id'; body: undefined; answer: User; error: UsersDeactivateError };
  'users.get': { ids: 'id'; body: undefined; answer: User; error: UsersGetError };
  'users.issueResetCode': { ids: 'id'; body: undefined; answer: ResetCode; error: UsersIssueResetCodeError };
  'users.list': { ids: never; body: undefined; answer: Page<User>; error: UsersListError };
  'users.update': { ids: 'id'; body: UpdateUser; answer: User; error: UsersUpdateError };
}

/** The recorded answer of each operation. */
export const fixtures: Readonly<Record<keyof Operations, Fixture>> = {
  'analytics.departmentLoad': {
    method: 'GET',
    path: '/api/v1/analytics/department-load',
    status: 200,
    body: {
      asOf: '2027-02-15T10:23:30.000Z',
      smallestGroup: 11,
      rows: [
        {
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          departmentName: 'Cardiology',
          appointments: 36,
          standing: null,
          completed: 36,
          cancelled: null,
          noShows: null,
          noShowRate: null,
          cancellationRate: null,
          bookedMinutes: 720,
          meanLeadDays: null,
        },
      ],
    },
  },
  'analytics.diagnoses': {
    method: 'GET',
    path: '/api/v1/analytics/diagnoses',
    status: 200,
    body: {
      asOf: '2027-02-15T10:25:30.000Z',
      smallestGroup: 11,
      rows: [{ codeSystem: 'icd-10', code: 'I10', diagnoses: 36 }],
    },
  },
  'analytics.doctorWorkload': {
    method: 'GET',
    path: '/api/v1/analytics/doctor-workload',
    status: 200,
    body: {
      asOf: '2027-02-15T10:24:00.000Z',
      smallestGroup: 11,
      rows: [
        {
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          doctorName: 'John Seward',
          departmentName: 'Cardiology',
          appointments: 24,
          standing: null,
          completed: 24,
          cancelled: null,
          noShows: null,
          noShowRate: null,
          cancellationRate: null,
          bookedMinutes: 480,
          meanLeadDays: null,
        },
        {
          doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
          doctorName: 'Abraham Van Helsing',
          departmentName: 'Cardiology',
          appointments: 12,
          standing: null,
          completed: 12,
          cancelled: null,
          noShows: null,
          noShowRate: null,
          cancellationRate: null,
          bookedMinutes: 240,
          meanLeadDays: null,
        },
      ],
    },
  },
  'analytics.monthlyAppointments': {
    method: 'GET',
    path: '/api/v1/analytics/monthly-appointments',
    status: 200,
    body: {
      asOf: '2027-02-15T10:24:30.000Z',
      smallestGroup: 11,
      rows: [
        {
          year: 2025,
          month: 3,
          appointments: 24,
          standing: null,
          completed: 24,
          cancelled: null,
          noShows: null,
          noShowRate: null,
          cancellationRate: null,
          bookedMinutes: 480,
          meanLeadDays: null,
        },
        {
          year: 2025,
          month: 4,
          appointments: 12,
          standing: null,
          completed: 12,
          cancelled: null,
          noShows: null,
          noShowRate: null,
          cancellationRate: null,
          bookedMinutes: 240,
          meanLeadDays: null,
        },
      ],
    },
  },
  'analytics.monthlyVisits': {
    method: 'GET',
    path: '/api/v1/analytics/monthly-visits',
    status: 200,
    body: {
      asOf: '2027-02-15T10:25:00.000Z',
      smallestGroup: 11,
      rows: [
        { year: 2025, month: 3, visits: 24, newPatients: 12, returningPatients: 12 },
        { year: 2025, month: 4, visits: 12, newPatients: 0, returningPatients: 12 },
      ],
    },
  },
  'analytics.notes': {
    method: 'GET',
    path: '/api/v1/analytics/notes',
    status: 200,
    body: {
      asOf: '2027-02-15T10:26:00.000Z',
      smallestGroup: 11,
      rows: [{ kind: 'progress', notes: 36, drafts: null, signed: 36, meanSigningHours: 0 }],
    },
  },
  'analytics.refresh': {
    method: 'POST',
    path: '/api/v1/analytics/refresh',
    status: 200,
    body: { asOf: '2027-02-15T10:22:00.000Z' },
  },
  'analytics.symptomFrequency': {
    method: 'GET',
    path: '/api/v1/analytics/symptom-frequency',
    status: 200,
    body: {
      asOf: '2027-02-15T10:26:30.000Z',
      smallestGroup: 11,
      isPartial: false,
      rows: [
        { symptom: 'dizziness', observations: 24 },
        { symptom: 'headache', observations: 24 },
      ],
    },
  },
  'analytics.symptomsBySpecialization': {
    method: 'GET',
    path: '/api/v1/analytics/symptoms-by-specialization',
    status: 200,
    body: {
      asOf: '2027-02-15T10:27:00.000Z',
      smallestGroup: 11,
      isPartial: false,
      rows: [
        {
          specializationId: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e',
          specialization: 'Cardiology',
          symptom: 'dizziness',
          count: 24,
        },
        {
          specializationId: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e',
          specialization: 'Cardiology',
          symptom: 'headache',
          count: 24,
        },
      ],
    },
  },
  'analytics.topDoctors': {
    method: 'GET',
    path: '/api/v1/analytics/top-doctors',
    status: 200,
    body: {
      asOf: '2027-02-15T10:23:00.000Z',
      smallestGroup: 11,
      rows: [
        {
          rank: 1,
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          doctorName: 'John Seward',
          departmentName: 'Cardiology',
          completed: 24,
          completedMinutes: 480,
        },
        {
          rank: 2,
          doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
          doctorName: 'Abraham Van Helsing',
          departmentName: 'Cardiology',
          completed: 12,
          completedMinutes: 240,
        },
      ],
    },
  },
  'analytics.utilization': {
    method: 'GET',
    path: '/api/v1/analytics/utilization',
    status: 200,
    body: {
      asOf: '2027-02-15T10:28:30.000Z',
      smallestGroup: 1,
      rows: [
        {
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          doctorName: 'John Seward',
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          departmentName: 'Cardiology',
          year: 2027,
          month: 3,
          offeredMinutes: 720,
          bookedMinutes: 60,
          utilization: 0.083,
        },
      ],
    },
  },
  'analytics.vitalTrends': {
    method: 'GET',
    path: '/api/v1/analytics/vital-trends',
    status: 200,
    body: {
      asOf: '2027-02-15T10:27:30.000Z',
      smallestGroup: 11,
      isPartial: false,
      rows: [
        { startsOn: '2025-03-01', unit: '/min', count: 24, mean: 75, movingMean: 75 },
        { startsOn: '2025-04-01', unit: '/min', count: 12, mean: 75, movingMean: 75 },
      ],
    },
  },
  'appointments.book': {
    method: 'POST',
    path: '/api/v1/appointments',
    status: 201,
    body: {
      id: '01a3b854-c420-7523-8041-8a13a85d6650',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-05T09:00:00.000Z',
      endsAt: '2027-03-05T09:20:00.000Z',
      state: 'booked',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:29:30.000Z',
      version: 1,
      reason: 'Palpitations at night',
    },
  },
  'appointments.cancel': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/cancel',
    status: 200,
    body: {
      id: '01a3b854-c420-7523-8041-8a13a85d6650',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-05T09:00:00.000Z',
      endsAt: '2027-03-05T09:20:00.000Z',
      state: 'cancelled',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: 'Feeling better',
      cancelledAt: '2027-02-15T09:33:30.000Z',
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:29:30.000Z',
      version: 2,
      reason: 'Palpitations at night',
    },
  },
  'appointments.checkIn': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/check-in',
    status: 200,
    body: {
      id: '01a3b86a-bd20-7963-8708-2b748cc52871',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-02-15T10:00:00.000Z',
      endsAt: '2027-02-15T10:30:00.000Z',
      state: 'checked_in',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: '2027-02-15T09:50:00.000Z',
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:49:00.000Z',
      version: 2,
    },
  },
  'appointments.complete': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/complete',
    status: 200,
    body: {
      id: '01a3b86a-bd20-7963-8708-2b748cc52871',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-02-15T10:00:00.000Z',
      endsAt: '2027-02-15T10:30:00.000Z',
      state: 'completed',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: '2027-02-15T09:50:00.000Z',
      startedAt: '2027-02-15T09:50:30.000Z',
      completedAt: '2027-02-15T09:51:00.000Z',
      createdAt: '2027-02-15T09:49:00.000Z',
      version: 4,
      reason: null,
    },
  },
  'appointments.confirm': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/confirm',
    status: 200,
    body: {
      id: '01a3b863-6a20-7b80-88a5-430975c9a6a2',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-03T09:00:00.000Z',
      endsAt: '2027-03-03T09:20:00.000Z',
      state: 'confirmed',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:43:30.000Z',
      version: 2,
      reason: null,
    },
  },
  'appointments.get': {
    method: 'GET',
    path: '/api/v1/appointments/{appointmentId}',
    status: 200,
    body: {
      id: '01a3b867-13a0-7676-8d57-33e424854c4b',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-01T10:00:00.000Z',
      endsAt: '2027-03-01T10:20:00.000Z',
      state: 'booked',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:40:30.000Z',
      version: 2,
      reason: null,
    },
  },
  'appointments.hold': {
    method: 'POST',
    path: '/api/v1/appointments/holds',
    status: 201,
    body: {
      id: '01a3b863-6a20-7b80-88a5-430975c9a6a2',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-03T09:00:00.000Z',
      endsAt: '2027-03-03T09:20:00.000Z',
      state: 'held',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: '2027-02-15T09:48:30.000Z',
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:43:30.000Z',
      version: 1,
      reason: null,
    },
  },
  'appointments.list': {
    method: 'GET',
    path: '/api/v1/appointments',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b867-13a0-7676-8d57-33e424854c4b',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          startsAt: '2027-03-01T10:00:00.000Z',
          endsAt: '2027-03-01T10:20:00.000Z',
          state: 'booked',
          isOverbooked: false,
          overbookReason: null,
          holdExpiresAt: null,
          cancelReason: null,
          cancelledAt: null,
          checkedInAt: null,
          startedAt: null,
          completedAt: null,
          createdAt: '2027-02-15T09:40:30.000Z',
          version: 2,
          reason: null,
        },
      ],
      nextCursor: 'd2hlcmUgcGFnZSBudW1iZXIgMyBvZiB0aGUgZXhhbXBsZSBlbmRz',
    },
  },
  'appointments.noShow': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/no-show',
    status: 200,
    body: {
      id: '01a3b86e-66a0-79a1-89ed-292dfa33cdfe',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-02-15T07:00:00.000Z',
      endsAt: '2027-02-15T07:30:00.000Z',
      state: 'no_show',
      isOverbooked: true,
      overbookReason: 'Was announced by telephone',
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:52:00.000Z',
      version: 2,
    },
  },
  'appointments.reschedule': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/reschedule',
    status: 200,
    body: {
      id: '01a3b867-13a0-7676-8d57-33e424854c4b',
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-03-01T10:00:00.000Z',
      endsAt: '2027-03-01T10:20:00.000Z',
      state: 'booked',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: null,
      startedAt: null,
      completedAt: null,
      createdAt: '2027-02-15T09:40:30.000Z',
      version: 2,
      reason: null,
    },
  },
  'appointments.start': {
    method: 'POST',
    path: '/api/v1/appointments/{appointmentId}/start',
    status: 200,
    body: {
      id: '01a3b86a-bd20-7963-8708-2b748cc52871',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      startsAt: '2027-02-15T10:00:00.000Z',
      endsAt: '2027-02-15T10:30:00.000Z',
      state: 'in_progress',
      isOverbooked: false,
      overbookReason: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      checkedInAt: '2027-02-15T09:50:00.000Z',
      startedAt: '2027-02-15T09:50:30.000Z',
      completedAt: null,
      createdAt: '2027-02-15T09:49:00.000Z',
      version: 3,
      reason: null,
    },
  },
  'auth.changePassword': { method: 'POST', path: '/api/v1/auth/change-password', status: 204 },
  'auth.endSignIn': { method: 'POST', path: '/api/v1/auth/end-sign-in', status: 204 },
  'auth.login': {
    method: 'POST',
    path: '/api/v1/auth/login',
    status: 200,
    body: {
      accessToken: 'example.access-token.number-3',
      refreshToken: 'example-refresh-token-number-3_____________',
      expiresInSeconds: 600,
      user: {
        id: '01a3b83a-ac70-7d8f-8b3b-5f55a1c8529b',
        email: 'mina.harker@mail.example',
        displayName: 'Mina Harker',
        role: 'patient',
        patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
        doctorId: null,
        departmentId: null,
        isActive: true,
        canSignIn: true,
        passwordResetAt: null,
        version: 1,
      },
      deviceToken: 'example-device-token-number-2',
    },
    isPublic: true,
  },
  'auth.logout': { method: 'POST', path: '/api/v1/auth/logout', status: 204 },
  'auth.me': {
    method: 'GET',
    path: '/api/v1/auth/me',
    status: 200,
    body: {
      id: '01a3b83a-ac70-7d8f-8b3b-5f55a1c8529b',
      email: 'mina.harker@mail.example',
      displayName: 'Mina Harker',
      role: 'patient',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      doctorId: null,
      departmentId: null,
      isActive: true,
      canSignIn: true,
      passwordResetAt: null,
      version: 1,
    },
  },
  'auth.refresh': {
    method: 'POST',
    path: '/api/v1/auth/refresh',
    status: 200,
    body: {
      accessToken: 'example.access-token.number-2',
      refreshToken: 'example-refresh-token-number-2_____________',
      expiresInSeconds: 600,
      user: {
        id: '01a3b83a-ac70-7d8f-8b3b-5f55a1c8529b',
        email: 'mina.harker@mail.example',
        displayName: 'Mina Harker',
        role: 'patient',
        patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
        doctorId: null,
        departmentId: null,
        isActive: true,
        canSignIn: true,
        passwordResetAt: null,
        version: 1,
      },
    },
    isPublic: true,
  },
  'auth.register': {
    method: 'POST',
    path: '/api/v1/auth/register',
    status: 201,
    body: {
      accessToken: 'example.access-token.number-1',
      refreshToken: 'example-refresh-token-number-1_____________',
      expiresInSeconds: 600,
      user: {
        id: '01a3b83a-ac70-7d8f-8b3b-5f55a1c8529b',
        email: 'mina.harker@mail.example',
        displayName: 'Mina Harker',
        role: 'patient',
        patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
        doctorId: null,
        departmentId: null,
        isActive: true,
        canSignIn: true,
        passwordResetAt: null,
        version: 1,
      },
      deviceToken: 'example-device-token-number-1',
    },
    isPublic: true,
  },
  'auth.resetPassword': { method: 'POST', path: '/api/v1/auth/reset-password', status: 204, isPublic: true },
  'auth.securityEvents': {
    method: 'GET',
    path: '/api/v1/auth/security-events',
    status: 200,
    body: {
      items: [
        { at: '2027-02-15T10:35:00.000Z', kind: 'signed_in', byRole: 'patient', isOwn: true },
        { at: '2027-02-15T10:34:30.000Z', kind: 'password_reset', byRole: 'patient', isOwn: true },
      ],
      nextCursor: 'd2hlcmUgcGFnZSBudW1iZXIgNSBvZiB0aGUgZXhhbXBsZSBlbmRz',
    },
  },
  'bookingLimits.get': {
    method: 'GET',
    path: '/api/v1/booking-limits',
    status: 200,
    body: {
      id: '01a3b85d-0180-7fd9-88c1-414ed231cb66',
      horizonDays: 365,
      maxFutureVisits: 10,
      maxHolds: 3,
      version: 1,
    },
    isPublic: true,
  },
  'bookingLimits.set': {
    method: 'PUT',
    path: '/api/v1/booking-limits/{id}',
    status: 200,
    body: {
      id: '01a3b85d-0180-7fd9-88c1-414ed231cb66',
      horizonDays: 365,
      maxFutureVisits: 10,
      maxHolds: 3,
      version: 2,
    },
  },
  'clinicalNotes.addAddendum': {
    method: 'POST',
    path: '/api/v1/clinical-notes/{id}/addenda',
    status: 201,
    body: {
      kind: 'addendum',
      addendumTo: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      isSensitive: false,
      state: 'signed',
      signedAt: '2027-02-15T10:11:30.000Z',
      releasedAt: '2027-02-15T10:11:30.000Z',
      id: '01a3b882-8ae0-7017-8101-02dfc151d22d',
      createdAt: '2027-02-15T10:11:30.000Z',
      updatedAt: '2027-02-15T10:11:30.000Z',
      version: 1,
      sha256: '5c4d07d51cc27f5f1eef4bd79e2e2db88beec0df0796ee134b31178538d0ccb3',
      text: 'Thyroid values are normal.',
    },
  },
  'clinicalNotes.get': {
    method: 'GET',
    path: '/api/v1/clinical-notes/{id}',
    status: 200,
    body: {
      id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'consultation',
      state: 'signed',
      isSensitive: false,
      addendumTo: null,
      sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
      signedAt: '2027-02-15T10:10:00.000Z',
      releasedAt: '2027-02-15T10:10:00.000Z',
      createdAt: '2027-02-15T10:08:00.000Z',
      updatedAt: '2027-02-15T10:10:00.000Z',
      version: 2,
      text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
    },
  },
  'clinicalNotes.list': {
    method: 'GET',
    path: '/api/v1/clinical-notes',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
          kind: 'consultation',
          state: 'signed',
          isSensitive: false,
          addendumTo: null,
          sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
          signedAt: '2027-02-15T10:10:00.000Z',
          releasedAt: '2027-02-15T10:10:00.000Z',
          createdAt: '2027-02-15T10:08:00.000Z',
          updatedAt: '2027-02-15T10:10:00.000Z',
          version: 2,
          text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
        },
      ],
      nextCursor: null,
    },
  },
  'clinicalNotes.post': {
    method: 'POST',
    path: '/api/v1/clinical-notes',
    status: 201,
    body: {
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'consultation',
      isSensitive: false,
      addendumTo: null,
      state: 'draft',
      signedAt: null,
      releasedAt: null,
      id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
      createdAt: '2027-02-15T10:08:00.000Z',
      updatedAt: '2027-02-15T10:08:00.000Z',
      version: 1,
      sha256: 'b910ce7ef3d90e013867bae074fcccaed29ee9262a006ef5af04c06d9b6bc1eb',
      text: 'Palpitations at night. ECG ordered.',
    },
  },
  'clinicalNotes.revise': {
    method: 'PUT',
    path: '/api/v1/clinical-notes/{id}',
    status: 200,
    body: {
      id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'consultation',
      state: 'draft',
      isSensitive: false,
      addendumTo: null,
      sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
      signedAt: null,
      releasedAt: null,
      createdAt: '2027-02-15T10:08:00.000Z',
      updatedAt: '2027-02-15T10:09:00.000Z',
      version: 2,
      text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
    },
  },
  'clinicalNotes.search': {
    method: 'GET',
    path: '/api/v1/clinical-notes/search',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
          kind: 'consultation',
          state: 'signed',
          isSensitive: false,
          addendumTo: null,
          sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
          signedAt: '2027-02-15T10:10:00.000Z',
          releasedAt: '2027-02-15T10:10:00.000Z',
          createdAt: '2027-02-15T10:08:00.000Z',
          updatedAt: '2027-02-15T10:10:00.000Z',
          version: 2,
          text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
        },
      ],
      nextCursor: null,
    },
  },
  'clinicalNotes.sign': {
    method: 'POST',
    path: '/api/v1/clinical-notes/{id}/sign',
    status: 200,
    body: {
      id: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'consultation',
      state: 'signed',
      isSensitive: false,
      addendumTo: null,
      sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
      signedAt: '2027-02-15T10:10:00.000Z',
      releasedAt: '2027-02-15T10:10:00.000Z',
      createdAt: '2027-02-15T10:08:00.000Z',
      updatedAt: '2027-02-15T10:10:00.000Z',
      version: 2,
      text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
    },
  },
  'clinicalNotes.versions': {
    method: 'GET',
    path: '/api/v1/clinical-notes/{id}/versions',
    status: 200,
    body: {
      items: [
        {
          noteId: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
          text: 'Palpitations at night. ECG ordered.',
          sha256: 'b910ce7ef3d90e013867bae074fcccaed29ee9262a006ef5af04c06d9b6bc1eb',
          createdAt: '2027-02-15T10:08:00.000Z',
          version: 1,
        },
        {
          noteId: '01a3b87d-f700-741d-8b9d-52cd14f3a9c1',
          text: 'Palpitations at night, for a week. ECG: sinus tachycardia.',
          sha256: 'cabb866ab5c902410cac8f414d84700d943bfb0ee900c8f72fe150cc7e70ad65',
          createdAt: '2027-02-15T10:09:00.000Z',
          version: 2,
        },
      ],
    },
  },
  'clinicalNotes.withdraw': { method: 'POST', path: '/api/v1/clinical-notes/{id}/withdraw', status: 204 },
  'departments.activate': {
    method: 'POST',
    path: '/api/v1/departments/{id}/activate',
    status: 200,
    body: {
      id: '01a3b842-e9d0-70e5-85e4-77658b4105e4',
      name: 'Day surgery',
      location: 'Ground floor',
      isActive: true,
      version: 3,
    },
  },
  'departments.create': {
    method: 'POST',
    path: '/api/v1/departments',
    status: 201,
    body: {
      id: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      name: 'Cardiology',
      location: 'Second floor',
      isActive: true,
      version: 1,
    },
  },
  'departments.deactivate': {
    method: 'POST',
    path: '/api/v1/departments/{id}/deactivate',
    status: 200,
    body: {
      id: '01a3b842-e9d0-70e5-85e4-77658b4105e4',
      name: 'Day surgery',
      location: 'Ground floor',
      isActive: false,
      version: 2,
    },
  },
  'departments.get': {
    method: 'GET',
    path: '/api/v1/departments/{id}',
    status: 200,
    body: {
      id: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      name: 'Cardiology',
      location: 'Second floor, east wing',
      isActive: true,
      version: 2,
    },
    isPublic: true,
  },
  'departments.list': {
    method: 'GET',
    path: '/api/v1/departments',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          name: 'Cardiology',
          location: 'Second floor, east wing',
          isActive: true,
          version: 2,
        },
      ],
      nextCursor: 'd2hlcmUgcGFnZSBudW1iZXIgMSBvZiB0aGUgZXhhbXBsZSBlbmRz',
    },
    isPublic: true,
  },
  'departments.update': {
    method: 'PUT',
    path: '/api/v1/departments/{id}',
    status: 200,
    body: {
      id: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      name: 'Cardiology',
      location: 'Second floor, east wing',
      isActive: true,
      version: 2,
    },
  },
  'doctors.activate': {
    method: 'POST',
    path: '/api/v1/doctors/{id}/activate',
    status: 200,
    body: {
      id: '01a3b84c-1190-7379-8073-f60c693d5c50',
      givenName: 'Abraham',
      familyName: 'Van Helsing',
      birthOn: '1959-11-26',
      gender: 'male',
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      yearsOfExperience: 35,
      phone: '+354 555 0103',
      email: 'a.vanhelsing@clinic.example',
      officeAddress: 'Second floor, room 12',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 30,
      isActive: true,
      version: 3,
    },
  },
  'doctors.create': {
    method: 'POST',
    path: '/api/v1/doctors',
    status: 201,
    body: {
      zone: 'Atlantic/Reykjavik',
      gender: 'male',
      officeAddress: 'Second floor, room 12',
      givenName: 'John',
      familyName: 'Seward',
      birthOn: '1981-03-09',
      yearsOfExperience: 14,
      phone: '+354 555 0102',
      email: 'j.seward@clinic.example',
      visitMinutes: 20,
      id: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      isActive: true,
      version: 1,
    },
  },
  'doctors.deactivate': {
    method: 'POST',
    path: '/api/v1/doctors/{id}/deactivate',
    status: 200,
    body: {
      id: '01a3b84c-1190-7379-8073-f60c693d5c50',
      givenName: 'Abraham',
      familyName: 'Van Helsing',
      birthOn: '1959-11-26',
      gender: 'male',
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      yearsOfExperience: 35,
      phone: '+354 555 0103',
      email: 'a.vanhelsing@clinic.example',
      officeAddress: 'Second floor, room 12',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 30,
      isActive: false,
      version: 2,
      visitsToSettle: [],
      visitsToSettleCount: 0,
    },
  },
  'doctors.get': {
    method: 'GET',
    path: '/api/v1/doctors/{id}',
    status: 200,
    body: {
      id: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      givenName: 'John',
      familyName: 'Seward',
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      yearsOfExperience: 14,
      phone: '+354 555 0102',
      email: 'j.seward@clinic.example',
      officeAddress: 'Second floor, room 14',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 20,
      isActive: true,
      version: 2,
    },
    isPublic: true,
  },
  'doctors.list': {
    method: 'GET',
    path: '/api/v1/doctors',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          givenName: 'John',
          familyName: 'Seward',
          specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
          department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
          yearsOfExperience: 14,
          phone: '+354 555 0102',
          email: 'j.seward@clinic.example',
          officeAddress: 'Second floor, room 14',
          zone: 'Atlantic/Reykjavik',
          visitMinutes: 20,
          isActive: true,
          version: 2,
        },
      ],
      nextCursor: 'd2hlcmUgcGFnZSBudW1iZXIgMiBvZiB0aGUgZXhhbXBsZSBlbmRz',
    },
    isPublic: true,
  },
  'doctors.profile': {
    method: 'GET',
    path: '/api/v1/doctors/{id}/profile',
    status: 200,
    body: {
      id: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      givenName: 'John',
      familyName: 'Seward',
      birthOn: '1981-03-09',
      gender: 'male',
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      yearsOfExperience: 14,
      phone: '+354 555 0102',
      email: 'j.seward@clinic.example',
      officeAddress: 'Second floor, room 14',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 20,
      isActive: true,
      version: 2,
    },
  },
  'doctors.slots': {
    method: 'GET',
    path: '/api/v1/doctors/{doctorId}/slots',
    status: 200,
    body: [
      { startsAt: '2027-03-01T09:00:00.000Z', endsAt: '2027-03-01T09:20:00.000Z' },
      { startsAt: '2027-03-01T09:20:00.000Z', endsAt: '2027-03-01T09:40:00.000Z' },
      { startsAt: '2027-03-01T09:40:00.000Z', endsAt: '2027-03-01T10:00:00.000Z' },
    ],
    isPublic: true,
  },
  'doctors.update': {
    method: 'PATCH',
    path: '/api/v1/doctors/{id}',
    status: 200,
    body: {
      id: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      givenName: 'John',
      familyName: 'Seward',
      birthOn: '1981-03-09',
      gender: 'male',
      specializations: [{ id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology' }],
      department: { id: '01a3b83f-4050-7ab6-8302-f69f41149fbf', name: 'Cardiology' },
      yearsOfExperience: 14,
      phone: '+354 555 0102',
      email: 'j.seward@clinic.example',
      officeAddress: 'Second floor, room 14',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 20,
      isActive: true,
      version: 2,
      displaced: [],
      displacedCount: 0,
    },
  },
  'doctors.visitsToSettle': {
    method: 'GET',
    path: '/api/v1/doctors/{id}/visits-to-settle',
    status: 200,
    body: {
      items: [
        {
          appointmentId: '01a3b862-0a90-750e-836a-66dd2150cc3d',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-01T09:40:00.000Z',
          endsAt: '2027-03-01T10:00:00.000Z',
          state: 'booked',
          suggestedAction: 'reassign',
        },
        {
          appointmentId: '01a3b867-13a0-7676-8d57-33e424854c4b',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-01T10:00:00.000Z',
          endsAt: '2027-03-01T10:20:00.000Z',
          state: 'booked',
          suggestedAction: 'reassign',
        },
      ],
      nextCursor: 'd2hlcmUgcGFnZSBudW1iZXIgNCBvZiB0aGUgZXhhbXBsZSBlbmRz',
    },
  },
  'holidays.create': {
    method: 'POST',
    path: '/api/v1/holidays',
    status: 201,
    body: {
      id: '01a3b85a-4260-73de-8c58-41d14b9706ac',
      dateOn: '2027-03-03',
      name: "Founders' day",
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      displaced: [],
      displacedCount: 0,
    },
  },
  'holidays.list': {
    method: 'GET',
    path: '/api/v1/holidays',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b85a-4260-73de-8c58-41d14b9706ac',
          dateOn: '2027-03-03',
          name: "Founders' day",
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
        },
      ],
      nextCursor: null,
    },
    isPublic: true,
  },
  'holidays.remove': { method: 'DELETE', path: '/api/v1/holidays/{id}', status: 204 },
  'medicalRecords.addDiagnosis': {
    method: 'POST',
    path: '/api/v1/medical-records/{id}/diagnoses',
    status: 201,
    body: {
      id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
      status: 'active',
      resolvedOn: null,
      codeSystem: 'icd-10',
      code: 'R00.0',
      text: 'Tachycardia, unspecified',
      onsetOn: '2026-01-20',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      recordedAt: '2027-02-15T10:15:00.000Z',
      version: 1,
    },
  },
  'medicalRecords.checkIn': { method: 'POST', path: '/api/v1/medical-records/{id}/check-in', status: 204 },
  'medicalRecords.close': {
    method: 'POST',
    path: '/api/v1/medical-records/{id}/close',
    status: 200,
    body: {
      id: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      appointmentId: '01a3b86a-bd20-7963-8708-2b748cc52871',
      kind: 'visit',
      status: 'closed',
      chiefComplaint: 'Palpitations at night, for a week',
      openedAt: '2027-02-15T10:03:00.000Z',
      closedAt: '2027-02-15T10:19:30.000Z',
      isOpenedAlone: false,
      version: 3,
      diagnoses: [
        {
          id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          codeSystem: 'icd-10',
          code: 'R00.0',
          text: 'Tachycardia, unspecified',
          status: 'resolved',
          onsetOn: '2026-01-20',
          resolvedOn: '2027-02-15',
          recordedAt: '2027-02-15T10:15:00.000Z',
          version: 2,
        },
      ],
    },
  },
  'medicalRecords.get': {
    method: 'GET',
    path: '/api/v1/medical-records/{id}',
    status: 200,
    body: {
      id: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      appointmentId: '01a3b86a-bd20-7963-8708-2b748cc52871',
      kind: 'visit',
      status: 'open',
      chiefComplaint: 'Palpitations at night, for a week',
      openedAt: '2027-02-15T10:03:00.000Z',
      closedAt: null,
      isOpenedAlone: false,
      version: 2,
      diagnoses: [
        {
          id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          codeSystem: 'icd-10',
          code: 'R00.0',
          text: 'Tachycardia, unspecified',
          status: 'resolved',
          onsetOn: '2026-01-20',
          resolvedOn: '2027-02-15',
          recordedAt: '2027-02-15T10:15:00.000Z',
          version: 2,
        },
      ],
    },
  },
  'medicalRecords.list': {
    method: 'GET',
    path: '/api/v1/medical-records',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          appointmentId: '01a3b86a-bd20-7963-8708-2b748cc52871',
          kind: 'visit',
          status: 'open',
          chiefComplaint: 'Palpitations at night, for a week',
          openedAt: '2027-02-15T10:03:00.000Z',
          closedAt: null,
          isOpenedAlone: false,
          version: 2,
          diagnoses: [
            {
              id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
              recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
              codeSystem: 'icd-10',
              code: 'R00.0',
              text: 'Tachycardia, unspecified',
              status: 'resolved',
              onsetOn: '2026-01-20',
              resolvedOn: '2027-02-15',
              recordedAt: '2027-02-15T10:15:00.000Z',
              version: 2,
            },
          ],
        },
      ],
      nextCursor: null,
    },
  },
  'medicalRecords.open': {
    method: 'POST',
    path: '/api/v1/medical-records',
    status: 201,
    body: {
      appointmentId: '01a3b86a-bd20-7963-8708-2b748cc52871',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      kind: 'visit',
      id: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      chiefComplaint: 'Palpitations',
      openedAt: '2027-02-15T10:03:00.000Z',
      closedAt: null,
      isOpenedAlone: false,
      status: 'open',
      diagnoses: [],
      version: 1,
    },
  },
  'medicalRecords.setDiagnosisStatus': {
    method: 'PUT',
    path: '/api/v1/medical-records/{id}/diagnoses/{diagnosisId}/status',
    status: 200,
    body: {
      id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      codeSystem: 'icd-10',
      code: 'R00.0',
      text: 'Tachycardia, unspecified',
      status: 'resolved',
      onsetOn: '2026-01-20',
      resolvedOn: '2027-02-15',
      recordedAt: '2027-02-15T10:15:00.000Z',
      version: 2,
    },
  },
  'medicalRecords.update': {
    method: 'PUT',
    path: '/api/v1/medical-records/{id}',
    status: 200,
    body: {
      id: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      doctorId: '01a3b84c-1190-7379-8073-f60c693d5c50',
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      appointmentId: '01a3b86a-bd20-7963-8708-2b748cc52871',
      kind: 'visit',
      status: 'open',
      chiefComplaint: 'Palpitations at night, for a week',
      openedAt: '2027-02-15T10:03:00.000Z',
      closedAt: null,
      isOpenedAlone: false,
      version: 2,
      diagnoses: [
        {
          id: '01a3b884-d4d0-75d2-8bd5-cae97d6d5911',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          codeSystem: 'icd-10',
          code: 'R00.0',
          text: 'Tachycardia, unspecified',
          status: 'resolved',
          onsetOn: '2026-01-20',
          resolvedOn: '2027-02-15',
          recordedAt: '2027-02-15T10:15:00.000Z',
          version: 2,
        },
      ],
    },
  },
  'observations.get': {
    method: 'GET',
    path: '/api/v1/observations/{id}',
    status: 200,
    body: {
      id: '01a3b879-6320-7de3-8f95-77dee1b31634',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'vitals',
      state: 'final',
      observedAt: '2027-02-15T08:00:00.000Z',
      sha256: 'd1988cd3019824f075f61677e1a6f54b16035868488e4051757dde53adeef80f',
      createdAt: '2027-02-15T10:04:00.000Z',
      vitals: [
        { code: '8867-4', name: 'Heart rate', unit: '/min', value: 112 },
        { code: '8480-6', name: 'Systolic blood pressure', unit: 'mm[Hg]', value: 134 },
      ],
    },
  },
  'observations.list': {
    method: 'GET',
    path: '/api/v1/observations',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b87c-2240-7172-8153-4c677c14be90',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
          kind: 'symptoms',
          state: 'final',
          observedAt: '2027-02-15T08:00:00.000Z',
          sha256: '9597d898814f165b7ed6118722c24271fec8c1254d46e437ad6ab24050763e2d',
          createdAt: '2027-02-15T10:05:30.000Z',
          symptoms: [{ name: 'Dizziness', severity: 'mild' }],
        },
        {
          id: '01a3b879-6320-7de3-8f95-77dee1b31634',
          recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
          patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
          authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
          kind: 'vitals',
          state: 'final',
          observedAt: '2027-02-15T08:00:00.000Z',
          sha256: 'd1988cd3019824f075f61677e1a6f54b16035868488e4051757dde53adeef80f',
          createdAt: '2027-02-15T10:04:00.000Z',
          vitals: [
            { code: '8867-4', name: 'Heart rate', value: 112, unit: '/min' },
            { code: '8480-6', name: 'Systolic blood pressure', value: 134, unit: 'mm[Hg]' },
          ],
        },
      ],
      nextCursor: null,
    },
  },
  'observations.post': {
    method: 'POST',
    path: '/api/v1/observations',
    status: 201,
    body: {
      id: '01a3b879-6320-7de3-8f95-77dee1b31634',
      recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
      patientId: '01a3b83b-21a0-719c-879c-a7b1d40237c6',
      authorId: '01a3b879-d850-7b1f-8488-cfa5346df507',
      kind: 'vitals',
      state: 'final',
      observedAt: '2027-02-15T08:00:00.000Z',
      createdAt: '2027-02-15T10:04:00.000Z',
      sha256: 'd1988cd3019824f075f61677e1a6f54b16035868488e4051757dde53adeef80f',
      vitals: [
        { code: '8867-4', name: 'Heart rate', value: 112, unit: '/min' },
        { code: '8480-6', name: 'Systolic blood pressure', value: 134, unit: 'mm[Hg]' },
      ],
    },
  },
  'observations.withdraw': { method: 'POST', path: '/api/v1/observations/{id}/withdraw', status: 204 },
  'patients.activate': {
    method: 'POST',
    path: '/api/v1/patients/{id}/activate',
    status: 200,
    body: {
      patientId: '01a3b872-8550-75e1-85e1-571308abae33',
      requestedBy: '01a3b875-b9a0-7212-82fd-7c81c7ac0871',
      requestedAt: '2027-02-15T10:01:30.000Z',
      state: 'awaiting_second_approver',
    },
  },
  'patients.create': {
    method: 'POST',
    path: '/api/v1/patients',
    status: 201,
    body: {
      id: '01a3b85f-c0a0-7c7c-8890-90f80fa9b027',
      mrn: 'MW000010371',
      givenName: 'Jonathan',
      familyName: 'Harker',
      birthYear: 1988,
      isActive: true,
      version: 1,
      birthOn: '1988-10-02',
      gender: 'male',
      address: { line: 'Skólavörðustígur 101', city: 'Reykjavík', postalCode: '101', country: 'IS' },
      insurance: { provider: 'Whitby Mutual', number: 'WM-2207' },
      phone: '+354 555 0118',
      email: null,
      emergencyContact: null,
    },
  },
  'patients.deactivate': {
    method: 'POST',
    path: '/api/v1/patients/{id}/deactivate',
    status: 200,
    body: {
      patientId: '01a3b872-8550-75e1-85e1-571308abae33',
      requestedBy: '01a3b873-6fb0-7c21-86bc-d7f694c76550',
      requestedAt: '2027-02-15T09:58:00.000Z',
      state: 'awaiting_second_approver',
      visitsToSettle: null,
      visitsToSettleCount: null,
    },
  },
  'patients.get': {
    method: 'GET',
    path: '/api/v1/patients/{id}',
    status: 200,
    body: {
      id: '01a3b870-3b60-79a3-8ff6-c194dcdf7381',
      mrn: 'MW000010744',
      givenName: 'Quincey',
      familyName: 'Morris',
      birthYear: 1985,
      isActive: true,
      version: 1,
      birthOn: '1985-06-30',
      gender: 'unknown',
      address: null,
      insurance: null,
      phone: null,
      email: null,
      emergencyContact: null,
    },
  },
  'patients.issueResetCode': {
    method: 'POST',
    path: '/api/v1/patients/{id}/reset-code',
    status: 201,
    body: {
      userId: '01a3b83a-ac70-7d8f-8b3b-5f55a1c8529b',
      code: '0NE00-T1ME0-C0DE0-00001',
      expiresAt: '2027-02-15T11:03:30.000Z',
    },
  },
  'patients.list': {
    method: 'GET',
    path: '/api/v1/patients',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b870-3b60-79a3-8ff6-c194dcdf7381',
          mrn: 'MW000010744',
          givenName: 'Quincey',
          familyName: 'Morris',
          birthYear: 1985,
          isActive: true,
          version: 2,
          birthOn: '1985-06-30',
          gender: 'unknown',
          address: null,
          insurance: null,
          phone: '+354 555 0119',
          email: null,
          emergencyContact: { name: 'Arthur Holmwood', phone: '+354 555 0120', relation: 'Friend' },
        },
      ],
      nextCursor: null,
    },
  },
  'patients.search': {
    method: 'GET',
    path: '/api/v1/patients/search',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b870-3b60-79a3-8ff6-c194dcdf7381',
          mrn: 'MW000010744',
          givenName: 'Quincey',
          familyName: 'Morris',
          birthYear: 1985,
          isActive: true,
          version: 2,
          birthOn: '1985-06-30',
          gender: 'unknown',
          address: null,
          insurance: null,
          phone: '+354 555 0119',
          email: null,
          emergencyContact: { name: 'Arthur Holmwood', phone: '+354 555 0120', relation: 'Friend' },
        },
      ],
    },
  },
  'patients.update': {
    method: 'PATCH',
    path: '/api/v1/patients/{id}',
    status: 200,
    body: {
      id: '01a3b870-3b60-79a3-8ff6-c194dcdf7381',
      mrn: 'MW000010744',
      givenName: 'Quincey',
      familyName: 'Morris',
      birthYear: 1985,
      isActive: true,
      version: 2,
      birthOn: '1985-06-30',
      gender: 'unknown',
      address: null,
      insurance: null,
      phone: '+354 555 0119',
      email: null,
      emergencyContact: { name: 'Arthur Holmwood', phone: '+354 555 0120', relation: 'Friend' },
    },
  },
  'patients.visitsToSettle': {
    method: 'GET',
    path: '/api/v1/patients/{id}/visits-to-settle',
    status: 200,
    body: {
      items: [
        {
          appointmentId: '01a3b874-cf40-795a-8e61-00f804d67bca',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-01T11:00:00.000Z',
          endsAt: '2027-03-01T11:20:00.000Z',
          state: 'booked',
          suggestedAction: 'cancel',
        },
      ],
      nextCursor: null,
    },
  },
  'schedules.addTimeOff': {
    method: 'POST',
    path: '/api/v1/doctors/{doctorId}/time-off',
    status: 201,
    body: {
      id: '01a3b856-23b0-774e-80be-f9ca8d8a6158',
      startsAt: '2027-03-05T09:00:00.000Z',
      endsAt: '2027-03-05T10:00:00.000Z',
      reason: 'Conference',
      version: 4,
      displaced: [
        {
          appointmentId: '01a3b854-c420-7523-8041-8a13a85d6650',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-05T09:00:00.000Z',
          endsAt: '2027-03-05T09:20:00.000Z',
        },
      ],
      displacedCount: 1,
    },
  },
  'schedules.get': {
    method: 'GET',
    path: '/api/v1/doctors/{doctorId}/schedule',
    status: 200,
    body: {
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      zone: 'Atlantic/Reykjavik',
      visitMinutes: 20,
      version: 4,
      weekly: [
        { weekday: 1, startMinute: 540, endMinute: 780, validFromOn: '2027-03-01', validToOn: '2027-03-05' },
        { weekday: 3, startMinute: 540, endMinute: 780, validFromOn: '2027-03-01', validToOn: '2027-03-05' },
        { weekday: 5, startMinute: 540, endMinute: 780, validFromOn: '2027-03-01', validToOn: '2027-03-05' },
      ],
      overrides: [{ dateOn: '2027-03-05', windows: [{ endMinute: 720, startMinute: 600 }] }],
      timeOff: [
        {
          id: '01a3b856-23b0-774e-80be-f9ca8d8a6158',
          startsAt: '2027-03-05T09:00:00.000Z',
          endsAt: '2027-03-05T10:00:00.000Z',
          reason: 'Conference',
        },
      ],
    },
  },
  'schedules.removeOverride': {
    method: 'DELETE',
    path: '/api/v1/doctors/{doctorId}/overrides/{dateOn}',
    status: 200,
    body: {
      version: 5,
      displaced: [
        {
          appointmentId: '01a3b854-c420-7523-8041-8a13a85d6650',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-05T09:00:00.000Z',
          endsAt: '2027-03-05T09:20:00.000Z',
        },
      ],
      displacedCount: 1,
    },
  },
  'schedules.removeTimeOff': {
    method: 'DELETE',
    path: '/api/v1/doctors/{doctorId}/time-off/{timeOffId}',
    status: 204,
  },
  'schedules.setHours': {
    method: 'PUT',
    path: '/api/v1/doctors/{doctorId}/working-hours',
    status: 200,
    body: { version: 2, displaced: [], displacedCount: 0 },
  },
  'schedules.setOverride': {
    method: 'PUT',
    path: '/api/v1/doctors/{doctorId}/overrides/{dateOn}',
    status: 200,
    body: {
      version: 3,
      displaced: [
        {
          appointmentId: '01a3b854-c420-7523-8041-8a13a85d6650',
          doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
          startsAt: '2027-03-05T09:00:00.000Z',
          endsAt: '2027-03-05T09:20:00.000Z',
        },
      ],
      displacedCount: 1,
    },
  },
  'slots.firstFree': {
    method: 'GET',
    path: '/api/v1/slots',
    status: 200,
    body: [
      {
        doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
        startsAt: '2027-03-01T09:00:00.000Z',
        endsAt: '2027-03-01T09:20:00.000Z',
      },
    ],
    isPublic: true,
  },
  'specializations.activate': {
    method: 'POST',
    path: '/api/v1/specializations/{id}/activate',
    status: 200,
    body: { id: '01a3b847-7db0-7d7b-88b8-afee4dd2dcec', name: 'Anaesthesia', isActive: true, version: 3 },
  },
  'specializations.create': {
    method: 'POST',
    path: '/api/v1/specializations',
    status: 201,
    body: { id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiologist', isActive: true, version: 1 },
  },
  'specializations.deactivate': {
    method: 'POST',
    path: '/api/v1/specializations/{id}/deactivate',
    status: 200,
    body: { id: '01a3b847-7db0-7d7b-88b8-afee4dd2dcec', name: 'Anaesthesia', isActive: false, version: 2 },
  },
  'specializations.get': {
    method: 'GET',
    path: '/api/v1/specializations/{id}',
    status: 200,
    body: { id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology', isActive: true, version: 2 },
    isPublic: true,
  },
  'specializations.list': {
    method: 'GET',
    path: '/api/v1/specializations',
    status: 200,
    body: {
      items: [
        { id: '01a3b847-7db0-7d7b-88b8-afee4dd2dcec', name: 'Anaesthesia', isActive: true, version: 3 },
        { id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology', isActive: true, version: 2 },
      ],
      nextCursor: null,
    },
    isPublic: true,
  },
  'specializations.update': {
    method: 'PUT',
    path: '/api/v1/specializations/{id}',
    status: 200,
    body: { id: '01a3b845-a8f0-7009-84b3-c3cbf8d5888e', name: 'Cardiology', isActive: true, version: 2 },
  },
  'users.activate': {
    method: 'POST',
    path: '/api/v1/users/{id}/activate',
    status: 200,
    body: {
      id: '01a3b84f-bb10-7a0b-8885-9d5a93e5cad5',
      email: 'r.renfield@clinic.example',
      displayName: 'Robert Renfield',
      role: 'nurse',
      patientId: null,
      doctorId: null,
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      isActive: true,
      canSignIn: true,
      passwordResetAt: null,
      version: 4,
    },
  },
  'users.create': {
    method: 'POST',
    path: '/api/v1/users',
    status: 201,
    body: {
      id: '01a3b84d-e650-7326-826d-c9a90b3a5be3',
      email: 'j.seward@clinic.example',
      displayName: 'Dr John Seward',
      role: 'doctor',
      patientId: null,
      doctorId: '01a3b849-c7a0-74b3-8a50-c43618dba8d7',
      departmentId: null,
      isActive: true,
      canSignIn: true,
      passwordResetAt: null,
      version: 1,
    },
  },
  'users.deactivate': {
    method: 'POST',
    path: '/api/v1/users/{id}/deactivate',
    status: 200,
    body: {
      id: '01a3b84f-bb10-7a0b-8885-9d5a93e5cad5',
      email: 'r.renfield@clinic.example',
      displayName: 'Robert Renfield',
      role: 'nurse',
      patientId: null,
      doctorId: null,
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      isActive: false,
      canSignIn: false,
      passwordResetAt: null,
      version: 3,
    },
  },
  'users.get': {
    method: 'GET',
    path: '/api/v1/users/{id}',
    status: 200,
    body: {
      id: '01a3b84f-bb10-7a0b-8885-9d5a93e5cad5',
      email: 'r.renfield@clinic.example',
      displayName: 'Robert Renfield',
      role: 'nurse',
      patientId: null,
      doctorId: null,
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      isActive: true,
      canSignIn: true,
      passwordResetAt: null,
      version: 4,
    },
  },
  'users.issueResetCode': {
    method: 'POST',
    path: '/api/v1/users/{id}/reset-code',
    status: 201,
    body: {
      userId: '01a3b895-4f90-7213-811c-995769c4557a',
      code: '0NE00-T1ME0-C0DE0-00003',
      expiresAt: '2027-02-15T11:08:00.000Z',
    },
  },
  'users.list': {
    method: 'GET',
    path: '/api/v1/users',
    status: 200,
    body: {
      items: [
        {
          id: '01a3b84f-bb10-7a0b-8885-9d5a93e5cad5',
          email: 'r.renfield@clinic.example',
          displayName: 'Robert Renfield',
          role: 'nurse',
          patientId: null,
          doctorId: null,
          departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
          isActive: true,
          canSignIn: true,
          passwordResetAt: null,
          version: 4,
        },
      ],
      nextCursor: null,
    },
  },
  'users.update': {
    method: 'PATCH',
    path: '/api/v1/users/{id}',
    status: 200,
    body: {
      id: '01a3b84f-bb10-7a0b-8885-9d5a93e5cad5',
      email: 'r.renfield@clinic.example',
      displayName: 'Robert Renfield',
      role: 'nurse',
      patientId: null,
      doctorId: null,
      departmentId: '01a3b83f-4050-7ab6-8302-f69f41149fbf',
      isActive: true,
      canSignIn: true,
      passwordResetAt: null,
      version: 2,
    },
  },
};

/** A problem for each code: a recorded one, with the fields of its own, where there is one. */
export const problems: Readonly<Record<string, Problem>> = {
  analytics_behind: {
    type: 'urn:medweave:problem:analytics_behind',
    title: 'analytics_behind',
    status: 503,
    code: 'analytics_behind',
  },
  analytics_building: {
    type: 'urn:medweave:problem:analytics_building',
    title: 'analytics_building',
    status: 503,
    code: 'analytics_building',
  },
  appointment_not_found: {
    type: 'urn:medweave:problem:appointment_not_found',
    title: 'There is no such appointment, or it is not yours to see.',
    status: 404,
    code: 'appointment_not_found',
    requestId: '01a3b862-7fc0-726f-8d03-b3a43960fca7',
  },
  beyond_horizon: {
    type: 'urn:medweave:problem:beyond_horizon',
    title: 'beyond_horizon',
    status: 409,
    code: 'beyond_horizon',
  },
  body_too_large: {
    type: 'urn:medweave:problem:body_too_large',
    title: 'body_too_large',
    status: 413,
    code: 'body_too_large',
  },
  booking_limits_not_found: {
    type: 'urn:medweave:problem:booking_limits_not_found',
    title: 'booking_limits_not_found',
    status: 404,
    code: 'booking_limits_not_found',
  },
  busy: { type: 'urn:medweave:problem:busy', title: 'busy', status: 503, code: 'busy' },
  credentials_wrong: {
    type: 'urn:medweave:problem:credentials_wrong',
    title: 'The e-mail address or the password is wrong.',
    status: 401,
    code: 'credentials_wrong',
    requestId: '01a3b83d-e0c0-73b8-87bf-bb725974e9eb',
  },
  current_password_wrong: {
    type: 'urn:medweave:problem:current_password_wrong',
    title: 'The current password is wrong.',
    status: 422,
    code: 'current_password_wrong',
    requestId: '01a3b88e-e6f0-72de-85b0-d4c49244833b',
    errors: [{ field: 'body.currentPassword', message: 'must be the password that signs in now' }],
  },
  department_in_use: {
    type: 'urn:medweave:problem:department_in_use',
    title: 'department_in_use',
    status: 409,
    code: 'department_in_use',
  },
  department_inactive: {
    type: 'urn:medweave:problem:department_inactive',
    title: 'department_inactive',
    status: 409,
    code: 'department_inactive',
  },
  department_not_found: {
    type: 'urn:medweave:problem:department_not_found',
    title: 'There is no such department, or it is not yours to see.',
    status: 404,
    code: 'department_not_found',
    requestId: '01a3b844-be90-7084-8a81-311c066c6be7',
  },
  diagnosis_not_found: {
    type: 'urn:medweave:problem:diagnosis_not_found',
    title: 'diagnosis_not_found',
    status: 404,
    code: 'diagnosis_not_found',
  },
  doctor_has_sign_in: {
    type: 'urn:medweave:problem:doctor_has_sign_in',
    title: 'This doctor has a sign-in already.',
    status: 409,
    code: 'doctor_has_sign_in',
    requestId: '01a3b84e-d0b0-7c3f-8514-83cf11be8018',
  },
  doctor_not_found: {
    type: 'urn:medweave:problem:doctor_not_found',
    title: 'There is no such doctor, or it is not yours to see.',
    status: 404,
    code: 'doctor_not_found',
    requestId: '01a3b85e-d640-7a9e-88bb-4a32442c9c31',
  },
  document_unavailable: {
    type: 'urn:medweave:problem:document_unavailable',
    title: 'document_unavailable',
    status: 503,
    code: 'document_unavailable',
  },
  email_taken: {
    type: 'urn:medweave:problem:email_taken',
    title: 'There is a sign-in with this e-mail address already.',
    status: 409,
    code: 'email_taken',
    requestId: '01a3b83c-0c00-786b-87ce-ce02f1bf2563',
  },
  exact_match_only: {
    type: 'urn:medweave:problem:exact_match_only',
    title: 'exact_match_only',
    status: 403,
    code: 'exact_match_only',
  },
  field_forbidden: {
    type: 'urn:medweave:problem:field_forbidden',
    title: 'field_forbidden',
    status: 403,
    code: 'field_forbidden',
  },
  forbidden: {
    type: 'urn:medweave:problem:forbidden',
    title: 'Your role may not do this.',
    status: 403,
    code: 'forbidden',
    requestId: '01a3b84f-45e0-7485-8c4f-2f6ed6462730',
  },
  hold_expired: {
    type: 'urn:medweave:problem:hold_expired',
    title: 'hold_expired',
    status: 409,
    code: 'hold_expired',
  },
  holiday_exists: {
    type: 'urn:medweave:problem:holiday_exists',
    title: 'That date is a holiday there already.',
    status: 409,
    code: 'holiday_exists',
    requestId: '01a3b85b-2cc0-7ca0-8386-4236d62d2382',
  },
  holiday_not_found: {
    type: 'urn:medweave:problem:holiday_not_found',
    title: 'There is no such holiday, or it is not yours to see.',
    status: 404,
    code: 'holiday_not_found',
    requestId: '01a3b85c-8c50-7135-80f1-6ae200f174b3',
  },
  idempotency_key_malformed: {
    type: 'urn:medweave:problem:idempotency_key_malformed',
    title: 'idempotency_key_malformed',
    status: 422,
    code: 'idempotency_key_malformed',
  },
  idempotency_key_reused: {
    type: 'urn:medweave:problem:idempotency_key_reused',
    title: 'idempotency_key_reused',
    status: 422,
    code: 'idempotency_key_reused',
  },
  if_match_required: {
    type: 'urn:medweave:problem:if_match_required',
    title: 'if_match_required',
    status: 428,
    code: 'if_match_required',
  },
  internal_error: {
    type: 'urn:medweave:problem:internal_error',
    title: 'internal_error',
    status: 500,
    code: 'internal_error',
  },
  invalid_transition: {
    type: 'urn:medweave:problem:invalid_transition',
    title: 'This is not possible in its present state.',
    status: 409,
    code: 'invalid_transition',
    requestId: '01a3b88b-3d70-7f24-8bae-f373668d8c39',
    detail: 'Only a walk-in that its doctor opened alone is checked in.',
  },
  last_admin: {
    type: 'urn:medweave:problem:last_admin',
    title: 'last_admin',
    status: 409,
    code: 'last_admin',
  },
  length_not_offered: {
    type: 'urn:medweave:problem:length_not_offered',
    title: 'Visits with this doctor have a length of their own.',
    status: 422,
    code: 'length_not_offered',
    requestId: '01a3b865-3ee0-777c-8b3d-9e1236a9a6f6',
    detail: 'They last 20 minutes.',
    visitMinutes: 20,
    errors: [{ field: 'body.durationMinutes', message: 'must be 20 or left out' }],
  },
  malformed_request: {
    type: 'urn:medweave:problem:malformed_request',
    title: 'malformed_request',
    status: 400,
    code: 'malformed_request',
  },
  mongo_unavailable: {
    type: 'urn:medweave:problem:mongo_unavailable',
    title: 'mongo_unavailable',
    status: 503,
    code: 'mongo_unavailable',
  },
  mysql_unavailable: {
    type: 'urn:medweave:problem:mysql_unavailable',
    title: 'mysql_unavailable',
    status: 503,
    code: 'mysql_unavailable',
  },
  name_taken: {
    type: 'urn:medweave:problem:name_taken',
    title: 'The name is taken.',
    status: 409,
    code: 'name_taken',
    requestId: '01a3b846-9350-7b2e-84b6-d5fcf6a4f11a',
    detail: 'There is a specialization of this name already.',
  },
  note_not_found: {
    type: 'urn:medweave:problem:note_not_found',
    title: 'There is no such note, or it is not yours to see.',
    status: 404,
    code: 'note_not_found',
    requestId: '01a3b883-ea70-76c9-8349-79d5b0b94163',
  },
  observation_not_found: {
    type: 'urn:medweave:problem:observation_not_found',
    title: 'There is no such observation, or it is not yours to see.',
    status: 404,
    code: 'observation_not_found',
    requestId: '01a3b87d-0ca0-770d-88fc-fd37dacf5b47',
  },
  outcome_unknown: {
    type: 'urn:medweave:problem:outcome_unknown',
    title: 'outcome_unknown',
    status: 503,
    code: 'outcome_unknown',
  },
  override_not_found: {
    type: 'urn:medweave:problem:override_not_found',
    title: 'There is no such override of the weekly hours, or it is not yours to see.',
    status: 404,
    code: 'override_not_found',
    requestId: '01a3b857-8340-7c35-86ab-8820aa9add72',
  },
  own_account: {
    type: 'urn:medweave:problem:own_account',
    title: 'Nobody does this to their own account. Ask another admin.',
    status: 409,
    code: 'own_account',
    requestId: '01a3b896-af20-7897-82cc-abd42e7a29f7',
    detail: 'Nobody issues a code for their own account.',
  },
  password_unchanged: {
    type: 'urn:medweave:problem:password_unchanged',
    title: 'The new password is the current one.',
    status: 422,
    code: 'password_unchanged',
    requestId: '01a3b88f-d150-76cb-806b-ab29a0c7cfb3',
    errors: [{ field: 'body.newPassword', message: 'must be another one than the current password' }],
  },
  patient_active: {
    type: 'urn:medweave:problem:patient_active',
    title: 'patient_active',
    status: 409,
    code: 'patient_active',
  },
  patient_inactive: {
    type: 'urn:medweave:problem:patient_inactive',
    title: 'patient_inactive',
    status: 409,
    code: 'patient_inactive',
  },
  patient_not_found: {
    type: 'urn:medweave:problem:patient_not_found',
    title: 'There is no such patient, or it is not yours to see.',
    status: 404,
    code: 'patient_not_found',
    requestId: '01a3b870-b090-7ba9-833d-30a3e20268dc',
  },
  record_closed: {
    type: 'urn:medweave:problem:record_closed',
    title: 'The medical record is closed.',
    status: 409,
    code: 'record_closed',
    requestId: '01a3b88c-27d0-77e0-85bc-15e07efc7dde',
  },
  record_exists: {
    type: 'urn:medweave:problem:record_exists',
    title: 'The appointment has a medical record already.',
    status: 409,
    code: 'record_exists',
    requestId: '01a3b878-78c0-7f23-8b8c-d111027081b8',
    recordUuid: '01a3b877-8e60-76d5-8de3-80dec29caa0b',
  },
  record_not_found: {
    type: 'urn:medweave:problem:record_not_found',
    title: 'There is no such medical record, or it is not yours to see.',
    status: 404,
    code: 'record_not_found',
    requestId: '01a3b888-f380-7009-8e01-00da71946b7f',
  },
  refresh_token_invalid: {
    type: 'urn:medweave:problem:refresh_token_invalid',
    title: 'refresh_token_invalid',
    status: 401,
    code: 'refresh_token_invalid',
  },
  request_in_flight: {
    type: 'urn:medweave:problem:request_in_flight',
    title: 'request_in_flight',
    status: 409,
    code: 'request_in_flight',
  },
  request_timeout: {
    type: 'urn:medweave:problem:request_timeout',
    title: 'request_timeout',
    status: 408,
    code: 'request_timeout',
  },
  reset_code_wrong: {
    type: 'urn:medweave:problem:reset_code_wrong',
    title: 'The code or the e-mail address is wrong, or the code is no longer good.',
    status: 401,
    code: 'reset_code_wrong',
    requestId: '01a3b893-05a0-7da3-85b9-93f266386c54',
  },
  schedule_full: {
    type: 'urn:medweave:problem:schedule_full',
    title: 'schedule_full',
    status: 409,
    code: 'schedule_full',
  },
  second_approver_needed: {
    type: 'urn:medweave:problem:second_approver_needed',
    title: 'You have asked for this already. Another admin must agree.',
    status: 409,
    code: 'second_approver_needed',
    requestId: '01a3b874-5a10-7f96-8c70-75409271cd6a',
  },
  session_ended: {
    type: 'urn:medweave:problem:session_ended',
    title: 'session_ended',
    status: 401,
    code: 'session_ended',
  },
  sign_in_inactive: {
    type: 'urn:medweave:problem:sign_in_inactive',
    title: 'sign_in_inactive',
    status: 409,
    code: 'sign_in_inactive',
  },
  sign_in_not_found: {
    type: 'urn:medweave:problem:sign_in_not_found',
    title: 'There is no such sign-in, or it is not yours to see.',
    status: 404,
    code: 'sign_in_not_found',
    requestId: '01a3b891-a610-7d12-850e-d3317f33713c',
  },
  slot_not_offered: {
    type: 'urn:medweave:problem:slot_not_offered',
    title: 'The doctor does not work at this time.',
    status: 409,
    code: 'slot_not_offered',
    requestId: '01a3b861-9560-717a-8faa-1146d9b02c7c',
    nextFree: [
      { startsAt: '2027-03-03T09:00:00.000Z', endsAt: '2027-03-03T09:20:00.000Z' },
      { startsAt: '2027-03-03T09:20:00.000Z', endsAt: '2027-03-03T09:40:00.000Z' },
      { startsAt: '2027-03-03T09:40:00.000Z', endsAt: '2027-03-03T10:00:00.000Z' },
      { startsAt: '2027-03-03T10:00:00.000Z', endsAt: '2027-03-03T10:20:00.000Z' },
      { startsAt: '2027-03-03T10:20:00.000Z', endsAt: '2027-03-03T10:40:00.000Z' },
    ],
  },
  slot_taken: {
    type: 'urn:medweave:problem:slot_taken',
    title: 'The time is taken.',
    status: 409,
    code: 'slot_taken',
    requestId: '01a3b860-ab00-77ab-8633-fcb16446fc4c',
    conflictWith: 'doctor',
    blockers: [{ startsAt: '2027-03-01T09:20:00.000Z', endsAt: '2027-03-01T09:40:00.000Z' }],
    nextFree: [
      { startsAt: '2027-03-01T09:40:00.000Z', endsAt: '2027-03-01T10:00:00.000Z' },
      { startsAt: '2027-03-01T10:00:00.000Z', endsAt: '2027-03-01T10:20:00.000Z' },
      { startsAt: '2027-03-01T10:20:00.000Z', endsAt: '2027-03-01T10:40:00.000Z' },
      { startsAt: '2027-03-01T10:40:00.000Z', endsAt: '2027-03-01T11:00:00.000Z' },
      { startsAt: '2027-03-01T11:00:00.000Z', endsAt: '2027-03-01T11:20:00.000Z' },
    ],
  },
  specialization_in_use: {
    type: 'urn:medweave:problem:specialization_in_use',
    title: 'specialization_in_use',
    status: 409,
    code: 'specialization_in_use',
  },
  specialization_not_found: {
    type: 'urn:medweave:problem:specialization_not_found',
    title: 'There is no such specialization, or it is not yours to see.',
    status: 404,
    code: 'specialization_not_found',
    requestId: '01a3b848-dd40-71e5-805b-b38b11ccd469',
  },
  time_off_not_found: {
    type: 'urn:medweave:problem:time_off_not_found',
    title: 'There is no such entry of time off, or it is not yours to see.',
    status: 404,
    code: 'time_off_not_found',
    requestId: '01a3b858-e2d0-7688-859f-ef68de87db66',
  },
  token_expired: {
    type: 'urn:medweave:problem:token_expired',
    title: 'token_expired',
    status: 401,
    code: 'token_expired',
  },
  token_invalid: {
    type: 'urn:medweave:problem:token_invalid',
    title: 'token_invalid',
    status: 401,
    code: 'token_invalid',
  },
  token_missing: {
    type: 'urn:medweave:problem:token_missing',
    title: 'Sign in first: there is no access token.',
    status: 401,
    code: 'token_missing',
    requestId: '01a3b838-d7b0-7cd3-8d4e-b485fd695f47',
  },
  too_early: {
    type: 'urn:medweave:problem:too_early',
    title: 'It is too early for this.',
    status: 409,
    code: 'too_early',
    requestId: '01a3b869-5d90-761f-8789-7ce86d80f0cd',
    detail: 'Check-in opens twelve hours before the visit.',
  },
  too_late: {
    type: 'urn:medweave:problem:too_late',
    title: 'It is too late for this. Please call the clinic.',
    status: 409,
    code: 'too_late',
    requestId: '01a3b86b-a780-7d28-8b17-dad03d7d3547',
    detail: 'Patients cancel and move a visit until two hours before it.',
  },
  too_many_failures: {
    type: 'urn:medweave:problem:too_many_failures',
    title: 'too_many_failures',
    status: 429,
    code: 'too_many_failures',
  },
  too_many_holds: {
    type: 'urn:medweave:problem:too_many_holds',
    title: 'too_many_holds',
    status: 409,
    code: 'too_many_holds',
  },
  too_many_registrations: {
    type: 'urn:medweave:problem:too_many_registrations',
    title: 'too_many_registrations',
    status: 429,
    code: 'too_many_registrations',
  },
  too_many_sign_ins: {
    type: 'urn:medweave:problem:too_many_sign_ins',
    title: 'too_many_sign_ins',
    status: 429,
    code: 'too_many_sign_ins',
  },
  too_many_visits: {
    type: 'urn:medweave:problem:too_many_visits',
    title: 'too_many_visits',
    status: 409,
    code: 'too_many_visits',
  },
  unsupported_media_type: {
    type: 'urn:medweave:problem:unsupported_media_type',
    title: 'unsupported_media_type',
    status: 415,
    code: 'unsupported_media_type',
  },
  user_not_found: {
    type: 'urn:medweave:problem:user_not_found',
    title: 'There is no such user, or it is not yours to see.',
    status: 404,
    code: 'user_not_found',
    requestId: '01a3b852-7a30-786d-8081-a9f93d1a7c97',
  },
  validation_failed: {
    type: 'urn:medweave:problem:validation_failed',
    title: 'The request is not valid.',
    status: 422,
    code: 'validation_failed',
    requestId: '01a3b88d-fc90-75f0-8753-2f95c4a95666',
    errors: [{ field: 'query.year', message: 'is required with a month' }],
  },
  version_stale: {
    type: 'urn:medweave:problem:version_stale',
    title: 'It was changed since you read it. Read it again, then repeat.',
    status: 412,
    code: 'version_stale',
    requestId: '01a3b851-1aa0-74c0-8ccf-f679c58dc375',
  },
  wrong_encoding: {
    type: 'urn:medweave:problem:wrong_encoding',
    title: 'wrong_encoding',
    status: 400,
    code: 'wrong_encoding',
  },
};
