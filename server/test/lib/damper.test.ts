import { expect } from 'chai';
import type { Redis } from 'ioredis';
import { Damper } from '../../src/lib/locks.js';
import { Metrics } from '../../src/lib/metrics.js';
import { openRedis } from '../../src/lib/redis.js';
import { sharedUrls } from '../support/clinic.js';
import { startSilentOn } from '../support/silent-on.js';

const nobody = 'redis://127.0.0.1:1';

describe('Contention is damped', () => {
  const opened: Redis[] = [];
  let metrics: Metrics;

  beforeEach(() => {
    metrics = new Metrics();
  });
  afterEach(() => {
    for (const redis of opened.splice(0)) redis.disconnect();
  });

  /** Connected, where somebody listens. */
  async function damperAt(url: string): Promise<Damper> {
    const redis = openRedis(url);
    opened.push(redis);
    await new Promise((resolve) => redis.once('ready', resolve).once('close', resolve));
    return new Damper(redis, metrics);
  }
  const outcomes = async () =>
    Object.fromEntries(
      (await metrics.damping.get()).values.map(({ labels, value }) => [labels.outcome, value]),
    );

  it('not at all where none was seen: Redis is not asked', async () => {
    const damper = await damperAt(nobody);
    expect(await damper.damp('a cold key', async () => 'done')).to.equal('done');
    expect(await outcomes()).to.deep.equal({ cold: 1 });
  });

  it('by one lock where it was seen, and whoever does not get it works all the same', async () => {
    // On a busy machine Redis may answer too late to be waited for: then it was away, and is asked once more.
    for (let times = 0; times === 0 || (await outcomes()).away; times++) {
      metrics = new Metrics();
      const damper = await damperAt(sharedUrls().redisUrl);
      const key = `test:${process.pid}:${Date.now()}`;
      damper.markHot(key);
      const inner = await damper.damp(key, () => damper.damp(key, async () => 'done inside'));
      expect(inner).to.equal('done inside');
    }
    expect(await outcomes()).to.deep.equal({ held: 1, elsewhere: 1 });
  });

  it('without Redis not, and the work is done once', async () => {
    const damper = await damperAt(nobody);
    damper.markHot('a key');
    let times = 0;
    expect(await damper.damp('a key', async () => ++times)).to.equal(1);
    expect(await outcomes()).to.deep.equal({ away: 1 });
  });

  it('by a Redis that does not answer not: nobody waits for it', async function () {
    this.timeout(60_000);
    const proxy = await startSilentOn(sharedUrls().redisUrl, 'lock:');
    try {
      const damper = await damperAt(proxy.url);
      damper.markHot('a key');
      expect(await damper.damp('a key', async () => 'done')).to.equal('done');
      expect(await outcomes()).to.deep.equal({ away: 1 });
    } finally {
      await proxy.stop();
    }
  });
});
