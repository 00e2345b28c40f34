import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, systemActor } from '../lib/actor.js';
import { AppError, sessionEnded } from '../lib/errors.js';
import { newId } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { Login, SignedIn, User } from './auth.types.js';
import type { PasswordTries } from './password-tries.js';
import type { Passwords } from './passwords.js';
import type { SessionOpening } from './session-opening.js';
import type { SessionsRepository } from './sessions.repository.js';
import { normalEmail } from './user-rows.js';
import type { UsersRepository } from './users.repository.js';

export interface AuthDependencies {
  opening: SessionOpening;
  passwords: Passwords;
  tries: PasswordTries;
}

export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly events: EventsRepository,
    private readonly uses: AuthDependencies,
  ) {}

  /** @throws AppError `credentials_wrong`; `too_many_failures` after ten wrong passwords in fifteen minutes */
  async login(request: Login): Promise<SignedIn> {
    const account = normalEmail(request.email);
    const found = await this.users.maybeCredentials(account);
    const isRight = await this.uses.tries.isRight(account, request.password, found);
    if (!isRight || !found) throw credentialsWrong();
    const signedIn = await this.db.transaction((tx) => this.uses.opening.openStill(tx, found));
    if (!signedIn) throw credentialsWrong();
    return signedIn;
  }

  /** Ends the session of the token that asks; on every process within a second. */
  async logout(actor: Actor): Promise<void> {
    await this.db.transaction((tx) => this.sessions.revoke(tx, actor.sessionId));
  }

  /** Ends every session of a user inside the caller's transaction: after a change of rights or a deactivation. */
  endSessionsOf(tx: Tx, userId: string): Promise<void> {
    return this.sessions.revokeAllOfUser(tx, userId);
  }

  async me(actor: Actor): Promise<User> {
    const user = await this.users.maybeUser(actor.userId);
    if (!user) throw sessionEnded();
    return user;
  }

  async hasAccount(email: string): Promise<boolean> {
    return (await this.users.maybeCredentials(email)) !== null;
  }

  hasAnyAccount(): Promise<boolean> {
    return this.users.hasAny();
  }

  /** Creates an admin where there is none yet. @returns whether one was created */
  async createFirstAdmin(email: string, password: string): Promise<boolean> {
    const passwordHash = await this.uses.passwords.hash(password);
    const actor: Actor = { ...systemActor('first-admin'), userId: newId(), role: 'admin' };
    return this.db.transaction(async (tx) => {
      if (await this.users.hasAdmin(tx)) return false;
      await this.users.insert(tx, {
        id: actor.userId,
        email,
        passwordHash,
        displayName: 'Administrator',
        role: 'admin',
      });
      await this.events.append(tx, actor, {
        kind: 'user.created',
        subjectId: actor.userId,
        patientId: null,
        payload: {},
      });
      return true;
    });
  }
}

const credentialsWrong = (): AppError =>
  new AppError('unauthenticated', 'credentials_wrong', 'E-mail address or password is wrong.');
