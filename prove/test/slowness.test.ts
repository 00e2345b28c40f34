import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { slownessFor } from '../kernel/slowness.js';

describe('How slow the machine is', () => {
  it('is seen while others keep every core busy', async () => {
    const count = 4 * availableParallelism();
    const busy = Array.from({ length: count }, () => new Worker('for (;;);', { eval: true }));
    await Promise.all(busy.map((worker) => new Promise((resolve) => worker.once('online', resolve))));
    const slowness = slownessFor('small');
    await Promise.all(busy.map((worker) => worker.terminate()));
    expect(slowness).to.be.greaterThan(1.5);
  });

  it('is no excuse in a full dose', () => {
    expect(slownessFor('full')).to.equal(1);
  });
});
