import {
  Get,
  OperationId,
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
import type { Problem } from '../lib/problem.js';
import type { AnalyticsService } from './analytics.service.js';
import type {
  AppointmentFilter,
  DepartmentLoad,
  DiagnosisCount,
  DoctorWorkload,
  MonthlyAppointments,
  MonthlyVisits,
  NoteVolume,
  Numbers,
  PlaceFilter,
  RankingFilter,
  Refreshed,
  SeriesFilter,
  TopDoctor,
  WorkFilter,
} from './analytics.types.js';

@Route('analytics')
@Tags('analytics')
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  /**
   * The doctors with the most completed appointments of a month, a year or ever.
   * @summary Rank doctors
   */
  @Get('top-doctors')
  @OperationId('analytics_topDoctors')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  topDoctors(
    @Request() request: AuthenticatedRequest,
    @Queries() query: RankingFilter,
  ): Promise<Numbers<TopDoctor>> {
    return this.analytics.topDoctors(request.actor, query);
  }

  /**
   * What each department has to do, by its name: appointments, time taken, no-shows and cancellations.
   * @summary Load of departments
   */
  @Get('department-load')
  @OperationId('analytics_departmentLoad')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  departmentLoad(
    @Request() request: AuthenticatedRequest,
    @Queries() query: AppointmentFilter,
  ): Promise<Numbers<DepartmentLoad>> {
    return this.analytics.departmentLoad(request.actor, query);
  }

  /**
   * What each doctor has to do, most appointments first: appointments, time taken, no-shows, cancellations, lead time.
   * @summary Workload of doctors
   */
  @Get('doctor-workload')
  @OperationId('analytics_doctorWorkload')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  doctorWorkload(
    @Request() request: AuthenticatedRequest,
    @Queries() query: WorkFilter,
  ): Promise<Numbers<DoctorWorkload>> {
    return this.analytics.doctorWorkload(request.actor, query);
  }

  /**
   * What became of appointments, month by month: no-show and cancellation rates, lead time, time taken.
   * @summary Appointments by month
   */
  @Get('monthly-appointments')
  @OperationId('analytics_monthlyAppointments')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  monthlyAppointments(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SeriesFilter,
  ): Promise<Numbers<MonthlyAppointments>> {
    return this.analytics.monthlyAppointments(request.actor, query);
  }

  /**
   * Visits that took place, month by month, of new and of returning patients.
   * @summary Visits by month
   */
  @Get('monthly-visits')
  @OperationId('analytics_monthlyVisits')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  monthlyVisits(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SeriesFilter,
  ): Promise<Numbers<MonthlyVisits>> {
    return this.analytics.monthlyVisits(request.actor, query);
  }

  /**
   * Diagnoses by code, most frequent first.
   * @summary Frequency of diagnoses
   */
  @Get('diagnoses')
  @OperationId('analytics_diagnoses')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  diagnoses(
    @Request() request: AuthenticatedRequest,
    @Queries() query: WorkFilter,
  ): Promise<Numbers<DiagnosisCount>> {
    return this.analytics.diagnoses(request.actor, query);
  }

  /**
   * Clinical notes by kind, and how long they waited for their signature.
   * @summary Volume of notes
   */
  @Get('notes')
  @OperationId('analytics_notes')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'analytics_building')
  notes(
    @Request() request: AuthenticatedRequest,
    @Queries() query: PlaceFilter,
  ): Promise<Numbers<NoteVolume>> {
    return this.analytics.notes(request.actor, query);
  }

  /**
   * Counts everything that has happened until now, and answers when that is done. It also happens by itself, within
   * about a second.
   * @summary Count now
   */
  @Post('refresh')
  @OperationId('analytics_refresh')
  @Security('bearer', ['analytics.refresh'])
  @SuccessResponse(200)
  @Response<Problem>(503, 'mongo_unavailable, analytics_behind')
  refresh(@Request() request: AuthenticatedRequest): Promise<Refreshed> {
    return this.analytics.refresh(request.actor);
  }
}
