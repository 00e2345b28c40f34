import { expect } from 'chai';
import { FairQueue, type Party, type QueueLimits } from '../../src/auth/fair-queue.js';

const limits: QueueLimits = {
  maxRunning: 1,
  maxWaiting: 12,
  maxWaitingPerNetwork: 6,
  maxWaitMs: { known: 60_000, unknown: 60_000 },
};
const of = (network: string, account = 'one', isKnown = false): Party => ({ network, account, isKnown });

/** Work that ends when it is told to, in the order in which it was begun. */
class Bench {
  readonly begun: string[] = [];
  readonly refused: string[] = [];
  readonly #ends: (() => void)[] = [];

  constructor(private readonly queue: FairQueue) {}

  async ask(name: string, party: Party): Promise<void> {
    const work = () =>
      new Promise<void>((end) => {
        this.begun.push(name);
        this.#ends.push(end);
      });
    this.queue
      .run(party, work)
      .catch((error: { code: string }) => this.refused.push(`${name} ${error.code}`));
    await settled();
  }

  /** Ends the work under way, and what begins then, and so on. */
  async finish(): Promise<void> {
    for (let end = this.#ends.shift(); end; end = this.#ends.shift()) {
      end();
      await settled();
    }
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Work on passwords', () => {
  const bench = (changed: Partial<QueueLimits> = {}) => new Bench(new FairQueue({ ...limits, ...changed }));
  const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  it('is done at once while nobody waits, and no more of it than may run', async () => {
    const two = bench({ maxRunning: 2 });
    for (const number of many(3)) await two.ask(`${number}`, of('a'));
    expect(two.begun).to.deep.equal(['1', '2']);
    await two.finish();
    expect(two.begun).to.deep.equal(['1', '2', '3']);
  });

  it('goes round the networks: who asks for much keeps another waiting for one turn', async () => {
    const queue = bench();
    for (const number of many(5)) await queue.ask(`flood ${number}`, of('flood', `account ${number}`));
    for (const name of ['home', 'office']) await queue.ask(name, of(name));
    await queue.finish();
    expect(queue.begun.slice(0, 5)).to.deep.equal(['flood 1', 'flood 2', 'home', 'office', 'flood 3']);
  });

  it('goes round the accounts of one network', async () => {
    const queue = bench();
    for (const number of many(5)) await queue.ask(`flood ${number}`, of('clinic', 'guessed'));
    for (const name of ['ward', 'desk']) await queue.ask(name, of('clinic', name));
    await queue.finish();
    expect(queue.begun.slice(0, 5)).to.deep.equal(['flood 1', 'flood 2', 'ward', 'desk', 'flood 3']);
  });

  it('comes first where somebody is known, and one turn of four is a stranger’s', async () => {
    const queue = bench();
    await queue.ask('first', of('elsewhere'));
    for (const number of many(3)) await queue.ask(`stranger ${number}`, of('elsewhere'));
    for (const number of many(5)) await queue.ask(`known ${number}`, of('home', 'one', true));
    await queue.finish();
    expect(queue.begun).to.deep.equal([
      'first',
      ...['known 1', 'known 2', 'known 3', 'stranger 1'],
      ...['known 4', 'known 5', 'stranger 2', 'stranger 3'],
    ]);
  });

  it('is refused to a network that has its share waiting, and to no other', async () => {
    const queue = bench();
    for (const number of many(9)) await queue.ask(`flood ${number}`, of('flood', 'guessed'));
    await queue.ask('home', of('home'));
    expect(queue.refused).to.deep.equal([8, 9].map((number) => `flood ${number} too_many_sign_ins`));
    await queue.finish();
    expect(queue.begun).to.include('home');
  });

  it('is pushed out of a full share by another account there, the last of who asked for most', async () => {
    const queue = bench();
    for (const number of many(7)) await queue.ask(`flood ${number}`, of('clinic', 'guessed'));
    await queue.ask('ward', of('clinic', 'ward'));
    expect(queue.refused).to.deep.equal(['flood 7 too_many_sign_ins']);
    await queue.finish();
    expect(queue.begun).to.include('ward').and.not.include('flood 7');
  });

  it('is pushed out of a full queue by another network, the last of the one that asked for most', async () => {
    const queue = bench();
    for (const network of ['a', 'b'])
      for (const number of many(7)) await queue.ask(`${network} ${number}`, of(network));
    queue.refused.length = 0;
    await queue.ask('home', of('home'));
    expect(queue.refused).to.have.length(1);
    await queue.finish();
    expect(queue.begun).to.include('home');
    expect(queue.begun).to.have.length(1 + limits.maxWaiting);
  });

  it('is refused where each network waits with one', async () => {
    const queue = bench({ maxWaiting: 3 });
    for (const network of ['a', 'b', 'c', 'd', 'e']) await queue.ask(network, of(network));
    expect(queue.refused).to.deep.equal(['e too_many_sign_ins']);
  });

  it('keeps a line of its own for who is known, which strangers do not fill', async () => {
    const queue = bench({ maxWaiting: 3, maxWaitingPerNetwork: 3 });
    for (const number of many(6)) await queue.ask(`flood ${number}`, of('flood', 'guessed'));
    await queue.ask('known', of('flood', 'guessed', true));
    await queue.finish();
    expect(queue.begun.slice(0, 2)).to.deep.equal(['flood 1', 'known']);
  });

  it('is refused at once to who would wait for too long, and not to who has a turn soon', async () => {
    const queue = bench({ maxWaitMs: { known: 60_000, unknown: 0 } });
    await queue.ask('slow', of('a'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await queue.finish();
    await queue.ask('again', of('a'));
    await queue.ask('next', of('a'));
    await queue.ask('too late', of('a'));
    await queue.ask('known', of('a', 'one', true));
    expect(queue.refused).to.deep.equal(['too late too_many_sign_ins']);
  });
});
