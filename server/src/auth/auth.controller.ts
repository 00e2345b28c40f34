import {
  Body,
  Get,
  NoSecurity,
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
import { callerOf, keyedCallerOf } from '../http/caller.js';
import type { AuthenticatedRequest, TracedRequest } from '../http/request.js';
import type { Problem } from '../lib/problem.js';
import type { AuthService } from './auth.service.js';
import type {
  ChangePassword,
  EndSignIn,
  Login,
  RefreshSession,
  RegisterPatient,
  ResetPassword,
  SecurityEventsPage,
  SecurityEventsQuery,
  SignedIn,
  User,
} from './auth.types.js';
import type { OwnSignInService } from './own-sign-in.service.js';
import type { PasswordChangeService } from './password-change.service.js';
import type { PasswordResetService } from './password-reset.service.js';
import type { RefreshService } from './refresh.service.js';
import type { RegistrationService } from './registration.service.js';

@Route('auth')
@Tags('auth')
@Response<Problem>(422, 'validation_failed')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly registration: RegistrationService,
    private readonly refreshing: RefreshService,
    private readonly passwordChange: PasswordChangeService,
    private readonly passwordReset: PasswordResetService,
    private readonly ownSignIn: OwnSignInService,
  ) {}

  /**
   * Registers a new patient and signs in. The role is always `patient`; staff sign-ins are made by an admin. Repeated
   * with its `Idempotency-Key`, the same request signs the same patient in; any other one with that address is refused,
   * whatever its password.
   * @summary Register as a patient
   */
  @Post('register')
  @OperationId('auth_register')
  @NoSecurity()
  @SuccessResponse(201)
  @Response<Problem>(409, 'email_taken')
  @Response<Problem>(429, 'too_many_registrations, too_many_sign_ins')
  register(@Request() request: TracedRequest, @Body() body: RegisterPatient): Promise<SignedIn> {
    return this.registration.register(keyedCallerOf(request), body);
  }

  /**
   * Signs in with e-mail and password. The access token lives ten minutes, the session thirty days. Send the
   * `deviceToken` of the last answer along: then nobody else's wrong passwords keep its owner out.
   * @summary Sign in
   */
  @Post('login')
  @OperationId('auth_login')
  @NoSecurity()
  @SuccessResponse(200)
  @Response<Problem>(401, 'credentials_wrong')
  @Response<Problem>(429, 'too_many_failures, too_many_sign_ins')
  login(@Request() request: TracedRequest, @Body() body: Login): Promise<SignedIn> {
    return this.auth.login(callerOf(request), body);
  }

  /**
   * Exchanges a refresh token for a new pair. Each refresh token is good for one use: a second use ends the session,
   * unless it comes within ten seconds or repeats the first one's `Idempotency-Key`: then it is answered with the same
   * new refresh token, as long as nobody has used that one.
   * @summary Refresh the session
   */
  @Post('refresh')
  @OperationId('auth_refresh')
  @NoSecurity()
  @SuccessResponse(200)
  @Response<Problem>(401, 'refresh_token_invalid')
  refresh(@Request() request: TracedRequest, @Body() body: RefreshSession): Promise<SignedIn> {
    return this.refreshing.refresh(
      callerOf(request),
      body.refreshToken,
      request.get('idempotency-key') ?? null,
    );
  }

  /**
   * Ends the session: its tokens stop working on every process within a second.
   * @summary Sign out
   */
  @Post('logout')
  @OperationId('auth_logout')
  @Security('bearer', ['account.own'])
  @SuccessResponse(204)
  logout(@Request() request: AuthenticatedRequest): Promise<void> {
    return this.auth.logout(request.actor);
  }

  /**
   * Replaces the caller's password. Their other sessions end, and their tokens stop working on every process within a
   * second; the one that asks goes on, also after a wrong current password.
   * @summary Change the own password
   */
  @Post('change-password')
  @OperationId('auth_changePassword')
  @Security('bearer', ['account.own'])
  @SuccessResponse(204)
  @Response<Problem>(422, 'current_password_wrong, password_unchanged')
  @Response<Problem>(429, 'too_many_failures, too_many_sign_ins')
  changePassword(@Request() request: AuthenticatedRequest, @Body() body: ChangePassword): Promise<void> {
    return this.passwordChange.change(request.actor, callerOf(request), body);
  }

  /**
   * Sets a new password in the place of a forgotten one, by a one-time code of an admin or the front desk. Every session
   * of the user ends, and their tokens stop working on every process within a second; wrong passwords from before count
   * no more. The code is used up. A wrong code is answered like an address that nobody has.
   * @summary Reset a forgotten password
   */
  @Post('reset-password')
  @OperationId('auth_resetPassword')
  @NoSecurity()
  @SuccessResponse(204)
  @Response<Problem>(401, 'reset_code_wrong')
  @Response<Problem>(429, 'too_many_failures, too_many_sign_ins')
  resetPassword(@Request() request: TracedRequest, @Body() body: ResetPassword): Promise<void> {
    return this.passwordReset.reset(keyedCallerOf(request), body);
  }

  /**
   * Ends the caller's own sign-in and every session, the one that asks included. The patient, their visits and their
   * record stay: visits are cancelled before, or by the front desk. An admin can give the sign-in back.
   * @summary End the own sign-in
   */
  @Post('end-sign-in')
  @OperationId('auth_endSignIn')
  @Security('bearer', ['account.end'])
  @SuccessResponse(204)
  @Response<Problem>(422, 'current_password_wrong')
  @Response<Problem>(429, 'too_many_failures, too_many_sign_ins')
  endSignIn(@Request() request: AuthenticatedRequest, @Body() body: EndSignIn): Promise<void> {
    return this.ownSignIn.end(request.actor, callerOf(request), body);
  }

  /**
   * What happened to the caller's own account, the newest first: also what others did, such as issuing a code for a
   * forgotten password. An app shows it to its user.
   * @summary List the own account's events
   */
  @Get('security-events')
  @OperationId('auth_securityEvents')
  @Security('bearer', ['account.own'])
  securityEvents(
    @Request() request: AuthenticatedRequest,
    @Queries() query: SecurityEventsQuery,
  ): Promise<SecurityEventsPage> {
    return this.ownSignIn.securityEvents(request.actor, query);
  }

  /**
   * The user whom the access token belongs to, as they are now.
   * @summary Who am I
   */
  @Get('me')
  @OperationId('auth_me')
  @Security('bearer', ['account.own'])
  me(@Request() request: AuthenticatedRequest): Promise<User> {
    return this.auth.me(request.actor);
  }
}
