import type { AuditActor, EventsRepository } from '../events/events.repository.js';
import { type Actor, type Caller, nobodysId } from '../lib/actor.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { Attempt, Attempts } from './attempts.js';
import type { User } from './auth.types.js';

const hourMs = 3_600_000;
/** Of refusals, by each process and hour: whoever makes them decides how many there are. */
const maxListedPerHour = 1_000;

/** Whoever asks without being signed in, on record. */
export const nobody = ({ requestId }: Caller): AuditActor => ({
  userId: nobodysId,
  role: 'nobody',
  requestId,
});

/**
 * What stays on record of sign-ins: who and from which network, never an address of mail or a password. An account that
 * nobody has stands under a pseudonym, so that tries of one can be told from tries of many.
 */
export class SignInAudit {
  #hour = 0;
  #listed = 0;
  #unlisted = 0;

  constructor(
    private readonly db: Database,
    private readonly events: EventsRepository,
    private readonly attempts: Attempts,
    private readonly nowMs: () => number = Date.now,
  ) {}

  signedIn(tx: Tx, { id, role, patientId }: User, { caller, from }: Attempt): Promise<void> {
    const actor = { userId: id, role, requestId: caller.requestId };
    const detail = { network: caller.network, from };
    return this.events.record(tx, actor, { action: 'user.signed_in', subjectId: id, patientId, detail });
  }

  signedOut(tx: Tx, actor: Actor): Promise<void> {
    const { userId, patientId } = actor;
    return this.events.record(tx, actor, { action: 'user.signed_out', subjectId: userId, patientId });
  }

  /** A wrong password. */
  failed(attempt: Attempt): Promise<void> {
    return this.#refused(attempt, `user.${attempt.purpose}_failed`);
  }

  /** The first try that was refused because too many had been wrong. */
  throttled(attempt: Attempt): Promise<void> {
    return this.#refused(attempt, `user.${attempt.purpose}_throttled`);
  }

  /** The first registration that was refused because too many addresses had been taken. */
  async registrationsThrottled(caller: Caller): Promise<void> {
    const detail = { network: caller.network };
    if (await this.#isListed(caller))
      await this.#record(caller, { action: 'user.registrations_throttled', subjectId: nobodysId, detail });
  }

  async #refused({ caller, account, credentials, from }: Attempt, action: string): Promise<void> {
    if (!(await this.#isListed(caller))) return;
    const subjectId = credentials?.user.id ?? this.attempts.pseudonymOf(account);
    const patientId = credentials?.user.patientId ?? null;
    await this.#record(caller, { action, subjectId, patientId, detail: { network: caller.network, from } });
  }

  /** A flood must not fill the disk: what is beyond the hour's measure is counted, and the count goes on record. */
  async #isListed(caller: Caller): Promise<boolean> {
    const hour = Math.floor(this.nowMs() / hourMs);
    if (hour !== this.#hour) {
      const unlisted = this.#unlisted;
      [this.#hour, this.#listed, this.#unlisted] = [hour, 0, 0];
      if (unlisted > 0)
        await this.#record(caller, {
          action: 'user.refusals_unlisted',
          subjectId: nobodysId,
          detail: { unlisted },
        });
    }
    if (this.#listed >= maxListedPerHour) {
      this.#unlisted++;
      return false;
    }
    this.#listed++;
    return true;
  }

  #record(
    caller: Caller,
    entry: { action: string; subjectId: string; patientId?: string | null; detail: Record<string, unknown> },
  ): Promise<void> {
    return this.events.record(this.db.read, nobody(caller), { patientId: null, ...entry });
  }
}
