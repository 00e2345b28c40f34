// Generated from sdk/openapi.json. Do not edit: change the API and generate again.

import {
  type ApiErrorClass,
  ApiError,
  BadRequest,
  Conflict,
  Forbidden,
  NotFound,
  PayloadTooLarge,
  PreconditionFailed,
  PreconditionRequired,
  ServerError,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnprocessableContent,
  UnsupportedMediaType,
} from '../errors.js';
import type { AppointmentState, Instant, Slot, Uuid } from './types.js';

/** 503 `analytics_behind`, of analytics_refresh. */
export class AnalyticsBehind extends ServiceUnavailable {
  declare readonly code: 'analytics_behind';
}

/**
 * 503 `analytics_building`, of analytics_departmentLoad, analytics_diagnoses, analytics_doctorWorkload,
 * analytics_monthlyAppointments, analytics_monthlyVisits, analytics_notes, analytics_symptomFrequency,
 * analytics_symptomsBySpecialization, analytics_topDoctors, analytics_utilization, analytics_vitalTrends.
 */
export class AnalyticsBuilding extends ServiceUnavailable {
  declare readonly code: 'analytics_building';
}

/**
 * 404 `appointment_not_found`, of appointments_cancel, appointments_checkIn, appointments_complete,
 * appointments_confirm, appointments_get, appointments_noShow, appointments_reschedule, appointments_start,
 * medicalRecords_open.
 */
export class AppointmentNotFound extends NotFound {
  declare readonly code: 'appointment_not_found';
}

/** 409 `beyond_horizon`, of appointments_book, appointments_confirm, appointments_hold, appointments_reschedule. */
export class BeyondHorizon extends Conflict {
  declare readonly code: 'beyond_horizon';
  /** How many days ahead the caller may book. */
  declare readonly horizonDays: number;
  /** The last instant at which a visit may begin now. */
  declare readonly bookableUntil: Instant;
}

/** 413 `body_too_large`, of many operations. */
export class BodyTooLarge extends PayloadTooLarge {
  declare readonly code: 'body_too_large';
}

/** 404 `booking_limits_not_found`, of bookingLimits_set. */
export class BookingLimitsNotFound extends NotFound {
  declare readonly code: 'booking_limits_not_found';
}

/** 503 `busy`, of many operations. */
export class Busy extends ServiceUnavailable {
  declare readonly code: 'busy';
}

/** 401 `credentials_wrong`, of auth_login. */
export class CredentialsWrong extends Unauthorized {
  declare readonly code: 'credentials_wrong';
}

/** 422 `current_password_wrong`, of auth_changePassword, auth_endSignIn. */
export class CurrentPasswordWrong extends UnprocessableContent {
  declare readonly code: 'current_password_wrong';
}

/** 409 `department_in_use`, of departments_deactivate. */
export class DepartmentInUse extends Conflict {
  declare readonly code: 'department_in_use';
}

/** 409 `department_inactive`, of doctors_activate. */
export class DepartmentInactive extends Conflict {
  declare readonly code: 'department_inactive';
}

/**
 * 404 `department_not_found`, of departments_activate, departments_deactivate, departments_get,
 * departments_update.
 */
export class DepartmentNotFound extends NotFound {
  declare readonly code: 'department_not_found';
}

/** 404 `diagnosis_not_found`, of medicalRecords_setDiagnosisStatus. */
export class DiagnosisNotFound extends NotFound {
  declare readonly code: 'diagnosis_not_found';
}

/** 409 `doctor_has_sign_in`, of users_create, users_update. */
export class DoctorHasSignIn extends Conflict {
  declare readonly code: 'doctor_has_sign_in';
}

/**
 * 404 `doctor_not_found`, of appointments_book, appointments_confirm, appointments_hold, appointments_reschedule,
 * doctors_activate, doctors_deactivate, doctors_get, doctors_profile, doctors_slots, doctors_update,
 * doctors_visitsToSettle, schedules_addTimeOff, schedules_get, schedules_removeOverride, schedules_removeTimeOff,
 * schedules_setHours, schedules_setOverride.
 */
export class DoctorNotFound extends NotFound {
  declare readonly code: 'doctor_not_found';
}

/**
 * 503 `document_unavailable`, of clinicalNotes_get, clinicalNotes_list, clinicalNotes_search, clinicalNotes_sign,
 * clinicalNotes_versions, observations_get, observations_list.
 */
export class DocumentUnavailable extends ServiceUnavailable {
  declare readonly code: 'document_unavailable';
}

/** 409 `email_taken`, of auth_register, users_create. */
export class EmailTaken extends Conflict {
  declare readonly code: 'email_taken';
}

/** 403 `exact_match_only`, of patients_list, patients_search. */
export class ExactMatchOnly extends Forbidden {
  declare readonly code: 'exact_match_only';
}

/** 403 `field_forbidden`, of doctors_update, patients_update. */
export class FieldForbidden extends Forbidden {
  declare readonly code: 'field_forbidden';
}

/** 403 `forbidden`, of many operations. */
export class ForbiddenError extends Forbidden {
  declare readonly code: 'forbidden';
}

/** 409 `hold_expired`, of appointments_confirm. */
export class HoldExpired extends Conflict {
  declare readonly code: 'hold_expired';
}

/** 409 `holiday_exists`, of holidays_create. */
export class HolidayExists extends Conflict {
  declare readonly code: 'holiday_exists';
}

/** 404 `holiday_not_found`, of holidays_remove. */
export class HolidayNotFound extends NotFound {
  declare readonly code: 'holiday_not_found';
}

/** 422 `idempotency_key_malformed`, of many operations. */
export class IdempotencyKeyMalformed extends UnprocessableContent {
  declare readonly code: 'idempotency_key_malformed';
}

/** 422 `idempotency_key_reused`, of many operations. */
export class IdempotencyKeyReused extends UnprocessableContent {
  declare readonly code: 'idempotency_key_reused';
}

/**
 * 428 `if_match_required`, of bookingLimits_set, clinicalNotes_revise, clinicalNotes_sign, departments_update,
 * doctors_update, medicalRecords_setDiagnosisStatus, medicalRecords_update, patients_update, schedules_setHours,
 * specializations_update, users_update.
 */
export class IfMatchRequired extends PreconditionRequired {
  declare readonly code: 'if_match_required';
}

/** 500 `internal_error`, of many operations. */
export class InternalError extends ServerError {
  declare readonly code: 'internal_error';
}

/**
 * 409 `invalid_transition`, of appointments_cancel, appointments_checkIn, appointments_complete,
 * appointments_confirm, appointments_noShow, appointments_reschedule, appointments_start,
 * clinicalNotes_addAddendum, clinicalNotes_revise, clinicalNotes_sign, clinicalNotes_withdraw,
 * medicalRecords_checkIn, medicalRecords_close, medicalRecords_open, observations_withdraw.
 */
export class InvalidTransition extends Conflict {
  declare readonly code: 'invalid_transition';
  /** The state that the visit is in. */
  declare readonly state?: AppointmentState;
  /** The states in which it is possible. */
  declare readonly allowedFrom?: AppointmentState[];
}

/** 409 `last_admin`, of users_deactivate, users_update. */
export class LastAdmin extends Conflict {
  declare readonly code: 'last_admin';
}

/** 422 `length_not_offered`, of appointments_book, appointments_hold, appointments_reschedule. */
export class LengthNotOffered extends UnprocessableContent {
  declare readonly code: 'length_not_offered';
  /** The length of visits with this doctor, in minutes. */
  declare readonly visitMinutes: number;
}

/** 400 `malformed_request`, of many operations. */
export class MalformedRequest extends BadRequest {
  declare readonly code: 'malformed_request';
}

/**
 * 503 `mongo_unavailable`, of analytics_refresh, analytics_symptomFrequency, analytics_symptomsBySpecialization,
 * analytics_vitalTrends, clinicalNotes_get, clinicalNotes_list, clinicalNotes_search, clinicalNotes_sign,
 * clinicalNotes_versions, observations_get, observations_list.
 */
export class MongoUnavailable extends ServiceUnavailable {
  declare readonly code: 'mongo_unavailable';
}

/** 503 `mysql_unavailable`, of many operations. */
export class MysqlUnavailable extends ServiceUnavailable {
  declare readonly code: 'mysql_unavailable';
}

/** 409 `name_taken`, of departments_create, departments_update, specializations_create, specializations_update. */
export class NameTaken extends Conflict {
  declare readonly code: 'name_taken';
}

/**
 * 404 `note_not_found`, of clinicalNotes_addAddendum, clinicalNotes_get, clinicalNotes_revise, clinicalNotes_sign,
 * clinicalNotes_versions, clinicalNotes_withdraw.
 */
export class NoteNotFound extends NotFound {
  declare readonly code: 'note_not_found';
}

/** 404 `observation_not_found`, of observations_get, observations_withdraw. */
export class ObservationNotFound extends NotFound {
  declare readonly code: 'observation_not_found';
}

/** 503 `outcome_unknown`, of many operations. */
export class OutcomeUnknown extends ServiceUnavailable {
  declare readonly code: 'outcome_unknown';
}

/** 404 `override_not_found`, of schedules_removeOverride. */
export class OverrideNotFound extends NotFound {
  declare readonly code: 'override_not_found';
}

/** 409 `own_account`, of users_deactivate, users_issueResetCode, users_update. */
export class OwnAccount extends Conflict {
  declare readonly code: 'own_account';
}

/** 422 `password_unchanged`, of auth_changePassword. */
export class PasswordUnchanged extends UnprocessableContent {
  declare readonly code: 'password_unchanged';
}

/** 409 `patient_active`, of patients_activate. */
export class PatientActive extends Conflict {
  declare readonly code: 'patient_active';
}

/** 409 `patient_inactive`, of patients_deactivate. */
export class PatientInactive extends Conflict {
  declare readonly code: 'patient_inactive';
}

/**
 * 404 `patient_not_found`, of appointments_book, appointments_confirm, appointments_hold, appointments_reschedule,
 * medicalRecords_open, patients_activate, patients_deactivate, patients_get, patients_update,
 * patients_visitsToSettle.
 */
export class PatientNotFound extends NotFound {
  declare readonly code: 'patient_not_found';
}

/** 409 `record_closed`, of medicalRecords_addDiagnosis, medicalRecords_update. */
export class RecordClosed extends Conflict {
  declare readonly code: 'record_closed';
}

/** 409 `record_exists`, of medicalRecords_open. */
export class RecordExists extends Conflict {
  declare readonly code: 'record_exists';
  /** The record that the visit has. */
  declare readonly recordUuid: Uuid;
}

/**
 * 404 `record_not_found`, of clinicalNotes_post, medicalRecords_addDiagnosis, medicalRecords_checkIn,
 * medicalRecords_close, medicalRecords_get, medicalRecords_update, observations_post.
 */
export class RecordNotFound extends NotFound {
  declare readonly code: 'record_not_found';
}

/** 401 `refresh_token_invalid`, of auth_refresh. */
export class RefreshTokenInvalid extends Unauthorized {
  declare readonly code: 'refresh_token_invalid';
}

/** 409 `request_in_flight`, of many operations. */
export class RequestInFlight extends Conflict {
  declare readonly code: 'request_in_flight';
}

/** 408 `request_timeout`, of many operations. */
export class RequestTimeout extends ApiError {
  declare readonly code: 'request_timeout';
}

/** 401 `reset_code_wrong`, of auth_resetPassword. */
export class ResetCodeWrong extends Unauthorized {
  declare readonly code: 'reset_code_wrong';
}

/** 409 `schedule_full`, of schedules_addTimeOff, schedules_setOverride. */
export class ScheduleFull extends Conflict {
  declare readonly code: 'schedule_full';
}

/** 409 `second_approver_needed`, of patients_activate, patients_deactivate. */
export class SecondApproverNeeded extends Conflict {
  declare readonly code: 'second_approver_needed';
}

/** 401 `session_ended`, of many operations. */
export class SessionEnded extends Unauthorized {
  declare readonly code: 'session_ended';
}

/** 409 `sign_in_inactive`, of patients_issueResetCode, users_issueResetCode. */
export class SignInInactive extends Conflict {
  declare readonly code: 'sign_in_inactive';
}

/** 404 `sign_in_not_found`, of patients_issueResetCode. */
export class SignInNotFound extends NotFound {
  declare readonly code: 'sign_in_not_found';
}

/** 409 `slot_not_offered`, of appointments_book, appointments_confirm, appointments_hold, appointments_reschedule. */
export class SlotNotOffered extends Conflict {
  declare readonly code: 'slot_not_offered';
  /** The next free times of the same length with the same doctor. */
  declare readonly nextFree: Slot[];
}

/** 409 `slot_taken`, of appointments_book, appointments_hold, appointments_reschedule. */
export class SlotTaken extends Conflict {
  declare readonly code: 'slot_taken';
  /** Whose time is taken: the doctor's, or the patient has another visit. */
  declare readonly conflictWith: 'doctor' | 'patient';
  /**
   * Times, within the one asked for, that are taken; never whose. Where they are visits that the caller may not
   * read,
   * the time asked for as a whole.
   */
  declare readonly blockers: Slot[];
  /** The next free times of the same length with the same doctor. */
  declare readonly nextFree: Slot[];
}

/** 409 `specialization_in_use`, of specializations_deactivate. */
export class SpecializationInUse extends Conflict {
  declare readonly code: 'specialization_in_use';
}

/**
 * 404 `specialization_not_found`, of specializations_activate, specializations_deactivate, specializations_get,
 * specializations_update.
 */
export class SpecializationNotFound extends NotFound {
  declare readonly code: 'specialization_not_found';
}

/** 404 `time_off_not_found`, of schedules_removeTimeOff. */
export class TimeOffNotFound extends NotFound {
  declare readonly code: 'time_off_not_found';
}

/** 401 `token_expired`, of many operations. */
export class TokenExpired extends Unauthorized {
  declare readonly code: 'token_expired';
}

/** 401 `token_invalid`, of many operations. */
export class TokenInvalid extends Unauthorized {
  declare readonly code: 'token_invalid';
}

/** 401 `token_missing`, of many operations. */
export class TokenMissing extends Unauthorized {
  declare readonly code: 'token_missing';
}

/** 409 `too_early`, of appointments_checkIn, appointments_noShow. */
export class TooEarly extends Conflict {
  declare readonly code: 'too_early';
}

/** 409 `too_late`, of appointments_cancel, appointments_reschedule. */
export class TooLate extends Conflict {
  declare readonly code: 'too_late';
}

/** 429 `too_many_failures`, of auth_changePassword, auth_endSignIn, auth_login, auth_resetPassword. */
export class TooManyFailures extends TooManyRequests {
  declare readonly code: 'too_many_failures';
}

/** 409 `too_many_holds`, of appointments_hold. */
export class TooManyHolds extends Conflict {
  declare readonly code: 'too_many_holds';
  /** How many times one patient may hold at once. */
  declare readonly maxHolds: number;
}

/** 429 `too_many_registrations`, of auth_register. */
export class TooManyRegistrations extends TooManyRequests {
  declare readonly code: 'too_many_registrations';
}

/**
 * 429 `too_many_sign_ins`, of auth_changePassword, auth_endSignIn, auth_login, auth_register, auth_resetPassword,
 * users_create.
 */
export class TooManySignIns extends TooManyRequests {
  declare readonly code: 'too_many_sign_ins';
}

/** 409 `too_many_visits`, of appointments_book, appointments_confirm, appointments_hold. */
export class TooManyVisits extends Conflict {
  declare readonly code: 'too_many_visits';
  /** How many visits to come one patient may have booked. */
  declare readonly maxFutureVisits: number;
}

/** 415 `unsupported_media_type`, of many operations. */
export class UnsupportedMediaTypeError extends UnsupportedMediaType {
  declare readonly code: 'unsupported_media_type';
}

/** 404 `user_not_found`, of users_activate, users_deactivate, users_get, users_issueResetCode, users_update. */
export class UserNotFound extends NotFound {
  declare readonly code: 'user_not_found';
}

/** 422 `validation_failed`, of many operations. */
export class ValidationFailed extends UnprocessableContent {
  declare readonly code: 'validation_failed';
}

/**
 * 412 `version_stale`, of bookingLimits_set, clinicalNotes_revise, clinicalNotes_sign, departments_update,
 * doctors_update, medicalRecords_setDiagnosisStatus, medicalRecords_update, patients_update, schedules_setHours,
 * schedules_setOverride, specializations_update, users_update.
 */
export class VersionStale extends PreconditionFailed {
  declare readonly code: 'version_stale';
}

/** 400 `wrong_encoding`, of many operations. */
export class WrongEncoding extends BadRequest {
  declare readonly code: 'wrong_encoding';
}

/** The class of each documented code. */
export const errorsByCode: Readonly<Record<string, ApiErrorClass>> = {
  analytics_behind: AnalyticsBehind,
  analytics_building: AnalyticsBuilding,
  appointment_not_found: AppointmentNotFound,
  beyond_horizon: BeyondHorizon,
  body_too_large: BodyTooLarge,
  booking_limits_not_found: BookingLimitsNotFound,
  busy: Busy,
  credentials_wrong: CredentialsWrong,
  current_password_wrong: CurrentPasswordWrong,
  department_in_use: DepartmentInUse,
  department_inactive: DepartmentInactive,
  department_not_found: DepartmentNotFound,
  diagnosis_not_found: DiagnosisNotFound,
  doctor_has_sign_in: DoctorHasSignIn,
  doctor_not_found: DoctorNotFound,
  document_unavailable: DocumentUnavailable,
  email_taken: EmailTaken,
  exact_match_only: ExactMatchOnly,
  field_forbidden: FieldForbidden,
  forbidden: ForbiddenError,
  hold_expired: HoldExpired,
  holiday_exists: HolidayExists,
  holiday_not_found: HolidayNotFound,
  idempotency_key_malformed: IdempotencyKeyMalformed,
  idempotency_key_reused: IdempotencyKeyReused,
  if_match_required: IfMatchRequired,
  internal_error: InternalError,
  invalid_transition: InvalidTransition,
  last_admin: LastAdmin,
  length_not_offered: LengthNotOffered,
  malformed_request: MalformedRequest,
  mongo_unavailable: MongoUnavailable,
  mysql_unavailable: MysqlUnavailable,
  name_taken: NameTaken,
  note_not_found: NoteNotFound,
  observation_not_found: ObservationNotFound,
  outcome_unknown: OutcomeUnknown,
  override_not_found: OverrideNotFound,
  own_account: OwnAccount,
  password_unchanged: PasswordUnchanged,
  patient_active: PatientActive,
  patient_inactive: PatientInactive,
  patient_not_found: PatientNotFound,
  record_closed: RecordClosed,
  record_exists: RecordExists,
  record_not_found: RecordNotFound,
  refresh_token_invalid: RefreshTokenInvalid,
  request_in_flight: RequestInFlight,
  request_timeout: RequestTimeout,
  reset_code_wrong: ResetCodeWrong,
  schedule_full: ScheduleFull,
  second_approver_needed: SecondApproverNeeded,
  session_ended: SessionEnded,
  sign_in_inactive: SignInInactive,
  sign_in_not_found: SignInNotFound,
  slot_not_offered: SlotNotOffered,
  slot_taken: SlotTaken,
  specialization_in_use: SpecializationInUse,
  specialization_not_found: SpecializationNotFound,
  time_off_not_found: TimeOffNotFound,
  token_expired: TokenExpired,
  token_invalid: TokenInvalid,
  token_missing: TokenMissing,
  too_early: TooEarly,
  too_late: TooLate,
  too_many_failures: TooManyFailures,
  too_many_holds: TooManyHolds,
  too_many_registrations: TooManyRegistrations,
  too_many_sign_ins: TooManySignIns,
  too_many_visits: TooManyVisits,
  unsupported_media_type: UnsupportedMediaTypeError,
  user_not_found: UserNotFound,
  validation_failed: ValidationFailed,
  version_stale: VersionStale,
  wrong_encoding: WrongEncoding,
};
