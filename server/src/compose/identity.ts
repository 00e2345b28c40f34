import { AccessTokens } from '../auth/access-tokens.js';
import { Attempts } from '../auth/attempts.js';
import { AuthController } from '../auth/auth.controller.js';
import { AuthService } from '../auth/auth.service.js';
import { DeviceTokens } from '../auth/device-tokens.js';
import { KnownNetworksRepository } from '../auth/known-networks.repository.js';
import { KnownPlaces } from '../auth/known-places.js';
import { OwnSignInService } from '../auth/own-sign-in.service.js';
import { PasswordChangeService } from '../auth/password-change.service.js';
import { PasswordResetService } from '../auth/password-reset.service.js';
import { PasswordTries } from '../auth/password-tries.js';
import { PasswordTriesRepository } from '../auth/password-tries.repository.js';
import { Passwords } from '../auth/passwords.js';
import { RefreshService } from '../auth/refresh.service.js';
import { RegistrationService } from '../auth/registration.service.js';
import { ResetCodeTries } from '../auth/reset-code-tries.js';
import { ResetCodes } from '../auth/reset-codes.js';
import { ResetCodesRepository } from '../auth/reset-codes.repository.js';
import { SecurityEventsRepository } from '../auth/security-events.repository.js';
import { SessionGate } from '../auth/session-gate.js';
import { SessionOpening } from '../auth/session-opening.js';
import { SessionsRepository } from '../auth/sessions.repository.js';
import { SignInAudit } from '../auth/sign-in-audit.js';
import { UsersRepository } from '../auth/users.repository.js';
import type { Forget } from '../lib/sweeper.js';
import { StaffController } from '../staff/staff.controller.js';
import { StaffRepository } from '../staff/staff.repository.js';
import { StaffService } from '../staff/staff.service.js';
import type { Directory } from './directory.js';
import type { ControllerEntries, Foundation } from './foundation.js';

/** Sign-ins: of patients, who register themselves, and of staff, whom admins let in. */
export function composeIdentity(
  { config, db, writes, events, cursors }: Foundation,
  { services: { patients, doctors, departments }, resetCodes }: Directory,
) {
  const users = new UsersRepository(db);
  const networks = new KnownNetworksRepository(db);
  const counters = new PasswordTriesRepository(db);
  const sessions = new SessionsRepository(db);
  const tokens = new AccessTokens(config.secret, config.publicUrl ?? 'medweave');
  const passwords = new Passwords(config.secret, config.bcryptCost);
  const devices = new DeviceTokens(config.secret);
  const attempts = new Attempts(config.secret, devices);
  const places = new KnownPlaces(devices, networks);
  const audit = new SignInAudit(db, events, attempts);
  const tries = new PasswordTries(counters, users, passwords, attempts, audit);
  const sessionGate = new SessionGate(tokens, sessions);
  const opening = new SessionOpening(users, sessions, tokens);
  const auth = new AuthService(db, users, sessions, events, {
    opening,
    passwords,
    attempts,
    places,
    tries,
    audit,
  });
  const registration = new RegistrationService(
    db,
    users,
    opening,
    patients,
    { passwords, attempts, places, tries },
    writes,
    events,
  );
  const refreshing = new RefreshService(db, sessions, opening, events, config.secret);
  const passwordChange = new PasswordChangeService(
    users,
    sessions,
    { passwords, attempts, places, tries },
    writes,
    events,
  );
  const passwordReset = new PasswordResetService(
    db,
    {
      ...{ users, sessions, passwords, passwordTries: tries },
      rows: new ResetCodesRepository(db),
      codes: new ResetCodes(config.secret),
      attempts,
      codeTries: new ResetCodeTries(counters),
    },
    writes,
    events,
  );
  const ownSignIn = new OwnSignInService(
    users,
    sessions,
    new SecurityEventsRepository(db),
    attempts,
    tries,
    writes,
    events,
    cursors,
  );

  const staffRooms = { auth, passwords, doctors, departments };
  const staff = new StaffService(new StaffRepository(db), staffRooms, writes, events, cursors);
  return {
    tokens,
    passwords,
    devices,
    sessionGate,
    services: { auth, registration, staff },
    forgets: [
      (atOnce) => counters.forgetEnded(atOnce),
      (atOnce) => networks.forgetUnused(atOnce),
    ] satisfies Forget[],
    controllers: [
      [
        AuthController,
        new AuthController(auth, registration, refreshing, passwordChange, passwordReset, ownSignIn),
      ],
      [StaffController, new StaffController(staff, resetCodes)],
    ] satisfies ControllerEntries,
  };
}
