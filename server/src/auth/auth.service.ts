import { createHmac, randomBytes } from 'node:crypto';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { AppError, conflict, sessionEnded } from '../lib/errors.js';
import { newId, sha256 } from '../lib/ids.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';
import { deriveKey } from '../lib/secrets.js';
import type { PatientsService } from '../patients/patients.service.js';
import { type AccessTokens, accessTokenSeconds } from './access-tokens.js';
import type { Login, RegisterPatient, SignedIn, User } from './auth.types.js';
import type { PasswordTries } from './password-tries.js';
import type { Passwords } from './passwords.js';
import type { RefreshTokenRow, SessionsRepository } from './sessions.repository.js';
import { normalEmail } from './user-rows.js';
import type { UsersRepository } from './users.repository.js';

const sessionDays = 30;

export interface AuthOptions {
  secret: string;
  tokens: AccessTokens;
  passwords: Passwords;
  tries: PasswordTries;
}

export class AuthService {
  readonly #refreshKey: Buffer;

  constructor(
    private readonly db: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly patients: PatientsService,
    private readonly events: EventsRepository,
    private readonly options: AuthOptions,
  ) {
    this.#refreshKey = deriveKey(options.secret, 'refresh-rotation');
  }

  /**
   * Creates the patient and the sign-in, and signs in. A repetition under an Idempotency-Key whose first answer was
   * lost finds the account made; the right password shows that it is the same person, and signs her in.
   * @throws AppError `email_taken`
   */
  async register(request: RegisterPatient, requestId: string, isRepeatable = false): Promise<SignedIn> {
    const passwordHash = await this.options.passwords.hash(request.password);
    const actor = newcomer(requestId);
    const { email, password: _password, ...person } = request;
    try {
      return await this.db.transaction(async (tx) => {
        const patient = await this.patients.insert(tx, actor, { ...person, email });
        const displayName = `${request.givenName} ${request.familyName}`;
        const user = { id: actor.userId, email, passwordHash, displayName, role: 'patient' as const };
        await this.users.insert(tx, { ...user, patientId: patient.id });
        const event = {
          kind: 'user.registered',
          subjectId: actor.userId,
          patientId: patient.id,
          payload: {},
        };
        await this.events.append(tx, actor, event);
        return this.#open(tx, actor.userId);
      });
    } catch (error) {
      if (!isDuplicateKey(error, 'users.users_email')) throw error;
      const signedIn = isRepeatable ? await this.#maybeLogin(request) : null;
      if (signedIn) return signedIn;
      throw conflict('email_taken', 'There is a sign-in with this e-mail address already.');
    }
  }

  /** @throws AppError `credentials_wrong`; `too_many_failures` after ten wrong passwords in fifteen minutes */
  async login(request: Login): Promise<SignedIn> {
    const account = normalEmail(request.email);
    const found = await this.users.maybeCredentials(account);
    const isRight = await this.options.tries.isRight(account, request.password, found);
    if (!isRight || !found) throw credentialsWrong();
    return this.db.transaction(async (tx) => {
      const storedHash = await this.users.lockPasswordHash(tx, found.user.id);
      if (storedHash !== found.passwordHash) throw credentialsWrong(); // changed or withdrawn while it was compared
      return this.#open(tx, found.user.id);
    });
  }

  /**
   * Exchanges a refresh token for the next one. A spent token ends the whole session, because one of its two holders
   * is a thief; only the same Idempotency-Key again is a lost answer, and gets the same next token while nobody has
   * used that one: whoever did has had the answer.
   * @throws AppError `refresh_token_invalid`
   */
  async refresh(refreshToken: string, idempotencyKey: string | null): Promise<SignedIn> {
    const tokenHash = sha256(refreshToken);
    const keyHash = idempotencyKey === null ? null : sha256(idempotencyKey);
    const answer = await this.db.transaction(async (tx) => {
      const token = await this.sessions.lockToken(tx, tokenHash);
      if (!token?.isSessionLive) return null;
      const next = keyHash ? this.#nextToken(tokenHash, keyHash) : randomToken();
      if (token.usedAt === null) {
        await this.sessions.markUsed(tx, tokenHash, keyHash);
        await this.sessions.insertToken(tx, token.sessionId, sha256(next));
      } else if (!(await this.#isLostAnswer(tx, token, keyHash, next))) {
        await this.sessions.revoke(tx, token.sessionId);
        return null;
      }
      return this.#signedIn(tx, token.userId, token.sessionId, next);
    });
    if (!answer) throw refreshInvalid();
    return answer;
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
    const passwordHash = await this.options.passwords.hash(password);
    const actor: Actor = { ...newcomer('first-admin'), role: 'admin' };
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

  /** Counts as a try: a wrong password here is one towards `too_many_failures`. */
  async #maybeLogin(request: Login): Promise<SignedIn | null> {
    try {
      return await this.login(request);
    } catch (error) {
      if (error instanceof AppError && error.code === 'credentials_wrong') return null;
      throw error;
    }
  }

  async #open(tx: Tx, userId: string): Promise<SignedIn> {
    const session = { id: newId(), userId, expiresAt: new Date(Date.now() + sessionDays * 86_400_000) };
    const refreshToken = randomToken();
    await this.sessions.insert(tx, session);
    await this.sessions.insertToken(tx, session.id, sha256(refreshToken));
    return this.#signedIn(tx, userId, session.id, refreshToken);
  }

  async #signedIn(tx: Tx, userId: string, sessionId: string, refreshToken: string): Promise<SignedIn> {
    const user = await this.users.maybeUser(userId, tx);
    if (!user) throw refreshInvalid();
    const accessToken = this.options.tokens.sign(userId, sessionId);
    return { accessToken, refreshToken, expiresInSeconds: accessTokenSeconds, user };
  }

  async #isLostAnswer(
    tx: Tx,
    spent: RefreshTokenRow,
    keyHash: Buffer | null,
    next: string,
  ): Promise<boolean> {
    if (!keyHash || !spent.usedKeyHash?.equals(keyHash)) return false;
    const answered = await this.sessions.lockToken(tx, sha256(next));
    return answered?.usedAt === null;
  }

  /** The same for every process and every repetition, so that a lost answer can be given again without storing it. */
  #nextToken(tokenHash: Buffer, keyHash: Buffer): string {
    return createHmac('sha256', this.#refreshKey).update(tokenHash).update(keyHash).digest('base64url');
  }
}

const randomToken = (): string => randomBytes(32).toString('base64url');

/** Whoever registers acts as the user she is about to be. */
const newcomer = (requestId: string): Actor => ({
  userId: newId(),
  sessionId: '',
  role: 'patient',
  patientId: null,
  doctorId: null,
  departmentId: null,
  requestId,
  once: null,
});

const credentialsWrong = (): AppError =>
  new AppError('unauthenticated', 'credentials_wrong', 'E-mail address or password is wrong.');

const refreshInvalid = (): AppError =>
  new AppError('unauthenticated', 'refresh_token_invalid', 'The session has ended. Sign in again.');
