import { type AnyBulkWriteOperation, Binary, MongoBulkWriteError, UUID } from 'mongodb';
import { type DocumentStore, mongoTimeoutMs } from '../lib/mongo.js';
import type { StoredDocument } from './document-codec.js';
import { causeOf, isAboutStore, isCutOff } from './document-refusal.js';
import type { CollectionName } from './documents.types.js';
import type { Refusal } from './refusals.repository.js';

export const quarantineName = 'quarantine';

/** The documents in MongoDB. Ids go into filters only as `$eq` or `$in` of UUIDs made here. */
export class DocumentsRepository {
  constructor(private readonly store: DocumentStore) {}

  /** Writes one document, again if need be: the same id and content give the same document. */
  async put(collection: CollectionName, document: StoredDocument): Promise<void> {
    await this.#collection(collection).replaceOne({ _id: { $eq: document._id } }, document, { upsert: true });
  }

  /**
   * Writes many at once. What is wrong with one of them is no other's trouble: where the driver or MongoDB refuses the
   * batch as a whole, each goes alone.
   * @returns those that cannot be stored, and why
   */
  async putMany(collection: CollectionName, documents: readonly StoredDocument[]): Promise<Refusal[]> {
    if (documents.length === 0) return [];
    const writes = documents.map(
      (document): AnyBulkWriteOperation<StoredDocument> => ({
        replaceOne: { filter: { _id: { $eq: document._id } }, replacement: document, upsert: true },
      }),
    );
    try {
      await this.#collection(collection).bulkWrite(writes, { ordered: false });
      return [];
    } catch (error) {
      const refused = writeErrorsOf(error);
      if (refused.length === 0) {
        await this.#requireBlameless(error);
        return this.#putEach(collection, documents);
      }
      if (refused.some(isAboutStore)) throw error;
      return refused.flatMap((each) => {
        const document = documents[each.index];
        return document ? [{ documentId: textOf(document._id), cause: causeOf(each) }] : [];
      });
    }
  }

  /** Where none of several goes through, it is none of them that is to blame. */
  async #putEach(collection: CollectionName, documents: readonly StoredDocument[]): Promise<Refusal[]> {
    const refused: Refusal[] = [];
    for (const [index, document] of documents.entries()) {
      try {
        await this.put(collection, document);
      } catch (error) {
        await this.#requireBlameless(error);
        if (isCutOff(error) && index >= 2 && refused.length === index) throw error;
        refused.push({ documentId: textOf(document._id), cause: causeOf(error) });
      }
    }
    return refused;
  }

  /** @throws the error, when it is MongoDB's own trouble */
  async #requireBlameless(error: unknown): Promise<void> {
    if (isCutOff(error)) await this.ping();
    else if (isAboutStore(error)) throw error;
  }

  async maybeOne(collection: CollectionName, id: string): Promise<StoredDocument | null> {
    return this.#collection(collection).findOne(
      { _id: { $eq: new UUID(id) } },
      { maxTimeMS: mongoTimeoutMs },
    );
  }

  async many(collection: CollectionName, ids: readonly string[]): Promise<StoredDocument[]> {
    if (ids.length === 0) return [];
    const filter = { _id: { $in: ids.map((id) => new UUID(id)) } };
    return this.#collection(collection).find(filter, { maxTimeMS: mongoTimeoutMs }).toArray();
  }

  /** The hashes stored beside these documents, by id: enough to see whether they are there. */
  async storedHashes(collection: CollectionName, ids: readonly string[]): Promise<Map<string, Buffer>> {
    const documents = await this.#collection(collection)
      .find(
        { _id: { $in: ids.map((id) => new UUID(id)) } },
        { maxTimeMS: mongoTimeoutMs, projection: { sha256: 1 } },
      )
      .toArray();
    return new Map(documents.map(({ _id, sha256 }) => [textOf(_id), Buffer.from(sha256?.buffer ?? [])]));
  }

  /** The next ids in order, whatever their type; for the reconciler. */
  async idsAfter(collection: CollectionName, id: unknown, atMost: number): Promise<unknown[]> {
    const filter = id === null ? {} : { _id: { $gt: id as UUID } };
    const documents = await this.#collection(collection)
      .find(filter, { maxTimeMS: mongoTimeoutMs, projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(atMost)
      .toArray();
    return documents.map((document) => document._id);
  }

  /** Moves a document out of sight. It is written there before it is removed here; nothing is ever only deleted. */
  async quarantine(collection: CollectionName, id: unknown): Promise<void> {
    const document = await this.#collection(collection).findOne({ _id: { $eq: id as UUID } });
    if (!document) return;
    const kept = { collection, document, quarantinedAt: new Date() };
    const quarantine = this.store.db.collection(quarantineName);
    await quarantine.replaceOne({ collection: { $eq: collection }, 'document._id': { $eq: id } }, kept, {
      upsert: true,
    });
    await this.#collection(collection).deleteOne({ _id: { $eq: id as UUID } });
  }

  async ping(): Promise<void> {
    await this.store.ping();
  }

  #collection(name: CollectionName) {
    return this.store.db.collection<StoredDocument>(name);
  }
}

/** What MongoDB says of single documents of a batch; none when the batch failed as a whole. */
function writeErrorsOf(error: unknown) {
  if (!(error instanceof MongoBulkWriteError)) return [];
  return Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
}

/** Canonical text of a document's id; of one that is no UUID, a text that nothing else has. */
export const textOf = (id: unknown): string =>
  id instanceof Binary && id.sub_type === Binary.SUBTYPE_UUID
    ? id.toUUID().toString()
    : `foreign:${String(id)}`;
