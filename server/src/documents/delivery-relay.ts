import type { Logger } from 'pino';
import { uuidBytes } from '../lib/ids.js';
import type { Metrics } from '../lib/metrics.js';
import type { Vault } from '../lib/secrets.js';
import { TurnLoop } from '../lib/turn-loop.js';
import type { Worker } from '../lib/worker.js';
import type { JsonObject } from './canonical-json.js';
import type { DeliveryMarks } from './delivery-marks.js';
import { isStorable, type StoredDocument, storedOf } from './document-codec.js';
import { causeOf } from './document-refusal.js';
import { type DocumentsRepository, textOf } from './documents.repository.js';
import { verified } from './documents.service.js';
import type { CollectionName, DeliveryTimes } from './documents.types.js';
import type { EnsureCollections } from './ensure-collections.js';
import { byCollection, type OutboxRepository, type OutboxRow } from './outbox.repository.js';
import type { Reconciler } from './reconciler.js';
import type { Refusal, RefusalsRepository } from './refusals.repository.js';
import type { RestartWatch } from './restart-watch.js';

export interface RelayParts {
  outbox: OutboxRepository;
  refusals: RefusalsRepository;
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
      await this.#countParked();
    }
    return pending.length === batchSize || delivered.length === batchSize;
  }

  async #afterRestart(): Promise<void> {
    try {
      await this.parts.collections.ensure();
      await this.parts.outbox.recheckRecent();
      await this.parts.refusals.tryParkedAgain();
      await this.#countParked();
    } catch (error) {
      this.parts.restarts.forget();
      throw error;
    }
  }

  /** Those that fail, fail alone. */
  async #deliver(collection: CollectionName, rows: readonly OutboxRow[]): Promise<void> {
    const unreadable: Refusal[] = [];
    const documents = rows.flatMap((row) => this.#opened(row, unreadable));
    const refused = [...unreadable, ...(await this.parts.documents.putMany(collection, documents))];
    const refusedIds = new Set(refused.map(({ documentId }) => documentId));
    const stored = documents.map(({ _id }) => textOf(_id)).filter((id) => !refusedIds.has(id));
    await this.parts.outbox.markDelivered(stored);
    if (await this.parts.refusals.forget(stored)) await this.#countParked();
    this.metrics.documentsDelivered.inc({ by: 'relay' }, stored.length);
    if (refused.length > 0) await this.#refuse(collection, refused);
  }

  async #refuse(collection: CollectionName, refused: readonly Refusal[]): Promise<void> {
    this.log.error({ collection, refused }, 'Documents cannot be delivered as they are');
    this.metrics.documentsRefused.inc(refused.length);
    const parked = await this.parts.refusals.refuse(refused);
    if (parked.length > 0)
      this.log.error({ collection, documentIds: parked }, 'Documents are parked; MySQL keeps them');
    await this.#countParked();
  }

  async #countParked(): Promise<void> {
    this.metrics.documentsParked.set(await this.parts.refusals.countParked());
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

  #opened({ documentId, sealedBody, sha256 }: OutboxRow, unreadable: Refusal[]): StoredDocument[] {
    try {
      if (sealedBody === null) throw new Error('The register has no body of a document to be delivered.');
      const plain = this.parts.vault.open(sealedBody, uuidBytes(documentId));
      const content = JSON.parse(plain.toString()) as JsonObject;
      if (!isStorable(content, sha256)) throw new Error('MongoDB would not keep it as it is.');
      return [storedOf(content, sha256)];
    } catch (error) {
      unreadable.push({ documentId, cause: causeOf(error) });
      return [];
    }
  }
}
