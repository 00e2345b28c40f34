import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, type Caller, systemActor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { Attempts, ResetAttempt } from './attempts.js';
import type { ResetPassword } from './auth.types.js';
import type { PasswordTries } from './password-tries.js';
import type { Passwords } from './passwords.js';
import type { ResetCodeTries } from './reset-code-tries.js';
import type { ResetCodes } from './reset-codes.js';
import type { LiveCode, ResetCodesRepository } from './reset-codes.repository.js';
import type { SessionsRepository } from './sessions.repository.js';
import { nobody } from './sign-in-audit.js';
import { normalEmail } from './user-rows.js';
import type { UsersRepository } from './users.repository.js';

export interface PasswordResetDependencies {
  users: UsersRepository;
  sessions: SessionsRepository;
  rows: ResetCodesRepository;
  codes: ResetCodes;
  attempts: Attempts;
  codeTries: ResetCodeTries;
  passwords: Passwords;
  passwordTries: PasswordTries;
}

/** Forgotten passwords, which a one-time code replaces. */
export class PasswordResetService {
  constructor(
    private readonly db: Database,
    private readonly uses: PasswordResetDependencies,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Sets the password, ends every session and uses the code up. A wrong code and an address that nobody has take the
   * same look-ups, leave the same record and get the same answer.
   * @throws AppError `reset_code_wrong`, `too_many_failures`, `too_many_sign_ins`
   */
  async reset(caller: Caller, { email, code, newPassword }: ResetPassword): Promise<void> {
    const keyed = { ...systemActor(caller.requestId), once: caller.once };
    if (await this.writes.earlierAnswer(keyed)) return;
    const account = normalEmail(email);
    const attempt = this.uses.attempts.resetCode(caller, account);
    await this.uses.codeTries.requireFew(attempt);
    const live = await this.uses.rows.maybeLiveOf(account);
    if (!live || !this.#isRight(live, code)) return this.#refuse(caller, account, attempt);
    const passwordHash = await this.uses.passwords.hash(newPassword, attempt.party);
    await this.writes.run(keyed, async (tx) => {
      await this.#requireStill(tx, live);
      await this.#carryOut(tx, caller, live, passwordHash);
      await this.uses.passwordTries.forgive(tx, attempt.passwords);
      return {};
    });
  }

  #isRight({ userId, codeHash }: LiveCode, code: string): boolean {
    return this.uses.codes.isSame(codeHash, this.uses.codes.hash(userId, code));
  }

  async #refuse(caller: Caller, account: string, attempt: ResetAttempt): Promise<never> {
    await this.uses.codeTries.count(attempt);
    const found = await this.uses.users.maybeCredentials(account);
    const by = nobody(caller);
    await this.events.record(this.db.read, by, {
      action: 'user.password_reset_refused',
      subjectId: found?.user.id ?? by.userId,
      patientId: found?.user.patientId ?? null,
    });
    throw codeWrong();
  }

  /** bcrypt takes its time, and there may be a queue: what was true before holds only under the lock. */
  async #requireStill(tx: Tx, { userId, codeHash }: LiveCode): Promise<void> {
    await this.uses.users.lock(tx, userId);
    const still = await this.uses.rows.stillLive(tx, userId);
    if (!still || !this.uses.codes.isSame(still.codeHash, codeHash)) throw codeWrong();
  }

  async #carryOut(
    tx: Tx,
    caller: Caller,
    { userId, issuedBy }: LiveCode,
    passwordHash: string,
  ): Promise<void> {
    const { users, sessions, rows } = this.uses;
    await rows.remove(tx, userId);
    await users.resetPasswordHash(tx, userId, passwordHash);
    await sessions.revokeAllOfUser(tx, userId);
    const user = await users.maybeUser(userId, tx);
    const owner: Actor = { ...systemActor(caller.requestId), userId, role: user?.role ?? 'system' };
    await this.events.append(tx, owner, {
      kind: 'user.password_reset',
      subjectId: userId,
      patientId: user?.patientId ?? null,
      payload: { issuedBy },
    });
  }
}

const codeWrong = (): AppError => new AppError('reset_code_wrong');
