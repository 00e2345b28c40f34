import { scopeOf } from '../access/policy.js';
import type { DocumentsService } from '../documents/documents.service.js';
import type { NewDocument } from '../documents/documents.types.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import type { RecordsService } from '../records/records.service.js';
import { eventOf, requireKind, requireText, signingOf, statedBy, wrongState } from './note-rules.js';
import type { NotesRepository } from './notes.repository.js';
import type {
  AddAddendum,
  ClinicalNote,
  NewNote,
  NoteContent,
  NoteRef,
  PostNote,
  ReviseNote,
  SignNote,
  WithdrawNote,
} from './notes.types.js';

/** A note made ready: what MySQL will say of it, and the document that MongoDB will keep. */
export interface PreparedNote {
  note: NoteRef;
  document: NewDocument;
}

export class NotesService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly records: RecordsService,
    private readonly documents: DocumentsService,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Accepts a note for a record of this patient. From the commit on it cannot be lost: MySQL holds it until MongoDB does.
   * @throws AppError `record_not_found`, `forbidden`, `validation_failed`
   */
  async post(actor: Actor, request: PostNote): Promise<ClinicalNote> {
    requireKind(actor, request.kind);
    requireText(request.text);
    const { recordUuid, patientId, kind, text, isSensitive = false } = request;
    const createdAt = new Date();
    const signing = signingOf(request, isSensitive, createdAt);
    const authorId = actor.userId;
    const fresh = {
      recordUuid,
      patientId,
      authorId,
      kind,
      text,
      isSensitive,
      addendumTo: null,
      createdAt,
      ...signing,
    };
    const prepared = this.prepare(fresh);
    return this.#deliver(actor, prepared, text, async (tx) => {
      await this.records.validateRecordUuid(tx, actor, 'note.write', recordUuid, patientId);
      return this.insert(tx, actor, prepared);
    });
  }

  /**
   * Replaces the text of one's own draft by a new version.
   * @throws AppError `note_not_found`, `invalid_transition` when it is no draft, `if_match_required`, `version_stale`
   */
  async revise(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    request: ReviseNote,
  ): Promise<ClinicalNote> {
    requireText(request.text);
    const { text } = request;
    const written: { document?: NewDocument } = {};
    const note = await this.writes.run(actor, async (tx) => {
      const draft = await this.#lockDraft(tx, actor, id, ifMatch);
      const { isSensitive = draft.isSensitive } = request;
      const next = { ...draft, isSensitive, version: draft.version + 1, updatedAt: new Date().toISOString() };
      const prepared = this.#prepareVersion(next, text);
      await this.notes.revise(tx, prepared.note, prepared.document.id);
      await this.documents.accept(tx, prepared.document);
      await this.events.append(tx, actor, eventOf('note.revised', prepared.note));
      written.document = prepared.document;
      return prepared.note;
    });
    if (written.document && !actor.once?.isReplayed) await this.documents.deliverNow(written.document);
    return { ...note, text };
  }

  /**
   * Signs one's own draft: from then on it is never changed. Its hash goes into the audit trail.
   * @throws AppError `note_not_found`, `invalid_transition`, `if_match_required`, `version_stale`; `mongo_unavailable`
   *   when the text to be signed cannot be read
   */
  async sign(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    request: SignNote,
  ): Promise<ClinicalNote> {
    const found = await this.notes.maybeVisible(actor, scopeOf(actor, 'note.write'), id);
    if (!found || found.note.authorId !== actor.userId) throw notFound('note_not_found');
    const { text } = (await this.documents.one(found.document)) as NoteContent;
    const signed = await this.writes.run(actor, async (tx) => {
      const draft = await this.#lockDraft(tx, actor, id, ifMatch);
      requireVersion(`"${found.note.version}"`, draft.version); // what is answered is what was signed
      const now = new Date();
      const signing = signingOf({ ...request, sign: true }, draft.isSensitive, now);
      const note: NoteRef = { ...draft, ...statedBy(signing), updatedAt: now.toISOString() };
      await this.notes.setState(tx, note, null);
      await this.events.append(tx, actor, eventOf('note.signed', note));
      return note;
    });
    return { ...signed, text };
  }

  /**
   * Adds to a signed note, also after its record was closed: what is found out later belongs there too. An addendum to
   * a sensitive note is sensitive.
   * @throws AppError `note_not_found`; `invalid_transition` unless the note is signed and no addendum itself
   */
  async addAddendum(actor: Actor, id: string, request: AddAddendum): Promise<ClinicalNote> {
    requireText(request.text);
    const { text } = request;
    const found = await this.notes.maybeVisible(actor, scopeOf(actor, 'note.write'), id);
    if (!found) throw notFound('note_not_found');
    const { recordUuid, patientId, isSensitive } = found.note;
    const createdAt = new Date();
    const signing = signingOf(request, isSensitive, createdAt);
    const fixed = { kind: 'addendum' as const, addendumTo: id, authorId: actor.userId };
    const prepared = this.prepare({
      ...fixed,
      recordUuid,
      patientId,
      text,
      isSensitive,
      createdAt,
      ...signing,
    });
    return this.#deliver(actor, prepared, text, async (tx) => {
      await this.#lockOriginal(tx, actor, id);
      return this.insert(tx, actor, prepared);
    });
  }

  /**
   * Declares one's own note entered in error: it is kept, and hidden from everybody else.
   * @throws AppError `note_not_found`; `invalid_transition` when it is withdrawn already
   */
  async withdraw(actor: Actor, id: string, request: WithdrawNote): Promise<void> {
    await this.writes.run(actor, async (tx) => {
      const own = await this.notes.lockOwn(tx, actor, scopeOf(actor, 'note.withdraw'), id);
      if (!own) throw notFound('note_not_found');
      if (own.note.state === 'entered_in_error') throw wrongState('The note is withdrawn already.');
      const note: NoteRef = { ...own.note, state: 'entered_in_error', updatedAt: new Date().toISOString() };
      await this.notes.setState(tx, note, request.reason);
      await this.events.append(tx, actor, eventOf('note.withdrawn', note));
      return {};
    });
  }

  /** Gives a new note its ids, unless they are given, and its hash. Nothing is stored yet. */
  prepare(
    { text, createdAt, signedAt, releasedAt, ...fields }: NewNote,
    ids: { noteId: string; documentId: string } = { noteId: newId(), documentId: newId() },
  ): PreparedNote {
    const at = createdAt.toISOString();
    const ref = {
      ...fields,
      ...statedBy({ signedAt, releasedAt }),
      id: ids.noteId,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    return this.#prepareVersion({ ...ref, sha256: '' }, text, ids.documentId);
  }

  /**
   * Inserts a prepared note inside the caller's transaction, with its document, event and audit row. The caller has
   * validated the record; after the commit the relay delivers the document, or `DocumentsService.deliverNow` does.
   */
  async insert(tx: Tx, actor: Actor, { note, document }: PreparedNote): Promise<NoteRef> {
    await this.notes.insert(tx, note, document.id);
    await this.documents.accept(tx, document);
    await this.events.append(tx, actor, eventOf('note.posted', note));
    return note;
  }

  /** Runs the write and then delivers; a repeated request gets the first one's note, whose text was the same. */
  async #deliver(
    actor: Actor,
    prepared: PreparedNote,
    text: string,
    work: (tx: Tx) => Promise<NoteRef>,
  ): Promise<ClinicalNote> {
    const note = await this.writes.run(actor, work);
    if (!actor.once?.isReplayed) await this.documents.deliverNow(prepared.document);
    return { ...note, text };
  }

  #prepareVersion(note: NoteRef, text: string, documentId = newId()): PreparedNote {
    const {
      id: noteId,
      version,
      recordUuid,
      patientId,
      authorId,
      kind,
      addendumTo,
      updatedAt: createdAt,
    } = note;
    const fields = { noteId, version, recordUuid, patientId, authorId, kind, addendumTo, text, createdAt };
    const content: NoteContent = { documentId, ...fields };
    const document = this.documents.prepare('clinical_notes', patientId, content);
    return { note: { ...note, sha256: document.sha256.toString('hex') }, document };
  }

  async #lockDraft(tx: Tx, actor: Actor, id: string, ifMatch: string | undefined): Promise<NoteRef> {
    const own = await this.notes.lockOwn(tx, actor, scopeOf(actor, 'note.write'), id);
    if (!own) throw notFound('note_not_found');
    if (own.note.state !== 'draft') throw wrongState('The note is no draft any more.');
    requireVersion(ifMatch, own.note.version);
    return own.note;
  }

  /** Locks the note to be added to, shared: until `tx` ends it is not withdrawn. A nurse adds to her own notes only. */
  async #lockOriginal(tx: Tx, actor: Actor, id: string): Promise<void> {
    const found = await this.notes.lockVisible(tx, actor, scopeOf(actor, 'note.write'), id);
    if (!found) throw notFound('note_not_found');
    if (actor.role === 'nurse' && found.note.authorId !== actor.userId) throw notFound('note_not_found');
    if (found.note.state !== 'signed') throw wrongState('Only a signed note has addenda.');
    if (found.note.kind === 'addendum') throw wrongState('Add to the note that this addendum belongs to.');
  }
}
