import { type Scope, scopeOf } from '../access/policy.js';
import type { DocumentsService } from '../documents/documents.service.js';
import type { Actor } from '../lib/actor.js';
import { invalid, notFound } from '../lib/errors.js';
import { type Cursors, defaultPageSize, type Page, type Position } from '../lib/paging.js';
import type { FoundNote } from './note-rows.js';
import type { NoteSearchRepository, SearchHit } from './note-search.repository.js';
import type { NotesRepository } from './notes.repository.js';
import type { ClinicalNote, ListNotes, NoteContent, NoteVersions, SearchNotes } from './notes.types.js';
import { searchWordsOf } from './search-words.js';

/**
 * A search asks MongoDB at most so often for so many documents; its page may then be shorter than asked for, and not
 * the last. So much more than a page, that pages do not tell of notes which the asker may not see.
 */
const searchRounds = 5;
const searchedAtOnce = 500;

/** A document that a search met, and the note that the asker sees in it. */
interface FoundMatch {
  hit: SearchHit;
  found: FoundNote;
}

export class NoteReadingService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly searching: NoteSearchRepository,
    private readonly documents: DocumentsService,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `note_not_found`; `mongo_unavailable` when only MongoDB still has the text */
  async get(actor: Actor, id: string): Promise<ClinicalNote> {
    const found = await this.notes.maybeVisible(actor, scopeOf(actor, 'note.read'), id);
    if (!found) throw notFound('note_not_found');
    const { text } = (await this.documents.one(found.document)) as NoteContent;
    return { ...found.note, text };
  }

  /** All versions for the author, the signed one for others. @throws AppError `note_not_found`, `mongo_unavailable` */
  async versions(actor: Actor, id: string): Promise<NoteVersions> {
    const versions = await this.notes.versions(actor, scopeOf(actor, 'note.read'), id);
    if (versions.length === 0) throw notFound('note_not_found');
    const contents = await this.documents.many(
      'clinical_notes',
      versions.map((each) => each.document),
    );
    const items = versions.map(({ document, version, createdAt }) => {
      const { text } = contents.get(document.documentId) as NoteContent;
      return { noteId: id, text, sha256: document.sha256.toString('hex'), createdAt, version };
    });
    return { items };
  }

  /** Newest first; complete or refused. @throws AppError `mongo_unavailable` */
  async list(actor: Actor, request: ListNotes): Promise<Page<ClinicalNote>> {
    const { recordUuid, patientId, kind, limit = defaultPageSize } = request;
    if (recordUuid === undefined && patientId === undefined)
      throw invalid('query.recordUuid', 'is required unless patientId is given');
    const listName = `notes ${JSON.stringify([recordUuid, patientId, kind])}`;
    const after = request.cursor ? this.cursors.decode(listName, request.cursor) : null;
    const filter = { recordUuid, patientId, kind };
    const found = await this.notes.list(actor, scopeOf(actor, 'note.read'), filter, after, limit + 1);
    const page = this.cursors.page(listName, found, limit, ({ note }) => ({
      value: note.createdAt,
      id: note.id,
    }));
    return { items: await this.#withTexts(page.items), nextCursor: page.nextCursor };
  }

  /**
   * Notes of one's own patients that contain every word, newest first. MongoDB finds documents, MySQL decides which of
   * them are a newest version that the actor sees. A note is found once MongoDB has it.
   * @throws AppError `mongo_unavailable`
   */
  async search(actor: Actor, request: SearchNotes): Promise<Page<ClinicalNote>> {
    const scope = scopeOf(actor, 'note.search');
    const words = searchWordsOf(request.q);
    const limit = request.limit ?? defaultPageSize;
    const listName = `note search ${JSON.stringify([words.map(({ text }) => text), request.patientId])}`;
    const patientIds = await this.#patientsToSearch(scope, request.patientId);
    const matches: FoundMatch[] = [];
    let after = request.cursor ? this.cursors.decode(listName, request.cursor) : null;
    let hasMore = true;
    for (let round = 0; round < searchRounds && hasMore && matches.length <= limit; round++) {
      const atOnce = round === 0 ? limit + 1 : searchedAtOnce; // mostly that is enough
      const hits = await this.searching.find(words, patientIds, after, atOnce);
      matches.push(...(await this.#seenAmong(actor, scope, hits)));
      after = hits.length > 0 ? positionOf(hits.at(-1) as SearchHit) : after;
      hasMore = hits.length === atOnce;
    }
    const shown = matches.slice(0, limit);
    const end =
      matches.length > limit ? positionOf((shown.at(-1) as FoundMatch).hit) : hasMore ? after : null;
    const nextCursor = end && this.cursors.encode(listName, end);
    return { items: await this.#withTexts(shown.map(({ found }) => found)), nextCursor };
  }

  /** In the order of the hits. */
  async #seenAmong(actor: Actor, scope: Scope, hits: readonly SearchHit[]): Promise<FoundMatch[]> {
    const ids = hits.map((hit) => hit.documentId);
    const seen = await this.notes.visibleAmong(actor, scope, ids);
    const byDocument = new Map(seen.map((found) => [found.document.documentId, found]));
    return hits.flatMap((hit) => {
      const found = byDocument.get(hit.documentId);
      return found ? [{ hit, found }] : [];
    });
  }

  async #patientsToSearch(scope: Scope, patientId: string | undefined): Promise<string[]> {
    if (patientId === undefined) {
      const panel = await this.searching.panel(scope);
      if (panel) return panel;
      throw invalid('query.patientId', 'is required: these are more patients than can be searched at once');
    }
    return (await this.searching.isInScope(scope, patientId)) ? [patientId] : [];
  }

  async #withTexts(found: readonly FoundNote[]): Promise<ClinicalNote[]> {
    const contents = await this.documents.many(
      'clinical_notes',
      found.map((each) => each.document),
    );
    return found.map(({ note, document }) => {
      const { text } = contents.get(document.documentId) as NoteContent;
      return { ...note, text };
    });
  }
}

const positionOf = ({ createdAt, documentId }: SearchHit): Position => ({
  value: createdAt.toISOString(),
  id: documentId,
});
