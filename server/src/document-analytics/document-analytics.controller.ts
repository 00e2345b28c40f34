import { Get, OperationId, Queries, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Problem } from '../lib/problem.js';
import type { DocumentAnalyticsService } from './document-analytics.service.js';
import type {
  SymptomFrequency,
  SymptomFrequencyQuery,
  SymptomsBySpecialization,
  SymptomsBySpecializationQuery,
  VitalTrends,
  VitalTrendsQuery,
} from './document-analytics.types.js';

@Route('analytics')
@Tags('analytics')
export class DocumentAnalyticsController {
  constructor(private readonly analytics: DocumentAnalyticsService) {}

  /**
   * How often each symptom was observed, by the calendar dates of where the doctors work. Doctors count their own
   * patients, nurses their department, admins the clinic. Nurses and admins get sums of those numbers of a month that
   * are about at least eleven people, and that no subtraction leads below.
   * @summary Symptom frequency
   */
  @Get('symptom-frequency')
  @OperationId('analytics_symptomFrequency')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'mongo_unavailable, analytics_building')
  symptomFrequency(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SymptomFrequencyQuery,
  ): Promise<SymptomFrequency> {
    return this.analytics.symptomFrequency(request.actor, query);
  }

  /**
   * The most frequent symptoms of each specialization of the attending doctors, as they are specialists now. Whose
   * numbers the caller gets, and what is left out, is as with the symptom frequency.
   * @summary Symptoms by specialization
   */
  @Get('symptoms-by-specialization')
  @OperationId('analytics_symptomsBySpecialization')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'mongo_unavailable, analytics_building')
  symptomsBySpecialization(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SymptomsBySpecializationQuery,
  ): Promise<SymptomsBySpecialization> {
    return this.analytics.symptomsBySpecialization(request.actor, query);
  }

  /**
   * How the values of a vital went on by day, week or month, with a moving mean, for each unit. Whose numbers the
   * caller gets is as with the symptom frequency; nurses and admins get sums of those numbers of a day, or of a month,
   * that are about at least eleven people.
   * @summary Vital trends
   */
  @Get('vital-trends')
  @OperationId('analytics_vitalTrends')
  @Security('bearer', ['analytics.read'])
  @Response<Problem>(503, 'mongo_unavailable, analytics_building')
  vitalTrends(
    @Request() request: AuthenticatedRequest,
    @Queries() query: VitalTrendsQuery,
  ): Promise<VitalTrends> {
    return this.analytics.vitalTrends(request.actor, query);
  }
}
