import { Gauge, type Registry } from 'prom-client';
import type { DeliveryCount, DeliveryOverviewRepository } from './delivery-overview.repository.js';
import type { Subscriptions } from './subscriptions.js';

const labelNames = ['consumer'] as const;

/** What waits, in `/metrics`: counted when it is read. While MySQL is away there is no figure, which is what is known. */
export function registerDeliveryGauges(
  registry: Registry,
  overview: DeliveryOverviewRepository,
  subscriptions: Subscriptions,
): void {
  const gauge = (name: string, help: string, figureOf: (count: DeliveryCount) => number) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        const counts = await overview.counts().catch(() => null);
        if (!counts) return;
        for (const { consumer } of subscriptions.all) this.set({ consumer }, 0);
        for (const count of counts) this.set({ consumer: count.consumer }, figureOf(count));
      },
    });
  gauge('medweave_event_deliveries_waiting', 'Deliveries of events under way.', ({ waiting }) => waiting);
  gauge(
    'medweave_event_deliveries_parked',
    'Deliveries that failed again and again: npm run events tells what to do.',
    ({ parked }) => parked,
  );
  gauge(
    'medweave_event_deliveries_oldest_seconds',
    'Age of the oldest delivery under way.',
    ({ oldestSeconds }) => oldestSeconds,
  );
}
