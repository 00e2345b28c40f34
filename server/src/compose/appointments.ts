import { AlternativeSlots } from '../appointments/alternative-slots.js';
import { AppointmentsController } from '../appointments/appointments.controller.js';
import { AppointmentsRepository } from '../appointments/appointments.repository.js';
import { AppointmentsService } from '../appointments/appointments.service.js';
import { BookingService } from '../appointments/booking.service.js';
import { BookingTerms } from '../appointments/booking-terms.js';
import { HistoryService } from '../appointments/history.service.js';
import { HoldSweeper } from '../appointments/hold-sweeper.js';
import { SlotClaimsRepository } from '../appointments/slot-claims.repository.js';
import { TimeTaking } from '../appointments/time-taking.js';
import { Damper } from '../lib/locks.js';
import type { ControllerEntries, Foundation } from './foundation.js';
import type { Scheduling } from './scheduling.js';

/** Visits. */
export function composeAppointments(foundation: Foundation, { schedules, services }: Scheduling) {
  const { db, writes, events, cursors, redis, metrics, log } = foundation;
  const appointmentRows = new AppointmentsRepository(db);
  const taking = new TimeTaking(new SlotClaimsRepository(), appointmentRows, events);
  const appointments = new AppointmentsService(appointmentRows, taking, writes, events, cursors);
  const booking = new BookingService(
    appointmentRows,
    appointments,
    new BookingTerms(schedules, appointmentRows),
    services.bookingLimits,
    taking,
    new AlternativeSlots(services.slots),
    events,
    new Damper(redis, metrics),
    writes,
  );
  const history = new HistoryService(appointmentRows, schedules, taking, events);
  const holdSweeper = new HoldSweeper(db, appointmentRows, taking, log);
  return {
    services: { appointments, booking, history },
    workers: [holdSweeper],
    controllers: [
      [AppointmentsController, new AppointmentsController(appointments, booking)],
    ] satisfies ControllerEntries,
  };
}
