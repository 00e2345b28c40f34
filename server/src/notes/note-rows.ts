import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { DocumentRef } from '../documents/documents.types.js';
import type { Actor } from '../lib/actor.js';
import { maybeUuidText, uuidBytes, uuidText } from '../lib/ids.js';
import type { NoteKind, NoteRef, NoteState } from './notes.types.js';

export const noteColumns = [
  'note_refs.id',
  'note_refs.record_id',
  'note_refs.patient_id',
  'note_refs.author_id',
  'note_refs.kind',
  'note_refs.state',
  'note_refs.version',
  'note_refs.addendum_to',
  'note_refs.is_sensitive',
  'note_refs.released_at',
  'note_refs.signed_at',
  'note_refs.created_at',
  'note_refs.updated_at',
  'note_versions.document_id',
  'note_versions.sha256',
] as const;

/** A note without its text, and where the text is. */
export interface FoundNote {
  note: NoteRef;
  document: DocumentRef;
}

export function foundNoteOf(row: {
  id: Buffer;
  record_id: Buffer;
  patient_id: Buffer;
  author_id: Buffer;
  kind: string;
  state: string;
  version: number;
  addendum_to: Buffer | null;
  is_sensitive: number;
  released_at: Date | null;
  signed_at: Date | null;
  created_at: Date;
  updated_at: Date;
  document_id: Buffer;
  sha256: Buffer;
  sealed_body?: Buffer | null;
}): FoundNote {
  const note: NoteRef = {
    id: uuidText(row.id),
    recordUuid: uuidText(row.record_id),
    patientId: uuidText(row.patient_id),
    authorId: uuidText(row.author_id),
    kind: row.kind as NoteKind,
    state: row.state as NoteState,
    isSensitive: row.is_sensitive === 1,
    addendumTo: maybeUuidText(row.addendum_to),
    sha256: row.sha256.toString('hex'),
    signedAt: row.signed_at?.toISOString() ?? null,
    releasedAt: row.released_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
  return { note, document: documentRefOf(row) };
}

export const documentRefOf = (row: {
  document_id: Buffer;
  sha256: Buffer;
  sealed_body?: Buffer | null;
}): DocumentRef => ({
  documentId: uuidText(row.document_id),
  collection: 'clinical_notes',
  sha256: row.sha256,
  sealedBody: row.sealed_body,
});

/**
 * Which notes somebody sees: within her scope, everything of her own; of others what is signed, not sensitive and not
 * withdrawn; a patient only what was released to her.
 */
export const isVisibleTo = (actor: Actor, scope: Scope) => {
  const isReleased = actor.role === 'patient' ? sql`note_refs.released_at is not null` : sql`true`;
  return sql<boolean>`(${inScope(scope, { patientId: 'note_refs.patient_id' })} and (${isOwn(actor)}
    or (note_refs.state = 'signed' and not note_refs.is_sensitive and ${isReleased})))`;
};

export const isOwn = (actor: Actor) => sql<boolean>`note_refs.author_id = ${uuidBytes(actor.userId)}`;
