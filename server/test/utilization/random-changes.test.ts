import { expect } from 'chai';
import type { DoctorSchedule, WeeklyHours } from '../../src/scheduling/weekly-hours.js';
import { schedule } from '../scheduling/schedule-builders.js';
import {
  addDays,
  datesBetween,
  dayText,
  expectedMinutes,
  keptDays,
  keptSpans,
  keptTotals,
  summedUp,
} from './kept-time.js';
import { actor, type Office, openOffice } from './offering.js';

const openedOn = '2026-03-20';
const changes = 120;
const seed = Number(process.env.TEST_SEED ?? 20_260_320);
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

interface ModelDoctor {
  id: string;
  departmentId: string;
  isActive: boolean;
  weekly: WeeklyHours[];
  overrides: Map<string, { startMinute: number; endMinute: number }[]>;
  timeOff: Map<string, { startsAtMs: number; endsAtMs: number }>;
  zone: string;
  /** Days that are over, as they were. */
  history: string[];
}

/** What the test itself remembers of all changes: it shares nothing with the server but the names. */
interface Model {
  doctors: ModelDoctor[];
  departments: string[];
  holidays: Map<string, { dateOn: string; departmentId: string | null }>;
}

describe('Offered time after random changes', () => {
  let office: Office;
  let model: Model;
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;

  before(async () => {
    office = await openOffice(openedOn);
    const departments = [await office.department(), await office.department(), await office.department()];
    model = { doctors: [], departments, holidays: new Map() };
    for (const zone of zones) {
      const weekly = anyHours();
      const departmentId = pick(departments);
      const id = await office.doctor({ departmentId, zone, weekly });
      const parts = { overrides: new Map(), timeOff: new Map(), history: [] };
      model.doctors.push({ id, departmentId, isActive: true, weekly, zone, ...parts });
    }
  });
  after(() => office.close());

  const todayOn = (): string => new Date(office.clock.nowMs).toISOString().slice(0, 10);
  const anyDate = (): string => addDays(todayOn(), below(20) - 2);
  const anyWindow = () => {
    const startMinute = below(200) * 5;
    return { startMinute, endMinute: startMinute + (1 + below(80)) * 5 };
  };
  const anyHours = (): WeeklyHours[] =>
    ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
      random() < 0.7 ? [{ weekday, ...anyWindow() }] : [],
    );

  const steps: ((doctor: ModelDoctor) => Promise<void>)[] = [
    async (doctor) => {
      doctor.weekly = anyHours();
      await office.setHours(doctor.id, doctor.weekly);
    },
    async (doctor) => {
      const [dateOn, windows] = [anyDate(), random() < 0.3 ? [] : [anyWindow()]];
      doctor.overrides.set(dateOn, windows);
      await office.services.schedules.setOverride(actor, doctor.id, dateOn, { windows }, undefined);
    },
    async (doctor) => {
      const [dateOn] = doctor.overrides.keys();
      if (dateOn === undefined) return;
      doctor.overrides.delete(dateOn);
      await office.services.schedules.removeOverride(actor, doctor.id, dateOn);
    },
    async (doctor) => {
      const startsAtMs = Date.parse(`${anyDate()}T00:00:00Z`) + below(288) * 300_000;
      const endsAtMs = startsAtMs + (1 + below(1_000)) * 300_000;
      const [startsAt, endsAt] = [new Date(startsAtMs).toISOString(), new Date(endsAtMs).toISOString()];
      const { id } = await office.services.timeOff.add(actor, doctor.id, { startsAt, endsAt });
      doctor.timeOff.set(id, { startsAtMs, endsAtMs });
    },
    async (doctor) => {
      const [id] = doctor.timeOff.keys();
      if (id === undefined) return;
      doctor.timeOff.delete(id);
      await office.services.timeOff.remove(actor, doctor.id, id);
    },
    async () => {
      const departmentId = random() < 0.5 ? null : pick(model.departments);
      const dateOn = anyDate();
      const isThere = [...model.holidays.values()].some(
        (day) => day.dateOn === dateOn && day.departmentId === departmentId,
      );
      if (isThere) return;
      const request = { dateOn, name: 'Holiday', ...(departmentId && { departmentId }) };
      const { id } = await office.services.holidays.create(actor, request);
      model.holidays.set(id, { dateOn, departmentId });
    },
    async () => {
      const [id] = model.holidays.keys();
      if (id === undefined) return;
      model.holidays.delete(id);
      await office.services.holidays.remove(actor, id);
    },
    async (doctor) => {
      const departmentId = pick(model.departments);
      if (departmentId === doctor.departmentId) return;
      doctor.departmentId = departmentId;
      await office.changeDoctor(doctor.id, { departmentId });
    },
    async (doctor) => {
      doctor.isActive = !doctor.isActive;
      await office.changeDoctor(doctor.id, { isActive: doctor.isActive });
    },
    async () => {
      await office.consumer.catchUp();
      const fromOn = todayOn();
      const days = 1 + below(3);
      for (const doctor of model.doctors)
        doctor.history.push(...offered(model, doctor, fromOn, addDays(fromOn, days - 1)));
      office.clock.nowMs += days * 86_400_000;
      await office.consumer.catchUp();
    },
  ];

  it(`is what the schedules say, and what they said on days that are over (seed ${seed})`, async function () {
    this.timeout(240_000);
    await office.consumer.catchUp();
    for (let change = 0; change < changes; change++) {
      await pick(steps)(pick(model.doctors));
      if (random() < 0.3) await pick([office.consumer, office.otherConsumer]).turn();
    }
    await office.consumer.catchUp();
    const lastOn = addDays(todayOn(), 365);
    const expected = model.doctors.flatMap((doctor) => [
      ...doctor.history,
      ...offered(model, doctor, todayOn(), lastOn),
    ]);
    const days = await keptDays(office.db);
    expect(days).to.deep.equal(expected.sort());
    expect(await keptTotals(office.db)).to.deep.equal(summedUp(days));
  });

  it('is the same when it is built anew, and verified', async () => {
    const kept = async () => [
      await keptDays(office.db),
      await keptSpans(office.db),
      await keptTotals(office.db),
    ];
    const incremental = await kept();
    expect(await office.consumer.verify()).to.deep.equal([]);
    await office.consumer.rebuild();
    expect(await kept()).to.deep.equal(incremental);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });
});

function offered(model: Model, doctor: ModelDoctor, fromOn: string, toOn: string): string[] {
  if (!doctor.isActive) return [];
  const { id, departmentId } = doctor;
  const asItStands = scheduleOf(model, doctor);
  return datesBetween(fromOn, toOn).flatMap((dateOn) => {
    const minutes = expectedMinutes(asItStands, dateOn);
    return minutes === 0 ? [] : [dayText(id, dateOn, departmentId, minutes)];
  });
}

const scheduleOf = ({ holidays }: Model, doctor: ModelDoctor): DoctorSchedule =>
  schedule(doctor.zone, {
    weekly: doctor.weekly,
    overrides: [...doctor.overrides].map(([dateOn, windows]) => ({ dateOn, windows })),
    holidays: [...holidays.values()]
      .filter(({ departmentId }) => departmentId === null || departmentId === doctor.departmentId)
      .map(({ dateOn }) => dateOn),
    timeOff: [...doctor.timeOff.values()],
  });

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
