import {
  Body,
  Get,
  Header,
  NoSecurity,
  OperationId,
  Path,
  Put,
  Request,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { BookingLimitsService } from './booking-limits.service.js';
import type { BookingLimits, SetBookingLimits } from './booking-limits.types.js';

@Route('booking-limits')
@Tags('bookingLimits')
export class BookingLimitsController {
  constructor(private readonly limits: BookingLimitsService) {}

  /**
   * How far ahead and how often patients book for themselves. Open to everyone.
   * @summary Get the booking limits
   */
  @Get()
  @OperationId('bookingLimits_get')
  @NoSecurity()
  get(): Promise<BookingLimits> {
    return this.limits.get();
  }

  /**
   * Sets how far ahead and how often patients book for themselves, within a second on every process. What was booked
   * before stays.
   * @summary Set the booking limits
   */
  @Put('{id}')
  @OperationId('bookingLimits_set')
  @Security('bearer', ['booking_limits.write'])
  @Response<Problem>(404, 'booking_limits_not_found')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  set(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: SetBookingLimits,
    @Header('If-Match') ifMatch?: string,
  ): Promise<BookingLimits> {
    return this.limits.set(request.actor, id, body, ifMatch);
  }
}
