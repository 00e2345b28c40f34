import {
  Body,
  Get,
  Header,
  NoSecurity,
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
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { VisitsToSettlePage, VisitsToSettleQuery } from '../scheduling/visits-to-settle.types.js';
import type { DoctorActivityService } from './doctor-activity.service.js';
import type { DoctorsService } from './doctors.service.js';
import type {
  CreateDoctor,
  Doctor,
  DoctorChanged,
  DoctorProfile,
  ListDoctors,
  UpdateDoctor,
} from './doctors.types.js';

@Route('doctors')
@Tags('doctors')
export class DoctorsController {
  constructor(
    private readonly doctors: DoctorsService,
    private readonly activity: DoctorActivityService,
  ) {}

  /**
   * Doctors by family name, of one department or one specialization if asked for. Open to everyone.
   * @summary List doctors
   */
  @Get()
  @OperationId('doctors_list')
  @NoSecurity()
  list(@Queries() query: ListDoctors): Promise<Page<Doctor>> {
    return this.doctors.list(query);
  }

  /**
   * One doctor, active or not. Open to everyone.
   * @summary Get a doctor
   */
  @Get('{id}')
  @OperationId('doctors_get')
  @NoSecurity()
  @Response<Problem>(404, 'doctor_not_found')
  get(@Path() id: Uuid): Promise<Doctor> {
    return this.doctors.get(id);
  }

  /**
   * A doctor with birth date and gender: for herself and for admins.
   * @summary Get a doctor's profile
   */
  @Get('{id}/profile')
  @OperationId('doctors_profile')
  @Security('bearer', ['doctor.update'])
  @Response<Problem>(404, 'doctor_not_found')
  profile(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<DoctorProfile> {
    return this.doctors.profile(request.actor, id);
  }

  /**
   * Adds a doctor to the directory. She gets a sign-in with `users.create`.
   * @summary Create a doctor
   */
  @Post()
  @OperationId('doctors_create')
  @Security('bearer', ['doctor.create'])
  @SuccessResponse(201)
  create(@Request() request: AuthenticatedRequest, @Body() body: CreateDoctor): Promise<DoctorProfile> {
    return this.doctors.create(request.actor, body);
  }

  /**
   * Changes the fields that are sent. A doctor may change their own phone, e-mail address and office address. Another
   * zone or department changes the hours: visits that are left outside them stay booked and are reported.
   * @summary Update a doctor
   */
  @Patch('{id}')
  @OperationId('doctors_update')
  @Security('bearer', ['doctor.update'])
  @Response<Problem>(403, 'field_forbidden')
  @Response<Problem>(404, 'doctor_not_found')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdateDoctor,
    @Header('If-Match') ifMatch?: string,
  ): Promise<DoctorChanged> {
    return this.doctors.update(request.actor, id, body, ifMatch);
  }

  /**
   * Takes a doctor out of the directory and out of booking, and ends their sign-in: no token and no password of theirs
   * works on any process within a second. Their visits and records stay; the answer tells which visits somebody has to
   * settle.
   * @summary Deactivate a doctor
   */
  @Post('{id}/deactivate')
  @OperationId('doctors_deactivate')
  @Security('bearer', ['doctor.deactivate'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'doctor_not_found')
  deactivate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<DoctorProfile> {
    return this.activity.deactivate(request.actor, id);
  }

  /**
   * Takes a doctor back into the directory. Their department must be active. They sign in anew, unless their sign-in
   * was withdrawn by itself.
   * @summary Activate a doctor
   */
  @Post('{id}/activate')
  @OperationId('doctors_activate')
  @Security('bearer', ['doctor.deactivate'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'doctor_not_found')
  @Response<Problem>(409, 'department_inactive')
  activate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<DoctorProfile> {
    return this.activity.activate(request.actor, id);
  }

  /**
   * The visits that stand of a doctor who is deactivated, with what to do about each. Nothing of one who is active.
   * @summary List a deactivated doctor's visits
   */
  @Get('{id}/visits-to-settle')
  @OperationId('doctors_visitsToSettle')
  @Security('bearer', ['visit.to_settle'])
  @Response<Problem>(404, 'doctor_not_found')
  visitsToSettle(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Queries() query: VisitsToSettleQuery,
  ): Promise<VisitsToSettlePage> {
    return this.activity.visitsToSettle(request.actor, id, query);
  }
}
