import type { Role } from '../lib/actor.js';
import type { Cursor, DateOn, Email, Instant, Uuid } from '../lib/wire.js';

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
   * When a one-time code last set the password, `null` if never. An app shows it after signing in: whoever did not ask
   * for a code should hear of it.
   */
  passwordResetAt: Instant | null;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** A new patient who signs up. The role is always `patient`. */
export interface RegisterPatient {
  /**
   * What the patient will sign in with, in any case, and where the clinic writes to. Refused when a sign-in has it.
   */
  email: Email;
  /**
   * At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  password: string;
  /**
   * As in the patient's papers; blanks around it are dropped. Absent or empty for a patient of one name.
   * @maxLength 80
   */
  givenName?: string;
  /**
   * As in the patient's papers; blanks around it are dropped. The only name of a patient of one name.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  familyName: string;
  /** A date that the calendar has, not in the future. */
  birthOn: DateOn;
  /** `unknown` when absent. */
  gender?: 'female' | 'male' | 'other' | 'unknown';
  /**
   * Where the clinic calls her, in any notation.
   * @minLength 3
   * @maxLength 40
   */
  phone?: string;
  /**
   * What the last sign-in on this device was answered with, whoever it was.
   * @maxLength 2000
   */
  deviceToken?: string;
}

/** E-mail and password. */
export interface Login {
  /** The address of the sign-in, in any case. */
  email: Email;
  /**
   * As it was chosen, blanks and case included. After ten wrong ones in fifteen minutes none is tried for a while: ten
   * from each device and network that the account has signed in from, and ten from all others together.
   * @minLength 1
   * @maxLength 200
   */
  password: string;
  /**
   * What the last sign-in on this device was answered with, whoever it was. Any other text is as good as none.
   * @maxLength 2000
   */
  deviceToken?: string;
}

/** Another password in the place of the current one. */
export interface ChangePassword {
  /**
   * Shows that it is the owner who asks, and not somebody at their unlocked screen. A wrong one counts as at signing in.
   * @minLength 1
   * @maxLength 200
   */
  currentPassword: string;
  /**
   * At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  newPassword: string;
}

/** A spent or live refresh token. */
export interface RefreshSession {
  /**
   * The newest one: from signing in, or from the last refresh.
   * @pattern ^[A-Za-z0-9_-]{43}$
   */
  refreshToken: string;
}

/** A signed-in session. */
export interface SignedIn {
  /** ES256 JWT; send it as `Authorization: Bearer …`. */
  accessToken: string;
  /** Good for one refresh. Using it again more than ten seconds later ends the session. */
  refreshToken: string;
  /**
   * Seconds until the access token expires.
   * @isInt
   */
  expiresInSeconds: number;
  /** Who signed in, as `GET /auth/me` tells. */
  user: User;
  /**
   * After signing in or registering: keep it on the device, also over signing out, and send it with the next sign-in.
   * It opens nothing; it tells the device from those of strangers, whose wrong passwords then do not count for it.
   */
  deviceToken?: string;
}

/** A code that sets a new password, to be told to its owner. */
export interface ResetCode {
  /** Whose password it sets. */
  userId: Uuid;
  /**
   * Four groups of five letters and digits, to be read aloud. Shown here and never again.
   * @example "7KQ2M-W9XTD-03HVB-R5NEA"
   */
  code: string;
  /** Until when it is good, half an hour. Another code for the same user ends it earlier. */
  expiresAt: Instant;
}

/** A new password by a one-time code. */
export interface ResetPassword {
  /** The address of the sign-in, in any case. */
  email: Email;
  /**
   * As it was told: hyphens, blanks and case do not matter, nor O for zero and I or L for one.
   * @minLength 1
   * @maxLength 100
   * @example "7KQ2M-W9XTD-03HVB-R5NEA"
   */
  code: string;
  /**
   * At least ten characters; any characters, all of them count.
   * @minLength 10
   * @maxLength 200
   */
  newPassword: string;
}

/** That a patient wants to sign in no more. */
export interface EndSignIn {
  /**
   * Shows that it is the owner who asks. A wrong one counts as at signing in.
   * @minLength 1
   * @maxLength 200
   */
  currentPassword: string;
}

/** Something that happened to an account. */
export interface SecurityEvent {
  /** When it happened. */
  at: Instant;
  /**
   * What happened: `reset_code_issued`, `password_reset`, `password_reset_refused`, `password_changed`, `registered`,
   * `created`, `claimed`, `updated`, `deactivated`, `activated`, and `suspended` and `restored` with the doctor or the
   * patient whom it stands for. More kinds may come.
   */
  kind: string;
  /** The role of whoever did it; `nobody` is somebody who was not signed in, `system` the clinic itself. */
  byRole: string;
  /** Whether it was the owner of the account. */
  isOwn: boolean;
}

/** Which part of the own account's history. */
export interface SecurityEventsQuery {
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}

/** What happened to the caller's account, out of the audit log. */
export interface SecurityEventsPage {
  /** The newest first. */
  items: SecurityEvent[];
  /** Pass it as `cursor` for the next page; `null` on the last one. */
  nextCursor: string | null;
}
