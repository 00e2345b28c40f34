import type { Logger } from 'pino';
import type { Metrics } from '../lib/metrics.js';
import { type DocumentsRepository, textOf } from './documents.repository.js';
import type { CollectionName } from './documents.types.js';
import { byCollection, type OutboxRepository, type OutboxRow } from './outbox.repository.js';

/** What the two stores say of each other. */
export interface ReconcileReport {
  /** Documents that MySQL says MongoDB holds, and that were looked for. */
  checked: number;
  /** Ids that MongoDB does not hold, or holds with another hash. */
  missing: string[];
  /** Ids of documents that MySQL knows nothing of; they are in the quarantine collection now. */
  quarantined: string[];
}

const rangeSize = 500;
const collectionNames: readonly CollectionName[] = ['clinical_notes', 'observations'];

/**
 * Compares the register in MySQL with the documents in MongoDB, both ways. A document is delivered only after the
 * commit of its row, and MongoDB is read before MySQL: one without a row is a stray, not one that is just arriving.
 */
export class Reconciler {
  #registerAfter: string | null = null;
  readonly #documentsAfter = new Map<CollectionName, unknown>();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly documents: DocumentsRepository,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {}

  /** Compares everything. */
  async reconcile(): Promise<ReconcileReport> {
    const report = emptyReport();
    for (let after: string | null = null; ; ) {
      const rows = await this.outbox.verifiedAfter(after, rangeSize);
      merge(report, await this.#lookFor(rows));
      if (rows.length < rangeSize) break;
      after = rows.at(-1)?.documentId ?? null;
    }
    for (const collection of collectionNames) {
      for (let after: unknown = null; ; ) {
        const ids = await this.documents.idsAfter(collection, after, rangeSize);
        merge(report, await this.#removeStrays(collection, ids));
        if (ids.length < rangeSize) break;
        after = ids.at(-1);
      }
    }
    return report;
  }

  /** Compares one range of the register and one of each collection, and goes on from there the next time. */
  async compareNextRange(): Promise<ReconcileReport> {
    const rows = await this.outbox.verifiedAfter(this.#registerAfter, rangeSize);
    const report = await this.#lookFor(rows);
    this.#registerAfter = rows.length < rangeSize ? null : (rows.at(-1)?.documentId ?? null);
    for (const collection of collectionNames) {
      const ids = await this.documents.idsAfter(
        collection,
        this.#documentsAfter.get(collection) ?? null,
        rangeSize,
      );
      merge(report, await this.#removeStrays(collection, ids));
      this.#documentsAfter.set(collection, ids.length < rangeSize ? null : ids.at(-1));
    }
    return report;
  }

  async #lookFor(rows: readonly OutboxRow[]): Promise<ReconcileReport> {
    const missing: string[] = [];
    for (const [collection, group] of byCollection(rows)) {
      const hashes = await this.documents.storedHashes(
        collection,
        group.map((row) => row.documentId),
      );
      for (const { documentId, sha256 } of group)
        if (!hashes.get(documentId)?.equals(sha256)) missing.push(documentId);
    }
    if (missing.length > 0) {
      this.metrics.documentsMissing.inc(missing.length);
      this.log.error({ documentIds: missing }, 'MongoDB does not hold documents that it held');
    }
    return { checked: rows.length, missing, quarantined: [] };
  }

  async #removeStrays(collection: CollectionName, ids: readonly unknown[]): Promise<ReconcileReport> {
    const uuids = ids.map(textOf).filter((id) => !id.startsWith('foreign:'));
    const known = await this.outbox.known(uuids);
    const strays = ids.filter((id) => !known.has(textOf(id)));
    for (const id of strays) await this.documents.quarantine(collection, id);
    const quarantined = strays.map(textOf);
    if (quarantined.length > 0) {
      this.metrics.documentsQuarantined.inc(quarantined.length);
      this.log.error(
        { collection, documentIds: quarantined },
        'Documents without a row in MySQL went to quarantine',
      );
    }
    return { checked: 0, missing: [], quarantined };
  }
}

const emptyReport = (): ReconcileReport => ({ checked: 0, missing: [], quarantined: [] });

function merge(into: ReconcileReport, from: ReconcileReport): void {
  into.checked += from.checked;
  into.missing.push(...from.missing);
  into.quarantined.push(...from.quarantined);
}
