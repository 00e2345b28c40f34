import {
  Body,
  Get,
  Header,
  NoSecurity,
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
import type { SpecializationsService } from './specializations.service.js';
import type {
  CreateSpecialization,
  ListSpecializations,
  Specialization,
  UpdateSpecialization,
} from './specializations.types.js';

@Route('specializations')
@Tags('specializations')
export class SpecializationsController {
  constructor(private readonly specializations: SpecializationsService) {}

  /**
   * The specializations of the clinic's doctors, by name. Open to everyone.
   * @summary List specializations
   */
  @Get()
  @OperationId('specializations_list')
  @NoSecurity()
  list(@Queries() query: ListSpecializations): Promise<Page<Specialization>> {
    return this.specializations.list(query);
  }

  /**
   * One specialization, withdrawn or not. Open to everyone.
   * @summary Get a specialization
   */
  @Get('{id}')
  @OperationId('specializations_get')
  @NoSecurity()
  @Response<Problem>(404, 'specialization_not_found')
  get(@Path() id: Uuid): Promise<Specialization> {
    return this.specializations.get(id);
  }

  /**
   * Adds a specialization. Names are unique, whatever their case.
   * @summary Create a specialization
   */
  @Post()
  @OperationId('specializations_create')
  @Security('bearer', ['specialization.write'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'name_taken')
  create(
    @Request() request: AuthenticatedRequest,
    @Body() body: CreateSpecialization,
  ): Promise<Specialization> {
    return this.specializations.create(request.actor, body);
  }

  /**
   * Renames a specialization, for every doctor who has it.
   * @summary Update a specialization
   */
  @Put('{id}')
  @OperationId('specializations_update')
  @Security('bearer', ['specialization.write'])
  @Response<Problem>(404, 'specialization_not_found')
  @Response<Problem>(409, 'name_taken')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdateSpecialization,
    @Header('If-Match') ifMatch?: string,
  ): Promise<Specialization> {
    return this.specializations.update(request.actor, id, body, ifMatch);
  }

  /**
   * Withdraws a specialization that no active doctor has. What it was stays on record.
   * @summary Deactivate a specialization
   */
  @Post('{id}/deactivate')
  @OperationId('specializations_deactivate')
  @Security('bearer', ['specialization.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'specialization_not_found')
  @Response<Problem>(409, 'specialization_in_use')
  deactivate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Specialization> {
    return this.specializations.deactivate(request.actor, id);
  }

  /**
   * Takes up a withdrawn specialization again.
   * @summary Activate a specialization
   */
  @Post('{id}/activate')
  @OperationId('specializations_activate')
  @Security('bearer', ['specialization.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'specialization_not_found')
  activate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Specialization> {
    return this.specializations.activate(request.actor, id);
  }
}
