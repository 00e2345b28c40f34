import { expect } from 'chai';
import fc from 'fast-check';
import { BusyTicks } from '../../src/scheduling/busy-ticks.js';
import { isOnGrid, tickStartMs, ticksOf } from '../../src/scheduling/ticks.js';

const FIRST_TICK = 5_950_000;

describe('Busy ticks', () => {
  const anyTick = fc.integer({ min: FIRST_TICK, max: FIRST_TICK + 400 });

  it('are free just where no tick is taken', () => {
    fc.assert(
      fc.property(fc.array(anyTick), anyTick, fc.integer({ min: 1, max: 150 }), (taken, startTick, ticks) => {
        const isFree = taken.every((tick) => tick < startTick || tick >= startTick + ticks);
        expect(BusyTicks.fromTicks(taken).isFree(startTick, startTick + ticks)).to.equal(isFree);
      }),
    );
  });

  it('say the same when they come as the masks that the database makes', () => {
    fc.assert(
      fc.property(fc.array(anyTick, { minLength: 1 }), (taken) => {
        const masks = new Map<number, bigint>();
        for (const tick of taken) {
          const block = Math.floor(tick / 48);
          masks.set(block, (masks.get(block) ?? 0n) | (1n << BigInt(tick % 48)));
        }
        const busy = BusyTicks.fromMasks([...masks].map(([block, mask]) => ({ block, mask: Number(mask) })));
        for (let tick = FIRST_TICK - 100; tick < FIRST_TICK + 500; tick += 1) {
          expect(busy.isFree(tick, tick + 1)).to.equal(!taken.includes(tick));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('take a full block as full', () => {
    const busy = BusyTicks.fromMasks([{ block: 10, mask: 2 ** 48 - 1 }]);
    expect(busy.isFree(479, 481)).to.equal(false);
    expect(busy.isFree(527, 528)).to.equal(false);
    expect(busy.isFree(470, 480)).to.equal(true);
    expect(busy.isFree(528, 900)).to.equal(true);
  });

  it('refuse a mask that no correct query gives', () => {
    for (const mask of [-1, 2 ** 48, 0.5, Number.NaN]) {
      expect(() => BusyTicks.fromMasks([{ block: 1, mask }])).to.throw(RangeError);
    }
  });

  it('are all free when there are none', () => {
    expect(BusyTicks.none.isFree(0, 10_000_000)).to.equal(true);
    expect(BusyTicks.fromTicks([]).isFree(0, 10_000_000)).to.equal(true);
  });
});

describe('Ticks', () => {
  it('round an interval outward', () => {
    expect(ticksOf(300_000, 900_000)).to.deep.equal({ startTick: 1, endTick: 3 });
    expect(ticksOf(299_999, 900_001)).to.deep.equal({ startTick: 0, endTick: 4 });
  });

  it('start on the grid', () => {
    expect(isOnGrid(tickStartMs(5_950_123))).to.equal(true);
    expect(isOnGrid(tickStartMs(5_950_123) + 1)).to.equal(false);
  });
});
