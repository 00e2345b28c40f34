import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Metrics } from '../lib/metrics.js';
import type { Database } from '../lib/mysql.js';
import { TurnLoop } from '../lib/turn-loop.js';
import type { Worker } from '../lib/worker.js';
import type { Attempt, DeliveriesRepository } from './deliveries.repository.js';
import type { Subscription, Subscriptions } from './subscriptions.js';

/** So few, because each has a connection that requests might want. */
const deliveredAtOnce = 2;
const idleMs = 250;
const maxIdleMs = 5_000;
/** A `send` is given up before its lease ends: so late, somebody else would begin. */
const sendMs = 10_000;

export interface DeliveryParts {
  db: Database;
  deliveries: DeliveriesRepository;
  subscriptions: Subscriptions;
  metrics: Metrics;
  log: Logger;
}

/** Brings one consumer its events. One runs in each process; leases keep them apart. */
export class DeliveryWorker implements Worker {
  readonly #loop: TurnLoop;
  readonly #stopping = new AbortController();

  constructor(
    private readonly subscription: Subscription,
    private readonly parts: DeliveryParts,
  ) {
    const { consumer } = subscription;
    this.#loop = new TurnLoop({
      turn: () => this.turn(),
      idleMs,
      maxIdleMs,
      onFailure: (cause) =>
        parts.log.warn({ consumer, cause }, 'Events cannot be delivered now; the worker tries on'),
    });
  }

  start(): void {
    this.parts.subscriptions.onDeliveries(this.subscription.consumer, () => this.#loop.wake());
    this.#loop.start();
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The process is stopping.'));
    await this.#loop.stop();
  }

  /** Tries what is due, some at once. @returns true when there may be more to do at once */
  async turn(): Promise<boolean> {
    const attempts = await this.parts.deliveries.take(this.subscription.consumer, deliveredAtOnce);
    await Promise.all(attempts.map((attempt) => this.#try(attempt)));
    return attempts.length > 0;
  }

  async #try(attempt: Attempt): Promise<void> {
    const { consumer } = this.subscription;
    try {
      const outcome = (await this.#deliver(attempt)) ? 'delivered' : 'late';
      this.parts.metrics.eventAttempts.inc({ consumer, outcome });
    } catch (error) {
      this.parts.metrics.eventAttempts.inc({ consumer, outcome: 'failed' });
      await this.#fail(attempt, causeOf(error));
    }
  }

  /** @returns false when somebody else has the lease by now */
  async #deliver(attempt: Attempt): Promise<boolean> {
    const { db, deliveries } = this.parts;
    const { subscription } = this;
    if ('apply' in subscription)
      return db.transaction(async (tx) => {
        const isMine = await deliveries.settle(tx, attempt);
        if (isMine) await subscription.apply(tx, attempt.event);
        return isMine;
      });
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(sendMs)]);
    await Promise.race([subscription.send(attempt.event, signal), abortOf(signal)]);
    return deliveries.settle(db.read, attempt);
  }

  async #fail(attempt: Attempt, cause: string): Promise<void> {
    const { deliveries, log } = this.parts;
    const { deliveryId, attempts } = attempt;
    const context = { consumer: this.subscription.consumer, deliveryId, attempts, cause };
    if (await deliveries.fail(attempt, cause))
      log.error(context, 'A delivery is parked, and the events of its subject wait behind it');
    else log.warn(context, 'A delivery has failed');
  }
}

async function abortOf(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

/** A name and a code: messages may quote patient data. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const parts = 'code' in error ? [error.name, error.code] : [error.name];
  return parts.join(' ').slice(0, 64);
}
