import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import type { BookingLimits } from './booking-limits.types.js';

export class BookingLimitsRepository {
  constructor(private readonly db: Database) {}

  /** There is one row: the clinic's. */
  async read(): Promise<BookingLimits> {
    return limitsOf(await limits(this.db.read).executeTakeFirstOrThrow());
  }

  /** Locks the row until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<BookingLimits | null> {
    const row = await limits(tx).where('id', '=', uuidBytes(id)).forUpdate().executeTakeFirst();
    return row ? limitsOf(row) : null;
  }

  async update(
    tx: Tx,
    { id, horizonDays, maxFutureVisits, maxHolds, version }: BookingLimits,
  ): Promise<void> {
    await tx
      .updateTable('booking_limits')
      .set({
        horizon_days: horizonDays,
        max_future_visits: maxFutureVisits,
        max_holds: maxHolds,
        version,
        updated_at: new Date(),
      })
      .where('id', '=', uuidBytes(id))
      .execute();
  }
}

const limits = (db: Db | Tx) =>
  db.selectFrom('booking_limits').select(['id', 'horizon_days', 'max_future_visits', 'max_holds', 'version']);

const limitsOf = (row: {
  id: Buffer;
  horizon_days: number;
  max_future_visits: number;
  max_holds: number;
  version: number;
}): BookingLimits => ({
  id: uuidText(row.id),
  horizonDays: row.horizon_days,
  maxFutureVisits: row.max_future_visits,
  maxHolds: row.max_holds,
  version: row.version,
});
