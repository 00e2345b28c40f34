import { pino } from 'pino';
import { DeliveriesRepository, type DeliveryTimes } from '../../src/events/deliveries.repository.js';
import { DeliveryWorker } from '../../src/events/delivery-worker.js';
import { EventsRepository, type NewEvent } from '../../src/events/events.repository.js';
import { type Subscription, Subscriptions } from '../../src/events/subscriptions.js';
import { systemActor } from '../../src/lib/actor.js';
import { newId } from '../../src/lib/ids.js';
import { Metrics } from '../../src/lib/metrics.js';
import { Database, type Tx } from '../../src/lib/mysql.js';

/** Nobody waits before the next attempt, and the third is the last. */
export const quickTimes: DeliveryTimes = {
  leaseSeconds: 60,
  retrySeconds: 0,
  maxRetrySeconds: 0,
  maxAttempts: 3,
};

export const happened = (event: Partial<NewEvent> = {}): NewEvent => ({
  kind: 'test.happened',
  subjectId: newId(),
  patientId: null,
  payload: {},
  ...event,
});

/** What a process has of events and their delivery, without the process. */
export class EventProcess {
  readonly db: Database;
  readonly metrics = new Metrics();
  readonly subscriptions = new Subscriptions();
  readonly deliveries: DeliveriesRepository;
  readonly workers: readonly DeliveryWorker[];
  readonly #events = new EventsRepository(this.subscriptions);

  constructor(mysqlUrl: string, subscriptions: readonly Subscription[], times = quickTimes) {
    this.db = new Database(mysqlUrl);
    this.deliveries = new DeliveriesRepository(this.db, times);
    for (const subscription of subscriptions) this.subscriptions.add(subscription);
    const parts = { ...this, log: pino({ level: 'silent' }) };
    this.workers = subscriptions.map((subscription) => new DeliveryWorker(subscription, parts));
  }

  appendIn(tx: Tx, event: NewEvent): Promise<void> {
    return this.#events.append(tx, systemActor('test'), event);
  }

  /** Each in a transaction of its own, in this order. */
  async append(...events: readonly NewEvent[]): Promise<void> {
    for (const event of events) await this.db.transaction((tx) => this.appendIn(tx, event));
  }

  /** Until nothing more is due. */
  async deliver(): Promise<void> {
    for (const worker of this.workers) while (await worker.turn());
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.db.close();
  }
}
