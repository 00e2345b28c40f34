import { uuidBytes } from '../../lib/ids.js';
import { DAY_MS } from '../../lib/time.js';
import { eventOf } from '../../notes/note-rules.js';
import type { NotesService, PreparedNote } from '../../notes/notes.service.js';
import { streams } from '../draws.js';
import { idKinds } from '../generated-ids.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import { noteText } from '../note-text.js';
import { timesOf } from '../visit-facts.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';
import type { KeptDocuments } from './kept-documents.js';
import { placeColumns, placeOf, putPlace } from './place-of-visit.js';
import type { TableWriter } from './table-writer.js';

const columns = [
  ...placeColumns,
  'kind',
  'state',
  'version',
  'released_at',
  'signed_at',
  'created_at',
  'updated_at',
];
const versionColumns = ['note_id', 'version', 'document_id', 'sha256', 'created_at'];

interface WrittenAt {
  createdMs: number;
  signedMs: number;
}

/** Signed notes: the notes service gives them their hashes. */
export class NoteRows {
  readonly #notes: TableWriter;
  readonly #versions: TableWriter;
  readonly #changes: ChangeLog;

  constructor(
    private readonly generation: Generation,
    link: BulkLink,
    private readonly notes: NotesService,
    private readonly documents: KeptDocuments,
  ) {
    this.#notes = tableWriter(generation, link, 'note_refs', columns);
    this.#versions = tableWriter(generation, link, 'note_versions', versionColumns);
    this.#changes = changeLog(generation, link, 'notes');
  }

  add(visit: number): void {
    const at = this.#writtenAt(visit);
    const prepared = this.#prepared(visit, at);
    const { note, document } = prepared;
    this.#put(prepared, at, visit);
    const { kind, payload, detail } = eventOf('note.posted', note);
    this.#changes.add({
      kind,
      subject: uuidBytes(note.id),
      patient: uuidBytes(note.patientId),
      payload: JSON.stringify(payload),
      detail: JSON.stringify(detail),
      atMs: at.createdMs,
    });
    this.documents.keep(document, at.createdMs);
  }

  async flushRows(): Promise<void> {
    await this.#notes.flush();
    await this.#versions.flush();
  }

  flushChanges(): Promise<void> {
    return this.#changes.flush();
  }

  #prepared(visit: number, { createdMs, signedMs }: WrittenAt): PreparedNote {
    const { ids, draws, diagnosing } = this.generation;
    const { main, second } = diagnosing.of(visit);
    const signedAt = new Date(signedMs);
    const note = {
      ...placeOf(this.generation, visit),
      kind: 'progress' as const,
      text: noteText(draws, visit, main, second),
      isSensitive: false,
      addendumTo: null,
      createdAt: new Date(createdMs),
      signedAt,
      releasedAt: signedAt,
    };
    return this.notes.prepare(note, {
      noteId: ids.textOfVisit(idKinds.note, visit),
      documentId: ids.textOfVisit(idKinds.noteDocument, visit),
    });
  }

  #put({ note, document }: PreparedNote, { createdMs, signedMs }: WrittenAt, visit: number): void {
    const id = uuidBytes(note.id);
    const { rows } = this.#notes;
    putPlace(rows, id, placeOf(this.generation, visit));
    rows.text(note.kind);
    rows.text(note.state);
    rows.integer(note.version);
    rows.instant(signedMs);
    rows.instant(signedMs);
    rows.instant(createdMs);
    rows.instant(signedMs);
    rows.endRow();
    const { rows: versions } = this.#versions;
    versions.bytes(id);
    versions.integer(note.version);
    versions.bytes(uuidBytes(document.id));
    versions.bytes(document.sha256);
    versions.instant(createdMs);
    versions.endRow();
  }

  /** Written at the end of the visit. Most are signed within minutes, some the next day; none after `until`. */
  #writtenAt(visit: number): WrittenAt {
    const { draws, plan } = this.generation;
    const { completedMs } = timesOf(draws, plan, visit);
    draws.about(streams.note, -1 - visit);
    const minutes = draws.chance(0.8) ? draws.between(1, 90) : draws.between(90, 2_880);
    const untilMs = plan.settings.untilDay * DAY_MS;
    const delayMs = Math.max(Math.min(minutes * 60_000, untilMs - completedMs), 0);
    return { createdMs: completedMs - 30_000, signedMs: completedMs + delayMs };
  }
}
