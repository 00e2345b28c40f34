import {
  Body,
  Get,
  OperationId,
  Path,
  Post,
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
import type { ObservationsService } from './observations.service.js';
import type {
  ListObservations,
  Observation,
  PostObservation,
  WithdrawObservation,
} from './observations.types.js';

@Route('observations')
@Tags('observations')
export class ObservationsController {
  constructor(private readonly observations: ObservationsService) {}

  /**
   * Posts vitals, symptoms or free JSON to an open medical record. It is refused, and nothing is stored, unless the
   * record belongs to that patient and the author treats her.
   * @summary Post an observation
   */
  @Post()
  @OperationId('observations_post')
  @Security('bearer', ['observation.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'record_not_found')
  post(@Request() request: AuthenticatedRequest, @Body() body: PostObservation): Promise<Observation> {
    return this.observations.post(request.actor, body);
  }

  /**
   * Observations of a record or of a patient, latest first. Answers 503 rather than an incomplete list.
   * @summary List observations
   */
  @Get()
  @OperationId('observations_list')
  @Security('bearer', ['observation.read'])
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  list(
    @Request() request: AuthenticatedRequest,
    @Queries() query: ListObservations,
  ): Promise<Page<Observation>> {
    return this.observations.list(request.actor, query);
  }

  /**
   * One observation with its vitals, symptoms or free JSON. Answers 503 rather than leave them out.
   * @summary Read an observation
   */
  @Get('{id}')
  @OperationId('observations_get')
  @Security('bearer', ['observation.read'])
  @Response<Problem>(404, 'observation_not_found')
  @Response<Problem>(503, 'mongo_unavailable, document_unavailable')
  get(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Observation> {
    return this.observations.get(request.actor, id);
  }

  /**
   * Declares one's own observation entered in error. It is kept, and hidden from everybody but its author.
   * @summary Withdraw an observation
   */
  @Post('{id}/withdraw')
  @OperationId('observations_withdraw')
  @Security('bearer', ['observation.write'])
  @SuccessResponse(204)
  @Response<Problem>(404, 'observation_not_found')
  @Response<Problem>(409, 'invalid_transition')
  withdraw(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: WithdrawObservation,
  ): Promise<void> {
    return this.observations.withdraw(request.actor, id, body);
  }
}
