import { expect } from 'chai';
import { holidayOf } from '../../src/generate/plan/calendar.js';
import { type ClinicPlan, planClinic } from '../../src/generate/plan/clinic-plan.js';
import { type PlannedDoctor, siteZones } from '../../src/generate/plan/doctors-plan.js';
import { ageOn } from '../../src/generate/plan/patients-plan.js';
import { stateNumbers } from '../../src/generate/plan/visits.js';
import { ConfigError } from '../../src/lib/errors.js';
import { DAY_MS, dateOfDay, dayOfDate, isoWeekdayOfDay } from '../../src/lib/time.js';
import { localDateOn, zonedStart } from '../../src/lib/zone.js';
import { isOffered } from '../../src/scheduling/slot-maths.js';
import { TICK_MS } from '../../src/scheduling/ticks.js';
import type { DoctorSchedule, WeeklyHours } from '../../src/scheduling/weekly-hours.js';
import { smallClinic } from './generating.js';

const settings = { ...smallClinic, patients: 4_000, doctors: 60, appointments: 40_000 };

describe('The plan of a generated clinic', () => {
  let plan: ClinicPlan;
  before(() => {
    plan = planClinic(settings);
  });

  const numbers = () => Array.from({ length: plan.visits.count }, (_none, visit) => visit);
  const shareOf = (visits: number[], isOne: (visit: number) => boolean) =>
    visits.filter(isOne).length / visits.length;
  const isPast = (visit: number) => plan.visits.startTick[visit]! * TICK_MS < settings.untilDay * DAY_MS;
  const dayOf = (visit: number) => {
    const zone = siteZones[plan.doctors[plan.visits.doctor[visit]!]!.site]!;
    return dayOfDate(localDateOn(plan.visits.startTick[visit]! * TICK_MS, zone));
  };

  it('has exactly the appointments that were asked for, in order of their start', () => {
    expect(numbers().filter((visit) => plan.visits.hasAppointment(visit))).to.have.length(
      settings.appointments,
    );
    expect(
      numbers().every(
        (visit) => visit === 0 || plan.visits.startTick[visit - 1]! <= plan.visits.startTick[visit]!,
      ),
    ).to.be.true;
  });

  it('lies within the hours of its doctors, on the wall clock of either site, summer and winter', () => {
    const schedules = plan.doctors.map(scheduleOf);
    const outside = numbers().filter((visit) => {
      const start = plan.visits.startTick[visit]!;
      return !isOffered(schedules[plan.visits.doctor[visit]!]!, start, start + plan.visits.ticks[visit]!);
    });
    expect(outside).to.deep.equal([]);
    expect(new Set(plan.doctors.map(({ site }) => site)).size).to.equal(2);
  });

  it('gives nobody two visits on one day', () => {
    const days = numbers().map((visit) => `${plan.visits.patient[visit]} ${dayOf(visit)}`);
    expect(new Set(days).size).to.equal(plan.visits.count);
  });

  it('is busiest on Mondays, and closed on Sundays and holidays', () => {
    const byWeekday = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
      shareOf(numbers(), (visit) => isoWeekdayOfDay(dayOf(visit)) === weekday),
    );
    expect(Math.max(...byWeekday)).to.equal(byWeekday[0]);
    expect(byWeekday[0]).to.be.within(0.21, 0.29);
    expect(byWeekday[5]).to.be.within(0.001, 0.04);
    expect(byWeekday[6]).to.equal(0);
    expect(numbers().filter((visit) => holidayOf(dayOf(visit)) !== null)).to.deep.equal([]);
  });

  it('has no-shows and cancellations as clinics have them, more of both when booked long before', () => {
    const past = numbers().filter((visit) => isPast(visit) && plan.visits.hasAppointment(visit));
    const isMissed = (visit: number) => plan.visits.state[visit] === stateNumbers.no_show;
    const isCancelled = (visit: number) => plan.visits.state[visit] === stateNumbers.cancelled;
    expect(shareOf(past, isMissed)).to.be.within(0.05, 0.08);
    expect(shareOf(past, isCancelled)).to.be.within(0.06, 0.1);
    const leadDays = (visit: number) =>
      (plan.visits.startTick[visit]! * 300 - plan.visits.bookedAtSeconds[visit]!) / 86_400;
    const early = past.filter((visit) => leadDays(visit) > 30);
    const late = past.filter((visit) => leadDays(visit) < 3);
    expect(shareOf(early, isMissed)).to.be.above(shareOf(late, isMissed));
    expect(shareOf(early, isCancelled)).to.be.above(shareOf(late, isCancelled));
    const mondays = past.filter((visit) => isoWeekdayOfDay(dayOf(visit)) === 1);
    expect(shareOf(mondays, isMissed)).to.be.above(shareOf(past, isMissed));
  });

  it('has some weeks of bookings ahead, and nothing that came before it was booked', () => {
    const ahead = numbers().filter((visit) => !isPast(visit));
    expect(ahead.length / plan.visits.count).to.be.within(0.005, 0.05);
    const { state, bookedAtSeconds, startTick } = plan.visits;
    const open: number[] = [stateNumbers.booked, stateNumbers.confirmed, stateNumbers.cancelled];
    expect(ahead.every((visit) => open.includes(state[visit]!))).to.be.true;
    expect(ahead.every((visit) => bookedAtSeconds[visit]! < settings.untilDay * 86_400)).to.be.true;
    expect(numbers().every((visit) => bookedAtSeconds[visit]! <= startTick[visit]! * 300)).to.be.true;
  });

  it('has patients who come once and patients who come again and again', () => {
    const visits = new Map<number, number>();
    for (const patient of plan.visits.patient) visits.set(patient, (visits.get(patient) ?? 0) + 1);
    const counts = [...visits.values()].sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)] ?? 0;
    expect(counts.at(-1) ?? 0).to.be.above(8 * median);
    expect(counts.filter((count) => count === 1).length / counts.length).to.be.within(0.02, 0.5);
  });

  it('sends children to those who treat children', () => {
    const wrong = numbers().filter((visit) => {
      const { ages, gender } = plan.doctors[plan.visits.doctor[visit]!]!.speciality;
      const patient = plan.visits.patient[visit]!;
      const age = ageOn(plan.patients.birthDay[patient]!, dayOf(visit));
      return age < ages[0] || age > ages[1] || (gender === 'female' && plan.patients.isFemale[patient] !== 1);
    });
    expect(wrong.length / plan.visits.count).to.be.below(0.01);
  });

  it('is the same for the same seed, and another one for another', () => {
    const { visits } = planClinic(settings);
    expect(Buffer.from(visits.patient.buffer).equals(Buffer.from(plan.visits.patient.buffer))).to.be.true;
    expect(Buffer.from(visits.startTick.buffer).equals(Buffer.from(plan.visits.startTick.buffer))).to.be.true;
    const other = planClinic({ ...settings, seed: 8 }).visits;
    expect(Buffer.from(other.startTick.buffer).equals(Buffer.from(plan.visits.startTick.buffer))).to.be.false;
  });

  it('is refused in words when so few people cannot have so many appointments', () => {
    expect(() => planClinic({ ...settings, doctors: 1, appointments: 200_000 })).to.throw(
      ConfigError,
      '--doctors',
    );
    expect(() => planClinic({ ...settings, patients: 10, appointments: 100_000 })).to.throw(
      ConfigError,
      '--patients',
    );
  });

  function scheduleOf(doctor: PlannedDoctor): DoctorSchedule {
    const zone = siteZones[doctor.site]!;
    const days = Array.from({ length: plan.endDay - plan.startDay }, (_none, index) => plan.startDay + index);
    return {
      zone,
      visitMinutes: doctor.speciality.visitMinutes,
      weekly: doctor.week.flatMap((windows, index) =>
        windows.map((window) => ({ ...window, weekday: (index + 1) as WeeklyHours['weekday'] })),
      ),
      overrides: [],
      holidays: days.filter((day) => holidayOf(day) !== null).map(dateOfDay),
      timeOff: doctor.away.map(({ fromDay, toDay }) => ({
        startsAtMs: zonedStart(dateOfDay(fromDay), 0, zone),
        endsAtMs: zonedStart(dateOfDay(toDay), 1_440, zone),
      })),
    };
  }
});
