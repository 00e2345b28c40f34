// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

import type { ConnectionError, TimeoutError } from '../errors.js';
import type {
  AnalyticsBehind,
  AnalyticsBuilding,
  AppointmentNotFound,
  BeyondHorizon,
  BodyTooLarge,
  BookingLimitsNotFound,
  Busy,
  CredentialsWrong,
  CurrentPasswordWrong,
  DepartmentInUse,
  DepartmentInactive,
  DepartmentNotFound,
  DiagnosisNotFound,
  DoctorHasSignIn,
  DoctorNotFound,
  DocumentUnavailable,
  EmailTaken,
  ExactMatchOnly,
  FieldForbidden,
  ForbiddenError,
  HoldExpired,
  HolidayExists,
  HolidayNotFound,
  IdempotencyKeyMalformed,
  IdempotencyKeyReused,
  IfMatchRequired,
  InternalError,
  InvalidTransition,
  LastAdmin,
  LengthNotOffered,
  MalformedRequest,
  MongoUnavailable,
  MysqlUnavailable,
  NameTaken,
  NoteNotFound,
  ObservationNotFound,
  OutcomeUnknown,
  OverrideNotFound,
  OwnAccount,
  PasswordUnchanged,
  PatientActive,
  PatientInactive,
  PatientNotFound,
  RecordClosed,
  RecordExists,
  RecordNotFound,
  RefreshTokenInvalid,
  RequestInFlight,
  RequestTimeout,
  ResetCodeWrong,
  ScheduleFull,
  SecondApproverNeeded,
  SessionEnded,
  SignInInactive,
  SignInNotFound,
  SlotNotOffered,
  SlotTaken,
  SpecializationInUse,
  SpecializationNotFound,
  TimeOffNotFound,
  TokenExpired,
  TokenInvalid,
  TokenMissing,
  TooEarly,
  TooLate,
  TooManyFailures,
  TooManyHolds,
  TooManyRegistrations,
  TooManySignIns,
  TooManyVisits,
  UnsupportedMediaTypeError,
  UserNotFound,
  ValidationFailed,
  VersionStale,
  WrongEncoding,
} from './errors.js';

/** What any call may end with. */
export type CommonError =
  | ConnectionError
  | TimeoutError
  | Busy
  | InternalError
  | MalformedRequest
  | MysqlUnavailable
  | OutcomeUnknown
  | ValidationFailed
  | WrongEncoding;

/** What analytics.departmentLoad may end with. */
export type AnalyticsDepartmentLoadError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.diagnoses may end with. */
export type AnalyticsDiagnosesError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.doctorWorkload may end with. */
export type AnalyticsDoctorWorkloadError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.monthlyAppointments may end with. */
export type AnalyticsMonthlyAppointmentsError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.monthlyVisits may end with. */
export type AnalyticsMonthlyVisitsError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.notes may end with. */
export type AnalyticsNotesError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.refresh may end with. */
export type AnalyticsRefreshError =
  | CommonError
  | AnalyticsBehind
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | MongoUnavailable
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.symptomFrequency may end with. */
export type AnalyticsSymptomFrequencyError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.symptomsBySpecialization may end with. */
export type AnalyticsSymptomsBySpecializationError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.topDoctors may end with. */
export type AnalyticsTopDoctorsError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.utilization may end with. */
export type AnalyticsUtilizationError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What analytics.vitalTrends may end with. */
export type AnalyticsVitalTrendsError =
  | CommonError
  | AnalyticsBuilding
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What appointments.book may end with. */
export type AppointmentsBookError =
  | CommonError
  | BeyondHorizon
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | LengthNotOffered
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | SlotNotOffered
  | SlotTaken
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManyVisits
  | UnsupportedMediaTypeError;

/** What appointments.cancel may end with. */
export type AppointmentsCancelError =
  | CommonError
  | AppointmentNotFound
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooLate
  | UnsupportedMediaTypeError;

/** What appointments.checkIn may end with. */
export type AppointmentsCheckInError =
  | CommonError
  | AppointmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooEarly;

/** What appointments.complete may end with. */
export type AppointmentsCompleteError =
  | CommonError
  | AppointmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What appointments.confirm may end with. */
export type AppointmentsConfirmError =
  | CommonError
  | AppointmentNotFound
  | BeyondHorizon
  | DoctorNotFound
  | ForbiddenError
  | HoldExpired
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | PatientNotFound
  | RequestInFlight
  | SessionEnded
  | SlotNotOffered
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManyVisits;

/** What appointments.get may end with. */
export type AppointmentsGetError =
  | CommonError
  | AppointmentNotFound
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What appointments.hold may end with. */
export type AppointmentsHoldError =
  | CommonError
  | BeyondHorizon
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | LengthNotOffered
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | SlotNotOffered
  | SlotTaken
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManyHolds
  | TooManyVisits
  | UnsupportedMediaTypeError;

/** What appointments.list may end with. */
export type AppointmentsListError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What appointments.noShow may end with. */
export type AppointmentsNoShowError =
  | CommonError
  | AppointmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooEarly;

/** What appointments.reschedule may end with. */
export type AppointmentsRescheduleError =
  | CommonError
  | AppointmentNotFound
  | BeyondHorizon
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | LengthNotOffered
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | SlotNotOffered
  | SlotTaken
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooLate
  | UnsupportedMediaTypeError;

/** What appointments.start may end with. */
export type AppointmentsStartError =
  | CommonError
  | AppointmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What auth.changePassword may end with. */
export type AuthChangePasswordError =
  | CommonError
  | BodyTooLarge
  | CurrentPasswordWrong
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | PasswordUnchanged
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManyFailures
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What auth.endSignIn may end with. */
export type AuthEndSignInError =
  | CommonError
  | BodyTooLarge
  | CurrentPasswordWrong
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManyFailures
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What auth.login may end with. */
export type AuthLoginError =
  | CommonError
  | BodyTooLarge
  | CredentialsWrong
  | RequestTimeout
  | TooManyFailures
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What auth.logout may end with. */
export type AuthLogoutError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What auth.me may end with. */
export type AuthMeError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What auth.refresh may end with. */
export type AuthRefreshError =
  | CommonError
  | BodyTooLarge
  | RefreshTokenInvalid
  | RequestTimeout
  | UnsupportedMediaTypeError;

/** What auth.register may end with. */
export type AuthRegisterError =
  | CommonError
  | BodyTooLarge
  | EmailTaken
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | TooManyRegistrations
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What auth.resetPassword may end with. */
export type AuthResetPasswordError =
  | CommonError
  | BodyTooLarge
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | ResetCodeWrong
  | TooManyFailures
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What auth.securityEvents may end with. */
export type AuthSecurityEventsError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What bookingLimits.get may end with. */
export type BookingLimitsGetError = CommonError;

/** What bookingLimits.set may end with. */
export type BookingLimitsSetError =
  | CommonError
  | BodyTooLarge
  | BookingLimitsNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What clinicalNotes.addAddendum may end with. */
export type ClinicalNotesAddAddendumError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | NoteNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What clinicalNotes.get may end with. */
export type ClinicalNotesGetError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | NoteNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What clinicalNotes.list may end with. */
export type ClinicalNotesListError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What clinicalNotes.post may end with. */
export type ClinicalNotesPostError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RecordNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What clinicalNotes.revise may end with. */
export type ClinicalNotesReviseError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | InvalidTransition
  | NoteNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What clinicalNotes.search may end with. */
export type ClinicalNotesSearchError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What clinicalNotes.sign may end with. */
export type ClinicalNotesSignError =
  | CommonError
  | BodyTooLarge
  | DocumentUnavailable
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | InvalidTransition
  | MongoUnavailable
  | NoteNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What clinicalNotes.versions may end with. */
export type ClinicalNotesVersionsError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | NoteNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What clinicalNotes.withdraw may end with. */
export type ClinicalNotesWithdrawError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | NoteNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What departments.activate may end with. */
export type DepartmentsActivateError =
  | CommonError
  | DepartmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What departments.create may end with. */
export type DepartmentsCreateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | NameTaken
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What departments.deactivate may end with. */
export type DepartmentsDeactivateError =
  | CommonError
  | DepartmentInUse
  | DepartmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What departments.get may end with. */
export type DepartmentsGetError = CommonError | DepartmentNotFound;

/** What departments.list may end with. */
export type DepartmentsListError = CommonError;

/** What departments.update may end with. */
export type DepartmentsUpdateError =
  | CommonError
  | BodyTooLarge
  | DepartmentNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | NameTaken
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What doctors.activate may end with. */
export type DoctorsActivateError =
  | CommonError
  | DepartmentInactive
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What doctors.create may end with. */
export type DoctorsCreateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What doctors.deactivate may end with. */
export type DoctorsDeactivateError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What doctors.get may end with. */
export type DoctorsGetError = CommonError | DoctorNotFound;

/** What doctors.list may end with. */
export type DoctorsListError = CommonError;

/** What doctors.profile may end with. */
export type DoctorsProfileError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What doctors.slots may end with. */
export type DoctorsSlotsError = CommonError | DoctorNotFound;

/** What doctors.update may end with. */
export type DoctorsUpdateError =
  | CommonError
  | BodyTooLarge
  | DoctorNotFound
  | FieldForbidden
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What doctors.visitsToSettle may end with. */
export type DoctorsVisitsToSettleError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What holidays.create may end with. */
export type HolidaysCreateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | HolidayExists
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What holidays.list may end with. */
export type HolidaysListError = CommonError;

/** What holidays.remove may end with. */
export type HolidaysRemoveError =
  | CommonError
  | ForbiddenError
  | HolidayNotFound
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What medicalRecords.addDiagnosis may end with. */
export type MedicalRecordsAddDiagnosisError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RecordClosed
  | RecordNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What medicalRecords.checkIn may end with. */
export type MedicalRecordsCheckInError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RecordNotFound
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What medicalRecords.close may end with. */
export type MedicalRecordsCloseError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | RecordNotFound
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What medicalRecords.get may end with. */
export type MedicalRecordsGetError =
  | CommonError
  | ForbiddenError
  | RecordNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What medicalRecords.list may end with. */
export type MedicalRecordsListError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What medicalRecords.open may end with. */
export type MedicalRecordsOpenError =
  | CommonError
  | AppointmentNotFound
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | PatientNotFound
  | RecordExists
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What medicalRecords.setDiagnosisStatus may end with. */
export type MedicalRecordsSetDiagnosisStatusError =
  | CommonError
  | BodyTooLarge
  | DiagnosisNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What medicalRecords.update may end with. */
export type MedicalRecordsUpdateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | RecordClosed
  | RecordNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What observations.get may end with. */
export type ObservationsGetError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | ObservationNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What observations.list may end with. */
export type ObservationsListError =
  | CommonError
  | DocumentUnavailable
  | ForbiddenError
  | MongoUnavailable
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What observations.post may end with. */
export type ObservationsPostError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RecordNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What observations.withdraw may end with. */
export type ObservationsWithdrawError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | InvalidTransition
  | ObservationNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What patients.activate may end with. */
export type PatientsActivateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | PatientActive
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SecondApproverNeeded
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What patients.create may end with. */
export type PatientsCreateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What patients.deactivate may end with. */
export type PatientsDeactivateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | PatientInactive
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SecondApproverNeeded
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What patients.get may end with. */
export type PatientsGetError =
  | CommonError
  | ForbiddenError
  | PatientNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What patients.issueResetCode may end with. */
export type PatientsIssueResetCodeError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | SignInInactive
  | SignInNotFound
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What patients.list may end with. */
export type PatientsListError =
  | CommonError
  | ExactMatchOnly
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What patients.search may end with. */
export type PatientsSearchError =
  | CommonError
  | ExactMatchOnly
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What patients.update may end with. */
export type PatientsUpdateError =
  | CommonError
  | BodyTooLarge
  | FieldForbidden
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | PatientNotFound
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What patients.visitsToSettle may end with. */
export type PatientsVisitsToSettleError =
  | CommonError
  | ForbiddenError
  | PatientNotFound
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What schedules.addTimeOff may end with. */
export type SchedulesAddTimeOffError =
  | CommonError
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | ScheduleFull
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What schedules.get may end with. */
export type SchedulesGetError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What schedules.removeOverride may end with. */
export type SchedulesRemoveOverrideError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | OverrideNotFound
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What schedules.removeTimeOff may end with. */
export type SchedulesRemoveTimeOffError =
  | CommonError
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TimeOffNotFound
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What schedules.setHours may end with. */
export type SchedulesSetHoursError =
  | CommonError
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What schedules.setOverride may end with. */
export type SchedulesSetOverrideError =
  | CommonError
  | BodyTooLarge
  | DoctorNotFound
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | ScheduleFull
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What slots.firstFree may end with. */
export type SlotsFirstFreeError = CommonError;

/** What specializations.activate may end with. */
export type SpecializationsActivateError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | SpecializationNotFound
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What specializations.create may end with. */
export type SpecializationsCreateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | NameTaken
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError;

/** What specializations.deactivate may end with. */
export type SpecializationsDeactivateError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | SpecializationInUse
  | SpecializationNotFound
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What specializations.get may end with. */
export type SpecializationsGetError = CommonError | SpecializationNotFound;

/** What specializations.list may end with. */
export type SpecializationsListError = CommonError;

/** What specializations.update may end with. */
export type SpecializationsUpdateError =
  | CommonError
  | BodyTooLarge
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | NameTaken
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | SpecializationNotFound
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | VersionStale;

/** What users.activate may end with. */
export type UsersActivateError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UserNotFound;

/** What users.create may end with. */
export type UsersCreateError =
  | CommonError
  | BodyTooLarge
  | DoctorHasSignIn
  | EmailTaken
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | TooManySignIns
  | UnsupportedMediaTypeError;

/** What users.deactivate may end with. */
export type UsersDeactivateError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | LastAdmin
  | OwnAccount
  | RequestInFlight
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UserNotFound;

/** What users.get may end with. */
export type UsersGetError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UserNotFound;

/** What users.issueResetCode may end with. */
export type UsersIssueResetCodeError =
  | CommonError
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | OwnAccount
  | RequestInFlight
  | SessionEnded
  | SignInInactive
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UserNotFound;

/** What users.list may end with. */
export type UsersListError =
  | CommonError
  | ForbiddenError
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing;

/** What users.update may end with. */
export type UsersUpdateError =
  | CommonError
  | BodyTooLarge
  | DoctorHasSignIn
  | ForbiddenError
  | IdempotencyKeyMalformed
  | IdempotencyKeyReused
  | IfMatchRequired
  | LastAdmin
  | OwnAccount
  | RequestInFlight
  | RequestTimeout
  | SessionEnded
  | TokenExpired
  | TokenInvalid
  | TokenMissing
  | UnsupportedMediaTypeError
  | UserNotFound
  | VersionStale;
