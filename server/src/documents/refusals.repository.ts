import { sql } from 'kysely';
import { uuidBytes } from '../lib/ids.js';
import type { Database } from '../lib/mysql.js';
import type { DeliveryTimes } from './documents.types.js';

/** A document that MongoDB would not take, and why: a name and a code, never what it says. */
export interface Refusal {
  documentId: string;
  cause: string;
}

const longestBackOffSeconds = 300;
/** A condition on rows of the register. */
export const isParked = sql<boolean>`exists (select 1 from document_refusals
  where document_refusals.document_id = document_outbox.document_id and parked_at is not null)`;

/**
 * Documents that cannot be delivered as they are. Each is tried again ever more rarely, and after so many refusals
 * parked: MySQL keeps its body, and whoever may see it reads it from there.
 */
export class RefusalsRepository {
  constructor(
    private readonly db: Database,
    private readonly times: DeliveryTimes,
  ) {}

  /** @returns the ids of those that are parked now and were not before */
  async refuse(refusals: readonly Refusal[]): Promise<string[]> {
    const parked: string[] = [];
    for (const refusal of refusals) if (await this.#refuse(refusal)) parked.push(refusal.documentId);
    return parked;
  }

  /** They were delivered after all. @returns whether any of them had been refused */
  async forget(ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return false;
    const { numDeletedRows } = await this.db.read
      .deleteFrom('document_refusals')
      .where('document_id', 'in', ids.map(uuidBytes))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async countParked(): Promise<number> {
    const row = await this.db.read
      .selectFrom('document_refusals')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('parked_at', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }

  /** Whatever is parked is due at once: what MongoDB takes may be another thing now. */
  async tryParkedAgain(): Promise<void> {
    await this.db.read
      .updateTable('document_outbox')
      .set({ due_at: sql<Date>`now(3)` })
      .where('state', '=', 'pending')
      .where('due_at', '>', sql<Date>`now(3)`)
      .where(isParked)
      .execute();
  }

  async #refuse({ documentId, cause }: Refusal): Promise<boolean> {
    const { parkAfterRefusals, parkedForSeconds } = this.times;
    const id = uuidBytes(documentId);
    return this.db.transaction(async (tx) => {
      await sql`insert into document_refusals
          (document_id, refusals, cause, first_refused_at, last_refused_at)
        values (${id}, 1, ${cause}, now(3), now(3))
        on duplicate key update refusals = refusals + 1, cause = values(cause), last_refused_at = now(3)`.execute(
        tx,
      );
      const { refusals, parked_at } = await tx
        .selectFrom('document_refusals')
        .select(['refusals', 'parked_at'])
        .where('document_id', '=', id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const mustPark = refusals >= parkAfterRefusals;
      const waits = mustPark ? parkedForSeconds : Math.min(2 ** refusals, longestBackOffSeconds);
      await tx
        .updateTable('document_outbox')
        .set({ due_at: sql<Date>`now(3) + interval ${waits} second` })
        .where('document_id', '=', id)
        .execute();
      if (!mustPark || parked_at !== null) return false;
      await tx
        .updateTable('document_refusals')
        .set({ parked_at: sql<Date>`now(3)` })
        .where('document_id', '=', id)
        .execute();
      return true;
    });
  }
}
