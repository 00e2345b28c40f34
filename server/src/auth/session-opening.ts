import { randomBytes } from 'node:crypto';
import { sessionEnded } from '../lib/errors.js';
import { newId, sha256 } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { type AccessTokens, accessTokenSeconds } from './access-tokens.js';
import type { SignedIn } from './auth.types.js';
import type { SessionsRepository } from './sessions.repository.js';
import type { Credentials, UsersRepository } from './users.repository.js';

const sessionDays = 30;

/** Opens sessions, and makes the tokens of those that are open. */
export class SessionOpening {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokens,
  ) {}

  async open(tx: Tx, userId: string): Promise<SignedIn> {
    const session = { id: newId(), userId, expiresAt: new Date(Date.now() + sessionDays * 86_400_000) };
    const refreshToken = randomToken();
    await this.sessions.insert(tx, session);
    await this.sessions.insertToken(tx, session.id, sha256(refreshToken));
    return this.signedIn(tx, { userId, sessionId: session.id, refreshToken });
  }

  /** @returns null when the password was changed, or the sign-in withdrawn, since it was compared */
  async openStill(tx: Tx, { user, passwordHash }: Credentials): Promise<SignedIn | null> {
    const storedHash = await this.users.lockPasswordHash(tx, user.id);
    return storedHash === passwordHash ? this.open(tx, user.id) : null;
  }

  async signedIn(
    tx: Tx,
    { userId, sessionId, refreshToken }: { userId: string; sessionId: string; refreshToken: string },
  ): Promise<SignedIn> {
    const user = await this.users.maybeUser(userId, tx);
    if (!user) throw sessionEnded();
    const accessToken = this.tokens.sign(userId, sessionId);
    return { accessToken, refreshToken, expiresInSeconds: accessTokenSeconds, user };
  }
}

export const randomToken = (): string => randomBytes(32).toString('base64url');
