import { requireFunction } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound, sessionEnded } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import type { ResetCode, User } from './auth.types.js';
import type { ResetCodes } from './reset-codes.js';
import type { ResetCodesRepository } from './reset-codes.repository.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { UsersRepository } from './users.repository.js';

const goodForMs = 30 * 60_000;

/** What is kept of an answer under its Idempotency-Key: never the code. */
interface Issued {
  userId: string;
  issuedAt: string;
  expiresAt: string;
}

/** One-time codes for who has forgotten the password: of staff by an admin, of patients by the front desk. */
export class ResetCodeService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly rows: ResetCodesRepository,
    private readonly codes: ResetCodes,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /** @throws AppError `user_not_found`, also for a patient's; `own_account`, `sign_in_inactive` */
  issueForStaff(actor: Actor, id: string): Promise<ResetCode> {
    requireFunction(actor, 'user.reset_code');
    return this.#issue(actor, async (tx) => {
      await this.users.lock(tx, id);
      const user = await this.users.maybeUser(id, tx);
      if (!user || user.role === 'patient') throw notFound('user_not_found');
      if (user.id === actor.userId)
        throw conflict('own_account', { detail: 'Nobody issues a code for their own account.' });
      return user;
    });
  }

  /** @throws AppError `sign_in_not_found` where this patient has none; `sign_in_inactive` */
  issueForPatient(actor: Actor, patientId: string): Promise<ResetCode> {
    requireFunction(actor, 'patient.reset_code');
    return this.#issue(actor, async (tx) => {
      const id = await this.users.lockOfPerson(tx, { patientId });
      const user = id === null ? null : await this.users.maybeUser(id, tx);
      if (!user) throw notFound('sign_in_not_found');
      return user;
    });
  }

  async #issue(actor: Actor, lockUser: (tx: Tx) => Promise<User>): Promise<ResetCode> {
    let made = null as string | null;
    const { userId, issuedAt, expiresAt } = await this.writes.run<Issued>(actor, async (tx) => {
      const user = await lockUser(tx);
      // Whoever was deactivated a moment ago lets nobody in any more.
      if (!(await this.sessions.maybeLiveIdentity(actor.sessionId, tx))) throw sessionEnded();
      if (!user.canSignIn) throw conflict('sign_in_inactive');
      const now = new Date();
      const expires = new Date(now.getTime() + goodForMs);
      made = this.codes.make(actor.once, user.id, now);
      const codeHash = this.codes.hash(user.id, made);
      await this.rows.put(tx, { userId: user.id, codeHash, issuedBy: actor.userId, expiresAt: expires });
      await this.events.append(tx, actor, {
        kind: 'user.reset_code_issued',
        subjectId: user.id,
        patientId: user.patientId,
        payload: {},
      });
      return { userId: user.id, issuedAt: now.toISOString(), expiresAt: expires.toISOString() };
    });
    const isFirst = made !== null && !actor.once?.isReplayed;
    const code = isFirst && made !== null ? made : this.codes.make(actor.once, userId, new Date(issuedAt));
    return { userId, code, expiresAt };
  }
}
