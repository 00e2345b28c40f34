import {
  Body,
  Get,
  Header,
  OperationId,
  Patch,
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
import type { ResetCode } from '../auth/auth.types.js';
import type { ResetCodeService } from '../auth/reset-code.service.js';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { VisitsToSettlePage, VisitsToSettleQuery } from '../scheduling/visits-to-settle.types.js';
import type { PatientActivityService } from './patient-activity.service.js';
import type { PatientSearch } from './patient-search.service.js';
import type { PatientsService } from './patients.service.js';
import type {
  ActivatePatient,
  CreatePatient,
  DeactivatePatient,
  ListPatients,
  Patient,
  PatientActivation,
  PatientDeactivation,
  PatientMatches,
  SearchPatients,
  UpdatePatient,
} from './patients.types.js';

@Route('patients')
@Tags('patients')
export class PatientsController {
  constructor(
    private readonly patients: PatientsService,
    private readonly finder: PatientSearch,
    private readonly activity: PatientActivityService,
    private readonly resetCodes: ResetCodeService,
  ) {}

  /**
   * Admits a patient at the front desk. The server makes the medical record number.
   * @summary Create a patient
   */
  @Post()
  @OperationId('patients_create')
  @Security('bearer', ['patient.create'])
  @SuccessResponse(201)
  create(@Request() request: AuthenticatedRequest, @Body() body: CreatePatient): Promise<Patient> {
    return this.patients.create(request.actor, body);
  }

  /**
   * Patients by family name: a doctor gets those she treats, a nurse those of the ward, the front desk and billing
   * all. What a role may not see of a patient is absent.
   * @summary List patients
   */
  @Get()
  @OperationId('patients_list')
  @Security('bearer', ['patient.search'])
  @Response<Problem>(403, 'exact_match_only')
  list(@Request() request: AuthenticatedRequest, @Queries() query: ListPatients): Promise<Page<Patient>> {
    return this.patients.list(request.actor, query);
  }

  /**
   * Finds patients by name as heard or mistyped, by birth date, or by MRN; the likeliest first, at most twenty.
   * Doctors and pharmacists also find a stranger by exact match, and get name, birth year and MRN.
   * @summary Search patients
   */
  @Get('search')
  @OperationId('patients_search')
  @Security('bearer', ['patient.search'])
  @Response<Problem>(403, 'exact_match_only')
  search(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SearchPatients,
  ): Promise<PatientMatches> {
    return this.finder.search(request.actor, query);
  }

  /**
   * One patient, as far as the caller may see.
   * @summary Get a patient
   */
  @Get('{id}')
  @OperationId('patients_get')
  @Security('bearer', ['patient.read'])
  @Response<Problem>(404, 'patient_not_found')
  get(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Patient> {
    return this.patients.get(request.actor, id);
  }

  /**
   * Changes the fields that are sent. Who may change which is said at `UpdatePatient`.
   * @summary Update a patient
   */
  @Patch('{id}')
  @OperationId('patients_update')
  @Security('bearer', ['patient.update'])
  @Response<Problem>(403, 'field_forbidden')
  @Response<Problem>(404, 'patient_not_found')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdatePatient,
    @Header('If-Match') ifMatch?: string,
  ): Promise<Patient> {
    return this.patients.update(request.actor, id, body, ifMatch);
  }

  /**
   * Deactivates a patient, by two admins: the first call records the request, the same call by another admin within
   * a week carries it out. The patient's sign-in ends with it: no token and no password of theirs works on any process
   * within a second. Visits stay; the second answer tells which ones somebody has to settle.
   * @summary Deactivate a patient
   */
  @Post('{id}/deactivate')
  @OperationId('patients_deactivate')
  @Security('bearer', ['patient.deactivate'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'patient_not_found')
  @Response<Problem>(409, 'second_approver_needed, patient_inactive')
  deactivate(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: DeactivatePatient,
  ): Promise<PatientDeactivation> {
    return this.activity.deactivate(request.actor, id, body);
  }

  /**
   * Brings a deactivated patient back, by two admins as the deactivation. They sign in anew, unless their sign-in was
   * withdrawn by itself.
   * @summary Activate a patient
   */
  @Post('{id}/activate')
  @OperationId('patients_activate')
  @Security('bearer', ['patient.deactivate'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'patient_not_found')
  @Response<Problem>(409, 'second_approver_needed, patient_active')
  activate(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: ActivatePatient,
  ): Promise<PatientActivation> {
    return this.activity.activate(request.actor, id, body);
  }

  /**
   * The visits that stand of a patient who is deactivated, with what to do about each. Nothing of one who is active.
   * @summary List a deactivated patient's visits
   */
  @Get('{id}/visits-to-settle')
  @OperationId('patients_visitsToSettle')
  @Security('bearer', ['visit.to_settle'])
  @Response<Problem>(404, 'patient_not_found')
  visitsToSettle(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Queries() query: VisitsToSettleQuery,
  ): Promise<VisitsToSettlePage> {
    return this.activity.visitsToSettle(request.actor, id, query);
  }

  /**
   * Issues a one-time code to a patient who has forgotten the password and stands at the front desk, which has made sure
   * who it is; `auth.resetPassword` takes it. It is shown here and never again, good for half an hour and for one use,
   * and replaces an earlier one. The patient finds it among the account's events.
   * @summary Issue a one-time code
   */
  @Post('{id}/reset-code')
  @OperationId('patients_issueResetCode')
  @Security('bearer', ['patient.reset_code'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'sign_in_not_found')
  @Response<Problem>(409, 'sign_in_inactive')
  issueResetCode(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<ResetCode> {
    return this.resetCodes.issueForPatient(request.actor, id);
  }
}
