import { DeliveriesRepository, deliveryTimes } from '../events/deliveries.repository.js';
import { registerDeliveryGauges } from '../events/delivery-gauges.js';
import { DeliveryOverviewRepository } from '../events/delivery-overview.repository.js';
import { DeliveryWorker } from '../events/delivery-worker.js';
import type { Subscription } from '../events/subscriptions.js';
import { Database, mysqlLimits } from '../lib/mysql.js';
import type { Foundation } from './foundation.js';

const deliveryLimits = { ...mysqlLimits, poolSize: 4, acquireTimeoutMs: 10_000 };

/** Brings events to those who subscribed to them. */
export function composeDeliveries(
  { urls, subscriptions, metrics, log }: Foundation,
  declared: readonly Subscription[],
) {
  for (const subscription of declared) subscriptions.add(subscription);
  const db = new Database(urls.mysqlUrl, deliveryLimits);
  const overview = new DeliveryOverviewRepository(db);
  registerDeliveryGauges(metrics.registry, overview, subscriptions);
  const deliveries = new DeliveriesRepository(db, deliveryTimes);
  const parts = { db, deliveries, subscriptions, metrics, log };
  return {
    services: { deliveryOverview: overview },
    workers: declared.map((subscription) => new DeliveryWorker(subscription, parts)),
    close: () => db.close(),
  };
}
