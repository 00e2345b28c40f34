import { BookingLimitsController } from '../booking-limits/booking-limits.controller.js';
import { BookingLimitsRepository } from '../booking-limits/booking-limits.repository.js';
import { BookingLimitsService } from '../booking-limits/booking-limits.service.js';
import { DoctorDisplacement } from '../scheduling/doctor-displacement.js';
import { HolidaysController } from '../scheduling/holidays.controller.js';
import { HolidaysRepository } from '../scheduling/holidays.repository.js';
import { HolidaysService } from '../scheduling/holidays.service.js';
import { SchedulesController } from '../scheduling/hours.controller.js';
import { HoursRepository } from '../scheduling/hours.repository.js';
import { HoursService } from '../scheduling/hours.service.js';
import { ScheduleRepository } from '../scheduling/schedule.repository.js';
import { ScheduleChanges } from '../scheduling/schedule-changes.js';
import { Schedules } from '../scheduling/schedules.js';
import { SlotsController } from '../scheduling/slots.controller.js';
import { SlotsService } from '../scheduling/slots.service.js';
import { StandingVisitsRepository } from '../scheduling/standing-visits.repository.js';
import { TimeOffRepository } from '../scheduling/time-off.repository.js';
import { TimeOffService } from '../scheduling/time-off.service.js';
import type { ControllerEntries, Foundation } from './foundation.js';

/** When doctors work, their free times, and how far ahead patients book them. */
export function composeScheduling({ db, writes, events, cursors }: Foundation) {
  const scheduleRows = new ScheduleRepository(db);
  const schedules = new Schedules(scheduleRows);
  const bookingLimits = new BookingLimitsService(new BookingLimitsRepository(db), writes, events);
  const slots = new SlotsService(scheduleRows, schedules, bookingLimits);
  const hourRows = new HoursRepository(db);
  const timeOffRows = new TimeOffRepository(db);
  const standingVisits = new StandingVisitsRepository();
  const scheduleChanges = new ScheduleChanges(hourRows, scheduleRows, standingVisits, events, writes);
  const hours = new HoursService(hourRows, timeOffRows, scheduleRows, scheduleChanges);
  const timeOff = new TimeOffService(timeOffRows, scheduleChanges, writes);
  const holidays = new HolidaysService(
    new HolidaysRepository(db),
    scheduleRows,
    standingVisits,
    writes,
    events,
    cursors,
  );
  return {
    schedules,
    doctorDisplacement: new DoctorDisplacement(scheduleRows, standingVisits),
    services: { slots, schedules: hours, timeOff, holidays, bookingLimits },
    controllers: [
      [SlotsController, new SlotsController(slots)],
      [SchedulesController, new SchedulesController(hours, timeOff)],
      [HolidaysController, new HolidaysController(holidays)],
      [BookingLimitsController, new BookingLimitsController(bookingLimits)],
    ] satisfies ControllerEntries,
  };
}

export type Scheduling = ReturnType<typeof composeScheduling>;
