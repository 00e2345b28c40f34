import { expect } from 'chai';
import fc from 'fast-check';
import { BusyTicks } from '../../src/scheduling/busy-ticks.js';
import { type FreeSlotsQuery, freeSlots, isOffered } from '../../src/scheduling/slot-maths.js';
import { anySchedule, clockChanges, daily, schedule, tickAt } from './schedule-builders.js';
import { expectedStarts, WallClocks } from './wall-clock-oracle.js';

function anyCase(zone: string, dateOn: string) {
  const noonTick = tickAt(`${dateOn}T12:00:00Z`);
  const tick = fc.integer({ min: noonTick - 2 * 288, max: noonTick + 2 * 288 });
  const ticks = fc.integer({ min: 1, max: 24 });
  const query = fc
    .record({
      fromTick: fc.integer({ min: noonTick - 2 * 288, max: noonTick }),
      lengthTicks: fc.integer({ min: 0, max: 2 * 288 }),
      notBeforeTick: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: tick }),
      durationTicks: ticks,
      stepTicks: ticks,
    })
    .map(({ lengthTicks, ...rest }) => ({ ...rest, toTick: rest.fromTick + lengthTicks }));
  return fc.record({ hours: anySchedule(zone, dateOn), taken: fc.array(tick, { maxLength: 40 }), query });
}

const startsOf = (
  hours: Parameters<typeof freeSlots>[0],
  query: Partial<FreeSlotsQuery>,
  taken: string[] = [],
) =>
  freeSlots(hours, BusyTicks.fromTicks(taken.map(tickAt)), {
    fromTick: tickAt('2026-06-15T00:00:00Z'),
    toTick: tickAt('2026-06-16T00:00:00Z'),
    notBeforeTick: 0,
    durationTicks: 4,
    stepTicks: 4,
    ...query,
  }).map((tick) => new Date(tick * 300_000).toISOString().slice(8, 16));

describe('Free slots', () => {
  it('agree with a walk along the wall clock, whatever the schedule', function () {
    this.timeout(240_000);
    for (const { zone, dateOn } of clockChanges) {
      const clocks = new WallClocks(zone);
      fc.assert(
        fc.property(anyCase(zone, dateOn), ({ hours, taken, query }) => {
          const starts = freeSlots(hours, BusyTicks.fromTicks(taken), query);
          expect(starts).to.deep.equal(expectedStarts(hours, clocks, new Set(taken), query));
        }),
        { numRuns: 300 },
      );
    }
  });

  it('at step 1 are exactly what booking accepts', function () {
    this.timeout(240_000);
    for (const { zone, dateOn } of clockChanges) {
      fc.assert(
        fc.property(anyCase(zone, dateOn), ({ hours, taken, query }) => {
          const busy = BusyTicks.fromTicks(taken);
          const accepted: number[] = [];
          for (let tick = Math.max(query.fromTick, query.notBeforeTick); tick < query.toTick; tick += 1) {
            const endTick = tick + query.durationTicks;
            if (isOffered(hours, tick, endTick) && busy.isFree(tick, endTick)) accepted.push(tick);
          }
          expect(freeSlots(hours, busy, { ...query, stepTicks: 1 })).to.deep.equal(accepted);
        }),
        { numRuns: 300 },
      );
    }
  });

  it('stand side by side, and each is one that booking accepts', () => {
    for (const { zone, dateOn } of clockChanges) {
      fc.assert(
        fc.property(anyCase(zone, dateOn), ({ hours, taken, query }) => {
          const busy = BusyTicks.fromTicks(taken);
          const starts = freeSlots(hours, busy, { ...query, stepTicks: query.durationTicks });
          for (const [index, start] of starts.entries()) {
            expect(isOffered(hours, start, start + query.durationTicks)).to.equal(true);
            expect(busy.isFree(start, start + query.durationTicks)).to.equal(true);
            const next = starts[index + 1];
            if (next !== undefined) expect(next - start).to.be.at.least(query.durationTicks);
          }
        }),
        { numRuns: 200 },
      );
    }
  });

  it('are the same on one long page as on two short ones, and a limit takes the first', () => {
    for (const { zone, dateOn } of clockChanges) {
      fc.assert(
        fc.property(
          anyCase(zone, dateOn),
          fc.integer({ min: 0, max: 500 }),
          ({ hours, taken, query }, ticks) => {
            const busy = BusyTicks.fromTicks(taken);
            const cutTick = Math.min(query.fromTick + ticks, query.toTick);
            const whole = freeSlots(hours, busy, query);
            const first = freeSlots(hours, busy, { ...query, toTick: cutTick });
            const second = freeSlots(hours, busy, { ...query, fromTick: cutTick });
            expect([...first, ...second]).to.deep.equal(whole);
            expect(freeSlots(hours, busy, { ...query, limit: 3 })).to.deep.equal(whole.slice(0, 3));
          },
        ),
        { numRuns: 200 },
      );
    }
  });
});

describe('The grid of free slots', () => {
  const mornings = schedule('UTC', { weekly: daily('09:00-10:10') });

  it('starts where the hours start and leaves out what does not fit', () => {
    expect(startsOf(mornings, {})).to.deep.equal(['15T09:00', '15T09:20', '15T09:40']);
  });

  it('stays where it is when the list starts in the middle of the hours', () => {
    expect(startsOf(mornings, { fromTick: tickAt('2026-06-15T09:05:00Z') })).to.deep.equal([
      '15T09:20',
      '15T09:40',
    ]);
    expect(startsOf(mornings, { notBeforeTick: tickAt('2026-06-15T09:25:00Z') })).to.deep.equal(['15T09:40']);
  });

  it('loses the starts whose visit meets a taken tick', () => {
    expect(startsOf(mornings, {}, ['2026-06-15T09:35:00Z'])).to.deep.equal(['15T09:00', '15T09:40']);
  });

  it('goes on over midnight', () => {
    const nights = schedule('UTC', { weekly: daily('23:10-24:00', '00:00-01:00') });
    expect(startsOf(nights, { durationTicks: 6, stepTicks: 6 })).to.deep.equal([
      '15T00:10',
      '15T23:10',
      '15T23:40',
    ]);
  });

  it('begins anew at midnight for a doctor who never leaves', () => {
    const always = schedule('UTC', { weekly: daily('00:00-24:00') });
    const starts = startsOf(always, {
      durationTicks: 84,
      stepTicks: 84,
      toTick: tickAt('2026-06-17T00:00:00Z'),
    });
    expect(starts).to.deep.equal(['15T00:00', '15T07:00', '15T14:00', '16T00:00', '16T07:00', '16T14:00']);
  });

  it('goes on in real time when the clock is changed', () => {
    const night = schedule('Europe/Berlin', { weekly: daily('01:00-04:00') });
    const query = { durationTicks: 12, stepTicks: 12 };
    const spring = { fromTick: tickAt('2026-03-29T00:00:00Z'), toTick: tickAt('2026-03-29T12:00:00Z') };
    expect(startsOf(night, { ...query, ...spring })).to.deep.equal(['29T00:00', '29T01:00']);
    const autumn = { fromTick: tickAt('2026-10-24T22:00:00Z'), toTick: tickAt('2026-10-25T12:00:00Z') };
    expect(startsOf(night, { ...query, ...autumn })).to.deep.equal([
      '24T23:00',
      '25T00:00',
      '25T01:00',
      '25T02:00',
    ]);
  });

  it('refuses a duration or step that is no whole number of ticks', () => {
    expect(() => startsOf(mornings, { stepTicks: 0 })).to.throw(RangeError);
    expect(() => startsOf(mornings, { durationTicks: 1.5 })).to.throw(RangeError);
  });
});
