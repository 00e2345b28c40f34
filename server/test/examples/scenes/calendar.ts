import type { Medweave, WeeklyWindow } from '@medweave/sdk';
import { nothing, refused, type Stage } from '../stage.js';
import type { SignedInPatient } from './account.js';
import type { House } from './directory.js';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** When the two doctors work, and what comes in between. Somebody has booked already, so changes displace visits. */
export async function keepCalendars(
  stage: Stage,
  { admin, desk, doctor, colleague, departmentId }: House,
  { client: patient }: SignedInPatient,
): Promise<void> {
  const { calendar } = stage;
  const doctorId = doctor.profile.id;
  const planned = { validFromOn: calendar.on(1), validToOn: calendar.on(5) };
  const weekly: WeeklyWindow[] = [1, 3, 5].map((weekday) => ({
    ...{ weekday, startMinute: 540, endMinute: 780 },
    ...planned,
  }));
  const untouched = { ifMatch: 1 };
  await desk.schedules.setHours(doctorId, { weekly }, untouched);
  await refused(desk.schedules.setHours(doctorId, { weekly: [] }, untouched), 'version_stale');

  const wish = { doctorId, startsAt: calendar.at(5, 9), reason: 'Palpitations at night' };
  const early = await patient.appointments.book(wish);
  const windows = [{ startMinute: 600, endMinute: 720 }];
  await desk.schedules.setOverride(doctorId, calendar.on(5), { windows });
  const away = { startsAt: calendar.at(5, 9), endsAt: calendar.at(5, 10), reason: 'Conference' };
  const timeOff = await desk.schedules.addTimeOff(doctorId, away);
  await desk.schedules.get(doctorId);
  await desk.schedules.removeOverride(doctorId, calendar.on(5));
  await refused(desk.schedules.removeOverride(doctorId, calendar.on(5)), 'override_not_found');
  await desk.schedules.removeTimeOff(doctorId, timeOff.id);
  await refused(desk.schedules.removeTimeOff(doctorId, timeOff.id), 'time_off_not_found');
  await patient.appointments.cancel(early.id, { reason: 'Feeling better' });
  const aroundTheClock = everyDay.map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 }));
  const untilThen = aroundTheClock.map((window) => ({ ...window, validToOn: calendar.on(-6) }));
  const { version } = await desk.schedules.get(colleague.profile.id);
  await desk.schedules.setHours(colleague.profile.id, { weekly: untilThen }, { ifMatch: version });
  await keepHolidays(stage, admin, departmentId);

  const limits = await patient.bookingLimits.get();
  const asBefore = { horizonDays: 365, maxFutureVisits: 10, maxHolds: 3 };
  await admin.bookingLimits.set(limits, asBefore);
  await refused(admin.bookingLimits.set(limits, asBefore), 'version_stale');

  await patient.slots.firstFree({
    specialization: 'Cardiology',
    from: calendar.at(1, 0),
    to: calendar.at(6, 0),
    limit: 2,
  });
  await patient.doctors.slots(doctorId, { from: calendar.at(1, 9), to: calendar.at(1, 10) });
  await refused(
    patient.doctors.slots(nothing, { from: calendar.at(1, 9), to: calendar.at(1, 10) }),
    'doctor_not_found',
  );
}

async function keepHolidays({ calendar }: Stage, admin: Medweave, departmentId: string): Promise<void> {
  const founders = { dateOn: calendar.on(3), name: "Founders' day", departmentId };
  const holiday = await admin.holidays.create(founders);
  await refused(admin.holidays.create(founders), 'holiday_exists');
  await admin.holidays.list({ from: calendar.on(1), to: calendar.on(7) });
  await admin.holidays.remove(holiday.id);
  await refused(admin.holidays.remove(holiday.id), 'holiday_not_found');
}
