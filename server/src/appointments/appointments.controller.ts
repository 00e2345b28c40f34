import {
  Body,
  Get,
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
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { AppointmentsService } from './appointments.service.js';
import type {
  Appointment,
  AppointmentPage,
  AppointmentsQuery,
  BeyondHorizonProblem,
  BookAppointment,
  CancelAppointment,
  HoldAppointment,
  InvalidTransitionProblem,
  LengthNotOfferedProblem,
  RescheduleAppointment,
  SlotNotOfferedProblem,
  SlotTakenProblem,
  TooManyHoldsProblem,
  TooManyVisitsProblem,
} from './appointments.types.js';
import type { BookingService } from './booking.service.js';

@Route('appointments')
@Tags('appointments')
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly booking: BookingService,
  ) {}

  /**
   * Books a visit. Two visits of one doctor, or of one patient, never overlap: of two callers one gets 201 and the
   * other 409 with the next free times. How far ahead and how often patients book is the clinic's to say.
   * @summary Book a visit
   */
  @Post()
  @OperationId('appointments_book')
  @Security('bearer', ['appointment.create'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'doctor_not_found, patient_not_found')
  @Response<SlotTakenProblem | SlotNotOfferedProblem | BeyondHorizonProblem | TooManyVisitsProblem>(
    409,
    'slot_taken, slot_not_offered, beyond_horizon, too_many_visits',
  )
  @Response<LengthNotOfferedProblem>(422, 'length_not_offered')
  book(@Request() request: AuthenticatedRequest, @Body() body: BookAppointment): Promise<Appointment> {
    return this.booking.book(request.actor, body);
  }

  /**
   * Keeps a time for some minutes while the patient decides. Confirm it to make it a visit; otherwise it frees itself.
   * @summary Hold a time
   */
  @Post('holds')
  @OperationId('appointments_hold')
  @Security('bearer', ['appointment.create'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'doctor_not_found, patient_not_found')
  @Response<
    | SlotTakenProblem
    | SlotNotOfferedProblem
    | BeyondHorizonProblem
    | TooManyVisitsProblem
    | TooManyHoldsProblem
  >(409, 'slot_taken, slot_not_offered, beyond_horizon, too_many_visits, too_many_holds')
  @Response<LengthNotOfferedProblem>(422, 'length_not_offered')
  hold(@Request() request: AuthenticatedRequest, @Body() body: HoldAppointment): Promise<Appointment> {
    return this.booking.hold(request.actor, body);
  }

  /**
   * The visits that the caller may see, by start.
   * @summary List visits
   */
  @Get()
  @OperationId('appointments_list')
  @Security('bearer', ['appointment.read'])
  list(
    @Request() request: AuthenticatedRequest,
    @Queries() query: AppointmentsQuery,
  ): Promise<AppointmentPage> {
    return this.appointments.list(request.actor, query);
  }

  /**
   * One visit. The front desk gets it without the reason why the patient comes.
   * @summary Get a visit
   */
  @Get('{appointmentId}')
  @OperationId('appointments_get')
  @Security('bearer', ['appointment.read'])
  @Response<Problem>(404, 'appointment_not_found')
  get(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.appointments.get(request.actor, appointmentId);
  }

  /**
   * Makes a hold a visit, or acknowledges a visit that the doctor booked. What was true when the time was taken is asked
   * again: doctor and patient are active, the doctor works then, and the patient's limits leave room.
   * @summary Confirm a visit
   */
  @Post('{appointmentId}/confirm')
  @OperationId('appointments_confirm')
  @Security('bearer', ['appointment.confirm'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found, doctor_not_found, patient_not_found')
  @Response<InvalidTransitionProblem | SlotNotOfferedProblem | BeyondHorizonProblem | TooManyVisitsProblem>(
    409,
    'hold_expired, invalid_transition, slot_not_offered, beyond_horizon, too_many_visits',
  )
  confirm(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.booking.confirm(request.actor, appointmentId);
  }

  /**
   * Moves a visit to another time, in one step: it keeps the old time unless it gets the new one. The front desk may
   * give it to another doctor, also when the present one is not there any more.
   * @summary Reschedule a visit
   */
  @Post('{appointmentId}/reschedule')
  @OperationId('appointments_reschedule')
  @Security('bearer', ['appointment.reschedule'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found, doctor_not_found, patient_not_found')
  @Response<SlotTakenProblem | SlotNotOfferedProblem | InvalidTransitionProblem | BeyondHorizonProblem>(
    409,
    'slot_taken, slot_not_offered, invalid_transition, too_late, beyond_horizon',
  )
  @Response<LengthNotOfferedProblem>(422, 'length_not_offered')
  reschedule(
    @Request() request: AuthenticatedRequest,
    @Path() appointmentId: Uuid,
    @Body() body: RescheduleAppointment,
  ): Promise<Appointment> {
    return this.booking.reschedule(request.actor, appointmentId, body);
  }

  /**
   * Cancels a visit or a hold and frees its time at once. Patients may until two hours before the visit.
   * @summary Cancel a visit
   */
  @Post('{appointmentId}/cancel')
  @OperationId('appointments_cancel')
  @Security('bearer', ['appointment.cancel'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found')
  @Response<InvalidTransitionProblem>(409, 'invalid_transition, too_late')
  cancel(
    @Request() request: AuthenticatedRequest,
    @Path() appointmentId: Uuid,
    @Body() body: CancelAppointment,
  ): Promise<Appointment> {
    return this.appointments.cancel(request.actor, appointmentId, body);
  }

  /**
   * The patient is here. Opens twelve hours before the visit.
   * @summary Check in
   */
  @Post('{appointmentId}/check-in')
  @OperationId('appointments_checkIn')
  @Security('bearer', ['appointment.check_in'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found')
  @Response<InvalidTransitionProblem>(409, 'invalid_transition, too_early')
  checkIn(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.appointments.checkIn(request.actor, appointmentId);
  }

  /**
   * The doctor begins the visit.
   * @summary Start a visit
   */
  @Post('{appointmentId}/start')
  @OperationId('appointments_start')
  @Security('bearer', ['appointment.start'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found')
  @Response<InvalidTransitionProblem>(409, 'invalid_transition')
  start(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.appointments.start(request.actor, appointmentId);
  }

  /**
   * The doctor ends the visit. From then on nothing changes it.
   * @summary Complete a visit
   */
  @Post('{appointmentId}/complete')
  @OperationId('appointments_complete')
  @Security('bearer', ['appointment.complete'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found')
  @Response<InvalidTransitionProblem>(409, 'invalid_transition')
  complete(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.appointments.complete(request.actor, appointmentId);
  }

  /**
   * The patient did not come. Possible once the visit should have begun.
   * @summary Record a no-show
   */
  @Post('{appointmentId}/no-show')
  @OperationId('appointments_noShow')
  @Security('bearer', ['appointment.no_show'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'appointment_not_found')
  @Response<InvalidTransitionProblem>(409, 'invalid_transition, too_early')
  noShow(@Request() request: AuthenticatedRequest, @Path() appointmentId: Uuid): Promise<Appointment> {
    return this.appointments.noShow(request.actor, appointmentId);
  }
}
