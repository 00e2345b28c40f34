import {
  Body,
  Get,
  Header,
  OperationId,
  Path,
  Post,
  Put,
  Queries,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { NoteReadingService } from './note-reading.service.js';
import type { NotesService } from './notes.service.js';
import type {
  AddAddendum,
  ClinicalNote,
  ListNotes,
  NoteVersions,
  PostNote,
  ReviseNote,
  SearchNotes,
  SignNote,
  WithdrawNote,
} from './notes.types.js';

@Route('clinical-notes')
@Tags('clinicalNotes')
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly reading: NoteReadingService,
  ) {}

  /**
   * Posts a note to an open medical record. It is refused, and nothing is stored, unless the record belongs to that
   * patient and the author treats her. Once answered it cannot be lost, whichever store is away.
   * @summary Post a note
   */
  @Post()
  @OperationId('clinicalNotes_post')
  @Security('bearer', ['note.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'record_not_found')
  post(@Request() request: AuthenticatedRequest, @Body() body: PostNote): Promise<ClinicalNote> {
    return this.notes.post(request.actor, body);
  }

  /**
   * Notes of a record or of a patient, newest first. Drafts and sensitive notes are their author's alone; a patient
   * sees what was released to her. Answers 503 rather than an incomplete list.
   * @summary List notes
   */
  @Get()
  @OperationId('clinicalNotes_list')
  @Security('bearer', ['note.read'])
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  list(@Request() request: AuthenticatedRequest, @Queries() query: ListNotes): Promise<Page<ClinicalNote>> {
    return this.reading.list(request.actor, query);
  }

  /**
   * Text search over the notes of one's own patients, newest first. A page may hold fewer notes than asked for and
   * still have a `nextCursor`.
   * @summary Search notes
   */
  @Get('search')
  @OperationId('clinicalNotes_search')
  @Security('bearer', ['note.search'])
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  search(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SearchNotes,
  ): Promise<Page<ClinicalNote>> {
    return this.reading.search(request.actor, query);
  }

  /**
   * One note in its newest version.
   * @summary Read a note
   */
  @Get('{id}')
  @OperationId('clinicalNotes_get')
  @Security('bearer', ['note.read'])
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  get(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<ClinicalNote> {
    return this.reading.get(request.actor, id);
  }

  /**
   * The versions of a note, oldest first. Others than the author see the version that was signed.
   * @summary List a note's versions
   */
  @Get('{id}/versions')
  @OperationId('clinicalNotes_versions')
  @Security('bearer', ['note.read'])
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  versions(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<NoteVersions> {
    return this.reading.versions(request.actor, id);
  }

  /**
   * Replaces the text of one's own draft. The versions before are kept.
   * @summary Revise a draft
   */
  @Put('{id}')
  @OperationId('clinicalNotes_revise')
  @Security('bearer', ['note.write'])
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(409, 'invalid_transition')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  revise(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: ReviseNote,
    @Header('If-Match') ifMatch?: string,
  ): Promise<ClinicalNote> {
    return this.notes.revise(request.actor, id, ifMatch, body);
  }

  /**
   * Signs one's own draft: it is never changed again, and is released to the patient unless it is sensitive.
   * @summary Sign a note
   */
  @Post('{id}/sign')
  @OperationId('clinicalNotes_sign')
  @Security('bearer', ['note.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(409, 'invalid_transition')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  sign(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body?: SignNote,
    @Header('If-Match') ifMatch?: string,
  ): Promise<ClinicalNote> {
    return this.notes.sign(request.actor, id, ifMatch, body ?? {});
  }

  /**
   * Adds to a signed note, also after its record was closed. The addendum is a note of its own. Nurses add to their
   * own notes only.
   * @summary Add an addendum
   */
  @Post('{id}/addenda')
  @OperationId('clinicalNotes_addAddendum')
  @Security('bearer', ['note.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(409, 'invalid_transition')
  addAddendum(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: AddAddendum,
  ): Promise<ClinicalNote> {
    return this.notes.addAddendum(request.actor, id, body);
  }

  /**
   * Declares one's own note entered in error. It is kept, and hidden from everybody but its author.
   * @summary Withdraw a note
   */
  @Post('{id}/withdraw')
  @OperationId('clinicalNotes_withdraw')
  @Security('bearer', ['note.withdraw'])
  @SuccessResponse(204)
  @Response<Problem>(404, 'note_not_found')
  @Response<Problem>(409, 'invalid_transition')
  withdraw(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: WithdrawNote,
  ): Promise<void> {
    return this.notes.withdraw(request.actor, id, body);
  }
}
