import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, type Caller, systemActor } from '../lib/actor.js';
import { AppError, sessionEnded } from '../lib/errors.js';
import { newId } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { Attempt, Attempts, Place } from './attempts.js';
import type { Login, SignedIn, User } from './auth.types.js';
import { clinicItself, type Party } from './fair-queue.js';
import type { KnownPlaces } from './known-places.js';
import type { PasswordTries } from './password-tries.js';
import { costOf, type Passwords } from './passwords.js';
import type { SessionOpening } from './session-opening.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { SignInAudit } from './sign-in-audit.js';
import { normalEmail } from './user-rows.js';
import type { Credentials, UsersRepository } from './users.repository.js';

export interface AuthDependencies {
  opening: SessionOpening;
  passwords: Passwords;
  attempts: Attempts;
  places: KnownPlaces;
  tries: PasswordTries;
  audit: SignInAudit;
}

export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly events: EventsRepository,
    private readonly uses: AuthDependencies,
  ) {}

  /**
   * Signs in, and renews a hash of another cost than the configured one.
   * @throws AppError `credentials_wrong`; `too_many_failures` after too many wrong passwords; `too_many_sign_ins`
   */
  async login(caller: Caller, request: Login): Promise<SignedIn> {
    const account = normalEmail(request.email);
    const { attempts, tries } = this.uses;
    const found = await this.users.maybeCredentials(account, attempts.networkHash(account, caller.network));
    const { attempt, place } = attempts.signIn(caller, account, found, request.deviceToken);
    const isRight = await tries.isRight(attempt, request.password);
    if (!isRight || !found) throw credentialsWrong();
    const signedIn =
      (await this.#open(attempt, place, request.password)) ??
      (await this.#openOther(attempt, place, request.password));
    if (!signedIn) throw credentialsWrong();
    return signedIn;
  }

  /** Ends the session of the token that asks; on every process within a second. */
  async logout(actor: Actor): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.sessions.revoke(tx, actor.sessionId)) await this.uses.audit.signedOut(tx, actor);
    });
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
    const passwordHash = await this.uses.passwords.hash(password, clinicItself);
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

  /** @returns null when the stored hash is another by now */
  async #open(attempt: Attempt, place: Place, password: string): Promise<SignedIn | null> {
    const { credentials } = attempt;
    if (!credentials) return null;
    const renewedHash = await this.#maybeRenewed(credentials, password, attempt.party);
    return this.db.transaction(async (tx) => {
      const signedIn = await this.uses.opening.openStill(tx, credentials);
      if (!signedIn) return null;
      const { user, passwordHash } = credentials;
      if (renewedHash) await this.users.renewPasswordHash(tx, user.id, passwordHash, renewedHash);
      await this.uses.tries.forgive(tx, attempt);
      await this.uses.audit.signedIn(tx, user, attempt);
      return { ...signedIn, deviceToken: await this.uses.places.remember(tx, user.id, place) };
    });
  }

  /** Another sign-in may have renewed the hash meanwhile: the same password, unless it was changed. */
  async #openOther(attempt: Attempt, place: Place, password: string): Promise<SignedIn | null> {
    const credentials = await this.users.maybeCredentials(attempt.account);
    const hash = credentials?.user.canSignIn ? credentials.passwordHash : null;
    const isRight = await this.uses.passwords.matches(password, hash, attempt.party);
    return isRight ? this.#open({ ...attempt, credentials }, place, password) : null;
  }

  /** Null where the hash is as it should be, and in a rush: the next sign-in will renew it. */
  async #maybeRenewed({ passwordHash }: Credentials, password: string, party: Party): Promise<string | null> {
    const { passwords } = this.uses;
    if (costOf(passwordHash) === passwords.cost) return null;
    try {
      return await passwords.hash(password, party);
    } catch (error) {
      if (error instanceof AppError && error.code === 'too_many_sign_ins') return null;
      throw error;
    }
  }
}

const credentialsWrong = (): AppError => new AppError('credentials_wrong');
