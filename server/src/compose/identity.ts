import { AccessTokens } from '../auth/access-tokens.js';
import { AuthController } from '../auth/auth.controller.js';
import { AuthService } from '../auth/auth.service.js';
import { OwnSignInService } from '../auth/own-sign-in.service.js';
import { PasswordChangeService } from '../auth/password-change.service.js';
import { PasswordResetService } from '../auth/password-reset.service.js';
import { PasswordTries } from '../auth/password-tries.js';
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
import { UsersRepository } from '../auth/users.repository.js';
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
  const sessions = new SessionsRepository(db);
  const tokens = new AccessTokens(config.secret, config.publicUrl ?? 'medweave');
  const passwords = new Passwords(config.secret, config.bcryptCost);
  const tries = new PasswordTries(passwords);
  const sessionGate = new SessionGate(tokens, sessions);
  const opening = new SessionOpening(users, sessions, tokens);
  const auth = new AuthService(db, users, sessions, events, { opening, passwords, tries });
  const registration = new RegistrationService(db, users, opening, patients, passwords, writes, events);
  const refreshing = new RefreshService(db, sessions, opening, events, config.secret);
  const passwordRooms = { passwords, tries };
  const passwordChange = new PasswordChangeService(users, sessions, passwordRooms, writes, events);

  const passwordReset = new PasswordResetService(
    db,
    {
      ...{ users, sessions, passwords, passwordTries: tries },
      rows: new ResetCodesRepository(db),
      codes: new ResetCodes(config.secret),
      codeTries: new ResetCodeTries(),
    },
    writes,
    events,
  );
  const ownSignIn = new OwnSignInService(
    users,
    sessions,
    new SecurityEventsRepository(db),
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
    sessionGate,
    services: { auth, registration, staff },
    controllers: [
      [
        AuthController,
        new AuthController(auth, registration, refreshing, passwordChange, passwordReset, ownSignIn),
      ],
      [StaffController, new StaffController(staff, resetCodes)],
    ] satisfies ControllerEntries,
  };
}
