import { expect } from 'chai';
import { daily, schedule, window } from '../scheduling/schedule-builders.js';
import { addDays, datesBetween, expectedMinutes, keptSpans, minutesOn } from './kept-time.js';
import { actor, type Office, openOffice } from './offering.js';

const todayOn = '2026-03-20';
const berlin = 'Europe/Berlin';
const hour = 60;

describe('The time that doctors offer', () => {
  let office: Office;
  let departmentId: string;

  beforeEach(async () => {
    office = await openOffice(todayOn);
    departmentId = await office.department();
  });
  afterEach(() => office.close());

  const minutes = (doctorId: string, dateOn: string) => minutesOn(office.db, doctorId, dateOn);

  it('is the weekly hours, of a year ahead', async () => {
    const weekly = [
      { weekday: 1 as const, ...window('08:00-12:00') },
      { weekday: 1 as const, ...window('13:00-17:30') },
      { weekday: 3 as const, ...window('08:00-12:00') },
    ];
    const doctorId = await office.doctor({ departmentId, zone: berlin, weekly });
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2026-03-23')).to.equal(8.5 * hour);
    expect(await minutes(doctorId, '2026-03-24')).to.equal(0);
    expect(await minutes(doctorId, '2026-03-25')).to.equal(4 * hour);
    expect(await keptSpans(office.db)).to.deep.equal([`${doctorId} ${todayOn} ${addDays(todayOn, 365)}`]);
  });

  it('follows overrides, holidays and time off, and nobody else is touched', async () => {
    const doctorId = await office.doctor({ departmentId, zone: berlin, weekly: daily('08:00-16:00') });
    const elsewhere = await office.department();
    const other = await office.doctor({
      departmentId: elsewhere,
      zone: berlin,
      weekly: daily('08:00-16:00'),
    });
    await office.consumer.catchUp();
    await office.services.schedules.setOverride(
      actor,
      doctorId,
      '2026-04-06',
      { windows: [window('10:00-11:00')] },
      undefined,
    );
    const holidays = ['2026-04-06', '2026-04-07'].map((dateOn) => ({
      dateOn,
      name: 'Holiday',
      departmentId,
    }));
    for (const holiday of holidays) await office.services.holidays.create(actor, holiday);
    const away = { startsAt: '2026-04-08T12:00:00Z', endsAt: '2026-04-09T07:30:00Z' };
    const timeOff = await office.services.timeOff.add(actor, doctorId, away);
    await office.consumer.catchUp();
    const days = ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'];
    expect(await Promise.all(days.map((dateOn) => minutes(doctorId, dateOn)))).to.deep.equal(
      [1, 0, 6, 6.5, 8].map((hours) => hours * hour),
    );
    for (const dateOn of days) expect(await minutes(other, dateOn)).to.equal(8 * hour);

    await office.services.schedules.removeOverride(actor, doctorId, '2026-04-06');
    await office.services.timeOff.remove(actor, doctorId, timeOff.id);
    const { items } = await office.services.holidays.list({ from: '2026-04-07' });
    for (const { id } of items) await office.services.holidays.remove(actor, id);
    await office.consumer.catchUp();
    expect(await Promise.all(days.map((dateOn) => minutes(doctorId, dateOn)))).to.deep.equal(
      [0, 8, 8, 8, 8].map((hours) => hours * hour),
    );
  });

  it('has 23 and 25 hours where the clock is changed', async () => {
    const doctorId = await office.doctor({ departmentId, zone: berlin, weekly: daily('00:00-24:00') });
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2026-03-28')).to.equal(24 * hour);
    expect(await minutes(doctorId, '2026-03-29')).to.equal(23 * hour);
    expect(await minutes(doctorId, '2026-10-25')).to.equal(25 * hour);
  });

  it('equals what the wall clock says, tick by tick, in any zone', async () => {
    const weekly = daily('00:00-02:30', '22:00-24:00');
    for (const zone of ['America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Kiritimati']) {
      const doctorId = await office.doctor({ departmentId, zone, weekly });
      await office.consumer.catchUp();
      for (const dateOn of datesBetween('2026-03-21', '2026-11-02'))
        expect(await minutes(doctorId, dateOn), `${zone} ${dateOn}`).to.equal(
          expectedMinutes(schedule(zone, { weekly }), dateOn),
        );
    }
  });

  it('does not shrink when visits are booked, and ends when a doctor leaves', async () => {
    const doctorId = await office.doctor({ departmentId, weekly: daily('08:00-16:00') });
    await office.appointment(doctorId, '2026-03-23T08:00:00Z');
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2026-03-23')).to.equal(8 * hour);
    await office.changeDoctor(doctorId, { isActive: false });
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2026-03-23')).to.equal(0);
    await office.changeDoctor(doctorId, { isActive: true });
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2026-03-23')).to.equal(8 * hour);
  });

  it('of a day that is over stays, whatever changes later', async () => {
    const doctorId = await office.doctor({ departmentId, weekly: daily('08:00-16:00') });
    await office.consumer.catchUp();
    office.clock.nowMs += 86_400_000;
    await office.setHours(doctorId, daily('08:00-12:00'));
    await office.services.holidays.create(actor, { dateOn: todayOn, name: 'Too late' });
    const away = { startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-21T00:00:00Z' };
    await office.services.timeOff.add(actor, doctorId, away);
    await office.consumer.catchUp();
    await office.consumer.rebuild();
    expect(await minutes(doctorId, todayOn)).to.equal(8 * hour);
    expect(await minutes(doctorId, addDays(todayOn, 1))).to.equal(4 * hour);
    expect(await minutes(doctorId, addDays(todayOn, 2))).to.equal(4 * hour);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('rolls on with each local midnight', async () => {
    const east = await office.doctor({ departmentId, zone: 'Asia/Tokyo', weekly: daily('08:00-16:00') });
    const west = await office.doctor({
      departmentId,
      zone: 'America/New_York',
      weekly: daily('08:00-16:00'),
    });
    await office.consumer.catchUp();
    const lastOn = addDays(todayOn, 365);
    office.clock.nowMs = Date.parse(`${todayOn}T20:00:00Z`);
    while (await office.consumer.turn());
    expect(await minutes(east, addDays(lastOn, 1))).to.equal(8 * hour);
    expect(await minutes(west, addDays(lastOn, 1))).to.equal(0);
    office.clock.nowMs = Date.parse(`${addDays(todayOn, 3)}T06:00:00Z`);
    while (await office.consumer.turn());
    expect(await minutes(west, addDays(lastOn, 3))).to.equal(8 * hour);
    expect(await minutes(west, addDays(lastOn, 4))).to.equal(0);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('is filled from the first appointment on where it was never recorded', async () => {
    const doctorId = await office.doctor({ departmentId, zone: berlin, weekly: daily('08:00-16:00') });
    await office.consumer.catchUp();
    expect(await minutes(doctorId, addDays(todayOn, -1))).to.equal(0);
    await office.appointment(doctorId, '2024-12-31T23:30:00Z');
    await office.consumer.catchUp();
    expect(await minutes(doctorId, addDays(todayOn, -1))).to.equal(8 * hour);
    expect(await minutes(doctorId, '2025-01-01')).to.equal(8 * hour);
    expect(await minutes(doctorId, '2024-12-31')).to.equal(0);
    expect(await office.consumer.verify()).to.deep.equal([]);
  });

  it('of an imported doctor begins when she is given hours', async () => {
    const doctorId = await office.doctor({ departmentId });
    await office.appointment(doctorId, '2025-06-02T08:00:00Z');
    await office.consumer.catchUp();
    expect(await keptSpans(office.db)).to.deep.equal([]);
    await office.setHours(doctorId, daily('08:00-16:00'));
    await office.consumer.catchUp();
    expect(await minutes(doctorId, '2025-06-02')).to.equal(8 * hour);
  });
});
