import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { Draws } from '../../server/src/generate/draws.js';
import type { Slot } from '../../server/src/scheduling/slots.types.js';
import { daily, schedule } from '../../server/test/scheduling/schedule-builders.js';
import { expectedStarts, offeredTicks, WallClocks } from '../../server/test/scheduling/wall-clock-oracle.js';
import { must, type OpenClinic } from '../../server/test/support/calls.js';
import { book, doctorAtWork, patient, type Ward } from '../../server/test/support/people.js';
import type { Broken } from '../kernel/proof.js';
import { type ClockChange, nameOf } from './clock-changes.js';
import { dateOf } from './hours.js';
import { difference, tickMs } from './slot-checks.js';

const ticksPerDay = 288;
const bookedAtMost = 4;

export interface Desk {
  readonly clinic: OpenClinic;
  readonly place: Ward;
  readonly reception: SignedIn;
}

/** A doctor in that zone: her slots as the API lists them, some of them booked, and then what is left and what is shown. */
export async function checkThroughApi(change: ClockChange, desk: Desk, draws: Draws): Promise<Broken[]> {
  const { clinic, place, reception } = desk;
  const weekly = daily('00:10-01:35', '01:45-04:20', '22:00-24:00');
  const visitMinutes = draws.one([10, 15, 20, 30, 45, 60]);
  const hours = schedule(change.zone, { weekly });
  const clocks = new WallClocks(change.zone);
  const { doctor } = await doctorAtWork(clinic, place, { zone: change.zone, weekly, visitMinutes });
  const { patientId } = await patient(clinic);
  const fromTick = change.noonMs / tickMs;
  const toTick = fromTick + ticksPerDay;
  const durationTicks = visitMinutes / 5;
  const query = { fromTick, toTick, durationTicks, stepTicks: durationTicks, notBeforeTick: 0 };
  const list = () => slotTicks(clinic, doctor.id, fromTick, toTick);

  const before = await list();
  const broken = difference(
    `${nameOf(change)}: slots of the API`,
    before,
    expectedStarts(hours, clocks, new Set(), query),
  );
  const chosen = [...before].sort((a, b) => nearness(clocks, a) - nearness(clocks, b)).slice(0, bookedAtMost);
  for (const tick of chosen) {
    const startsAt = new Date(tick * tickMs).toISOString();
    const { status, body } = await book(clinic, reception, { doctorId: doctor.id, patientId, startsAt });
    if (status !== 201)
      broken.push({ what: `${nameOf(change)}: the listed ${startsAt} was refused: ${body.code}` });
  }
  const busy = new Set(chosen.flatMap((tick) => Array.from({ length: durationTicks }, (_, at) => tick + at)));
  const left = expectedStarts(hours, clocks, busy, query);
  broken.push(...difference(`${nameOf(change)}: slots that are left`, await list(), left));
  broken.push(...(await refusedOutside(change, desk, doctor.id, patientId)));
  broken.push(...(await shownByDay(change, desk, doctor.id, chosen, clocks)));
  return broken;
}

/** Minutes from three in the morning: most clocks are changed round then. */
const nearness = (clocks: WallClocks, tick: number): number => Math.abs(clocks.at(tick).minuteOfDay - 120);

async function slotTicks(
  clinic: OpenClinic,
  doctorId: string,
  fromTick: number,
  toTick: number,
): Promise<number[]> {
  const [from, to] = [fromTick, toTick].map((tick) => new Date(tick * tickMs).toISOString());
  const slots = await must<Slot[]>(
    clinic.call(null, 'GET', `/doctors/${doctorId}/slots?from=${from}&to=${to}`),
  );
  return slots.map(({ startsAt }) => Date.parse(startsAt) / tickMs);
}

/** The first visit that ends outside the hours is refused. */
async function refusedOutside(
  change: ClockChange,
  { clinic, reception }: Desk,
  doctorId: string,
  patientId: string,
): Promise<Broken[]> {
  const weekly = daily('00:10-01:35', '01:45-04:20', '22:00-24:00');
  const fromTick = change.noonMs / tickMs;
  const clocks = new WallClocks(change.zone);
  const offered = offeredTicks(schedule(change.zone, { weekly }), clocks, fromTick, fromTick + ticksPerDay);
  const last = offered.find((tick, index) => offered[index + 1] !== tick + 1);
  if (last === undefined) return [];
  const startsAt = new Date(last * tickMs).toISOString();
  const wish = { doctorId, patientId, startsAt, durationMinutes: 10 };
  const { status, body } = await book(clinic, reception, wish);
  if (status === 409 && body.code === 'slot_not_offered') return [];
  return [
    {
      what: `${nameOf(change)}: a visit from ${startsAt} ends outside the hours, and was answered ${status}`,
    },
  ];
}

/** `on` a date in the zone lists the visits whose wall clock shows that date, and no others. */
async function shownByDay(
  change: ClockChange,
  { clinic, reception }: Desk,
  doctorId: string,
  booked: readonly number[],
  clocks: WallClocks,
): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const days of [0, 1, 2]) {
    const on = dateOf(change.noonMs + days * 86_400_000);
    const query = `doctorId=${doctorId}&on=${on}&zone=${encodeURIComponent(change.zone)}`;
    const { items } = await must<{ items: Appointment[] }>(
      clinic.call(reception, 'GET', `/appointments?${query}`),
    );
    const shown = items.map(({ startsAt }) => Date.parse(startsAt) / tickMs).sort((a, b) => a - b);
    const expected = booked.filter((tick) => clocks.at(tick).dateOn === on).sort((a, b) => a - b);
    broken.push(...difference(`${nameOf(change)}: visits on ${on}`, shown, expected));
  }
  return broken;
}
