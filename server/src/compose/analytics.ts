import { AnalyticsController } from '../analytics/analytics.controller.js';
import { AnalyticsRepository } from '../analytics/analytics.repository.js';
import { AnalyticsService } from '../analytics/analytics.service.js';
import { readDefinitions } from '../analytics/definitions.js';
import { Publishing } from '../analytics/publishing.js';
import { SummariesConsumer } from '../analytics/summaries-consumer.js';
import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { consumerWorker } from '../events/consumer-worker.js';
import { PendingEvents } from '../events/pending-events.js';
import type { ControllerEntries, Foundation } from './foundation.js';

/**
 * Numbers about appointments, visits, diagnoses and notes.
 * @param others the other consumers, which a refresh lets catch up as well
 */
export function composeAnalytics(
  { config, db, urls, log, writes }: Foundation,
  others: readonly AnalyticsConsumer[],
) {
  const pending = new PendingEvents(db, 'summaries');
  const consumer = new SummariesConsumer(db, urls.mysqlUrl, pending, readDefinitions(), new Publishing());
  const consumers: AnalyticsConsumer[] = [...others, consumer];
  const analytics = new AnalyticsService(new AnalyticsRepository(db), consumers, writes);
  return {
    services: { analytics },
    consumers,
    workers: config.keepsNumbers ? consumers.map((each) => consumerWorker(each, log)) : [],
    controllers: [[AnalyticsController, new AnalyticsController(analytics)]] satisfies ControllerEntries,
  };
}
