import type { Logger } from 'pino';
import { uuidBytes } from '../lib/ids.js';
import type { Metrics } from '../lib/metrics.js';
import type { Vault } from '../lib/secrets.js';
import { TurnLoop } from '../lib/turn-loop.js';
import type { Worker } from '../lib/worker.js';
import type { JsonObject } from './canonical-json.js';
import type { DeliveryMarks } from './delivery-marks.js';
import { storedOf } from './document-codec.js';
import { type DocumentsRepository, textOf } from './documents.repository.js';
import { verified } from './documents.service.js';
import type { CollectionName, DeliveryTimes } from './documents.types.js';
import type { EnsureCollections } from './ensure-collections.js';
import { byCollection, type OutboxRepository, type OutboxRow } from './outbox.repository.js';
import type { Reconciler } from './reconciler.js';
import type { RestartWatch } from './restart-watch.js';

export interface RelayParts {
  outbox: OutboxRepository;
  documents: DocumentsRepository;
  marks: DeliveryMarks;
  collections: EnsureCollections;
  restarts: RestartWatch;
  reconciler: Reconciler;
  vault: Vault;
}

const batchSize = 50;

/**
 * Brings to MongoDB what requests could not, reads it back when its window is over, and reads all of the window back at
 * once when MongoDB has restarted. One runs in each process; leases keep them apart.
 */
export class DeliveryRelay implements Worker {
  readonly #loop: TurnLoop;
  #reconciledAtMs = performance.now();

  constructor(
    private readonly parts: RelayParts,
    private readonly times: DeliveryTimes,
    private readonly metrics: Metrics,
    private readonly log: Logger,
  ) {
    this.#loop = new TurnLoop({
      turn: () => this.turn(),
      idleMs: times.idleMs,
      onFailure: (cause) => log.warn({ cause }, 'Documents cannot be delivered now; the relay tries on'),
    });
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.parts.marks.flush();
  }

  /** One look at both stores. @returns true when there may be more to do at once */
  async turn(): Promise<boolean> {
    if (await this.parts.restarts.hasRestarted()) await this.#afterRestart();
    const pending = await this.parts.outbox.lease('pending', batchSize);
    for (const [name, rows] of byCollection(pending)) await this.#deliver(name, rows);
    const delivered = await this.parts.outbox.lease('delivered', batchSize);
    for (const [name, rows] of byCollection(delivered)) await this.#readBack(name, rows);
    if (performance.now() - this.#reconciledAtMs > this.times.reconcileEveryMs) {
      this.#reconciledAtMs = performance.now();
      await this.parts.reconciler.compareNextRange();
    }
    return pending.length === batchSize || delivered.length === batchSize;
  }

  async #afterRestart(): Promise<void> {
    try {
      await this.parts.collections.ensure();
      await this.parts.outbox.recheckRecent();
    } catch (error) {
      this.parts.restarts.forget();
      throw error;
    }
  }

  async #deliver(collection: CollectionName, rows: readonly OutboxRow[]): Promise<void> {
    const documents = rows.flatMap((row) =>
      row.sealedBody ? [storedOf(this.#opened(row, row.sealedBody), row.sha256)] : [],
    );
    const refused = await this.parts.documents.putMany(collection, documents);
    const stored = documents.map(({ _id }) => textOf(_id)).filter((id) => !refused.has(id));
    await this.parts.outbox.markDelivered(stored);
    await this.parts.outbox.backOff([...refused]);
    this.metrics.documentsDelivered.inc({ by: 'relay' }, stored.length);
    if (refused.size > 0)
      this.log.error({ collection, documentIds: [...refused] }, 'MongoDB refused documents');
  }

  /** Recomputes the hash of what MongoDB gives back. */
  async #readBack(collection: CollectionName, rows: readonly OutboxRow[]): Promise<void> {
    const stored = await this.parts.documents.many(
      collection,
      rows.map((row) => row.documentId),
    );
    const byId = new Map(stored.map((document) => [textOf(document._id), document]));
    const isHeld = ({ documentId, sha256 }: OutboxRow): boolean => {
      const document = byId.get(documentId);
      return document !== undefined && verified(document, sha256) !== null;
    };
    const missing = rows.filter((row) => !isHeld(row)).map((row) => row.documentId);
    await this.parts.outbox.markMissing(missing);
    await this.parts.outbox.markReadBack(rows.filter(isHeld).map((row) => row.documentId));
    if (missing.length > 0)
      this.log.warn({ collection, documentIds: missing }, 'MongoDB lost documents; delivering again');
  }

  #opened(row: OutboxRow, sealed: Buffer): JsonObject {
    return JSON.parse(this.parts.vault.open(sealed, uuidBytes(row.documentId)).toString()) as JsonObject;
  }
}
