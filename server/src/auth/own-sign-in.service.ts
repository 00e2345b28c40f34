import type { EventsRepository } from '../events/events.repository.js';
import type { Actor, Caller } from '../lib/actor.js';
import { sessionEnded } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { type Cursors, defaultPageSize } from '../lib/paging.js';
import type { Attempts } from './attempts.js';
import type { EndSignIn, SecurityEventsPage, SecurityEventsQuery } from './auth.types.js';
import { currentPasswordWrong } from './password-change.service.js';
import type { PasswordTries } from './password-tries.js';
import type { SecurityEventsRepository } from './security-events.repository.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { UsersRepository } from './users.repository.js';

/** What users do about their own sign-in, and are told about it. */
export class OwnSignInService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly happened: SecurityEventsRepository,
    private readonly attempts: Attempts,
    private readonly tries: PasswordTries,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Ends the caller's sign-in and every session, the one that asks included. The patient and their visits stay.
   * @throws AppError `current_password_wrong`, `too_many_failures`, `too_many_sign_ins`
   */
  async end(actor: Actor, caller: Caller, { currentPassword }: EndSignIn): Promise<void> {
    const credentials = await this.users.maybeCredentialsOf(actor.userId);
    if (!credentials) throw sessionEnded();
    const attempt = this.attempts.signedIn('sign_in_end', actor, caller, credentials);
    const isRight = await this.tries.isRight(attempt, currentPassword);
    if (!isRight) throw currentPasswordWrong();
    await this.writes.run(actor, async (tx) => {
      const storedHash = await this.users.lockPasswordHash(tx, actor.userId);
      if (!(await this.sessions.maybeLiveIdentity(actor.sessionId, tx))) throw sessionEnded();
      if (storedHash !== credentials.passwordHash) throw currentPasswordWrong();
      await this.users.deactivate(tx, actor.userId);
      await this.sessions.revokeAllOfUser(tx, actor.userId);
      await this.events.append(tx, actor, {
        kind: 'user.deactivated',
        subjectId: actor.userId,
        patientId: actor.patientId,
        payload: { role: actor.role },
      });
      return {};
    });
  }

  /** The newest first, from the audit log. */
  async securityEvents(
    actor: Actor,
    { limit = defaultPageSize, cursor }: SecurityEventsQuery,
  ): Promise<SecurityEventsPage> {
    const list = JSON.stringify(['security-events', actor.userId]);
    const before = cursor ? Number(this.cursors.decode(list, cursor).value) : null;
    const rows = await this.happened.page(actor.userId, limit, before);
    const page = this.cursors.page(list, rows, limit, ({ auditId }) => ({
      value: auditId,
      id: actor.userId,
    }));
    return { ...page, items: page.items.map(({ auditId: _auditId, ...event }) => event) };
  }
}
