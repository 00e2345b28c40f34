import { expect } from 'chai';
import fc from 'fast-check';
import { isOffered, offeredWindows } from '../../src/scheduling/slot-maths.js';
import type { TickRange } from '../../src/scheduling/ticks.js';
import { anySchedule, clockChanges, daily, schedule, tickAt, window } from './schedule-builders.js';
import { offeredTicks, WallClocks } from './wall-clock-oracle.js';

const TICKS_PER_HOUR = 12;

const ticksIn = (ranges: TickRange[]): number[] =>
  ranges.flatMap(({ startTick, endTick }) =>
    Array.from({ length: endTick - startTick }, (_, index) => startTick + index),
  );

const around = (dateOn: string): [number, number] => {
  const noonTick = tickAt(`${dateOn}T12:00:00Z`);
  return [noonTick - 2 * 288, noonTick + 2 * 288];
};

describe('Working hours when the clock is changed', () => {
  for (const { zone, dateOn, hours } of clockChanges) {
    it(`gives ${zone} ${hours} hours on ${dateOn}`, () => {
      const wholeDay = schedule(zone, { overrides: [{ dateOn, windows: [window('00:00-24:00')] }] });
      const ranges = offeredWindows(wholeDay, ...around(dateOn));
      expect(ranges).to.have.length(1);
      expect(ticksIn(ranges)).to.have.length(hours * TICKS_PER_HOUR);
    });

    it(`tiles ${dateOn} in ${zone} from windows that touch`, () => {
      const whole = schedule(zone, { weekly: daily('00:00-24:00') });
      const halves = schedule(zone, {
        weekly: daily('00:00-01:00', '01:00-02:00', '02:00-02:15', '02:15-24:00'),
      });
      expect(offeredWindows(halves, ...around(dateOn))).to.deep.equal(
        offeredWindows(whole, ...around(dateOn)),
      );
    });
  }

  it('leaves out what the spring change skips', () => {
    const berlin = schedule('Europe/Berlin', { weekly: daily('01:30-02:30', '02:35-02:55', '02:45-03:15') });
    expect(
      offeredWindows(berlin, tickAt('2026-03-29T00:00:00Z'), tickAt('2026-03-29T12:00:00Z')),
    ).to.deep.equal([{ startTick: tickAt('2026-03-29T00:30:00Z'), endTick: tickAt('2026-03-29T01:15:00Z') }]);
  });

  it('works twice what the autumn change repeats', () => {
    const berlin = schedule('Europe/Berlin', { weekly: daily('01:30-02:30') });
    expect(
      offeredWindows(berlin, tickAt('2026-10-24T22:00:00Z'), tickAt('2026-10-25T12:00:00Z')),
    ).to.deep.equal([
      { startTick: tickAt('2026-10-24T23:30:00Z'), endTick: tickAt('2026-10-25T00:30:00Z') },
      { startTick: tickAt('2026-10-25T01:00:00Z'), endTick: tickAt('2026-10-25T01:30:00Z') },
    ]);
  });

  it('agrees with the wall clock, whatever the schedule', function () {
    this.timeout(240_000);
    for (const { zone, dateOn } of clockChanges) {
      const clocks = new WallClocks(zone);
      const [fromTick, toTick] = around(dateOn);
      const anyBound = fc.integer({ min: fromTick, max: toTick });
      fc.assert(
        fc.property(anySchedule(zone, dateOn), anyBound, anyBound, (any, start, end) => {
          const ranges = offeredWindows(any, start, end);
          expect(ticksIn(ranges)).to.deep.equal(offeredTicks(any, clocks, start, end));
          for (const [index, range] of ranges.entries()) {
            expect(range.startTick).to.be.lessThan(range.endTick);
            if (index > 0) expect(range.startTick).to.be.greaterThan(ranges[index - 1]?.endTick ?? 0);
          }
        }),
        { numRuns: 150 },
      );
    }
  });

  it('offers an interval just when each tick of it is offered', () => {
    for (const { zone, dateOn } of clockChanges) {
      const clocks = new WallClocks(zone);
      const [fromTick, toTick] = around(dateOn);
      const interval = fc.record({
        startTick: fc.integer({ min: fromTick, max: toTick }),
        ticks: fc.integer({ min: 1, max: 40 }),
      });
      fc.assert(
        fc.property(anySchedule(zone, dateOn), interval, (any, { startTick, ticks }) => {
          const isWorked = offeredTicks(any, clocks, startTick, startTick + ticks).length === ticks;
          expect(isOffered(any, startTick, startTick + ticks)).to.equal(isWorked);
        }),
        { numRuns: 150 },
      );
    }
  });
});

describe('Hours of one date', () => {
  const sunday = '2026-06-14';
  const monday = '2026-06-15';
  const weekly = [{ weekday: 1 as const, ...window('09:00-12:00') }];
  const from = tickAt('2026-06-14T00:00:00Z');
  const to = tickAt('2026-06-16T00:00:00Z');
  const morning = { startTick: tickAt('2026-06-15T09:00:00Z'), endTick: tickAt('2026-06-15T12:00:00Z') };

  it('follow the weekday', () => {
    expect(offeredWindows(schedule('UTC', { weekly }), from, to)).to.deep.equal([morning]);
  });

  it('are none on a holiday', () => {
    expect(offeredWindows(schedule('UTC', { weekly, holidays: [monday] }), from, to)).to.deep.equal([]);
  });

  it('are those of the override, on a holiday too', () => {
    const overrides = [{ dateOn: sunday, windows: [window('10:00-11:00')] }];
    const opened = schedule('UTC', { weekly, holidays: [sunday], overrides });
    expect(offeredWindows(opened, from, to)).to.deep.equal([
      { startTick: tickAt('2026-06-14T10:00:00Z'), endTick: tickAt('2026-06-14T11:00:00Z') },
      morning,
    ]);
  });

  it('are none when the override has no window', () => {
    const closed = schedule('UTC', { weekly, overrides: [{ dateOn: monday, windows: [] }] });
    expect(offeredWindows(closed, from, to)).to.deep.equal([]);
  });

  it('hold from the first to the last valid date, both included', () => {
    const valid = (validFromOn: string | null, validToOn: string | null) =>
      offeredWindows(
        schedule('UTC', { weekly: weekly.map((h) => ({ ...h, validFromOn, validToOn })) }),
        from,
        to,
      );
    expect(valid(monday, monday)).to.deep.equal([morning]);
    expect(valid(null, sunday)).to.deep.equal([]);
    expect(valid('2026-06-16', null)).to.deep.equal([]);
  });

  it('lose every tick that time off touches', () => {
    const timeOff = [
      { startsAtMs: Date.parse('2026-06-15T10:04:59Z'), endsAtMs: Date.parse('2026-06-15T10:10:01Z') },
      { startsAtMs: Date.parse('2026-06-15T10:07:00Z'), endsAtMs: Date.parse('2026-06-15T10:07:00Z') },
    ];
    expect(offeredWindows(schedule('UTC', { weekly, timeOff }), from, to)).to.deep.equal([
      { startTick: morning.startTick, endTick: tickAt('2026-06-15T10:00:00Z') },
      { startTick: tickAt('2026-06-15T10:15:00Z'), endTick: morning.endTick },
    ]);
  });

  it('run on over midnight', () => {
    const night = schedule('UTC', { weekly: daily('22:00-24:00', '00:00-06:00') });
    expect(isOffered(night, tickAt('2026-06-14T22:00:00Z'), tickAt('2026-06-15T06:00:00Z'))).to.equal(true);
    expect(isOffered(night, tickAt('2026-06-14T21:55:00Z'), tickAt('2026-06-14T22:10:00Z'))).to.equal(false);
  });
});
