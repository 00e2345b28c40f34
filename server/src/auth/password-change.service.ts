import type { EventsRepository } from '../events/events.repository.js';
import type { Actor, Caller } from '../lib/actor.js';
import type { ErrorCode } from '../lib/error-codes.js';
import { AppError, type FieldError, sessionEnded } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import type { Attempts } from './attempts.js';
import type { ChangePassword } from './auth.types.js';
import type { KnownPlaces } from './known-places.js';
import type { PasswordTries } from './password-tries.js';
import type { Passwords } from './passwords.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { UsersRepository } from './users.repository.js';

export interface PasswordDependencies {
  passwords: Passwords;
  attempts: Attempts;
  places: KnownPlaces;
  tries: PasswordTries;
}

/** Passwords that their owners change. */
export class PasswordChangeService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly uses: PasswordDependencies,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Replaces the actor's password and ends their other sessions, one of which may be a thief's. The one that asks goes
   * on, and the network that it asks from stays known: it has just shown the password.
   * @throws AppError `password_unchanged`, `current_password_wrong`, `too_many_failures`, `too_many_sign_ins`
   */
  async change(
    actor: Actor,
    caller: Caller,
    { currentPassword, newPassword }: ChangePassword,
  ): Promise<void> {
    if (isSame(currentPassword, newPassword)) throw passwordUnchanged();
    const credentials = await this.users.maybeCredentialsOf(actor.userId);
    if (!credentials) throw sessionEnded();
    // In this order: a first try that commits after the look-up leaves these credentials old, which the lock reveals.
    if (await this.writes.earlierAnswer(actor)) return;
    const attempt = this.uses.attempts.signedIn('password_change', actor, caller, credentials);
    const isRight = await this.uses.tries.isRight(attempt, currentPassword);
    if (!isRight) throw currentPasswordWrong();
    const passwordHash = await this.uses.passwords.hash(newPassword, attempt.party);
    await this.writes.run(actor, async (tx) => {
      await this.#requireStill(tx, actor, credentials.passwordHash);
      await this.users.setPasswordHash(tx, actor.userId, passwordHash);
      await this.uses.tries.forgive(tx, attempt);
      const place = this.uses.attempts.placeOf(caller, attempt.account);
      await this.uses.places.remember(tx, actor.userId, place);
      await this.sessions.revokeOthersOfUser(tx, actor.userId, actor.sessionId);
      await this.events.append(tx, actor, {
        kind: 'user.password_changed',
        subjectId: actor.userId,
        patientId: actor.patientId,
        payload: {},
      });
      return {};
    });
  }

  /** bcrypt takes its time, and there may be a queue: what was true before holds only under the lock. */
  async #requireStill(tx: Tx, { userId, sessionId }: Actor, comparedHash: string): Promise<void> {
    const storedHash = await this.users.lockPasswordHash(tx, userId);
    if (!(await this.sessions.maybeLiveIdentity(sessionId, tx))) throw sessionEnded();
    if (storedHash !== comparedHash) throw currentPasswordWrong();
  }
}

/** As they are hashed. */
const isSame = (one: string, other: string): boolean => one.normalize('NFKC') === other.normalize('NFKC');

/** Not 401, which says that the session is over. */
export const currentPasswordWrong = (): AppError =>
  refusal('current_password_wrong', {
    field: 'body.currentPassword',
    message: 'must be the password that signs in now',
  });

const passwordUnchanged = (): AppError =>
  refusal('password_unchanged', {
    field: 'body.newPassword',
    message: 'must be another one than the current password',
  });

const refusal = (code: ErrorCode<'invalid'>, error: FieldError): AppError =>
  new AppError(code, { errors: [error] });
