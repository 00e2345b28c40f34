import { sql } from 'kysely';
import type { Actor, OnceKey } from './actor.js';
import { AppError } from './errors.js';
import { uuidBytes } from './ids.js';
import { insertRow } from './insert-row.js';
import { type Database, type Db, isDuplicateKey, type Tx } from './mysql.js';

const keptDays = 7;

/**
 * The way every change is made: one transaction that also stores the answer under the caller's Idempotency-Key.
 * The key's row is the transaction's last write, so a first try pays no look-up: a repetition fails on that row,
 * or on whatever the first try took, and is then answered with what the first one got.
 */
export class Writes {
  constructor(private readonly db: Database) {}

  /**
   * @throws AppError `idempotency_key_reused` when the key came with another request before;
   *   `request_in_flight` when the first request with this key has not ended yet.
   */
  async run<T extends object>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const once = actor.once;
    if (!once) return this.db.transaction(work);
    try {
      return await this.db.transaction(async (tx) => {
        const answer = await work(tx);
        await storeAnswer(tx, actor.userId, once, answer);
        return answer;
      });
    } catch (error) {
      if (!isAnswerable(error)) throw error;
      const earlier = await this.earlierAnswer<T>(actor);
      if (earlier !== null) return earlier;
      throw error instanceof AppError ? error : inFlight(error);
    }
  }

  /**
   * What the first request with the actor's key got, null when it was not carried out. To be asked ahead of `run` only
   * where a repetition would fail on what the first one changed before it got as far as a transaction.
   * @throws AppError `idempotency_key_reused`
   */
  async earlierAnswer<T extends object>({ userId, once }: Actor): Promise<T | null> {
    const row = once && (await answerRow(this.db.read, userId, once));
    if (!row) return null;
    if (!row.body_hash.equals(once.bodyHash)) throw reused();
    once.isReplayed = true;
    return row.answer as T;
  }
}

/** Forgets answers to requests that nobody will repeat any more. @returns how many, at most `atOnce` */
export async function forgetAnswers(db: Database, atOnce: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from idempotency_keys
    where created_at < now(3) - interval ${sql.lit(keptDays)} day limit ${sql.lit(atOnce)}`.execute(db.read);
  return Number(numAffectedRows);
}

/** Whether a repetition may end like this because of what its first request did. */
const isAnswerable = (error: unknown): boolean =>
  isDuplicateKey(error, 'idempotency_keys.PRIMARY') ||
  (error instanceof AppError && error.kind !== 'unavailable');

async function storeAnswer(tx: Tx, userId: string, once: OnceKey, answer: object): Promise<void> {
  await insertRow(tx, 'idempotency_keys', {
    user_id: uuidBytes(userId),
    operation: once.operation,
    idem_key: once.key,
    body_hash: once.bodyHash,
    answer: JSON.stringify(answer),
    created_at: new Date(),
  });
}

const answerRow = (db: Db, userId: string, once: OnceKey) =>
  db
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'answer'])
    .where('user_id', '=', uuidBytes(userId))
    .where('operation', '=', once.operation)
    .where('idem_key', '=', once.key)
    .executeTakeFirst();

const reused = (): AppError =>
  new AppError(
    'invalid',
    'idempotency_key_reused',
    'This Idempotency-Key came with another request before. Use a new key for a new request.',
  );

const inFlight = (cause: unknown): AppError =>
  new AppError(
    'conflict',
    'request_in_flight',
    'The first request with this Idempotency-Key is still being carried out. Repeat it shortly.',
    {},
    { cause },
  );
