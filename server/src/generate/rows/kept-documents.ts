import type { Db as MongoDb } from 'mongodb';
import { type StoredDocument, storedOf } from '../../documents/document-codec.js';
import type { CollectionName, NewDocument } from '../../documents/documents.types.js';
import { uuidBytes } from '../../lib/ids.js';
import { type Generation, tableWriter } from '../generation.js';
import type { BulkLink } from './bulk-link.js';
import type { TableWriter } from './table-writer.js';

const outboxColumns = [
  'document_id',
  'collection',
  'patient_id',
  'sha256',
  'state',
  'due_at',
  'delivered_at',
  'created_at',
];

const documentsAtOnce = 2_000;

/** Documents in MongoDB, and the rows of the outbox as the relay leaves them when it has read a document back. */
export class KeptDocuments {
  readonly #outbox: TableWriter;
  readonly #stored: Record<CollectionName, StoredDocument[]> = { clinical_notes: [], observations: [] };

  constructor(
    private readonly generation: Generation,
    link: BulkLink,
    private readonly mongo: MongoDb,
  ) {
    this.#outbox = tableWriter(generation, link, 'document_outbox', outboxColumns);
  }

  keep({ id, collection, patientId, content, sha256 }: NewDocument, createdMs: number): void {
    const { rows } = this.#outbox;
    rows.bytes(uuidBytes(id));
    rows.text(collection);
    rows.bytes(uuidBytes(patientId));
    rows.bytes(sha256);
    rows.text('verified');
    rows.instant(createdMs);
    rows.instant(createdMs);
    rows.instant(createdMs);
    rows.endRow();
    this.#stored[collection].push(storedOf(content, sha256));
  }

  isDue(): boolean {
    return this.#stored.clinical_notes.length + this.#stored.observations.length >= documentsAtOnce;
  }

  /** MySQL first: a document that it knows nothing of would be taken for a stray. */
  async flush(): Promise<void> {
    await this.#outbox.flush();
    for (const collection of ['clinical_notes', 'observations'] as const) {
      const documents = this.#stored[collection];
      if (documents.length === 0) continue;
      await this.mongo.collection<StoredDocument>(collection).insertMany(documents, { ordered: false });
      this.generation.run.onWritten(collection, documents.length);
      this.#stored[collection] = [];
    }
  }
}
