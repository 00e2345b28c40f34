// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

import type { Call } from '../call.js';
import type { PagePromise } from '../paging.js';
import type { Core, RequestOptions, VersionedOptions } from '../request.js';
import type { Versioned } from '../versioned.js';
import { idOf, replacing } from '../versioned.js';
import { path } from '../wire.js';
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
  AnalyticsDepartmentLoadQuery,
  AnalyticsDiagnosesQuery,
  AnalyticsDoctorWorkloadQuery,
  AnalyticsMonthlyAppointmentsQuery,
  AnalyticsMonthlyVisitsQuery,
  AnalyticsNotesQuery,
  AnalyticsSymptomFrequencyQuery,
  AnalyticsSymptomsBySpecializationQuery,
  AnalyticsTopDoctorsQuery,
  AnalyticsUtilizationQuery,
  AnalyticsVitalTrendsQuery,
  Appointment,
  AppointmentsListQuery,
  AuthSecurityEventsQuery,
  BookAppointment,
  BookingLimits,
  CancelAppointment,
  ChangePassword,
  ClinicalNote,
  ClinicalNotesListQuery,
  ClinicalNotesSearchQuery,
  CreateDepartment,
  CreateDoctor,
  CreateHoliday,
  CreatePatient,
  CreateSpecialization,
  CreateUser,
  DateOn,
  DeactivatePatient,
  Department,
  DepartmentsListQuery,
  Diagnosis,
  Doctor,
  DoctorChanged,
  DoctorProfile,
  DoctorSlot,
  DoctorsListQuery,
  DoctorsSlotsQuery,
  DoctorsVisitsToSettleQuery,
  EndSignIn,
  HoldAppointment,
  Holiday,
  HolidayCreated,
  HolidaysListQuery,
  Login,
  MedicalRecord,
  MedicalRecordsListQuery,
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
  ObservationsListQuery,
  OpenRecord,
  Patient,
  PatientActivation,
  PatientDeactivation,
  PatientMatches,
  PatientsListQuery,
  PatientsSearchQuery,
  PatientsVisitsToSettleQuery,
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
  SlotsFirstFreeQuery,
  Specialization,
  SpecializationsListQuery,
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
  UsersListQuery,
  Uuid,
  VisitToSettle,
  VitalTrends,
  WithdrawNote,
  WithdrawObservation,
} from './types.js';

/** Numbers that add up, seconds old. With `Accept: text/csv`, tables; `text/csv;bom=true` for spreadsheets. */
export class AnalyticsResource {
  constructor(private readonly core: Core) {}

  /**
   * What each department has to do, by its name: appointments, time taken, no-shows and cancellations.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  departmentLoad(
    query: AnalyticsDepartmentLoadQuery = {},
    options?: RequestOptions,
  ): Call<NumbersDepartmentLoad, AnalyticsDepartmentLoadError> {
    return this.core.send('GET', '/analytics/department-load', { query, options });
  }

  /**
   * Diagnoses by code, most frequent first.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  diagnoses(
    query: AnalyticsDiagnosesQuery = {},
    options?: RequestOptions,
  ): Call<NumbersDiagnosisCount, AnalyticsDiagnosesError> {
    return this.core.send('GET', '/analytics/diagnoses', { query, options });
  }

  /**
   * What each doctor has to do, most appointments first: appointments, time taken, no-shows, cancellations, lead
   * time.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  doctorWorkload(
    query: AnalyticsDoctorWorkloadQuery = {},
    options?: RequestOptions,
  ): Call<NumbersDoctorWorkload, AnalyticsDoctorWorkloadError> {
    return this.core.send('GET', '/analytics/doctor-workload', { query, options });
  }

  /**
   * What became of appointments, month by month: no-show and cancellation rates, lead time, time taken.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  monthlyAppointments(
    query: AnalyticsMonthlyAppointmentsQuery = {},
    options?: RequestOptions,
  ): Call<NumbersMonthlyAppointments, AnalyticsMonthlyAppointmentsError> {
    return this.core.send('GET', '/analytics/monthly-appointments', { query, options });
  }

  /**
   * Visits that took place, month by month, of new and of returning patients.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  monthlyVisits(
    query: AnalyticsMonthlyVisitsQuery = {},
    options?: RequestOptions,
  ): Call<NumbersMonthlyVisits, AnalyticsMonthlyVisitsError> {
    return this.core.send('GET', '/analytics/monthly-visits', { query, options });
  }

  /**
   * Clinical notes by kind, and how long they waited for their signature.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  notes(
    query: AnalyticsNotesQuery = {},
    options?: RequestOptions,
  ): Call<NumbersNoteVolume, AnalyticsNotesError> {
    return this.core.send('GET', '/analytics/notes', { query, options });
  }

  /**
   * Counts everything that has happened until now, and answers when that is done. It also happens by itself, within
   * about a second.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link AnalyticsBehind} 503 `analytics_behind`
   */
  refresh(options?: RequestOptions): Call<Refreshed, AnalyticsRefreshError> {
    return this.core.send('POST', '/analytics/refresh', { options });
  }

  /**
   * How often each symptom was observed, by the calendar dates of where the doctors work. Doctors count their own
   * patients, nurses their department, admins the clinic. Nurses and admins get sums of those numbers of a month
   * that
   * are about at least eleven people, and that no subtraction leads below.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  symptomFrequency(
    query: AnalyticsSymptomFrequencyQuery = {},
    options?: RequestOptions,
  ): Call<SymptomFrequency, AnalyticsSymptomFrequencyError> {
    return this.core.send('GET', '/analytics/symptom-frequency', { query, options });
  }

  /**
   * The most frequent symptoms of each specialization of the attending doctors, as they are specialists now. Whose
   * numbers the caller gets, and what is left out, is as with the symptom frequency.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  symptomsBySpecialization(
    query: AnalyticsSymptomsBySpecializationQuery = {},
    options?: RequestOptions,
  ): Call<SymptomsBySpecialization, AnalyticsSymptomsBySpecializationError> {
    return this.core.send('GET', '/analytics/symptoms-by-specialization', { query, options });
  }

  /**
   * The doctors with the most completed appointments of a month, a year or ever.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  topDoctors(
    query: AnalyticsTopDoctorsQuery = {},
    options?: RequestOptions,
  ): Call<NumbersTopDoctor, AnalyticsTopDoctorsError> {
    return this.core.send('GET', '/analytics/top-doctors', { query, options });
  }

  /**
   * How much of the time that doctors offer is booked: all doctors over a period, or one doctor month by month.
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  utilization(
    query: AnalyticsUtilizationQuery = {},
    options?: RequestOptions,
  ): Call<NumbersUtilization, AnalyticsUtilizationError> {
    return this.core.send('GET', '/analytics/utilization', { query, options });
  }

  /**
   * How the values of a vital went on by day, week or month, with a moving mean, for each unit. Whose numbers the
   * caller gets is as with the symptom frequency; nurses and admins get sums of those numbers of a day, or of a
   * month,
   * that are about at least eleven people.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link AnalyticsBuilding} 503 `analytics_building`
   */
  vitalTrends(
    query: AnalyticsVitalTrendsQuery,
    options?: RequestOptions,
  ): Call<VitalTrends, AnalyticsVitalTrendsError> {
    return this.core.send('GET', '/analytics/vital-trends', { query, options });
  }
}

/** Visits: booking, moving, cancelling, and what happens on the day. */
export class AppointmentsResource {
  constructor(private readonly core: Core) {}

  /**
   * Books a visit. Two visits of one doctor, or of one patient, never overlap: of two callers one gets 201 and the
   * other 409 with the next free times. How far ahead and how often patients book is the clinic's to say.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link SlotTaken} 409 `slot_taken`
   * @throws {@link SlotNotOffered} 409 `slot_not_offered`
   * @throws {@link BeyondHorizon} 409 `beyond_horizon`
   * @throws {@link TooManyVisits} 409 `too_many_visits`
   * @throws {@link LengthNotOffered} 422 `length_not_offered`
   */
  book(body: BookAppointment, options?: RequestOptions): Call<Appointment, AppointmentsBookError> {
    return this.core.send('POST', '/appointments', { body, options });
  }

  /**
   * Cancels a visit or a hold and frees its time at once. Patients may until two hours before the visit.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link TooLate} 409 `too_late`
   */
  cancel(
    appointmentId: Uuid,
    body: CancelAppointment,
    options?: RequestOptions,
  ): Call<Appointment, AppointmentsCancelError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/cancel`, { body, options });
  }

  /**
   * The patient is here. Opens twelve hours before the visit.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link TooEarly} 409 `too_early`
   */
  checkIn(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsCheckInError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/check-in`, { options });
  }

  /**
   * The doctor ends the visit. From then on nothing changes it.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  complete(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsCompleteError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/complete`, { options });
  }

  /**
   * Makes a hold a visit, or acknowledges a visit that the doctor booked. What was true when the time was taken is
   * asked
   * again: doctor and patient are active, the doctor works then, and the patient's limits leave room.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link HoldExpired} 409 `hold_expired`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link SlotNotOffered} 409 `slot_not_offered`
   * @throws {@link BeyondHorizon} 409 `beyond_horizon`
   * @throws {@link TooManyVisits} 409 `too_many_visits`
   */
  confirm(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsConfirmError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/confirm`, { options });
  }

  /**
   * One visit. The front desk gets it without the reason why the patient comes.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   */
  get(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsGetError> {
    return this.core.send('GET', path`/appointments/${appointmentId}`, { options });
  }

  /**
   * Keeps a time for some minutes while the patient decides. Confirm it to make it a visit; otherwise it frees
   * itself.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link SlotTaken} 409 `slot_taken`
   * @throws {@link SlotNotOffered} 409 `slot_not_offered`
   * @throws {@link BeyondHorizon} 409 `beyond_horizon`
   * @throws {@link TooManyVisits} 409 `too_many_visits`
   * @throws {@link TooManyHolds} 409 `too_many_holds`
   * @throws {@link LengthNotOffered} 422 `length_not_offered`
   */
  hold(body: HoldAppointment, options?: RequestOptions): Call<Appointment, AppointmentsHoldError> {
    return this.core.send('POST', '/appointments/holds', { body, options });
  }

  /** The visits that the caller may see, by start. */
  list(
    query: AppointmentsListQuery = {},
    options?: RequestOptions,
  ): PagePromise<Appointment, AppointmentsListError> {
    return this.core.page('/appointments', { query, options });
  }

  /**
   * The patient did not come. Possible once the visit should have begun.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link TooEarly} 409 `too_early`
   */
  noShow(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsNoShowError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/no-show`, { options });
  }

  /**
   * Moves a visit to another time, in one step: it keeps the old time unless it gets the new one. The front desk may
   * give it to another doctor, also when the present one is not there any more.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link SlotTaken} 409 `slot_taken`
   * @throws {@link SlotNotOffered} 409 `slot_not_offered`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link TooLate} 409 `too_late`
   * @throws {@link BeyondHorizon} 409 `beyond_horizon`
   * @throws {@link LengthNotOffered} 422 `length_not_offered`
   */
  reschedule(
    appointmentId: Uuid,
    body: RescheduleAppointment,
    options?: RequestOptions,
  ): Call<Appointment, AppointmentsRescheduleError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/reschedule`, { body, options });
  }

  /**
   * The doctor begins the visit.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  start(appointmentId: Uuid, options?: RequestOptions): Call<Appointment, AppointmentsStartError> {
    return this.core.send('POST', path`/appointments/${appointmentId}/start`, { options });
  }
}

/** Signing in, and staying signed in. */
export class AuthResource {
  constructor(private readonly core: Core) {}

  /**
   * Replaces the caller's password. Their other sessions end, and their tokens stop working on every process within
   * a
   * second; the one that asks goes on, also after a wrong current password.
   * @throws {@link CurrentPasswordWrong} 422 `current_password_wrong`
   * @throws {@link PasswordUnchanged} 422 `password_unchanged`
   * @throws {@link TooManyFailures} 429 `too_many_failures`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  changePassword(body: ChangePassword, options?: RequestOptions): Call<void, AuthChangePasswordError> {
    return this.core.send('POST', '/auth/change-password', { body, options });
  }

  /**
   * Ends the caller's own sign-in and every session, the one that asks included. The patient, their visits and their
   * record stay: visits are cancelled before, or by the front desk. An admin can give the sign-in back.
   * @throws {@link CurrentPasswordWrong} 422 `current_password_wrong`
   * @throws {@link TooManyFailures} 429 `too_many_failures`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  endSignIn(body: EndSignIn, options?: RequestOptions): Call<void, AuthEndSignInError> {
    return this.core.send('POST', '/auth/end-sign-in', { body, options });
  }

  /**
   * Signs in with e-mail and password. The access token lives ten minutes, the session thirty days. Send the
   * `deviceToken` of the last answer along: then nobody else's wrong passwords keep its owner out.
   * @throws {@link CredentialsWrong} 401 `credentials_wrong`
   * @throws {@link TooManyFailures} 429 `too_many_failures`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  login(body: Login, options?: RequestOptions): Call<SignedIn, AuthLoginError> {
    return this.core.send('POST', '/auth/login', { body, options, session: 'opens' });
  }

  /** Ends the session: its tokens stop working on every process within a second. */
  logout(options?: RequestOptions): Call<void, AuthLogoutError> {
    return this.core.send('POST', '/auth/logout', { options, session: 'closes' });
  }

  /** The user whom the access token belongs to, as they are now. */
  me(options?: RequestOptions): Call<User, AuthMeError> {
    return this.core.send('GET', '/auth/me', { options });
  }

  /**
   * Exchanges a refresh token for a new pair. Each refresh token is good for one use: a second use ends the session,
   * unless it comes within ten seconds or repeats the first one's `Idempotency-Key`: then it is answered with the
   * same
   * new refresh token, as long as nobody has used that one.
   * @throws {@link RefreshTokenInvalid} 401 `refresh_token_invalid`
   */
  refresh(body?: RefreshSession, options?: RequestOptions): Call<SignedIn, AuthRefreshError> {
    return this.core.send('POST', '/auth/refresh', {
      body,
      options,
      session: 'renews',
      takesRefreshToken: true,
    });
  }

  /**
   * Registers a new patient and signs in. The role is always `patient`; staff sign-ins are made by an admin.
   * Repeated
   * with its `Idempotency-Key`, the same request signs the same patient in; any other one with that address is
   * refused,
   * whatever its password.
   * @throws {@link EmailTaken} 409 `email_taken`
   * @throws {@link TooManyRegistrations} 429 `too_many_registrations`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  register(body: RegisterPatient, options?: RequestOptions): Call<SignedIn, AuthRegisterError> {
    return this.core.send('POST', '/auth/register', { body, options, session: 'opens' });
  }

  /**
   * Sets a new password in the place of a forgotten one, by a one-time code of an admin or the front desk. Every
   * session
   * of the user ends, and their tokens stop working on every process within a second; wrong passwords from before
   * count
   * no more. The code is used up. A wrong code is answered like an address that nobody has.
   * @throws {@link ResetCodeWrong} 401 `reset_code_wrong`
   * @throws {@link TooManyFailures} 429 `too_many_failures`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  resetPassword(body: ResetPassword, options?: RequestOptions): Call<void, AuthResetPasswordError> {
    return this.core.send('POST', '/auth/reset-password', { body, options });
  }

  /**
   * What happened to the caller's own account, the newest first: also what others did, such as issuing a code for a
   * forgotten password. An app shows it to its user.
   */
  securityEvents(
    query: AuthSecurityEventsQuery = {},
    options?: RequestOptions,
  ): PagePromise<SecurityEvent, AuthSecurityEventsError> {
    return this.core.page('/auth/security-events', { query, options });
  }
}

/** How far ahead and how often patients book for themselves. */
export class BookingLimitsResource {
  constructor(private readonly core: Core) {}

  /** How far ahead and how often patients book for themselves. Open to everyone. */
  get(options?: RequestOptions): Call<BookingLimits, BookingLimitsGetError> {
    return this.core.send('GET', '/booking-limits', { options });
  }

  /**
   * Sets how far ahead and how often patients book for themselves, within a second on every process. What was booked
   * before stays.
   * @throws {@link BookingLimitsNotFound} 404 `booking_limits_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  set(
    id: Versioned,
    body: SetBookingLimits,
    options?: RequestOptions,
  ): Call<BookingLimits, BookingLimitsSetError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link BookingLimitsNotFound} 404 `booking_limits_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  set(
    id: Uuid,
    body: SetBookingLimits,
    options: VersionedOptions,
  ): Call<BookingLimits, BookingLimitsSetError>;
  set(
    id: Uuid | Versioned,
    body: SetBookingLimits,
    options?: RequestOptions,
  ): Call<BookingLimits, BookingLimitsSetError> {
    return this.core.send('PUT', path`/booking-limits/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }
}

/** Notes on a record: drafts, signatures, addenda, versions. */
export class ClinicalNotesResource {
  constructor(private readonly core: Core) {}

  /**
   * Adds to a signed note, also after its record was closed. The addendum is a note of its own. Nurses add to their
   * own notes only.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  addAddendum(
    id: Uuid,
    body: AddAddendum,
    options?: RequestOptions,
  ): Call<ClinicalNote, ClinicalNotesAddAddendumError> {
    return this.core.send('POST', path`/clinical-notes/${id}/addenda`, { body, options });
  }

  /**
   * One note in its newest version.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  get(id: Uuid, options?: RequestOptions): Call<ClinicalNote, ClinicalNotesGetError> {
    return this.core.send('GET', path`/clinical-notes/${id}`, { options });
  }

  /**
   * Notes of a record or of a patient, newest first. Drafts and sensitive notes are their author's alone; a patient
   * sees what was released to her. Answers 503 rather than an incomplete list.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  list(
    query: ClinicalNotesListQuery = {},
    options?: RequestOptions,
  ): PagePromise<ClinicalNote, ClinicalNotesListError> {
    return this.core.page('/clinical-notes', { query, options });
  }

  /**
   * Posts a note to an open medical record. It is refused, and nothing is stored, unless the record belongs to that
   * patient and the author treats her. Once answered it cannot be lost, whichever store is away.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   */
  post(body: PostNote, options?: RequestOptions): Call<ClinicalNote, ClinicalNotesPostError> {
    return this.core.send('POST', '/clinical-notes', { body, options });
  }

  /**
   * Replaces the text of one's own draft. The versions before are kept.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  revise(
    id: Versioned,
    body: ReviseNote,
    options?: RequestOptions,
  ): Call<ClinicalNote, ClinicalNotesReviseError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  revise(id: Uuid, body: ReviseNote, options: VersionedOptions): Call<ClinicalNote, ClinicalNotesReviseError>;
  revise(
    id: Uuid | Versioned,
    body: ReviseNote,
    options?: RequestOptions,
  ): Call<ClinicalNote, ClinicalNotesReviseError> {
    return this.core.send('PUT', path`/clinical-notes/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }

  /**
   * Text search over the notes of one's own patients, newest first. A page may hold fewer notes than asked for and
   * still have a `nextCursor`.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  search(
    query: ClinicalNotesSearchQuery,
    options?: RequestOptions,
  ): PagePromise<ClinicalNote, ClinicalNotesSearchError> {
    return this.core.page('/clinical-notes/search', { query, options });
  }

  /**
   * Signs one's own draft: it is never changed again, and is released to the patient unless it is sensitive.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  sign(id: Versioned, body: SignNote, options?: RequestOptions): Call<ClinicalNote, ClinicalNotesSignError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  sign(id: Uuid, body: SignNote, options: VersionedOptions): Call<ClinicalNote, ClinicalNotesSignError>;
  sign(
    id: Uuid | Versioned,
    body: SignNote,
    options?: RequestOptions,
  ): Call<ClinicalNote, ClinicalNotesSignError> {
    return this.core.send('POST', path`/clinical-notes/${idOf(id, 'id')}/sign`, {
      body,
      options: replacing(id, options),
    });
  }

  /**
   * The versions of a note, oldest first. Others than the author see the version that was signed.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  versions(id: Uuid, options?: RequestOptions): Call<NoteVersions, ClinicalNotesVersionsError> {
    return this.core.send('GET', path`/clinical-notes/${id}/versions`, { options });
  }

  /**
   * Declares one's own note entered in error. It is kept, and hidden from everybody but its author.
   * @throws {@link NoteNotFound} 404 `note_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  withdraw(id: Uuid, body: WithdrawNote, options?: RequestOptions): Call<void, ClinicalNotesWithdrawError> {
    return this.core.send('POST', path`/clinical-notes/${id}/withdraw`, { body, options });
  }
}

/** Where people work. */
export class DepartmentsResource {
  constructor(private readonly core: Core) {}

  /**
   * Opens a closed department again.
   * @throws {@link DepartmentNotFound} 404 `department_not_found`
   */
  activate(id: Uuid, options?: RequestOptions): Call<Department, DepartmentsActivateError> {
    return this.core.send('POST', path`/departments/${id}/activate`, { options });
  }

  /**
   * Opens a department. Names are unique, whatever their case.
   * @throws {@link NameTaken} 409 `name_taken`
   */
  create(body: CreateDepartment, options?: RequestOptions): Call<Department, DepartmentsCreateError> {
    return this.core.send('POST', '/departments', { body, options });
  }

  /**
   * Closes a department that no active doctor belongs to. What it was stays on record.
   * @throws {@link DepartmentNotFound} 404 `department_not_found`
   * @throws {@link DepartmentInUse} 409 `department_in_use`
   */
  deactivate(id: Uuid, options?: RequestOptions): Call<Department, DepartmentsDeactivateError> {
    return this.core.send('POST', path`/departments/${id}/deactivate`, { options });
  }

  /**
   * One department, open or closed. Everyone may read it.
   * @throws {@link DepartmentNotFound} 404 `department_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<Department, DepartmentsGetError> {
    return this.core.send('GET', path`/departments/${id}`, { options });
  }

  /** The clinic's departments by name. Open to everyone. */
  list(
    query: DepartmentsListQuery = {},
    options?: RequestOptions,
  ): PagePromise<Department, DepartmentsListError> {
    return this.core.page('/departments', { query, options });
  }

  /**
   * Renames or moves a department.
   * @throws {@link DepartmentNotFound} 404 `department_not_found`
   * @throws {@link NameTaken} 409 `name_taken`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Versioned,
    body: UpdateDepartment,
    options?: RequestOptions,
  ): Call<Department, DepartmentsUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link DepartmentNotFound} 404 `department_not_found`
   * @throws {@link NameTaken} 409 `name_taken`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Uuid,
    body: UpdateDepartment,
    options: VersionedOptions,
  ): Call<Department, DepartmentsUpdateError>;
  update(
    id: Uuid | Versioned,
    body: UpdateDepartment,
    options?: RequestOptions,
  ): Call<Department, DepartmentsUpdateError> {
    return this.core.send('PUT', path`/departments/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }
}

/** Who treats, and their free times. */
export class DoctorsResource {
  constructor(private readonly core: Core) {}

  /**
   * Takes a doctor back into the directory. Their department must be active. They sign in anew, unless their sign-in
   * was withdrawn by itself.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link DepartmentInactive} 409 `department_inactive`
   */
  activate(id: Uuid, options?: RequestOptions): Call<DoctorProfile, DoctorsActivateError> {
    return this.core.send('POST', path`/doctors/${id}/activate`, { options });
  }

  /** Adds a doctor to the directory. She gets a sign-in with `users.create`. */
  create(body: CreateDoctor, options?: RequestOptions): Call<DoctorProfile, DoctorsCreateError> {
    return this.core.send('POST', '/doctors', { body, options });
  }

  /**
   * Takes a doctor out of the directory and out of booking, and ends their sign-in: no token and no password of
   * theirs
   * works on any process within a second. Their visits and records stay; the answer tells which visits somebody has
   * to
   * settle.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  deactivate(id: Uuid, options?: RequestOptions): Call<DoctorProfile, DoctorsDeactivateError> {
    return this.core.send('POST', path`/doctors/${id}/deactivate`, { options });
  }

  /**
   * One doctor, active or not. Open to everyone.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<Doctor, DoctorsGetError> {
    return this.core.send('GET', path`/doctors/${id}`, { options });
  }

  /** Doctors by family name, of one department or one specialization if asked for. Open to everyone. */
  list(query: DoctorsListQuery = {}, options?: RequestOptions): PagePromise<Doctor, DoctorsListError> {
    return this.core.page('/doctors', { query, options });
  }

  /**
   * A doctor with birth date and gender: for herself and for admins.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  profile(id: Uuid, options?: RequestOptions): Call<DoctorProfile, DoctorsProfileError> {
    return this.core.send('GET', path`/doctors/${id}/profile`, { options });
  }

  /**
   * The free times of one doctor, in order. What is listed here, booking accepts, unless somebody was faster.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  slots(doctorId: Uuid, query: DoctorsSlotsQuery, options?: RequestOptions): Call<Slot[], DoctorsSlotsError> {
    return this.core.send('GET', path`/doctors/${doctorId}/slots`, { query, options });
  }

  /**
   * Changes the fields that are sent. A doctor may change their own phone, e-mail address and office address.
   * Another
   * zone or department changes the hours: visits that are left outside them stay booked and are reported.
   * @throws {@link FieldForbidden} 403 `field_forbidden`
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Versioned,
    body: UpdateDoctor,
    options?: RequestOptions,
  ): Call<DoctorChanged, DoctorsUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link FieldForbidden} 403 `field_forbidden`
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(id: Uuid, body: UpdateDoctor, options: VersionedOptions): Call<DoctorChanged, DoctorsUpdateError>;
  update(
    id: Uuid | Versioned,
    body: UpdateDoctor,
    options?: RequestOptions,
  ): Call<DoctorChanged, DoctorsUpdateError> {
    return this.core.send('PATCH', path`/doctors/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }

  /**
   * The visits that stand of a doctor who is deactivated, with what to do about each. Nothing of one who is active.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  visitsToSettle(
    id: Uuid,
    query: DoctorsVisitsToSettleQuery = {},
    options?: RequestOptions,
  ): PagePromise<VisitToSettle, DoctorsVisitsToSettleError> {
    return this.core.page(path`/doctors/${id}/visits-to-settle`, { query, options });
  }
}

/** Dates on which the clinic, or a department, is closed. */
export class HolidaysResource {
  constructor(private readonly core: Core) {}

  /**
   * Closes a date for the whole clinic or for one department. Doctors with an override on that date work all the
   * same. Visits on that date stay booked and are reported.
   * @throws {@link HolidayExists} 409 `holiday_exists`
   */
  create(body: CreateHoliday, options?: RequestOptions): Call<HolidayCreated, HolidaysCreateError> {
    return this.core.send('POST', '/holidays', { body, options });
  }

  /** When the clinic or a department is closed, by date. Open to everyone. */
  list(query: HolidaysListQuery = {}, options?: RequestOptions): PagePromise<Holiday, HolidaysListError> {
    return this.core.page('/holidays', { query, options });
  }

  /**
   * The date is worked again, as everyone's hours say.
   * @throws {@link HolidayNotFound} 404 `holiday_not_found`
   */
  remove(id: Uuid, options?: RequestOptions): Call<void, HolidaysRemoveError> {
    return this.core.send('DELETE', path`/holidays/${id}`, { options });
  }
}

/** The record of a visit, whose id keys everything clinical, and its diagnoses. */
export class MedicalRecordsResource {
  constructor(private readonly core: Core) {}

  /**
   * Adds a coded diagnosis to an open record. Only the attending doctor.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   * @throws {@link RecordClosed} 409 `record_closed`
   */
  addDiagnosis(
    id: Uuid,
    body: AddDiagnosis,
    options?: RequestOptions,
  ): Call<Diagnosis, MedicalRecordsAddDiagnosisError> {
    return this.core.send('POST', path`/medical-records/${id}/diagnoses`, { body, options });
  }

  /**
   * Says that the front desk or a nurse has seen a walk-in whose record the doctor opened alone. From then on it
   * counts
   * like a visit.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  checkIn(id: Uuid, options?: RequestOptions): Call<void, MedicalRecordsCheckInError> {
    return this.core.send('POST', path`/medical-records/${id}/check-in`, { options });
  }

  /**
   * Closes a record: it takes no more notes and observations, and the patient reads it. Only the attending doctor.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  close(id: Uuid, options?: RequestOptions): Call<MedicalRecord, MedicalRecordsCloseError> {
    return this.core.send('POST', path`/medical-records/${id}/close`, { options });
  }

  /**
   * One medical record with its diagnoses. Billing gets codes without words.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<MedicalRecord, MedicalRecordsGetError> {
    return this.core.send('GET', path`/medical-records/${id}`, { options });
  }

  /**
   * Medical records, newest first. Patients see theirs once they are closed or a note of them was released, and of a
   * walk-in at once that it is there.
   */
  list(
    query: MedicalRecordsListQuery = {},
    options?: RequestOptions,
  ): PagePromise<MedicalRecord, MedicalRecordsListError> {
    return this.core.page('/medical-records', { query, options });
  }

  /**
   * Opens the medical record of a visit on one's own calendar, or of a walk-in whom one treats. A visit has one
   * record.
   * A walk-in is told to the patient, and counts like a visit once the front desk or a nurse has checked the patient
   * in.
   * @throws {@link AppointmentNotFound} 404 `appointment_not_found`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link RecordExists} 409 `record_exists`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  open(body: OpenRecord = {}, options?: RequestOptions): Call<MedicalRecord, MedicalRecordsOpenError> {
    return this.core.send('POST', '/medical-records', { body, options });
  }

  /**
   * Says that a diagnosis is active, resolved, or was entered in error; the last hides it for good. Works on closed
   * records too: diseases resolve later. Only the attending doctor.
   * @throws {@link DiagnosisNotFound} 404 `diagnosis_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  setDiagnosisStatus(
    id: Uuid,
    diagnosisId: Versioned,
    body: SetDiagnosisStatus,
    options?: RequestOptions,
  ): Call<Diagnosis, MedicalRecordsSetDiagnosisStatusError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link DiagnosisNotFound} 404 `diagnosis_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  setDiagnosisStatus(
    id: Uuid,
    diagnosisId: Uuid,
    body: SetDiagnosisStatus,
    options: VersionedOptions,
  ): Call<Diagnosis, MedicalRecordsSetDiagnosisStatusError>;
  setDiagnosisStatus(
    id: Uuid,
    diagnosisId: Uuid | Versioned,
    body: SetDiagnosisStatus,
    options?: RequestOptions,
  ): Call<Diagnosis, MedicalRecordsSetDiagnosisStatusError> {
    return this.core.send('PUT', path`/medical-records/${id}/diagnoses/${idOf(diagnosisId, 'id')}/status`, {
      body,
      options: replacing(diagnosisId, options),
    });
  }

  /**
   * Rewrites why the patient came. Only the attending doctor, only while the record is open.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   * @throws {@link RecordClosed} 409 `record_closed`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Versioned,
    body: UpdateRecord,
    options?: RequestOptions,
  ): Call<MedicalRecord, MedicalRecordsUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   * @throws {@link RecordClosed} 409 `record_closed`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Uuid,
    body: UpdateRecord,
    options: VersionedOptions,
  ): Call<MedicalRecord, MedicalRecordsUpdateError>;
  update(
    id: Uuid | Versioned,
    body: UpdateRecord,
    options?: RequestOptions,
  ): Call<MedicalRecord, MedicalRecordsUpdateError> {
    return this.core.send('PUT', path`/medical-records/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }
}

/** Structured findings on a record: vitals, symptoms, and others. */
export class ObservationsResource {
  constructor(private readonly core: Core) {}

  /**
   * One observation with its vitals, symptoms or free JSON. Answers 503 rather than leave them out.
   * @throws {@link ObservationNotFound} 404 `observation_not_found`
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  get(id: Uuid, options?: RequestOptions): Call<Observation, ObservationsGetError> {
    return this.core.send('GET', path`/observations/${id}`, { options });
  }

  /**
   * Observations of a record or of a patient, latest first. Answers 503 rather than an incomplete list.
   * @throws {@link MongoUnavailable} 503 `mongo_unavailable`
   * @throws {@link DocumentUnavailable} 503 `document_unavailable`
   */
  list(
    query: ObservationsListQuery = {},
    options?: RequestOptions,
  ): PagePromise<Observation, ObservationsListError> {
    return this.core.page('/observations', { query, options });
  }

  /**
   * Posts vitals, symptoms or free JSON to an open medical record. It is refused, and nothing is stored, unless the
   * record belongs to that patient and the author treats her.
   * @throws {@link RecordNotFound} 404 `record_not_found`
   */
  post(body: PostObservation, options?: RequestOptions): Call<Observation, ObservationsPostError> {
    return this.core.send('POST', '/observations', { body, options });
  }

  /**
   * Declares one's own observation entered in error. It is kept, and hidden from everybody but its author.
   * @throws {@link ObservationNotFound} 404 `observation_not_found`
   * @throws {@link InvalidTransition} 409 `invalid_transition`
   */
  withdraw(
    id: Uuid,
    body: WithdrawObservation,
    options?: RequestOptions,
  ): Call<void, ObservationsWithdrawError> {
    return this.core.send('POST', path`/observations/${id}/withdraw`, { body, options });
  }
}

/** Who is treated here, and finding them in spite of typing errors. */
export class PatientsResource {
  constructor(private readonly core: Core) {}

  /**
   * Brings a deactivated patient back, by two admins as the deactivation. They sign in anew, unless their sign-in
   * was
   * withdrawn by itself.
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link SecondApproverNeeded} 409 `second_approver_needed`
   * @throws {@link PatientActive} 409 `patient_active`
   */
  activate(
    id: Uuid,
    body: ActivatePatient,
    options?: RequestOptions,
  ): Call<PatientActivation, PatientsActivateError> {
    return this.core.send('POST', path`/patients/${id}/activate`, { body, options });
  }

  /** Admits a patient at the front desk. The server makes the medical record number. */
  create(body: CreatePatient, options?: RequestOptions): Call<Patient, PatientsCreateError> {
    return this.core.send('POST', '/patients', { body, options });
  }

  /**
   * Deactivates a patient, by two admins: the first call records the request, the same call by another admin within
   * a week carries it out. The patient's sign-in ends with it: no token and no password of theirs works on any
   * process
   * within a second. Visits stay; the second answer tells which ones somebody has to settle.
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link SecondApproverNeeded} 409 `second_approver_needed`
   * @throws {@link PatientInactive} 409 `patient_inactive`
   */
  deactivate(
    id: Uuid,
    body: DeactivatePatient,
    options?: RequestOptions,
  ): Call<PatientDeactivation, PatientsDeactivateError> {
    return this.core.send('POST', path`/patients/${id}/deactivate`, { body, options });
  }

  /**
   * One patient, as far as the caller may see.
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<Patient, PatientsGetError> {
    return this.core.send('GET', path`/patients/${id}`, { options });
  }

  /**
   * Issues a one-time code to a patient who has forgotten the password and stands at the front desk, which has made
   * sure
   * who it is; `auth.resetPassword` takes it. It is shown here and never again, good for half an hour and for one
   * use,
   * and replaces an earlier one. The patient finds it among the account's events.
   * @throws {@link SignInNotFound} 404 `sign_in_not_found`
   * @throws {@link SignInInactive} 409 `sign_in_inactive`
   */
  issueResetCode(id: Uuid, options?: RequestOptions): Call<ResetCode, PatientsIssueResetCodeError> {
    return this.core.send('POST', path`/patients/${id}/reset-code`, { options });
  }

  /**
   * Patients by family name: a doctor gets those she treats, a nurse those of the ward, the front desk and billing
   * all. What a role may not see of a patient is absent.
   * @throws {@link ExactMatchOnly} 403 `exact_match_only`
   */
  list(query: PatientsListQuery = {}, options?: RequestOptions): PagePromise<Patient, PatientsListError> {
    return this.core.page('/patients', { query, options });
  }

  /**
   * Finds patients by name as heard or mistyped, by birth date, or by MRN; the likeliest first, at most twenty.
   * Doctors and pharmacists also find a stranger by exact match, and get name, birth year and MRN.
   * @throws {@link ExactMatchOnly} 403 `exact_match_only`
   */
  search(
    query: PatientsSearchQuery = {},
    options?: RequestOptions,
  ): Call<PatientMatches, PatientsSearchError> {
    return this.core.send('GET', '/patients/search', { query, options });
  }

  /**
   * Changes the fields that are sent. Who may change which is said at `UpdatePatient`.
   * @throws {@link FieldForbidden} 403 `field_forbidden`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(id: Versioned, body: UpdatePatient, options?: RequestOptions): Call<Patient, PatientsUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link FieldForbidden} 403 `field_forbidden`
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(id: Uuid, body: UpdatePatient, options: VersionedOptions): Call<Patient, PatientsUpdateError>;
  update(
    id: Uuid | Versioned,
    body: UpdatePatient,
    options?: RequestOptions,
  ): Call<Patient, PatientsUpdateError> {
    return this.core.send('PATCH', path`/patients/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }

  /**
   * The visits that stand of a patient who is deactivated, with what to do about each. Nothing of one who is active.
   * @throws {@link PatientNotFound} 404 `patient_not_found`
   */
  visitsToSettle(
    id: Uuid,
    query: PatientsVisitsToSettleQuery = {},
    options?: RequestOptions,
  ): PagePromise<VisitToSettle, PatientsVisitsToSettleError> {
    return this.core.page(path`/patients/${id}/visits-to-settle`, { query, options });
  }
}

/** When doctors work: weekly hours, overrides of single dates, time off. */
export class SchedulesResource {
  constructor(private readonly core: Core) {}

  /**
   * Takes the doctor out of booking for a stretch of time. Visits that fall into it stay booked and are reported.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link ScheduleFull} 409 `schedule_full`
   */
  addTimeOff(
    doctorId: Uuid,
    body: AddTimeOff,
    options?: RequestOptions,
  ): Call<TimeOffAdded, SchedulesAddTimeOffError> {
    return this.core.send('POST', path`/doctors/${doctorId}/time-off`, { body, options });
  }

  /**
   * When a doctor works: weekly hours, the hours of single dates, time off. A doctor sees her own.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   */
  get(doctorId: Uuid, options?: RequestOptions): Call<Schedule, SchedulesGetError> {
    return this.core.send('GET', path`/doctors/${doctorId}/schedule`, { options });
  }

  /**
   * The date goes back to the weekly hours, and to its holiday. Visits outside them stay booked and are reported.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link OverrideNotFound} 404 `override_not_found`
   */
  removeOverride(
    doctorId: Uuid,
    dateOn: DateOn,
    options?: RequestOptions,
  ): Call<ScheduleChange, SchedulesRemoveOverrideError> {
    return this.core.send('DELETE', path`/doctors/${doctorId}/overrides/${dateOn}`, { options });
  }

  /**
   * The doctor works then after all, as her hours say.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link TimeOffNotFound} 404 `time_off_not_found`
   */
  removeTimeOff(
    doctorId: Uuid,
    timeOffId: Uuid,
    options?: RequestOptions,
  ): Call<void, SchedulesRemoveTimeOffError> {
    return this.core.send('DELETE', path`/doctors/${doctorId}/time-off/${timeOffId}`, { options });
  }

  /**
   * Replaces all weekly hours. Visits that are outside them from now on stay booked and are reported.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  setHours(
    doctorId: Versioned<'doctorId'>,
    body: SetHours,
    options?: RequestOptions,
  ): Call<ScheduleChange, SchedulesSetHoursError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  setHours(
    doctorId: Uuid,
    body: SetHours,
    options: VersionedOptions,
  ): Call<ScheduleChange, SchedulesSetHoursError>;
  setHours(
    doctorId: Uuid | Versioned<'doctorId'>,
    body: SetHours,
    options?: RequestOptions,
  ): Call<ScheduleChange, SchedulesSetHoursError> {
    return this.core.send('PUT', path`/doctors/${idOf(doctorId, 'doctorId')}/working-hours`, {
      body,
      options: replacing(doctorId, options),
    });
  }

  /**
   * Sets the hours of one local date: they replace the weekly ones and open a holiday; without windows the date is
   * closed. `If-Match` is heeded when it is sent. Visits outside them stay booked and are reported.
   * @throws {@link DoctorNotFound} 404 `doctor_not_found`
   * @throws {@link ScheduleFull} 409 `schedule_full`
   * @throws {@link VersionStale} 412 `version_stale`
   */
  setOverride(
    doctorId: Uuid,
    dateOn: DateOn,
    body: SetOverride,
    options?: RequestOptions,
  ): Call<ScheduleChange, SchedulesSetOverrideError> {
    return this.core.send('PUT', path`/doctors/${doctorId}/overrides/${dateOn}`, { body, options });
  }
}

/** Free times over many doctors. */
export class SlotsResource {
  constructor(private readonly core: Core) {}

  /** The first free time of each doctor of a specialization or department, earliest first. */
  firstFree(
    query: SlotsFirstFreeQuery = {},
    options?: RequestOptions,
  ): Call<DoctorSlot[], SlotsFirstFreeError> {
    return this.core.send('GET', '/slots', { query, options });
  }
}

/** What doctors are specialists in. */
export class SpecializationsResource {
  constructor(private readonly core: Core) {}

  /**
   * Takes up a withdrawn specialization again.
   * @throws {@link SpecializationNotFound} 404 `specialization_not_found`
   */
  activate(id: Uuid, options?: RequestOptions): Call<Specialization, SpecializationsActivateError> {
    return this.core.send('POST', path`/specializations/${id}/activate`, { options });
  }

  /**
   * Adds a specialization. Names are unique, whatever their case.
   * @throws {@link NameTaken} 409 `name_taken`
   */
  create(
    body: CreateSpecialization,
    options?: RequestOptions,
  ): Call<Specialization, SpecializationsCreateError> {
    return this.core.send('POST', '/specializations', { body, options });
  }

  /**
   * Withdraws a specialization that no active doctor has. What it was stays on record.
   * @throws {@link SpecializationNotFound} 404 `specialization_not_found`
   * @throws {@link SpecializationInUse} 409 `specialization_in_use`
   */
  deactivate(id: Uuid, options?: RequestOptions): Call<Specialization, SpecializationsDeactivateError> {
    return this.core.send('POST', path`/specializations/${id}/deactivate`, { options });
  }

  /**
   * One specialization, withdrawn or not. Open to everyone.
   * @throws {@link SpecializationNotFound} 404 `specialization_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<Specialization, SpecializationsGetError> {
    return this.core.send('GET', path`/specializations/${id}`, { options });
  }

  /** The specializations of the clinic's doctors, by name. Open to everyone. */
  list(
    query: SpecializationsListQuery = {},
    options?: RequestOptions,
  ): PagePromise<Specialization, SpecializationsListError> {
    return this.core.page('/specializations', { query, options });
  }

  /**
   * Renames a specialization, for every doctor who has it.
   * @throws {@link SpecializationNotFound} 404 `specialization_not_found`
   * @throws {@link NameTaken} 409 `name_taken`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Versioned,
    body: UpdateSpecialization,
    options?: RequestOptions,
  ): Call<Specialization, SpecializationsUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link SpecializationNotFound} 404 `specialization_not_found`
   * @throws {@link NameTaken} 409 `name_taken`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(
    id: Uuid,
    body: UpdateSpecialization,
    options: VersionedOptions,
  ): Call<Specialization, SpecializationsUpdateError>;
  update(
    id: Uuid | Versioned,
    body: UpdateSpecialization,
    options?: RequestOptions,
  ): Call<Specialization, SpecializationsUpdateError> {
    return this.core.send('PUT', path`/specializations/${idOf(id, 'id')}`, {
      body,
      options: replacing(id, options),
    });
  }
}

/** Sign-ins of the people who work here. */
export class UsersResource {
  constructor(private readonly core: Core) {}

  /**
   * Gives a withdrawn sign-in back. Its owner signs in anew; not while the doctor or the patient whom it stands for
   * is
   * deactivated.
   * @throws {@link UserNotFound} 404 `user_not_found`
   */
  activate(id: Uuid, options?: RequestOptions): Call<User, UsersActivateError> {
    return this.core.send('POST', path`/users/${id}/activate`, { options });
  }

  /**
   * Makes a sign-in for someone who works here. Patients register by themselves.
   * @throws {@link EmailTaken} 409 `email_taken`
   * @throws {@link DoctorHasSignIn} 409 `doctor_has_sign_in`
   * @throws {@link TooManySignIns} 429 `too_many_sign_ins`
   */
  create(body: CreateUser, options?: RequestOptions): Call<User, UsersCreateError> {
    return this.core.send('POST', '/users', { body, options });
  }

  /**
   * Withdraws a sign-in, of staff or of a patient: its sessions stop working on every process within a second.
   * Nobody
   * withdraws their own, and the last active admin stays. The person stays as they are: a doctor is in the directory
   * and can be booked until they are deactivated themselves.
   * @throws {@link UserNotFound} 404 `user_not_found`
   * @throws {@link OwnAccount} 409 `own_account`
   * @throws {@link LastAdmin} 409 `last_admin`
   */
  deactivate(id: Uuid, options?: RequestOptions): Call<User, UsersDeactivateError> {
    return this.core.send('POST', path`/users/${id}/deactivate`, { options });
  }

  /**
   * One sign-in, withdrawn or not; that of a patient without address and name, which are not for admins.
   * @throws {@link UserNotFound} 404 `user_not_found`
   */
  get(id: Uuid, options?: RequestOptions): Call<User, UsersGetError> {
    return this.core.send('GET', path`/users/${id}`, { options });
  }

  /**
   * Issues a one-time code to somebody on the staff who has forgotten the password; `auth.resetPassword` takes it.
   * It is
   * shown here and never again, good for half an hour and for one use, and replaces an earlier one. Its owner finds
   * it
   * among the account's events. Nobody issues one for their own account; patients get theirs at the front desk.
   * @throws {@link UserNotFound} 404 `user_not_found`
   * @throws {@link OwnAccount} 409 `own_account`
   * @throws {@link SignInInactive} 409 `sign_in_inactive`
   */
  issueResetCode(id: Uuid, options?: RequestOptions): Call<ResetCode, UsersIssueResetCodeError> {
    return this.core.send('POST', path`/users/${id}/reset-code`, { options });
  }

  /**
   * Staff sign-ins by e-mail address; with `isPatient=true` those of patients, without address and name, which
   * are not for admins.
   */
  list(query: UsersListQuery = {}, options?: RequestOptions): PagePromise<User, UsersListError> {
    return this.core.page('/users', { query, options });
  }

  /**
   * Changes the fields that are sent. That of a patient is not found. Nobody changes her own role, and the last
   * active admin stays one. Another role
   * ends the user's sessions.
   * @throws {@link UserNotFound} 404 `user_not_found`
   * @throws {@link OwnAccount} 409 `own_account`
   * @throws {@link LastAdmin} 409 `last_admin`
   * @throws {@link DoctorHasSignIn} 409 `doctor_has_sign_in`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(id: Versioned, body: UpdateUser, options?: RequestOptions): Call<User, UsersUpdateError>;
  /**
   * The same by id alone: `ifMatch` says which version is replaced.
   * @throws {@link UserNotFound} 404 `user_not_found`
   * @throws {@link OwnAccount} 409 `own_account`
   * @throws {@link LastAdmin} 409 `last_admin`
   * @throws {@link DoctorHasSignIn} 409 `doctor_has_sign_in`
   * @throws {@link VersionStale} 412 `version_stale`
   * @throws {@link IfMatchRequired} 428 `if_match_required`
   */
  update(id: Uuid, body: UpdateUser, options: VersionedOptions): Call<User, UsersUpdateError>;
  update(id: Uuid | Versioned, body: UpdateUser, options?: RequestOptions): Call<User, UsersUpdateError> {
    return this.core.send('PATCH', path`/users/${idOf(id, 'id')}`, { body, options: replacing(id, options) });
  }
}

/**
 * All resources of the API. What many of their methods may throw is told here, once.
 * @throws {@link BodyTooLarge} `body_too_large`
 * @throws {@link Busy} `busy`
 * @throws {@link ForbiddenError} `forbidden`
 * @throws {@link IdempotencyKeyMalformed} `idempotency_key_malformed`
 * @throws {@link IdempotencyKeyReused} `idempotency_key_reused`
 * @throws {@link InternalError} `internal_error`
 * @throws {@link MalformedRequest} `malformed_request`
 * @throws {@link MysqlUnavailable} `mysql_unavailable`
 * @throws {@link OutcomeUnknown} `outcome_unknown`
 * @throws {@link RequestInFlight} `request_in_flight`
 * @throws {@link RequestTimeout} `request_timeout`
 * @throws {@link SessionEnded} `session_ended`
 * @throws {@link TokenExpired} `token_expired`
 * @throws {@link TokenInvalid} `token_invalid`
 * @throws {@link TokenMissing} `token_missing`
 * @throws {@link UnsupportedMediaTypeError} `unsupported_media_type`
 * @throws {@link ValidationFailed} `validation_failed`
 * @throws {@link WrongEncoding} `wrong_encoding`
 */
export class Resources {
  readonly analytics: AnalyticsResource;
  readonly appointments: AppointmentsResource;
  readonly auth: AuthResource;
  readonly bookingLimits: BookingLimitsResource;
  readonly clinicalNotes: ClinicalNotesResource;
  readonly departments: DepartmentsResource;
  readonly doctors: DoctorsResource;
  readonly holidays: HolidaysResource;
  readonly medicalRecords: MedicalRecordsResource;
  readonly observations: ObservationsResource;
  readonly patients: PatientsResource;
  readonly schedules: SchedulesResource;
  readonly slots: SlotsResource;
  readonly specializations: SpecializationsResource;
  readonly users: UsersResource;

  constructor(core: Core) {
    this.analytics = new AnalyticsResource(core);
    this.appointments = new AppointmentsResource(core);
    this.auth = new AuthResource(core);
    this.bookingLimits = new BookingLimitsResource(core);
    this.clinicalNotes = new ClinicalNotesResource(core);
    this.departments = new DepartmentsResource(core);
    this.doctors = new DoctorsResource(core);
    this.holidays = new HolidaysResource(core);
    this.medicalRecords = new MedicalRecordsResource(core);
    this.observations = new ObservationsResource(core);
    this.patients = new PatientsResource(core);
    this.schedules = new SchedulesResource(core);
    this.slots = new SlotsResource(core);
    this.specializations = new SpecializationsResource(core);
    this.users = new UsersResource(core);
  }
}

/** Where the API begins on its server. */
export const basePath = '/api/v1';
