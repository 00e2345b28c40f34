import type { Tx } from '../lib/mysql.js';
import type { NewEvent } from './events.repository.js';

/** An event as a subscriber gets it. */
export interface DeliveredEvent {
  id: string;
  kind: string;
  subjectId: string;
  patientId: string | null;
  payload: Readonly<Record<string, unknown>>;
  occurredAt: Date;
  /** Of this event for this consumer, on every attempt: by it the other side knows what it got before. */
  key: string;
}

/** Who wants to be told of events from now on, one by one and in order. */
export type Subscription = {
  /** Up to 32 letters, digits and `-`, a letter first. Never given another meaning: rows of it may wait in the database. */
  consumer: string;
  /** Kinds of events, e.g. `appointment.booked`. */
  kinds: readonly string[];
  /** The id of what the consumer is told of in order: the next event of a subject waits for the one before it. */
  subjectOf: (event: NewEvent) => string;
} & (Applied | Sent);

/** An effect in MySQL: exactly once, in the transaction that takes the event. It may run again after a deadlock. */
interface Applied {
  apply: (tx: Tx, event: DeliveredEvent) => Promise<void>;
}

/** An effect elsewhere: at least once. It is given up, and counts as failed, when `signal` aborts. */
interface Sent {
  send: (event: DeliveredEvent, signal: AbortSignal) => Promise<void>;
}

/** Who subscribed to what. It is complete when the application is composed, before anything is started. */
export class Subscriptions {
  readonly #all = new Map<string, Subscription>();
  readonly #wakes = new Map<string, () => void>();

  /** @throws Error for a name that cannot be one, or that another subscription has */
  add(subscription: Subscription): void {
    const { consumer } = subscription;
    if (!/^[a-z][a-z0-9-]{0,31}$/.test(consumer))
      throw new Error(`No name for a consumer of events: ${consumer}`);
    if (this.#all.has(consumer)) throw new Error(`Two consumers of events are called ${consumer}.`);
    this.#all.set(consumer, subscription);
  }

  get all(): readonly Subscription[] {
    return [...this.#all.values()];
  }

  /** Those who want to be told of this kind. */
  of(kind: string): readonly Subscription[] {
    return this.all.filter(({ kinds }) => kinds.includes(kind));
  }

  /** @param wake what to call when there are new deliveries for the consumer */
  onDeliveries(consumer: string, wake: () => void): void {
    this.#wakes.set(consumer, wake);
  }

  /** There are new deliveries for these. Other processes find them when they look the next time. */
  wake(subscribers: readonly Subscription[]): void {
    for (const { consumer } of subscribers) this.#wakes.get(consumer)?.();
  }
}
