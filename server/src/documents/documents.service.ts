import type { Logger } from 'pino';
import { AppError, invalid } from '../lib/errors.js';
import { uuidBytes } from '../lib/ids.js';
import type { Metrics } from '../lib/metrics.js';
import { isMongoAway } from '../lib/mongo.js';
import type { Tx } from '../lib/mysql.js';
import type { Vault } from '../lib/secrets.js';
import { canonicalJson, type JsonObject } from './canonical-json.js';
import type { DeliveryMarks } from './delivery-marks.js';
import {
  contentHash,
  contentOf,
  isFlat,
  isStorable,
  type StoredDocument,
  storedOf,
} from './document-codec.js';
import { type DocumentsRepository, textOf } from './documents.repository.js';
import type { CollectionName, DeliveryTimes, DocumentRef, NewDocument } from './documents.types.js';
import type { OutboxRepository } from './outbox.repository.js';

export interface DocumentsOptions {
  vault: Vault;
  times: DeliveryTimes;
  metrics: Metrics;
  log: Logger;
}

/** Clinical documents: accepted by MySQL, kept by MongoDB, and read from whichever holds them. */
export class DocumentsService {
  #awayUntilMs = 0;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly documents: DocumentsRepository,
    private readonly marks: DeliveryMarks,
    private readonly options: DocumentsOptions,
  ) {}

  /** @param content its `documentId` names the document; `undefined` members count as absent */
  prepare(
    collection: CollectionName,
    patientId: string,
    content: JsonObject & { documentId: string },
  ): NewDocument {
    return { id: content.documentId, collection, patientId, content, sha256: contentHash(content) };
  }

  /**
   * Accepts a document: from the commit of `tx` on it cannot be lost, because MySQL holds it, sealed, until MongoDB does.
   * @throws AppError `validation_failed` for one that MongoDB could not keep as it is
   */
  async accept(tx: Tx, document: NewDocument): Promise<void> {
    if (!isFlat(document.content) && !isStorable(document.content, document.sha256))
      throw invalid('body', 'must hold nothing that the store of documents cannot keep as it is');
    const plain = Buffer.from(canonicalJson(document.content));
    await this.outbox.insert(tx, document, this.options.vault.seal(plain, uuidBytes(document.id)));
  }

  /**
   * Delivers what was just committed, within the budget; what takes longer or fails is the relay's. Never throws:
   * the document is safe already. Must not be called before the commit, or for a repeated request.
   */
  async deliverNow(document: NewDocument): Promise<void> {
    if (performance.now() < this.#awayUntilMs) return;
    const { budgetMs, awayForMs } = this.options.times;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), budgetMs);
    });
    const outcome = await Promise.race([this.#deliver(document), late]);
    clearTimeout(timer);
    if (outcome === 'late') this.#awayUntilMs = performance.now() + awayForMs;
  }

  /** How many documents MySQL has accepted and MongoDB has not got yet. */
  countPending(): Promise<number> {
    return this.outbox.countPending();
  }

  /**
   * The content of one document, from MySQL's sealed copy while there is one, else from MongoDB.
   * @throws AppError `mongo_unavailable`; `document_unavailable` when MongoDB does not hold it as it was accepted
   */
  async one(ref: DocumentRef): Promise<JsonObject> {
    const sealed = ref.sealedBody ?? null;
    if (sealed) return this.#unsealed(ref, sealed);
    const stored = await this.documents.maybeOne(ref.collection, ref.documentId);
    const content = stored && verified(stored, ref.sha256);
    if (content) return content;
    const late = (await this.outbox.sealedBodies([ref.documentId])).get(ref.documentId);
    if (late) return this.#unsealed(ref, late);
    throw this.#lost(ref);
  }

  /**
   * The contents of many documents of one collection, by document id. MongoDB is asked even when MySQL could answer
   * alone: a list is complete or it is refused.
   * @throws AppError `mongo_unavailable`, `document_unavailable`
   */
  async many(collection: CollectionName, refs: readonly DocumentRef[]): Promise<Map<string, JsonObject>> {
    if (refs.length === 0) {
      await this.documents.ping();
      return new Map();
    }
    const stored = await this.documents.many(
      collection,
      refs.map((ref) => ref.documentId),
    );
    const byId = new Map(stored.map((document) => [textOf(document._id), document]));
    const contents = new Map<string, JsonObject>();
    const missing: DocumentRef[] = [];
    for (const ref of refs) {
      const found = byId.get(ref.documentId);
      const content = found && verified(found, ref.sha256);
      if (content) contents.set(ref.documentId, content);
      else missing.push(ref);
    }
    const sealed = await this.outbox.sealedBodies(missing.map((ref) => ref.documentId));
    for (const ref of missing) {
      const body = sealed.get(ref.documentId);
      if (!body) throw this.#lost(ref);
      contents.set(ref.documentId, this.#unsealed(ref, body));
    }
    return contents;
  }

  async #deliver(document: NewDocument): Promise<'done' | 'failed'> {
    try {
      await this.documents.put(document.collection, storedOf(document.content, document.sha256));
      this.marks.add(document.id);
      this.options.metrics.documentsDelivered.inc({ by: 'request' });
      return 'done';
    } catch (error) {
      if (isMongoAway(error)) this.#awayUntilMs = performance.now() + this.options.times.awayForMs;
      else
        this.options.log.error(
          { documentId: document.id, cause: nameOf(error) },
          'MongoDB refused a document',
        );
      return 'failed';
    }
  }

  #unsealed(ref: DocumentRef, sealed: Buffer): JsonObject {
    const plain = this.options.vault.open(sealed, uuidBytes(ref.documentId));
    return JSON.parse(plain.toString()) as JsonObject;
  }

  #lost(ref: DocumentRef): AppError {
    this.options.metrics.documentsMissing.inc();
    this.options.log.error(
      { documentId: ref.documentId, collection: ref.collection },
      'MongoDB does not hold a document',
    );
    return new AppError('document_unavailable');
  }
}

/** The content of a stored document, when it hashes to what MySQL says it must. */
export function verified(stored: StoredDocument, sha256: Buffer): JsonObject | null {
  const content = contentOf(stored);
  return contentHash(content).equals(sha256) ? content : null;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
