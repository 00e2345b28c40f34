import { once } from 'node:events';
import { expect } from 'chai';
import { Registry } from 'prom-client';
import { registerDeliveryGauges } from '../../src/events/delivery-gauges.js';
import { DeliveryOverviewRepository } from '../../src/events/delivery-overview.repository.js';
import type { DeliveredEvent, Subscription } from '../../src/events/subscriptions.js';
import { Database } from '../../src/lib/mysql.js';
import { until } from '../support/until.js';
import { deliveriesLeft } from './effects.js';
import { type EventDatabase, eventDatabase } from './event-database.js';
import { EventProcess, happened } from './event-process.js';

type Send = (event: DeliveredEvent, signal: AbortSignal) => Promise<void>;

describe('An event that is sent to somebody outside', () => {
  let database: EventDatabase;
  let process: EventProcess;
  let send: Send;
  const subscription: Subscription = {
    consumer: 'sender',
    kinds: ['test.happened'],
    subjectOf: ({ subjectId }) => subjectId,
    send: (event, signal) => send(event, signal),
  };

  before(async () => {
    database = await eventDatabase();
  });
  after(() => database.drop());
  beforeEach(() => {
    process = new EventProcess(database.mysqlUrl, [subscription]);
  });
  afterEach(async () => {
    await process.db.read.deleteFrom('event_deliveries').execute();
    await process.close();
  });

  const attempts = async () => {
    const { values } = await process.metrics.eventAttempts.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
  };

  it('comes again under the same key until it was taken', async () => {
    const keys: string[] = [];
    send = async ({ key }) => {
      keys.push(key);
      if (keys.length < 3) throw new Error('not now');
    };
    await process.append(happened());
    await process.deliver();
    expect(keys).to.have.length(3);
    expect(new Set(keys).size).to.equal(1);
    expect(await deliveriesLeft(process.db)).to.equal(0);
    expect(await attempts()).to.deep.equal({ failed: 2, delivered: 1 });
  });

  it('stays with who took it since, when it was sent too late', async () => {
    send = async () => {
      await process.db.read
        .updateTable('event_deliveries')
        .set({ due_at: new Date(0) })
        .execute();
      await process.deliveries.take('sender', 1);
    };
    await process.append(happened());
    await process.workers[0]?.turn();
    expect(await deliveriesLeft(process.db)).to.equal(1);
    expect(await attempts()).to.deep.equal({ late: 1 });
  });

  it('is given up when the process stops, whatever the other side does, and comes again', async () => {
    let isUnderWay = false;
    send = (_event, signal) => {
      isUnderWay = true;
      return once(signal, 'never').then(() => {});
    };
    process.workers[0]?.start();
    await process.append(happened());
    await until(() => isUnderWay);
    await process.workers[0]?.stop();
    send = async () => {};
    const next = new EventProcess(database.mysqlUrl, [subscription]);
    await next.deliver();
    await next.close();
    expect(await deliveriesLeft(process.db)).to.equal(0);
  });

  it('is counted while it waits and while it is parked; nothing is told while MySQL is away', async () => {
    const registry = new Registry();
    const db = new Database(database.mysqlUrl);
    registerDeliveryGauges(registry, new DeliveryOverviewRepository(db), process.subscriptions);
    const figures = async () => {
      const text = await registry.metrics();
      return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    };
    const name = 'medweave_event_deliveries_';
    const of = (consumer: string) => `{consumer="${consumer}"}`;
    expect(await figures()).to.deep.equal(
      ['waiting', 'parked', 'oldest_seconds'].map((figure) => `${name}${figure}${of('sender')} 0`),
    );
    send = () => Promise.reject(new Error('never'));
    const event = happened();
    await process.append(event, event);
    await process.deliver();
    await process.db.read
      .updateTable('event_deliveries')
      .set({ created_at: new Date(Date.now() - 90_000) })
      .execute();
    const [waiting, parked, oldest] = await figures();
    expect([waiting, parked]).to.deep.equal([
      `${name}waiting${of('sender')} 1`,
      `${name}parked${of('sender')} 1`,
    ]);
    expect(Number(oldest?.split(' ')[1])).to.be.at.least(89);
    await db.close();
    expect(await figures()).to.deep.equal([]);
  });
});
