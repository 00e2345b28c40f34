/** What a code stands for. */
export interface Meaning {
  /** What went wrong: the same sentence for every occurrence. */
  readonly title: string;
  /** What whoever calls the API does about it. */
  readonly remedy: string;
}

/**
 * Every error that the API answers with, by what went wrong in the domain's terms (`lib/problem.ts` alone knows which
 * HTTP status that is). A code is public API: it stays, and so does its kind. `docs/errors.md` is made from this list.
 */
export const errorList = {
  malformed: {
    malformed_request: {
      title: 'The request cannot be read: check its URL, its headers and its JSON.',
      remedy: 'Correct it. `errors` names the place where it is known.',
    },
    wrong_encoding: {
      title: 'The request is not UTF-8.',
      remedy: 'Send the URL and the body in UTF-8. `errors` names the part that is not.',
    },
  },
  unauthenticated: {
    token_missing: {
      title: 'Sign in first: there is no access token.',
      remedy: 'Send the access token as `Authorization: Bearer …`.',
    },
    token_invalid: {
      title: 'The access token is not valid.',
      remedy: 'Sign in again: it was not issued here, or was changed. `/metrics` has a token of its own.',
    },
    token_expired: {
      title: 'The access token has expired. Refresh it.',
      remedy: 'Refresh it with `POST /auth/refresh`, then repeat. The SDK does so.',
    },
    session_ended: {
      title: 'The session has ended. Sign in again.',
      remedy: 'Sign in again: somebody signed out, changed the password, or lost the right to sign in.',
    },
    refresh_token_invalid: {
      title: 'The session cannot be renewed. Sign in again.',
      remedy: 'Sign in again: the refresh token was used before, has expired, or its session has ended.',
    },
    credentials_wrong: {
      title: 'The e-mail address or the password is wrong.',
      remedy: 'Ask for both again. Which one is wrong is not told.',
    },
    reset_code_wrong: {
      title: 'The code or the e-mail address is wrong, or the code is no longer good.',
      remedy: 'Ask for both again, then the clinic for a new code: one works once, and for a short time.',
    },
  },
  forbidden: {
    forbidden: {
      title: 'Your role may not do this.',
      remedy: 'Ask somebody who may: [who may do what](access.md).',
    },
    field_forbidden: {
      title: 'Your role may not change this field.',
      remedy: 'Leave out the field that `errors` names.',
    },
    exact_match_only: {
      title: 'Your role finds a patient by MRN, or by full name and birth date.',
      remedy: 'Ask with `mrn`, or with the full name and the birth date.',
    },
  },
  not_found: {
    route_not_found: {
      title: 'There is no such operation. See /docs.',
      remedy: 'Check the path. An older server may not have an operation that the SDK knows.',
    },
    appointment_not_found: missing('appointment'),
    booking_limits_not_found: missing('set of booking limits'),
    department_not_found: missing('department'),
    diagnosis_not_found: missing('diagnosis'),
    doctor_not_found: missing('doctor'),
    holiday_not_found: missing('holiday'),
    note_not_found: missing('note'),
    observation_not_found: missing('observation'),
    override_not_found: missing('override of the weekly hours'),
    patient_not_found: missing('patient'),
    record_not_found: missing('medical record'),
    sign_in_not_found: missing('sign-in'),
    specialization_not_found: missing('specialization'),
    time_off_not_found: missing('entry of time off'),
    user_not_found: missing('user'),
  },
  method_not_allowed: {
    method_not_allowed: {
      title: 'This path has no such method.',
      remedy: 'Use one of those that the header `Allow` lists.',
    },
  },
  timeout: {
    request_timeout: {
      title: 'The request did not arrive in time. Nothing was changed.',
      remedy: 'Send it again, the body at once.',
    },
  },
  conflict: {
    slot_taken: {
      title: 'The time is taken.',
      remedy: 'Offer one of `nextFree`. `blockers` are the times that are taken.',
    },
    slot_not_offered: {
      title: 'The doctor does not work at this time.',
      remedy: 'Offer one of `nextFree`.',
    },
    hold_expired: {
      title: 'The hold has expired. Choose a time again.',
      remedy: 'Show the free times anew, and hold or book one of them.',
    },
    beyond_horizon: {
      title: 'The visit would be too far ahead.',
      remedy: 'Choose a time until `bookableUntil`.',
    },
    too_many_holds: {
      title: 'Too many times are held at once.',
      remedy: 'Confirm or cancel a hold first. `maxHolds` are possible.',
    },
    too_many_visits: {
      title: 'Too many visits are booked ahead.',
      remedy: 'Cancel one first, or wait for one. `maxFutureVisits` are possible.',
    },
    too_early: {
      title: 'It is too early for this.',
      remedy: 'Try again later: `detail` says when.',
    },
    too_late: {
      title: 'It is too late for this. Please call the clinic.',
      remedy: 'Ask the patient to call the clinic. The front desk may still do it.',
    },
    invalid_transition: {
      title: 'This is not possible in its present state.',
      remedy: 'Read it again, and offer what its state allows. `detail` says what stands in the way.',
    },
    record_closed: {
      title: 'The medical record is closed.',
      remedy: 'Nothing is added to it any more. Open a record for the visit of today.',
    },
    record_exists: {
      title: 'The appointment has a medical record already.',
      remedy: 'Use the one that `recordUuid` names.',
    },
    mrn_taken: {
      title: 'There is a patient with this medical record number already.',
      remedy: 'Look that patient up: it may be the same person.',
    },
    patient_active: {
      title: 'The patient is active already.',
      remedy: 'Read the patient again: somebody was faster.',
    },
    patient_inactive: {
      title: 'The patient is not active any more.',
      remedy: 'Read the patient again: somebody was faster.',
    },
    second_approver_needed: {
      title: 'You have asked for this already. Another admin must agree.',
      remedy: 'Let another admin send the same request.',
    },
    schedule_full: {
      title: 'The schedule of this doctor is full.',
      remedy: 'Remove what is no longer needed first. `detail` says what there is too much of.',
    },
    holiday_exists: {
      title: 'That date is a holiday there already.',
      remedy: 'Nothing is to be done.',
    },
    name_taken: {
      title: 'The name is taken.',
      remedy: 'Use the one that is there, or choose another name.',
    },
    department_in_use: {
      title: 'Active doctors belong to this department. Move them first.',
      remedy: 'Move them to another department, or deactivate them.',
    },
    department_inactive: {
      title: 'The department of this doctor is closed. Open it first.',
      remedy: 'Activate the department, or move the doctor to another one.',
    },
    specialization_in_use: {
      title: 'Active doctors have this specialization. Change theirs first.',
      remedy: 'Give them another specialization, or deactivate them.',
    },
    email_taken: {
      title: 'There is a sign-in with this e-mail address already.',
      remedy: 'Sign in with it, or use another address.',
    },
    doctor_has_sign_in: {
      title: 'This doctor has a sign-in already.',
      remedy: 'Change the one that is there.',
    },
    sign_in_inactive: {
      title: 'Nobody may sign in with this account now.',
      remedy: 'Activate the sign-in, or whom it belongs to, first.',
    },
    own_account: {
      title: 'Nobody does this to their own account. Ask another admin.',
      remedy: 'Let another admin send the request.',
    },
    last_admin: {
      title: 'This is the last active admin. Make another one first.',
      remedy: 'Create or activate another admin, then repeat.',
    },
    request_in_flight: {
      title: 'The first request with this Idempotency-Key is still under way. Repeat it in a second.',
      remedy: 'Repeat it with the same key.',
    },
  },
  stale: {
    version_stale: {
      title: 'It was changed since you read it. Read it again, then repeat.',
      remedy: 'Read it again, decide anew, and send its new version as `If-Match`.',
    },
  },
  too_large: {
    body_too_large: {
      title: 'The body is larger than allowed.',
      remedy: 'Send less at once.',
    },
  },
  unsupported_media: {
    unsupported_media_type: {
      title: 'Send the body as application/json in UTF-8, not compressed.',
      remedy: 'Set `Content-Type: application/json`, and no `Content-Encoding`.',
    },
  },
  invalid: {
    validation_failed: {
      title: 'The request is not valid.',
      remedy: 'Correct the fields that `errors` names. `message` says what each must be.',
    },
    length_not_offered: {
      title: 'Visits with this doctor have a length of their own.',
      remedy: 'Leave `durationMinutes` out, or send `visitMinutes`.',
    },
    current_password_wrong: {
      title: 'The current password is wrong.',
      remedy: 'Ask for it again.',
    },
    password_unchanged: {
      title: 'The new password is the current one.',
      remedy: 'Ask for another one.',
    },
    idempotency_key_malformed: {
      title: 'Idempotency-Key must have 8 to 128 visible ASCII characters, e.g. a UUID.',
      remedy: 'Make a new UUID for each request that is not a repetition.',
    },
    idempotency_key_reused: {
      title: 'This Idempotency-Key came with another request before. Use a new one.',
      remedy: 'Repeat with the same key only what is the same request. A new request gets a new key.',
    },
  },
  precondition_required: {
    if_match_required: {
      title: 'Send the version that you read as If-Match.',
      remedy: 'Send the `ETag` that came with it, such as `If-Match: "3"`.',
    },
  },
  too_many: {
    too_many_failures: {
      title: 'There were too many wrong tries. Wait before the next one.',
      remedy: 'Wait for `retryAfterSeconds`. A forgotten password is replaced with a code of the clinic.',
    },
    too_many_registrations: {
      title: 'Too many registrations from here were refused. Wait before the next one, or sign in.',
      remedy: 'Wait for `retryAfterSeconds`, or sign in.',
    },
    too_many_sign_ins: {
      title: 'Too many people sign in right now. Try again in a few seconds.',
      remedy: 'Repeat it after `retryAfterSeconds`.',
    },
  },
  internal: {
    internal_error: {
      title: 'Something went wrong on our side.',
      remedy: 'Report it with its `requestId`: the log of the server has the same one.',
    },
  },
  unavailable: {
    busy: {
      title: 'The server is overloaded. Nothing was changed; try again in a second.',
      remedy: 'Repeat it after `retryAfterSeconds`.',
    },
    mysql_unavailable: {
      title: 'The database does not answer. Nothing was changed; try again in a second.',
      remedy: 'Repeat it after `retryAfterSeconds`. If it stays, whoever runs the server looks at MySQL.',
    },
    mongo_unavailable: {
      title: 'The document store does not answer. Nothing was changed; try again in a second.',
      remedy: 'Repeat it after `retryAfterSeconds`. If it stays, whoever runs the server looks at MongoDB.',
    },
    outcome_unknown: {
      title: 'It is not known whether the change was made. Repeat it with the same Idempotency-Key.',
      remedy: 'Repeat it with the same key to learn what happened: it has one effect.',
    },
    document_unavailable: {
      title: 'A document cannot be shown unaltered. The clinic was told.',
      remedy: 'Repeating does not help. Whoever runs the server finds its id in the log.',
    },
    analytics_building: {
      title: 'The numbers are being built for the first time. Try again in a few seconds.',
      remedy: 'Repeat it after `retryAfterSeconds`.',
    },
    analytics_behind: {
      title: 'There is more to count than fits into one request. It goes on by itself.',
      remedy: 'Repeat it after `retryAfterSeconds`, or read the numbers as of their `asOf`.',
    },
  },
} as const satisfies Record<string, Record<string, Meaning>>;

/** Somebody else's is answered byte for byte like a missing one. */
function missing(thing: string): Meaning {
  return {
    title: `There is no such ${thing}, or it is not yours to see.`,
    remedy: 'Check the id. Somebody else’s is answered exactly like one that does not exist.',
  };
}
