import {
  Body,
  Delete,
  Get,
  NoSecurity,
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
import type { HolidaysService } from './holidays.service.js';
import type { CreateHoliday, Holiday, HolidayCreated, ListHolidays } from './holidays.types.js';

@Route('holidays')
@Tags('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  /**
   * When the clinic or a department is closed, by date. Open to everyone.
   * @summary List holidays
   */
  @Get()
  @OperationId('holidays_list')
  @NoSecurity()
  list(@Queries() query: ListHolidays): Promise<Page<Holiday>> {
    return this.holidays.list(query);
  }

  /**
   * Closes a date for the whole clinic or for one department. Doctors with an override on that date work all the
   * same. Visits on that date stay booked and are reported.
   * @summary Add a holiday
   */
  @Post()
  @OperationId('holidays_create')
  @Security('bearer', ['holiday.write'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'holiday_exists')
  create(@Request() request: AuthenticatedRequest, @Body() body: CreateHoliday): Promise<HolidayCreated> {
    return this.holidays.create(request.actor, body);
  }

  /**
   * The date is worked again, as everyone's hours say.
   * @summary Remove a holiday
   */
  @Delete('{id}')
  @OperationId('holidays_remove')
  @Security('bearer', ['holiday.write'])
  @SuccessResponse(204)
  @Response<Problem>(404, 'holiday_not_found')
  remove(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<void> {
    return this.holidays.remove(request.actor, id);
  }
}
