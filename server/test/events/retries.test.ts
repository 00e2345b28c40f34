import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { sql } from 'kysely';
import { type Attempt, deliveryTimes } from '../../src/events/deliveries.repository.js';
import { DeliveryOverviewRepository } from '../../src/events/delivery-overview.repository.js';
import { newId } from '../../src/lib/ids.js';
import { until } from '../support/until.js';
import { createEffects, deliveriesLeft, effectsOf, noting, timePasses } from './effects.js';
import { type EventDatabase, eventDatabase } from './event-database.js';
import { EventProcess, happened } from './event-process.js';

const hangingProcess = fileURLToPath(new URL('hanging-process.ts', import.meta.url));

class Injected extends Error {
  override name = 'Injected';
  code = 'E_TEST';
}

describe('A delivery that does not succeed', () => {
  let database: EventDatabase;
  let process: EventProcess;
  let overview: DeliveryOverviewRepository;
  let isFailing = true;
  const reader = noting('reader', () => {
    if (isFailing) throw new Injected('Ms Canary, born 1970');
  });

  before(async () => {
    database = await eventDatabase();
    process = new EventProcess(database.mysqlUrl, [reader]);
    overview = new DeliveryOverviewRepository(process.db);
    await createEffects(process.db);
  });
  after(async () => {
    await process.close();
    await database.drop();
  });
  beforeEach(async () => {
    isFailing = true;
    await process.db.read.deleteFrom('event_deliveries').execute();
    await sql`DELETE FROM effects`.execute(process.db.read);
  });

  const numbered = (subjectId: string, ...numbers: readonly number[]) =>
    numbers.map((number) => happened({ subjectId, payload: { number } }));
  const effects = () => effectsOf(process.db, 'reader');

  /** For how many seconds a delivery is left alone after it failed. */
  async function pauseAfterFailure({ deliveries }: EventProcess): Promise<number> {
    await timePasses(process.db);
    const [attempt] = await deliveries.take('reader', 1);
    await deliveries.fail(attempt ?? expect.fail(), 'Injected');
    const { rows } = await sql<{ seconds: number }>`
      SELECT TIMESTAMPDIFF(MICROSECOND, NOW(3), due_at) / 1e6 AS seconds FROM event_deliveries`.execute(
      process.db.read,
    );
    return Number(rows[0]?.seconds);
  }

  it('has no effect in MySQL, and says why by name and code only', async () => {
    await process.append(...numbered(newId(), 1));
    await process.workers[0]?.turn();
    expect(await effects()).to.deep.equal([]);
    const row = await process.db.read.selectFrom('event_deliveries').select(['attempts', 'cause']).execute();
    expect(row).to.deep.equal([{ attempts: 1, cause: 'Injected E_TEST' }]);
  });

  it('comes again ever more rarely', async () => {
    const patient = new EventProcess(database.mysqlUrl, [reader], {
      ...deliveryTimes,
      maxRetrySeconds: 4_000,
    });
    await process.append(...numbered(newId(), 1));
    const pauses: number[] = [];
    for (let failure = 1; failure < deliveryTimes.maxAttempts; failure++)
      pauses.push(await pauseAfterFailure(patient));
    await patient.close();
    const doubled = pauses.map((_, index) => Math.min(2 ** index, 4_000));
    for (const [index, pause] of pauses.entries())
      expect(pause, `after failure ${index + 1}`).to.be.within(
        (doubled[index] ?? 0) - 1,
        doubled[index] ?? 0,
      );
  });

  it('is parked after the last attempt, and the later events of its subject wait behind it', async () => {
    const subjectId = newId();
    await process.append(...numbered(subjectId, 1, 2));
    await process.deliver();
    isFailing = false;
    await process.append(...numbered(newId(), 3));
    await timePasses(process.db);
    await process.deliver();
    expect(await effects()).to.deep.equal([3]);
    const [parked, ...others] = await overview.parked(10);
    expect(others).to.deep.equal([]);
    expect(parked).to.deep.include({ consumer: 'reader', kind: 'test.happened', subject: subjectId });
    expect(parked?.cause).to.equal('Injected E_TEST');
    expect(await overview.counts()).to.have.length(1);
    expect((await overview.counts())[0]).to.deep.include({ consumer: 'reader', waiting: 1, parked: 1 });
  });

  it('is delivered in its order after it was put back, by its number or by its consumer', async () => {
    for (const putBack of [
      async () => Number(await overview.putBack((await overview.parked(1))[0]?.id ?? 0)),
      () => overview.putAllBack('reader'),
    ]) {
      isFailing = true;
      await process.append(...numbered(newId(), 1, 2));
      await process.deliver();
      isFailing = false;
      expect([await overview.putBack(0), await overview.putAllBack('nobody')]).to.deep.equal([false, 0]);
      expect(await putBack()).to.equal(1);
      expect(await putBack(), 'what is not parked is left alone').to.equal(0);
      await process.deliver();
      expect(await effects()).to.deep.equal([1, 2]);
      await sql`DELETE FROM effects`.execute(process.db.read);
    }
  });

  it('has no effect for who comes late, and a failure of theirs changes nothing', async () => {
    isFailing = false;
    const slow = new EventProcess(database.mysqlUrl, [reader]);
    const take = slow.deliveries.take.bind(slow.deliveries);
    const late: Attempt[] = [];
    slow.deliveries.take = async (...wish) => {
      late.push(...(await take(...wish)));
      await timePasses(process.db);
      await process.deliveries.take('reader', 1);
      return late;
    };
    await process.append(...numbered(newId(), 1));
    await slow.workers[0]?.turn();
    expect(await effects()).to.deep.equal([]);
    const delivery = async () =>
      JSON.stringify(await process.db.read.selectFrom('event_deliveries').selectAll().execute());
    const before = await delivery();
    await slow.deliveries.fail(late[0] ?? expect.fail(), 'Injected');
    expect(await delivery()).to.equal(before);
    await slow.close();
  });

  it('is taken by another process when its own was killed and the lease has run out, and happens once', async () => {
    isFailing = false;
    await process.append(...numbered(newId(), 1));
    const hanging = fork(hangingProcess, [database.mysqlUrl], { execArgv: ['--import', 'tsx'] });
    await Promise.race([once(hanging, 'message'), once(hanging, 'exit').then(() => expect.fail('it ended'))]);
    try {
      await process.deliver(); // its lease has run out, but its transaction is open
      expect(await effects()).to.deep.equal([]);
    } finally {
      await killed(hanging);
    }
    await until(async () => {
      await process.deliver();
      return (await deliveriesLeft(process.db)) === 0;
    });
    expect(await effects()).to.deep.equal([1]);
  });

  const killed = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  it('is parked when none of its attempts has ended, as if it took its process with it', async () => {
    await process.append(...numbered(newId(), 1));
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await process.deliveries.take('reader', 1)).to.have.length(1);
      await timePasses(process.db);
    }
    expect(await process.deliveries.take('reader', 1)).to.deep.equal([]);
    expect((await overview.parked(10)).map(({ cause }) => cause)).to.deep.equal(['no attempt has ended']);
  });
});
