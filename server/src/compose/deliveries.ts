import { DeliveriesRepository, deliveryTimes } from '../events/deliveries.repository.js';
import { registerDeliveryGauges } from '../events/delivery-gauges.js';
import { DeliveryOverviewRepository } from '../events/delivery-overview.repository.js';
import { DeliveryWorker } from '../events/delivery-worker.js';
import type { Subscription } from '../events/subscriptions.js';
import type { Foundation } from './foundation.js';

/** Brings events to those who subscribed to them. */
export function composeDeliveries(
  { db, subscriptions, metrics, log }: Pick<Foundation, 'db' | 'subscriptions' | 'metrics' | 'log'>,
  declared: readonly Subscription[],
) {
  for (const subscription of declared) subscriptions.add(subscription);
  const deliveryOverview = new DeliveryOverviewRepository(db);
  registerDeliveryGauges(metrics.registry, deliveryOverview, subscriptions);
  const deliveries = new DeliveriesRepository(db, deliveryTimes);
  const parts = { db, deliveries, subscriptions, metrics, log };
  return {
    services: { deliveryOverview },
    workers: declared.map((subscription) => new DeliveryWorker(subscription, parts)),
  };
}
