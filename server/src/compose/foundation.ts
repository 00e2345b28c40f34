import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { EventsRepository } from '../events/events.repository.js';
import { Subscriptions } from '../events/subscriptions.js';
import { Writes } from '../lib/idempotency.js';
import { Metrics } from '../lib/metrics.js';
import { DocumentStore } from '../lib/mongo.js';
import { Database } from '../lib/mysql.js';
import { Cursors } from '../lib/paging.js';
import { openRedis } from '../lib/redis.js';

export interface StoreUrls {
  mysqlUrl: string;
  mongoUrl: string;
  redisUrl: string;
}

/** Each controller's class with the instance that serves it. */
export type ControllerEntries = [controller: unknown, instance: unknown][];

/** What every feature stands on: the stores, and the way changes are made. */
export function composeFoundation(config: Config, urls: StoreUrls, log: Logger) {
  const metrics = new Metrics();
  const db = new Database(urls.mysqlUrl);
  const subscriptions = new Subscriptions();
  db.onContention(() => metrics.contention.inc());
  return {
    config,
    urls,
    log,
    metrics,
    db,
    documentStore: new DocumentStore(urls.mongoUrl),
    redis: openRedis(urls.redisUrl),
    writes: new Writes(db),
    cursors: new Cursors(config.secret),
    subscriptions,
    events: new EventsRepository(subscriptions),
  };
}

export type Foundation = ReturnType<typeof composeFoundation>;
