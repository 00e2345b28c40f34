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
import type { ResetCode, User } from '../auth/auth.types.js';
import type { ResetCodeService } from '../auth/reset-code.service.js';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { StaffService } from './staff.service.js';
import type { CreateUser, ListUsers, UpdateUser } from './staff.types.js';

@Route('users')
@Tags('users')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly resetCodes: ResetCodeService,
  ) {}

  /**
   * Makes a sign-in for someone who works here. Patients register by themselves.
   * @summary Create a staff sign-in
   */
  @Post()
  @OperationId('users_create')
  @Security('bearer', ['user.create'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'email_taken, doctor_has_sign_in')
  @Response<Problem>(429, 'too_many_sign_ins')
  create(@Request() request: AuthenticatedRequest, @Body() body: CreateUser): Promise<User> {
    return this.staff.create(request.actor, body);
  }

  /**
   * Staff sign-ins by e-mail address; with `isPatient=true` those of patients, without address and name, which
   * are not for admins.
   * @summary List sign-ins
   */
  @Get()
  @OperationId('users_list')
  @Security('bearer', ['user.read'])
  list(@Queries() query: ListUsers): Promise<Page<User>> {
    return this.staff.list(query);
  }

  /**
   * One sign-in, withdrawn or not; that of a patient without address and name, which are not for admins.
   * @summary Get a sign-in
   */
  @Get('{id}')
  @OperationId('users_get')
  @Security('bearer', ['user.read'])
  @Response<Problem>(404, 'user_not_found')
  get(@Path() id: Uuid): Promise<User> {
    return this.staff.get(id);
  }

  /**
   * Changes the fields that are sent. That of a patient is not found. Nobody changes her own role, and the last active admin stays one. Another role
   * ends the user's sessions.
   * @summary Update a staff sign-in
   */
  @Patch('{id}')
  @OperationId('users_update')
  @Security('bearer', ['user.update'])
  @Response<Problem>(404, 'user_not_found')
  @Response<Problem>(409, 'own_account, last_admin, doctor_has_sign_in')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdateUser,
    @Header('If-Match') ifMatch?: string,
  ): Promise<User> {
    return this.staff.update(request.actor, id, body, ifMatch);
  }

  /**
   * Withdraws a sign-in, of staff or of a patient: its sessions stop working on every process within a second. Nobody
   * withdraws their own, and the last active admin stays. The person stays as they are: a doctor is in the directory
   * and can be booked until they are deactivated themselves.
   * @summary Deactivate a sign-in
   */
  @Post('{id}/deactivate')
  @OperationId('users_deactivate')
  @Security('bearer', ['user.update'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'user_not_found')
  @Response<Problem>(409, 'own_account, last_admin')
  deactivate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<User> {
    return this.staff.deactivate(request.actor, id);
  }

  /**
   * Gives a withdrawn sign-in back. Its owner signs in anew; not while the doctor or the patient whom it stands for is
   * deactivated.
   * @summary Activate a sign-in
   */
  @Post('{id}/activate')
  @OperationId('users_activate')
  @Security('bearer', ['user.update'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'user_not_found')
  activate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<User> {
    return this.staff.activate(request.actor, id);
  }

  /**
   * Issues a one-time code to somebody on the staff who has forgotten the password; `auth.resetPassword` takes it. It is
   * shown here and never again, good for half an hour and for one use, and replaces an earlier one. Its owner finds it
   * among the account's events. Nobody issues one for their own account; patients get theirs at the front desk.
   * @summary Issue a one-time code
   */
  @Post('{id}/reset-code')
  @OperationId('users_issueResetCode')
  @Security('bearer', ['user.reset_code'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'user_not_found')
  @Response<Problem>(409, 'own_account, sign_in_inactive')
  issueResetCode(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<ResetCode> {
    return this.resetCodes.issueForStaff(request.actor, id);
  }
}
