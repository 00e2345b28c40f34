import {
  Body,
  Delete,
  Get,
  Header,
  OperationId,
  Path,
  Post,
  Put,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Problem } from '../lib/problem.js';
import type { DateOn, Uuid } from '../lib/wire.js';
import type { HoursService } from './hours.service.js';
import type {
  AddTimeOff,
  Schedule,
  ScheduleChange,
  SetHours,
  SetOverride,
  TimeOffAdded,
} from './hours.types.js';
import type { TimeOffService } from './time-off.service.js';

@Route('doctors/{doctorId}')
@Tags('schedules')
export class SchedulesController {
  constructor(
    private readonly hours: HoursService,
    private readonly timeOff: TimeOffService,
  ) {}

  /**
   * When a doctor works: weekly hours, the hours of single dates, time off. A doctor sees her own.
   * @summary Get a doctor's schedule
   */
  @Get('schedule')
  @OperationId('schedules_get')
  @Security('bearer', ['schedule.read'])
  @Response<Problem>(404, 'doctor_not_found')
  get(@Request() request: AuthenticatedRequest, @Path() doctorId: Uuid): Promise<Schedule> {
    return this.hours.get(request.actor, doctorId);
  }

  /**
   * Replaces all weekly hours. Visits that are outside them from now on stay booked and are reported.
   * @summary Set a doctor's weekly hours
   */
  @Put('working-hours')
  @OperationId('schedules_setHours')
  @Security('bearer', ['schedule.write'])
  @Response<Problem>(404, 'doctor_not_found')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  setHours(
    @Request() request: AuthenticatedRequest,
    @Path() doctorId: Uuid,
    @Body() body: SetHours,
    @Header('If-Match') ifMatch?: string,
  ): Promise<ScheduleChange> {
    return this.hours.setHours(request.actor, doctorId, body, ifMatch);
  }

  /**
   * Sets the hours of one local date: they replace the weekly ones and open a holiday; without windows the date is
   * closed. `If-Match` is heeded when it is sent. Visits outside them stay booked and are reported.
   * @summary Set the hours of one date
   */
  @Put('overrides/{dateOn}')
  @OperationId('schedules_setOverride')
  @Security('bearer', ['schedule.write'])
  @Response<Problem>(404, 'doctor_not_found')
  @Response<Problem>(409, 'schedule_full')
  @Response<Problem>(412, 'version_stale')
  setOverride(
    @Request() request: AuthenticatedRequest,
    @Path() doctorId: Uuid,
    @Path() dateOn: DateOn,
    @Body() body: SetOverride,
    @Header('If-Match') ifMatch?: string,
  ): Promise<ScheduleChange> {
    return this.hours.setOverride(request.actor, doctorId, dateOn, body, ifMatch);
  }

  /**
   * The date goes back to the weekly hours, and to its holiday. Visits outside them stay booked and are reported.
   * @summary Remove the hours of one date
   */
  @Delete('overrides/{dateOn}')
  @OperationId('schedules_removeOverride')
  @Security('bearer', ['schedule.write'])
  @Response<Problem>(404, 'doctor_not_found, override_not_found')
  removeOverride(
    @Request() request: AuthenticatedRequest,
    @Path() doctorId: Uuid,
    @Path() dateOn: DateOn,
  ): Promise<ScheduleChange> {
    return this.hours.removeOverride(request.actor, doctorId, dateOn);
  }

  /**
   * Takes the doctor out of booking for a stretch of time. Visits that fall into it stay booked and are reported.
   * @summary Add time off
   */
  @Post('time-off')
  @OperationId('schedules_addTimeOff')
  @Security('bearer', ['schedule.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'doctor_not_found')
  @Response<Problem>(409, 'schedule_full')
  addTimeOff(
    @Request() request: AuthenticatedRequest,
    @Path() doctorId: Uuid,
    @Body() body: AddTimeOff,
  ): Promise<TimeOffAdded> {
    return this.timeOff.add(request.actor, doctorId, body);
  }

  /**
   * The doctor works then after all, as her hours say.
   * @summary Remove time off
   */
  @Delete('time-off/{timeOffId}')
  @OperationId('schedules_removeTimeOff')
  @Security('bearer', ['schedule.write'])
  @SuccessResponse(204)
  @Response<Problem>(404, 'doctor_not_found, time_off_not_found')
  removeTimeOff(
    @Request() request: AuthenticatedRequest,
    @Path() doctorId: Uuid,
    @Path() timeOffId: Uuid,
  ): Promise<void> {
    return this.timeOff.remove(request.actor, doctorId, timeOffId);
  }
}
