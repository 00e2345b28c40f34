import { uuidBytes, uuidText } from '../lib/ids.js';
import { type Database, isDuplicateKey, type Tx } from '../lib/mysql.js';

/** What a row of a foreign file became. One row may become several things, each of a kind of its own. */
export interface MadeRow {
  kind: string;
  externalId: string;
  internalId: string;
}

const readAtOnce = 5_000;

export class ImportedRowsRepository {
  constructor(private readonly db: Database) {}

  /** @returns false when one of them was imported before: nothing is stored then */
  async insert(tx: Tx, source: string, rows: readonly MadeRow[]): Promise<boolean> {
    if (rows.length === 0) return true;
    const now = new Date();
    try {
      await tx
        .insertInto('imported_rows')
        .values(
          rows.map(({ kind, externalId, internalId }) => ({
            source,
            kind,
            external_id: externalId,
            internal_id: uuidBytes(internalId),
            created_at: now,
          })),
        )
        .execute();
      return true;
    } catch (error) {
      if (isDuplicateKey(error, 'imported_rows.PRIMARY')) return false;
      throw error;
    }
  }

  /** All of one kind, in order of the external id. */
  async *ofKind(source: string, kind: string): AsyncGenerator<MadeRow> {
    for (let after = ''; ; ) {
      const rows = await this.db.read
        .selectFrom('imported_rows')
        .select(['external_id', 'internal_id'])
        .where('source', '=', source)
        .where('kind', '=', kind)
        .where('external_id', '>', after)
        .orderBy('external_id')
        .limit(readAtOnce)
        .execute();
      for (const row of rows)
        yield { kind, externalId: row.external_id, internalId: uuidText(row.internal_id) };
      const last = rows.at(-1);
      if (!last || rows.length < readAtOnce) return;
      after = last.external_id;
    }
  }
}
