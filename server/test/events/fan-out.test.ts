import { expect } from 'chai';
import { sql } from 'kysely';
import { type DeliveredEvent, type Subscription, Subscriptions } from '../../src/events/subscriptions.js';
import { newId } from '../../src/lib/ids.js';
import type { Tx } from '../../src/lib/mysql.js';
import { startMysqlProxy } from '../support/mysql-proxy.js';
import { createEffects, deliveriesLeft, effectsOf, noting, timePasses } from './effects.js';
import { type EventDatabase, eventDatabase } from './event-database.js';
import { EventProcess, happened } from './event-process.js';

describe('An event that many take', () => {
  let database: EventDatabase;
  let process: EventProcess;
  const got: DeliveredEvent[] = [];
  const woken: string[] = [];
  const other: Subscription = { ...noting('third'), kinds: ['test.other', 'test.third'] };

  before(async () => {
    database = await eventDatabase();
    process = new EventProcess(database.mysqlUrl, [
      noting('first', (event) => got.push(event)),
      noting('second'),
      other,
    ]);
    await createEffects(process.db);
    for (const { consumer } of process.subscriptions.all)
      process.subscriptions.onDeliveries(consumer, () => woken.push(consumer));
  });
  after(async () => {
    await process.close();
    await database.drop();
  });
  beforeEach(async () => {
    await process.db.read.deleteFrom('event_deliveries').execute();
    await sql`DELETE FROM effects`.execute(process.db.read);
    got.length = 0;
    woken.length = 0;
  });

  const consumers = async () => {
    const rows = await process.db.read.selectFrom('event_deliveries').select('consumer').execute();
    return rows.map(({ consumer }) => consumer).sort();
  };

  it('has a delivery for each who subscribed to its kind, and for nobody else', async () => {
    await process.append(happened());
    expect(await consumers()).to.deep.equal(['first', 'second']);
    await process.append(happened({ kind: 'test.third' }), happened({ kind: 'test.unheard' }));
    expect(await consumers()).to.deep.equal(['first', 'second', 'third']);
  });

  it('costs no further statement where nobody subscribed, and one for all where somebody did', async () => {
    const statements = async (tx: Tx) => {
      const { rows } = await sql<{ Value: string }>`SHOW SESSION STATUS LIKE 'Questions'`.execute(tx);
      return Number(rows[0]?.Value);
    };
    const cost = (kind: string) =>
      process.db.transaction(async (tx) => {
        const before = await statements(tx);
        await process.appendIn(tx, happened({ kind }));
        return (await statements(tx)) - before - 1;
      });
    expect([await cost('test.unheard'), await cost('test.happened')]).to.deep.equal([2, 3]);
  });

  it('leaves no delivery, and wakes nobody, when its change is rolled back', async () => {
    const change = process.db.transaction(async (tx) => {
      await process.appendIn(tx, happened());
      throw new Error('changed my mind');
    });
    expect(await change.catch((error: Error) => error.message)).to.equal('changed my mind');
    expect([await deliveriesLeft(process.db), woken]).to.deep.equal([0, []]);
  });

  it('wakes the workers of its subscribers when it is committed', async () => {
    await process.db.transaction(async (tx) => {
      await process.appendIn(tx, happened());
      expect(woken).to.deep.equal([]);
    });
    expect(woken).to.deep.equal(['first', 'second']);
  });

  it('tells what happened, to whom and when, under the same key on every attempt', async () => {
    const event = happened({ patientId: newId(), payload: { number: 7, state: 'booked' } });
    await process.append(event);
    await process.deliver();
    const { kind, subjectId, patientId, payload } = event;
    const [told] = got;
    expect(told).to.deep.include({ kind, subjectId, patientId, payload });
    expect(told?.key).to.equal(`${told?.id}.first`);
    expect(Date.now() - Number(told?.occurredAt)).to.be.within(0, 60_000);
    expect([await effectsOf(process.db, 'first'), await effectsOf(process.db, 'second')]).to.deep.equal([
      [7],
      [7],
    ]);
    expect(await deliveriesLeft(process.db)).to.equal(0);
  });

  for (const when of ['before', 'after'] as const)
    it(`has its effect in MySQL once when the connection is cut ${when} the COMMIT arrives`, async () => {
      const proxy = await startMysqlProxy(database.mysqlUrl);
      const cut = new EventProcess(proxy.url, [noting('first')]);
      try {
        await process.append(happened({ payload: { number: 1 } }));
        proxy.loseCommit(when, 'INSERT INTO effects');
        await cut.workers[0]?.turn();
        await timePasses(process.db);
        await process.deliver();
      } finally {
        await cut.close();
        await proxy.stop();
      }
      expect(await effectsOf(process.db, 'first')).to.deep.equal([1]);
    });

  it('is subscribed to under a name that nobody else has and that MySQL keeps', () => {
    const subscriptions = new Subscriptions();
    subscriptions.add(noting('billing'));
    expect(() => subscriptions.add(noting('billing'))).to.throw('Two consumers');
    for (const name of ['', 'Ümlaut', '7', 'x'.repeat(33)])
      expect(() => subscriptions.add(noting(name)), name).to.throw('No name');
  });
});
