import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import type { CollectionName, DeliveryTimes, NewDocument } from './documents.types.js';
import { isParked } from './refusals.repository.js';

export type OutboxState = 'pending' | 'delivered' | 'verified';

export interface OutboxRow {
  documentId: string;
  collection: CollectionName;
  sha256: Buffer;
  sealedBody: Buffer | null;
}

/** A relay that dies while it holds rows leaves them to the next one after so long. */
const leaseSeconds = 15;
const recheckedAtOnce = 1_000;

const rowColumns = ['document_id', 'collection', 'sha256', 'sealed_body'] as const;
const inSeconds = (seconds: number) => sql<Date>`now(3) + interval ${seconds} second`;

/** The register of documents in MySQL. All its times are the database's, so that processes need not agree on theirs. */
export class OutboxRepository {
  constructor(
    private readonly db: Database,
    private readonly times: DeliveryTimes,
  ) {}

  async insert(tx: Tx, document: NewDocument, sealedBody: Buffer): Promise<void> {
    await tx
      .insertInto('document_outbox')
      .values({
        document_id: uuidBytes(document.id),
        collection: document.collection,
        patient_id: uuidBytes(document.patientId),
        sha256: document.sha256,
        sealed_body: sealedBody,
        state: 'pending' satisfies OutboxState,
        due_at: inSeconds(this.times.graceSeconds),
        created_at: sql<Date>`now(3)`,
      })
      .execute();
  }

  /**
   * Takes rows of a state that are due, and puts them off for the length of a lease, so that no lock is held while
   * MongoDB is asked. Rows are found by state, never by "after the last one seen": transactions commit out of order.
   */
  async lease(state: OutboxState, atMost: number): Promise<OutboxRow[]> {
    return this.db.transaction(async (tx) => {
      const rows = await tx
        .selectFrom('document_outbox')
        .select(rowColumns)
        .where('state', '=', state)
        .where('due_at', '<=', sql<Date>`now(3)`)
        .orderBy('due_at')
        .limit(atMost)
        .forUpdate()
        .skipLocked()
        .execute();
      if (rows.length === 0) return [];
      await tx
        .updateTable('document_outbox')
        .set({ due_at: inSeconds(leaseSeconds), attempts: sql<number>`attempts + 1` })
        .where(
          'document_id',
          'in',
          rows.map((row) => row.document_id),
        )
        .execute();
      return rows.map(rowOf);
    });
  }

  /** Those on their way; what is parked goes nowhere. */
  async countPending(): Promise<number> {
    const row = await this.db.read
      .selectFrom('document_outbox')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', 'pending' satisfies OutboxState)
      .where((eb) => eb.not(isParked))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }

  /** MongoDB has acknowledged them: to be read back when the window is over. */
  async markDelivered(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.read
      .updateTable('document_outbox')
      .set({
        state: 'delivered' satisfies OutboxState,
        delivered_at: sql<Date>`now(3)`,
        due_at: inSeconds(this.times.readBackAfterSeconds),
        attempts: 0,
      })
      .where('document_id', 'in', ids.map(uuidBytes))
      .where('state', '=', 'pending')
      .execute();
  }

  /**
   * They were read back with the right hash. A body is wiped only when its window is over, which the statement itself
   * checks; the others wait for the end of theirs.
   */
  async markReadBack(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const windowStart = sql<Date>`now(3) - interval ${this.times.readBackAfterSeconds} second`;
    const keys = ids.map(uuidBytes);
    await this.db.read
      .updateTable('document_outbox')
      .set({ state: 'verified' satisfies OutboxState, sealed_body: null, attempts: 0 })
      .where('document_id', 'in', keys)
      .where('state', '=', 'delivered')
      .where('delivered_at', '<=', windowStart)
      .execute();
    await this.db.read
      .updateTable('document_outbox')
      .set({
        due_at: sql<Date>`delivered_at + interval ${this.times.readBackAfterSeconds} second`,
        attempts: 0,
      })
      .where('document_id', 'in', keys)
      .where('state', '=', 'delivered')
      .execute();
  }

  /** MongoDB does not hold them as they were accepted: they are delivered again. */
  async markMissing(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.read
      .updateTable('document_outbox')
      .set({ state: 'pending' satisfies OutboxState, due_at: sql<Date>`now(3)`, attempts: 0 })
      .where('document_id', 'in', ids.map(uuidBytes))
      .where('state', '=', 'delivered')
      .execute();
  }

  /**
   * MongoDB has restarted: whatever it acknowledged within the window is read back at once. The rows are looked up
   * first and changed by their key: an update that scans would wait for every transaction that is under way.
   */
  async recheckRecent(): Promise<void> {
    for (;;) {
      const rows = await this.db.read
        .selectFrom('document_outbox')
        .select('document_id')
        .where('state', '=', 'delivered')
        .where('due_at', '>', sql<Date>`now(3)`)
        .limit(recheckedAtOnce)
        .execute();
      if (rows.length === 0) return;
      await this.db.read
        .updateTable('document_outbox')
        .set({ due_at: sql<Date>`now(3)` })
        .where(
          'document_id',
          'in',
          rows.map((row) => row.document_id),
        )
        .where('state', '=', 'delivered')
        .execute();
      if (rows.length < recheckedAtOnce) return;
    }
  }

  /** The bodies that MySQL still holds, by document id. */
  async sealedBodies(ids: readonly string[]): Promise<Map<string, Buffer>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.read
      .selectFrom('document_outbox')
      .select(['document_id', 'sealed_body'])
      .where('document_id', 'in', ids.map(uuidBytes))
      .execute();
    return new Map(
      rows.flatMap((row) => (row.sealed_body ? [[uuidText(row.document_id), row.sealed_body] as const] : [])),
    );
  }

  /** Which of these the register knows. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.db.read
      .selectFrom('document_outbox')
      .select('document_id')
      .where('document_id', 'in', ids.map(uuidBytes))
      .execute();
    return new Set(rows.map((row) => uuidText(row.document_id)));
  }

  /** The next verified rows in order of their id; for the reconciler, which comes round again. */
  async verifiedAfter(id: string | null, atMost: number): Promise<OutboxRow[]> {
    const rows = await this.db.read
      .selectFrom('document_outbox')
      .select(rowColumns)
      .where('state', '=', 'verified')
      .$if(id !== null, (query) => query.where('document_id', '>', uuidBytes(id ?? '')))
      .orderBy('document_id')
      .limit(atMost)
      .execute();
    return rows.map(rowOf);
  }
}

export function byCollection(rows: readonly OutboxRow[]): Map<CollectionName, OutboxRow[]> {
  const groups = new Map<CollectionName, OutboxRow[]>();
  for (const row of rows) {
    const group = groups.get(row.collection);
    if (group) group.push(row);
    else groups.set(row.collection, [row]);
  }
  return groups;
}

const rowOf = (row: {
  document_id: Buffer;
  collection: string;
  sha256: Buffer;
  sealed_body: Buffer | null;
}): OutboxRow => ({
  documentId: uuidText(row.document_id),
  collection: row.collection as CollectionName,
  sha256: row.sha256,
  sealedBody: row.sealed_body,
});
