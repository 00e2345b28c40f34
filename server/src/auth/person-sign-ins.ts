import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import type { Tx } from '../lib/mysql.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { Person, UsersRepository } from './users.repository.js';

/** The sign-ins of doctors and patients, as far as deactivating and activating the person goes. */
export class PersonSignIns {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Ends every session of a person whom this transaction has deactivated. Nobody signs in as them from its commit on:
   * `canSignIn` reads their row. The sign-in's own row is locked, so that a sign-in under way has either opened its
   * session before, which ends here, or finds the person deactivated.
   */
  async suspend(tx: Tx, actor: Actor, person: Person): Promise<void> {
    const userId = await this.users.lockOfPerson(tx, person);
    if (userId === null) return;
    await this.sessions.revokeAllOfUser(tx, userId);
    await this.events.append(tx, actor, signInEvent('user.suspended', userId));
  }

  /** Records that a person whom this transaction has activated may sign in again, unless the sign-in is withdrawn. */
  async restore(tx: Tx, actor: Actor, person: Person): Promise<void> {
    const userId = await this.users.lockOfPerson(tx, person);
    if (userId !== null) await this.events.append(tx, actor, signInEvent('user.restored', userId));
  }
}

const signInEvent = (kind: string, userId: string) => ({
  kind,
  subjectId: userId,
  patientId: null,
  payload: {},
});
