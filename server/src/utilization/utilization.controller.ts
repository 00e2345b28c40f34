import { Get, OperationId, Queries, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Numbers } from '../analytics/analytics.types.js';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Problem } from '../lib/problem.js';
import type { UtilizationService } from './utilization.service.js';
import type { Utilization, UtilizationFilter } from './utilization.types.js';

@Route('analytics')
@Tags('analytics')
export class UtilizationController {
  constructor(private readonly utilization: UtilizationService) {}

  /**
   * How much of the time that doctors offer is booked: all doctors over a period, or one doctor month by month.
   * @summary Utilization of offered time
   */
  @Get('utilization')
  @OperationId('analytics_utilization')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  list(
    @Request() request: AuthenticatedRequest,
    @Queries() query: UtilizationFilter,
  ): Promise<Numbers<Utilization>> {
    return this.utilization.list(request.actor, query);
  }
}
