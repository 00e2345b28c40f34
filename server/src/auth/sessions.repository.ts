import { sql } from 'kysely';
import type { Identity, Role } from '../lib/actor.js';
import { maybeUuidText, uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { canSignIn } from './user-rows.js';

/** Two who refresh at once with one token, e.g. two tabs, do so within these. */
const graceSeconds = 10;

export interface RefreshTokenRow {
  sessionId: string;
  userId: string;
  usedAt: Date | null;
  usedKeyHash: Buffer | null;
  /** Used within the last seconds, by the clock that wrote `usedAt`. */
  isJustUsed: boolean;
  isSessionLive: boolean;
}

export class SessionsRepository {
  constructor(private readonly db: Database) {}

  /** Who stands behind a session right now; `null` when it ended or nobody may sign in as its user any more. */
  async maybeLiveIdentity(sessionId: string, tx: Tx | Db = this.db.read): Promise<Identity | null> {
    const row = await tx
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['users.id', 'users.role', 'users.patient_id', 'users.doctor_id', 'users.department_id'])
      .where('sessions.id', '=', uuidBytes(sessionId))
      .where('sessions.revoked_at', 'is', null)
      .where('sessions.expires_at', '>', sql<Date>`now(3)`)
      .where(canSignIn)
      .executeTakeFirst();
    if (!row) return null;
    return {
      userId: uuidText(row.id),
      sessionId,
      role: row.role as Role,
      patientId: maybeUuidText(row.patient_id),
      doctorId: maybeUuidText(row.doctor_id),
      departmentId: maybeUuidText(row.department_id),
    };
  }

  async insert(tx: Tx, session: { id: string; userId: string; expiresAt: Date }): Promise<void> {
    await tx
      .insertInto('sessions')
      .values({
        id: uuidBytes(session.id),
        user_id: uuidBytes(session.userId),
        created_at: new Date(),
        expires_at: session.expiresAt,
      })
      .execute();
  }

  async insertToken(tx: Tx, sessionId: string, tokenHash: Buffer): Promise<void> {
    await tx
      .insertInto('refresh_tokens')
      .values({ token_hash: tokenHash, session_id: uuidBytes(sessionId), created_at: new Date() })
      .execute();
  }

  /** Locks the token's row until the transaction ends: of two uses at once, the second sees the first. */
  async lockToken(tx: Tx, tokenHash: Buffer): Promise<RefreshTokenRow | null> {
    const row = await tx
      .selectFrom('refresh_tokens')
      .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select([
        'refresh_tokens.session_id',
        'sessions.user_id',
        'refresh_tokens.used_at',
        'refresh_tokens.used_key_hash',
        sql<number>`coalesce(refresh_tokens.used_at > now(3) - interval ${sql.lit(graceSeconds)} second, 0)`.as(
          'is_just_used',
        ),
        sql<number>`sessions.revoked_at is null and sessions.expires_at > now(3)`.as('is_live'),
        canSignIn.as('can_sign_in'),
      ])
      .where('refresh_tokens.token_hash', '=', tokenHash)
      .forUpdate(['refresh_tokens'])
      .executeTakeFirst();
    if (!row) return null;
    return {
      sessionId: uuidText(row.session_id),
      userId: uuidText(row.user_id),
      usedAt: row.used_at,
      usedKeyHash: row.used_key_hash,
      isJustUsed: row.is_just_used === 1,
      isSessionLive: row.is_live === 1 && row.can_sign_in === 1,
    };
  }

  async markUsed(tx: Tx, tokenHash: Buffer, keyHash: Buffer): Promise<void> {
    await tx
      .updateTable('refresh_tokens')
      .set({ used_at: sql<Date>`now(3)`, used_key_hash: keyHash })
      .where('token_hash', '=', tokenHash)
      .execute();
  }

  /** @returns whether it was live */
  async revoke(tx: Tx, sessionId: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('sessions')
      .set({ revoked_at: new Date() })
      .where('id', '=', uuidBytes(sessionId))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async revokeAllOfUser(tx: Tx, userId: string): Promise<void> {
    await tx
      .updateTable('sessions')
      .set({ revoked_at: new Date() })
      .where('user_id', '=', uuidBytes(userId))
      .where('revoked_at', 'is', null)
      .execute();
  }

  async revokeOthersOfUser(tx: Tx, userId: string, stayingId: string): Promise<void> {
    await tx
      .updateTable('sessions')
      .set({ revoked_at: new Date() })
      .where('user_id', '=', uuidBytes(userId))
      .where('id', '!=', uuidBytes(stayingId))
      .where('revoked_at', 'is', null)
      .execute();
  }
}
