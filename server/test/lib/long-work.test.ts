import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { inSlices, mapInSlices } from '../../src/lib/long-work.js';

describe('Long work', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => index);

  it('comes to the same as if it was done in one go', async () => {
    for (const items of [[], [1], many])
      expect(await mapInSlices(items, String)).to.deep.equal(items.map(String));
  });

  it('leaves room for others, with one slice a turn', async () => {
    let [steps, turns] = [0, 0];
    const busy = (forMs: number): void => {
      for (const untilMs = performance.now() + forMs; performance.now() < untilMs; );
    };
    const work = inSlices(1_000, () => {
      busy(1);
      steps++;
      return steps === 20;
    });
    for (; steps < 20; turns++) await nextTurn();
    await work;
    expect(turns).to.be.at.least(20);
  });

  it('is done one after the other, so that the first ends as early as it can', async () => {
    const ended: number[] = [];
    await Promise.all(
      [0, 1, 2].map(async (who) => {
        await mapInSlices(many, String);
        ended.push(who);
      }),
    );
    expect(ended).to.deep.equal([0, 1, 2]);
  });

  it('is done ahead of longer work that has begun', async () => {
    const ended: string[] = [];
    const long = [0, 1].map(async (who) => {
      await mapInSlices([...many, ...many], String);
      ended.push(`long ${who}`);
    });
    await nextTurn();
    await mapInSlices(many.slice(0, 5_000), String);
    ended.push('short');
    await Promise.all(long);
    expect(ended).to.deep.equal(['short', 'long 0', 'long 1']);
  });

  it('fails alone', async () => {
    const failing = mapInSlices(many, (item) => {
      if (item === 10_000) throw new Error('This one.');
      return item;
    }).catch(({ message }: Error) => message);
    const other = mapInSlices(many, String);
    expect(await failing).to.equal('This one.');
    expect(await other).to.have.length(many.length);
  });
});
