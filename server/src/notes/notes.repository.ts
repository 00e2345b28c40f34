import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { DocumentRef } from '../documents/documents.types.js';
import type { Actor } from '../lib/actor.js';
import { maybeUuidBytes, uuidBytes } from '../lib/ids.js';
import type { Database, Db, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import { documentRefOf, type FoundNote, foundNoteOf, isOwn, isVisibleTo, noteColumns } from './note-rows.js';
import type { NoteKind, NoteRef } from './notes.types.js';

export interface NoteFilter {
  recordUuid?: string | undefined;
  patientId?: string | undefined;
  kind?: NoteKind | undefined;
}

export interface FoundVersion {
  version: number;
  createdAt: string;
  document: DocumentRef;
}

export class NotesRepository {
  constructor(private readonly db: Database) {}

  async maybeVisible(actor: Actor, scope: Scope, id: string): Promise<FoundNote | null> {
    const row = await newest(this.db.read)
      .leftJoin('document_outbox', 'document_outbox.document_id', 'note_versions.document_id')
      .select([...noteColumns, 'document_outbox.sealed_body'])
      .where('note_refs.id', '=', uuidBytes(id))
      .where(isVisibleTo(actor, scope))
      .executeTakeFirst();
    return row ? foundNoteOf(row) : null;
  }

  /** Newest first. */
  async list(
    actor: Actor,
    scope: Scope,
    filter: NoteFilter,
    after: Position | null,
    atMost: number,
  ): Promise<FoundNote[]> {
    let query = newest(this.db.read).select(noteColumns).where(isVisibleTo(actor, scope));
    if (filter.recordUuid) query = query.where('note_refs.record_id', '=', uuidBytes(filter.recordUuid));
    if (filter.patientId) query = query.where('note_refs.patient_id', '=', uuidBytes(filter.patientId));
    if (filter.kind) query = query.where('note_refs.kind', '=', filter.kind);
    if (after) {
      const position = { value: new Date(after.value), id: after.id };
      query = query.where(afterPosition('note_refs.created_at', 'note_refs.id', 'desc', position));
    }
    const rows = await query
      .orderBy('note_refs.created_at', 'desc')
      .orderBy('note_refs.id', 'desc')
      .limit(atMost)
      .execute();
    return rows.map(foundNoteOf);
  }

  /** Of these documents those that are the newest version of a note that the actor sees. */
  async visibleAmong(actor: Actor, scope: Scope, documentIds: readonly string[]): Promise<FoundNote[]> {
    if (documentIds.length === 0) return [];
    const rows = await newest(this.db.read)
      .select(noteColumns)
      .where('note_versions.document_id', 'in', documentIds.map(uuidBytes))
      .where(isVisibleTo(actor, scope))
      .execute();
    return rows.map(foundNoteOf);
  }

  /** Oldest first. The author sees all versions, others the one that was signed. Empty: there is no such note for her. */
  async versions(actor: Actor, scope: Scope, id: string): Promise<FoundVersion[]> {
    const rows = await this.db.read
      .selectFrom('note_refs')
      .innerJoin('note_versions', 'note_versions.note_id', 'note_refs.id')
      .select([
        'note_versions.version',
        'note_versions.created_at',
        'note_versions.document_id',
        'note_versions.sha256',
      ])
      .where('note_refs.id', '=', uuidBytes(id))
      .where(isVisibleTo(actor, scope))
      .where(sql<boolean>`(${isOwn(actor)} or note_versions.version = note_refs.version)`)
      .orderBy('note_versions.version')
      .execute();
    return rows.map((row) => ({
      version: row.version,
      createdAt: row.created_at.toISOString(),
      document: documentRefOf(row),
    }));
  }

  /** Locks a note of the actor's own until the transaction ends. */
  async lockOwn(tx: Tx, actor: Actor, scope: Scope, id: string): Promise<FoundNote | null> {
    const row = await newest(tx)
      .select(noteColumns)
      .where('note_refs.id', '=', uuidBytes(id))
      .where(isOwn(actor))
      .where(inScope(scope, { patientId: 'note_refs.patient_id' }))
      .forUpdate(['note_refs'])
      .executeTakeFirst();
    return row ? foundNoteOf(row) : null;
  }

  /** Locks, shared, a note that the actor sees: until the transaction ends nobody withdraws it. */
  async lockVisible(tx: Tx, actor: Actor, scope: Scope, id: string): Promise<FoundNote | null> {
    const row = await newest(tx)
      .select(noteColumns)
      .where('note_refs.id', '=', uuidBytes(id))
      .where(isVisibleTo(actor, scope))
      .forShare(['note_refs'])
      .executeTakeFirst();
    return row ? foundNoteOf(row) : null;
  }

  async insert(tx: Tx, note: NoteRef, documentId: string): Promise<void> {
    await tx
      .insertInto('note_refs')
      .values({
        id: uuidBytes(note.id),
        record_id: uuidBytes(note.recordUuid),
        patient_id: uuidBytes(note.patientId),
        author_id: uuidBytes(note.authorId),
        kind: note.kind,
        state: note.state,
        version: note.version,
        addendum_to: maybeUuidBytes(note.addendumTo),
        is_sensitive: note.isSensitive ? 1 : 0,
        released_at: maybeDate(note.releasedAt),
        signed_at: maybeDate(note.signedAt),
        created_at: new Date(note.createdAt),
        updated_at: new Date(note.updatedAt),
      })
      .execute();
    await this.#insertVersion(tx, note, documentId);
  }

  /** Adds the version that `note` is now. */
  async revise(tx: Tx, note: NoteRef, documentId: string): Promise<void> {
    await tx
      .updateTable('note_refs')
      .set({
        version: note.version,
        is_sensitive: note.isSensitive ? 1 : 0,
        updated_at: new Date(note.updatedAt),
      })
      .where('id', '=', uuidBytes(note.id))
      .execute();
    await this.#insertVersion(tx, note, documentId);
  }

  /** Writes the state that `note` has now; its version stays. */
  async setState(tx: Tx, note: NoteRef, withdrawReason: string | null): Promise<void> {
    await tx
      .updateTable('note_refs')
      .set({
        state: note.state,
        signed_at: maybeDate(note.signedAt),
        released_at: maybeDate(note.releasedAt),
        withdraw_reason: withdrawReason,
        updated_at: new Date(note.updatedAt),
      })
      .where('id', '=', uuidBytes(note.id))
      .execute();
  }

  async #insertVersion(tx: Tx, note: NoteRef, documentId: string): Promise<void> {
    await tx
      .insertInto('note_versions')
      .values({
        note_id: uuidBytes(note.id),
        version: note.version,
        document_id: uuidBytes(documentId),
        sha256: Buffer.from(note.sha256, 'hex'),
        created_at: new Date(note.updatedAt),
      })
      .execute();
  }
}

const newest = (db: Db | Tx) =>
  db
    .selectFrom('note_refs')
    .innerJoin('note_versions', (join) =>
      join
        .onRef('note_versions.note_id', '=', 'note_refs.id')
        .onRef('note_versions.version', '=', 'note_refs.version'),
    );

const maybeDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
