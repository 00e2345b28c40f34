import { mock } from 'node:test';
import { expect } from 'chai';
import { TurnLoop } from '../../src/lib/turn-loop.js';
import { until } from '../support/until.js';

const hourMs = 3_600_000;

describe('A polling loop', () => {
  let turns = 0;
  const loopOf = (turn: () => Promise<boolean>, idleMs: number, maxIdleMs?: number) => {
    turns = 0;
    const counted = () => {
      turns++;
      return turn();
    };
    return new TurnLoop({ turn: counted, idleMs, ...(maxIdleMs && { maxIdleMs }), onFailure: () => {} });
  };
  afterEach(() => mock.timers.reset());

  it('takes its next turn at once when it is woken', async () => {
    const loop = loopOf(async () => false, hourMs);
    loop.start();
    await until(() => turns === 1);
    loop.wake();
    await until(() => turns === 2);
    await loop.stop();
  });

  it('takes another turn when it was woken during one, which may not have seen why', async () => {
    let end = (_hasMore: boolean): void => {};
    const loop = loopOf(() => new Promise((resolve) => (end = resolve)), hourMs);
    loop.start();
    loop.wake();
    end(false);
    await until(() => turns === 2);
    end(false);
    await loop.stop();
  });

  it('looks the more rarely the longer there is nothing to do, and often again after there was', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    let left = 0;
    const loop = loopOf(async () => left-- > 0, 100, 400);
    /** @returns after how many steps of 100 ms it took a turn */
    const stepsToTurn = async () => {
      const before = turns;
      for (let step = 1; ; step++) {
        await settled();
        mock.timers.tick(100);
        await settled();
        if (turns > before) return step;
      }
    };
    loop.start();
    expect([
      await stepsToTurn(),
      await stepsToTurn(),
      await stepsToTurn(),
      await stepsToTurn(),
    ]).to.deep.equal([1, 2, 4, 4]);
    left = 1;
    await stepsToTurn();
    expect(await stepsToTurn()).to.equal(1);
    await loop.stop();
  });
});

/** What was due in this turn of the event loop has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
