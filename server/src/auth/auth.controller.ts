import {
  Body,
  Get,
  NoSecurity,
  OperationId,
  Post,
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
import type { ChangePassword, Login, RefreshSession, RegisterPatient, SignedIn, User } from './auth.types.js';
import type { PasswordChangeService } from './password-change.service.js';
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
  @Response<Problem>(429, 'too_many_sign_ins')
  register(@Request() request: TracedRequest, @Body() body: RegisterPatient): Promise<SignedIn> {
    return this.registration.register(keyedCallerOf(request), body);
  }

  /**
   * Signs in with e-mail and password. The access token lives ten minutes, the session thirty days.
   * @summary Sign in
   */
  @Post('login')
  @OperationId('auth_login')
  @NoSecurity()
  @SuccessResponse(200)
  @Response<Problem>(401, 'credentials_wrong')
  @Response<Problem>(429, 'too_many_failures, too_many_sign_ins')
  login(@Body() body: Login): Promise<SignedIn> {
    return this.auth.login(body);
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
   * Replaces the caller's password. Her other sessions end, and their tokens stop working on every process within a
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
    return this.passwordChange.change(request.actor, body);
  }

  /**
   * The user whom the access token belongs to, as she is now.
   * @summary Who am I
   */
  @Get('me')
  @OperationId('auth_me')
  @Security('bearer', ['account.own'])
  me(@Request() request: AuthenticatedRequest): Promise<User> {
    return this.auth.me(request.actor);
  }
}
