import { createHmac, randomBytes } from 'node:crypto';
import type { EventsRepository } from '../events/events.repository.js';
import type { Caller } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { deriveKey } from '../lib/secrets.js';
import type { SignedIn } from './auth.types.js';
import type { SessionOpening } from './session-opening.js';
import type { RefreshTokenRow, SessionsRepository } from './sessions.repository.js';
import { nobody } from './sign-in-audit.js';

/** Exchanges refresh tokens. Why one may come twice: `docs/decisions/two-refreshes-at-once.md`. */
export class RefreshService {
  readonly #key: Buffer;

  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsRepository,
    private readonly opening: SessionOpening,
    private readonly events: EventsRepository,
    secret: string,
  ) {
    this.#key = deriveKey(secret, 'refresh-rotation');
  }

  /**
   * Exchanges a refresh token for the next one. A spent token ends the whole session, because one of its two holders
   * is a thief; but who comes with it within ten seconds of its use, or with that use's Idempotency-Key again, gets the
   * same next token, while nobody has used that one: whoever did has had the answer.
   * @throws AppError `refresh_token_invalid`
   */
  async refresh(caller: Caller, refreshToken: string, idempotencyKey: string | null): Promise<SignedIn> {
    const tokenHash = sha256(refreshToken);
    const keyHash = idempotencyKey === null ? randomBytes(32) : sha256(idempotencyKey);
    const answer = await this.db.transaction(async (tx) => {
      const token = await this.sessions.lockToken(tx, tokenHash);
      if (!token?.isSessionLive) return null;
      const next =
        token.usedAt === null
          ? await this.#use(tx, token, tokenHash, keyHash)
          : await this.#maybeSame(tx, token, tokenHash, keyHash);
      if (next === null) await this.#endStolen(tx, caller, token);
      return next && this.opening.signedIn(tx, { ...token, refreshToken: next });
    });
    if (!answer) throw refreshInvalid();
    return answer;
  }

  async #use(tx: Tx, { sessionId }: RefreshTokenRow, tokenHash: Buffer, keyHash: Buffer): Promise<string> {
    const next = this.#nextToken(tokenHash, keyHash);
    await this.sessions.markUsed(tx, tokenHash, keyHash);
    await this.sessions.insertToken(tx, sessionId, sha256(next));
    return next;
  }

  /** What the first use was answered with, for whom it may be given again. */
  async #maybeSame(
    tx: Tx,
    { usedKeyHash, isJustUsed }: RefreshTokenRow,
    tokenHash: Buffer,
    keyHash: Buffer,
  ): Promise<string | null> {
    if (!usedKeyHash || !(isJustUsed || usedKeyHash.equals(keyHash))) return null;
    const next = this.#nextToken(tokenHash, usedKeyHash);
    const answered = await this.sessions.lockToken(tx, sha256(next));
    return answered?.usedAt === null ? next : null;
  }

  async #endStolen(tx: Tx, caller: Caller, { sessionId, userId }: RefreshTokenRow): Promise<void> {
    await this.sessions.revoke(tx, sessionId);
    await this.events.record(tx, nobody(caller), {
      action: 'user.session_revoked',
      subjectId: userId,
      patientId: null,
      detail: { reason: 'refresh_token_used_twice', network: caller.network },
    });
  }

  /** The same for every process and every repetition, so that an answer can be given again without storing it. */
  #nextToken(tokenHash: Buffer, keyHash: Buffer): string {
    return createHmac('sha256', this.#key).update(tokenHash).update(keyHash).digest('base64url');
  }
}

const refreshInvalid = (): AppError => new AppError('refresh_token_invalid');
