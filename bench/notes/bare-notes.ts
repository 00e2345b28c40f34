import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Binary, MongoClient, UUID } from 'mongodb';
import type { Pool, PoolConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import { barePool } from '../load/bare-pool.js';
import type { LoadDriver } from '../load/load.types.js';
import { type NotePlace, type NotePlan, noteText } from './note-plan.js';

export interface BareNotes {
  mysqlUrl: string;
  mongoUrl: string;
  plan: NotePlan;
}

interface BareNote extends NotePlace {
  noteId: string;
  documentId: string;
  text: string;
  now: Date;
  hash: Buffer;
}

/** Accepted documents are marked as delivered together, so many milliseconds after the first of them. */
const marksTogetherForMs = 20;

/** Writes the rows of one note after another and its document, with the API's own statements, over the bare drivers. */
export async function open({ mysqlUrl, mongoUrl, plan }: BareNotes): Promise<LoadDriver> {
  const pool = barePool(mysqlUrl);
  const mongo = new MongoClient(mongoUrl, {
    maxPoolSize: 10,
    w: 'majority',
    journal: true,
    retryWrites: false,
  });
  const documents = mongo.db().collection<{ _id: UUID }>('clinical_notes');
  const mark = marker(pool);
  let number = 0;
  return {
    async next() {
      const place = plan[number % plan.length];
      if (!place) throw new RangeError('There is no record to write in.');
      const note = newNote(place, noteText(number++));
      const connection = await pool.getConnection();
      try {
        await connection.query('begin');
        await writeNote(connection, note);
        await connection.query('commit');
      } finally {
        connection.release();
      }
      const { _id, ...content } = documentOf(note);
      await documents.replaceOne({ _id: { $eq: _id } }, { _id, ...content }, { upsert: true });
      mark(note.documentId);
      return 'written';
    },
    async close() {
      await mongo.close();
      await pool.end();
    },
  };
}

function newNote(place: NotePlace, text: string): BareNote {
  const now = new Date();
  const hash = createHash('sha256').update(text).digest();
  return { ...place, noteId: newId(), documentId: newId(), text, now, hash };
}

const documentOf = ({ documentId, noteId, recordUuid, patientId, userId, text, now, hash }: BareNote) => ({
  _id: new UUID(documentId),
  sha256: new Binary(hash),
  noteId: new UUID(noteId),
  version: 1,
  recordUuid: new UUID(recordUuid),
  patientId: new UUID(patientId),
  authorId: new UUID(userId),
  kind: 'progress',
  addendumTo: null,
  text,
  createdAt: now,
});

function marker(pool: Pool): (documentId: string) => void {
  let ids: string[] = [];
  return (documentId) => {
    if (ids.push(documentId) > 1) return;
    setTimeout(() => {
      const together = ids.map(uuidBytes);
      ids = [];
      void pool.query(markDelivered, ['delivered', 900, 0, together, 'pending']);
    }, marksTogetherForMs);
  };
}

async function writeNote(connection: PoolConnection, note: BareNote): Promise<void> {
  const { noteId, documentId, recordUuid, text, now, hash } = note;
  const [id, document, record] = [noteId, documentId, recordUuid].map(uuidBytes);
  const [patient, doctor, user] = [note.patientId, note.doctorId, note.userId].map(uuidBytes);
  await connection.query(lockRecord, [record, patient, 'open', doctor, doctor]);
  const ref = [id, record, patient, user, 'progress', 'signed', 1, null, 0, now, now, now, now];
  await connection.query(insertRef, [[ref]]);
  await connection.query(insertVersion, [[[id, 1, document, hash, now]]]);
  const sealed = Buffer.concat([randomBytes(28), Buffer.from(JSON.stringify(documentOf(note)))]);
  await connection.query(insertOutbox, [document, 'clinical_notes', patient, hash, sealed, 'pending', 1]);
  const facts = { version: 1, state: 'signed', sha256: hash.toString('hex') };
  const payload = {
    recordUuid,
    authorId: note.userId,
    noteKind: 'progress',
    version: 1,
    state: 'signed',
    addendumTo: null,
  };
  const event = [uuidBytes(newId()), 'note.posted', id, patient, JSON.stringify(payload), now, 'summaries'];
  await connection.query(insertEvent, [[event]]);
  const audit = [now, user, 'doctor', 'note.posted', id, patient, randomUUID(), JSON.stringify(facts)];
  await connection.query(insertAudit, [[audit]]);
  const times = { signedAt: now, releasedAt: now, createdAt: now, updatedAt: now };
  const answer = JSON.stringify({
    ...payload,
    ...facts,
    ...times,
    patientId: note.patientId,
    id: noteId,
    text: undefined,
  });
  const key = [user, 'POST /api/v1/clinical-notes', randomUUID(), randomBytes(32), answer, now];
  await connection.query(insertKey, [[key]]);
  if (text.length === 0) throw new Error('An empty note is no note.');
}

const lockRecord = `select medical_records.id from medical_records where medical_records.id = ?
  and medical_records.patient_id = ? and medical_records.status = ? and (
  exists (select 1 from appointments as treated
    where treated.patient_id = medical_records.patient_id and treated.doctor_id = ? and treated.is_acknowledged
      and treated.state not in ('held', 'cancelled', 'expired')
      and treated.starts_at between now(3) - interval 12 month and now(3) + interval 90 day)
  or exists (select 1 from medical_records as attended
    where attended.patient_id = medical_records.patient_id and attended.doctor_id = ?
      and attended.opened_at > now(3) - interval 12 month)) for share of medical_records`;
const insertRef = `insert into note_refs (id, record_id, patient_id, author_id, kind, state, version, addendum_to,
  is_sensitive, released_at, signed_at, created_at, updated_at) values ?`;
const insertVersion =
  'insert into note_versions (note_id, version, document_id, sha256, created_at) values ?';
const insertOutbox = `insert into document_outbox (document_id, collection, patient_id, sha256, sealed_body, state, due_at,
  created_at) values (?, ?, ?, ?, ?, ?, now(3) + interval ? second, now(3))`;
const insertEvent =
  'insert into events (id, kind, subject_id, patient_id, payload, occurred_at, awaits) values ?';
const insertAudit =
  'insert into audit_log (at, actor_id, role, action, subject_id, patient_id, request_id, detail) values ?';
const insertKey =
  'insert into idempotency_keys (user_id, operation, idem_key, body_hash, answer, created_at) values ?';
const markDelivered = `update document_outbox set state = ?, delivered_at = now(3), due_at = now(3) + interval ? second,
  attempts = ? where document_id in (?) and state = ?`;
