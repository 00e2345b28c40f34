import type { Database, Tx } from '../lib/mysql.js';
import type { ImportedRowsRepository, MadeRow } from './imported-rows.repository.js';

/** Remembers which foreign row became what, in the transaction in which it did: imports can be repeated and resumed. */
export class ImportLedger {
  constructor(
    private readonly db: Database,
    private readonly rows: ImportedRowsRepository,
  ) {}

  /**
   * Runs `work` in one transaction and enters what it made. After a deadlock all of it runs again.
   * @throws AlreadyImported when another import was faster with one of the rows; nothing is stored then
   */
  write(source: string, work: (tx: Tx) => Promise<MadeRow[]>): Promise<MadeRow[]> {
    return this.db.transaction(async (tx) => {
      const made = await work(tx);
      if (!(await this.rows.insert(tx, source, made)))
        throw new AlreadyImported('One of these rows was imported before.');
      return made;
    });
  }

  /** External to internal ids of one kind. */
  async idsOf(source: string, kind: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for await (const { externalId, internalId } of this.rows.ofKind(source, kind))
      ids.set(externalId, internalId);
    return ids;
  }
}

export class AlreadyImported extends Error {}
