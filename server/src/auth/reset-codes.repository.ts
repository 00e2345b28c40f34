import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { canSignIn, normalEmail } from './user-rows.js';

/** A code that is good now, and whose. */
export interface LiveCode {
  userId: string;
  codeHash: Buffer;
  issuedBy: string;
}

/** At most one of a user. What has lapsed, or is of somebody who may not sign in, is as if it were not there. */
export class ResetCodesRepository {
  constructor(private readonly db: Database) {}

  maybeLiveOf(email: string): Promise<LiveCode | null> {
    return this.#maybeLive(this.db.read, 'users.email', normalEmail(email));
  }

  /** Call it under the lock of the user: of two uses at once, the second finds none. */
  stillLive(tx: Tx, userId: string): Promise<LiveCode | null> {
    return this.#maybeLive(tx, 'users.id', uuidBytes(userId));
  }

  /** In the place of an earlier one. */
  async put(tx: Tx, code: LiveCode & { expiresAt: Date }): Promise<void> {
    const kept = {
      code_hash: code.codeHash,
      issued_by: uuidBytes(code.issuedBy),
      expires_at: code.expiresAt,
    };
    await tx
      .insertInto('password_reset_codes')
      .values({ user_id: uuidBytes(code.userId), ...kept })
      .onDuplicateKeyUpdate(kept)
      .execute();
  }

  async remove(tx: Tx, userId: string): Promise<void> {
    await tx.deleteFrom('password_reset_codes').where('user_id', '=', uuidBytes(userId)).execute();
  }

  async #maybeLive(
    db: Db | Tx,
    column: 'users.email' | 'users.id',
    value: string | Buffer,
  ): Promise<LiveCode | null> {
    const row = await db
      .selectFrom('users')
      .innerJoin('password_reset_codes as codes', 'codes.user_id', 'users.id')
      .select(['users.id', 'codes.code_hash', 'codes.issued_by'])
      .where(column, '=', value)
      .where('codes.expires_at', '>', sql<Date>`now(3)`)
      .where(canSignIn)
      .executeTakeFirst();
    return row
      ? { userId: uuidText(row.id), codeHash: row.code_hash, issuedBy: uuidText(row.issued_by) }
      : null;
  }
}
