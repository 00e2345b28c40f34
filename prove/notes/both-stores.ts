import { Binary, MongoClient } from 'mongodb';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import type { StoreUrls } from '../../server/src/compose.js';

/** A clinical note's document, as MongoDB holds it. */
export interface KeptDocument {
  readonly documentId: string;
  readonly noteId: string;
  readonly recordUuid: string;
  readonly patientId: string;
  readonly authorId: string;
  readonly version: number;
  readonly text: string;
}

/** A version of a note that MySQL knows of, and how far its document is. */
export interface KnownVersion {
  readonly documentId: string;
  readonly noteId: string;
  readonly version: number;
  readonly recordUuid: string;
  readonly patientId: string;
  readonly authorId: string;
  /** `pending`, `delivered` or `verified`; `null` when the register does not have it. */
  readonly state: string | null;
  readonly isBodyKept: boolean;
}

/** Both stores behind the API's back, also after they were killed: connections are made anew. */
export class BothStores {
  private constructor(
    private readonly mysql: Pool,
    private readonly mongo: MongoClient,
    private readonly mongoUrl: string,
  ) {}

  static open({ mysqlUrl, mongoUrl }: StoreUrls): BothStores {
    const mysql = createPool({ uri: mysqlUrl, timezone: 'Z', connectionLimit: 2 });
    return new BothStores(mysql, new MongoClient(mongoUrl), mongoUrl);
  }

  async close(): Promise<void> {
    await this.mysql.end();
    await this.mongo.close();
  }

  async versions(): Promise<KnownVersion[]> {
    const [rows] = await this.mysql.query<RowDataPacket[]>(
      `SELECT BIN_TO_UUID(v.document_id) AS documentId, BIN_TO_UUID(v.note_id) AS noteId, v.version,
         BIN_TO_UUID(r.record_id) AS recordUuid, BIN_TO_UUID(r.patient_id) AS patientId,
         BIN_TO_UUID(r.author_id) AS authorId, o.state, o.sealed_body IS NOT NULL AS isBodyKept
       FROM note_versions v JOIN note_refs r ON r.id = v.note_id
       LEFT JOIN document_outbox o ON o.document_id = v.document_id`,
    );
    return rows.map((row) => ({ ...(row as KnownVersion), isBodyKept: Number(row.isBodyKept) === 1 }));
  }

  async documents(): Promise<KeptDocument[]> {
    const found = await this.mongo.db().collection('clinical_notes').find().toArray();
    return found.map(({ _id, noteId, recordUuid, patientId, authorId, version, text }) => ({
      documentId: uuidOf(_id),
      noteId: uuidOf(noteId),
      recordUuid: uuidOf(recordUuid),
      patientId: uuidOf(patientId),
      authorId: uuidOf(authorId),
      ...{ version, text },
    }));
  }

  /** How many rows of the register are in this state. */
  async countIn(state: 'pending' | 'delivered'): Promise<number> {
    const [[row]] = await this.mysql.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS found FROM document_outbox WHERE state = ?',
      [state],
    );
    return Number(row?.found);
  }

  async quarantined(): Promise<number> {
    return this.mongo.db().collection('quarantine').countDocuments();
  }

  /**
   * Takes documents away that MongoDB has acknowledged, the newest first: a server that was killed does lose one now
   * and then, and nobody can make it. @returns how many
   */
  async forget(count: number): Promise<number> {
    const [rows] = await this.mysql.query<RowDataPacket[]>(
      `SELECT document_id FROM document_outbox WHERE state = 'delivered' ORDER BY delivered_at DESC LIMIT ${count}`,
    );
    const ids = rows.map(({ document_id }) => new Binary(document_id, Binary.SUBTYPE_UUID));
    const mongo = new MongoClient(this.mongoUrl); // the other one's connections died with the server
    const documents = mongo.db().collection<{ _id: Binary }>('clinical_notes');
    const { deletedCount } = await documents.deleteMany({ _id: { $in: ids } });
    await mongo.close();
    return deletedCount;
  }

  /** Lets the quarter of an hour pass, after which MySQL forgets the bodies of what it has read back. */
  async letWindowPass(): Promise<void> {
    await this.mysql.query(
      `UPDATE document_outbox SET delivered_at = delivered_at - INTERVAL 15 MINUTE, due_at = NOW(3)
       WHERE state = 'delivered'`,
    );
  }
}

const uuidOf = (value: unknown): string =>
  value instanceof Binary ? value.toUUID().toString() : String(value);
