import type { Logger } from 'pino';
import { composeAnalytics } from './compose/analytics.js';
import { composeAppointments } from './compose/appointments.js';
import { composeClinical } from './compose/clinical.js';
import { composeDeliveries } from './compose/deliveries.js';
import { composeDirectory } from './compose/directory.js';
import { composeDocumentAnalytics } from './compose/document-analytics.js';
import { type ControllerEntries, composeFoundation, type StoreUrls } from './compose/foundation.js';
import { composeIdentity } from './compose/identity.js';
import { composeScheduling } from './compose/scheduling.js';
import { composeUtilization } from './compose/utilization.js';
import type { Config } from './config.js';
import type { Subscription } from './events/subscriptions.js';
import { ImportLedger } from './import/import-ledger.js';
import { ImportedRowsRepository } from './import/imported-rows.repository.js';
import { forgetAnswers } from './lib/idempotency.js';
import { Lifecycle } from './lib/lifecycle.js';
import { primaryWatch } from './lib/primary-watch.js';
import { Sweeper } from './lib/sweeper.js';
import type { Worker } from './lib/worker.js';
import { StartWarnings } from './seed/start-warnings.js';

export type { StoreUrls };

/**
 * Builds the application: this and `compose/` are the only places that say `new XService`. Nothing is started yet.
 * @param subscriptions of others; no feature has one yet
 */
export function compose(
  config: Config,
  urls: StoreUrls,
  log: Logger,
  subscriptions: readonly Subscription[] = [],
) {
  const foundation = composeFoundation(config, urls, log);
  const { metrics, db, documentStore, redis } = foundation;
  const scheduling = composeScheduling(foundation);
  const directory = composeDirectory(foundation, scheduling);
  const identity = composeIdentity(foundation, directory);
  const appointments = composeAppointments(foundation, scheduling);
  const clinical = composeClinical(foundation, appointments.services.appointments);
  const utilization = composeUtilization(foundation, scheduling);
  const documentAnalytics = composeDocumentAnalytics(foundation, clinical.services.documents);
  const consumers = [...utilization.consumers, ...documentAnalytics.consumers];
  const analytics = composeAnalytics(foundation, consumers);
  const deliveries = composeDeliveries(foundation, subscriptions);
  const features = [
    directory,
    identity,
    scheduling,
    appointments,
    clinical,
    utilization,
    documentAnalytics,
    analytics,
  ];
  const workers: Worker[] = [
    primaryWatch(db, log),
    new Sweeper([(atOnce) => forgetAnswers(db, atOnce), ...identity.forgets], log),
    ...directory.workers,
    ...appointments.workers,
    ...clinical.workers,
    ...analytics.workers,
    ...deliveries.workers,
  ];

  return {
    config,
    log,
    metrics,
    tokens: identity.tokens,
    passwords: identity.passwords,
    devices: identity.devices,
    startWarnings: new StartWarnings(config, urls.mysqlUrl, db, identity.passwords),
    sessionGate: identity.sessionGate,
    controllers: new Map(features.flatMap((feature): ControllerEntries => feature.controllers)),
    workers,
    consumers: analytics.consumers,
    lifecycle: new Lifecycle(),
    stores: {
      mysql: () => db.state(),
      mongo: () => documentStore.ping(),
      redis: () => redis.ping(),
    },
    services: {
      ...directory.services,
      ...identity.services,
      ...scheduling.services,
      ...appointments.services,
      ...clinical.services,
      ...analytics.services,
      ...deliveries.services,
      importLedger: new ImportLedger(db, new ImportedRowsRepository(db)),
    },
    async close(): Promise<void> {
      redis.disconnect();
      await Promise.all([identity.passwords.close(), db.close(), documentStore.close()]);
    },
  };
}

export type ComposedApp = ReturnType<typeof compose>;
