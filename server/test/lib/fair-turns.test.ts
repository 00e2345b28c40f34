import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { FairTurns } from '../../src/lib/fair-turns.js';

describe('Turns of the event loop', () => {
  const done: string[] = [];
  beforeEach(() => done.splice(0));

  const work = (name: string, forMs: number) => () => {
    for (const untilMs = performance.now() + forMs; performance.now() < untilMs; );
    done.push(name);
  };

  it('are as long as short work takes, which is done at once', async () => {
    const turns = new FairTurns();
    let tookMs = Number.POSITIVE_INFINITY;
    // Once more if somebody else had the processor meanwhile: then it was no short work.
    for (; tookMs > 4; await nextTurn()) {
      done.splice(0);
      const beganAtMs = performance.now();
      for (const name of ['a', 'b', 'c']) turns.run(work(name, 0));
      tookMs = performance.now() - beganAtMs;
    }
    expect(done).to.deep.equal(['a', 'b', 'c']);
  });

  it('leave room for others between long pieces of work, which keep their order', async () => {
    const turns = new FairTurns();
    for (const name of ['a', 'b', 'c']) turns.run(work(name, 10));
    expect(done).to.deep.equal(['a']);
    turns.run(work('d', 0));
    for (let turn = 0; turn < 5; turn++) {
      await nextTurn();
      done.push('|');
    }
    expect(done.join('')).to.match(/^a\|?b\|c\|d\|/);
  });

  it('begin anew once one is over', async () => {
    const turns = new FairTurns();
    turns.run(work('a', 10));
    await nextTurn();
    turns.run(work('b', 0));
    expect(done).to.deep.equal(['a', 'b']);
  });
});
