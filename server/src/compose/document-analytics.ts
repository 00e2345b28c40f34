import { documentAnalytics } from '../../../mongo/collections/document-analytics.js';
import { Building } from '../document-analytics/building.js';
import { CellMerge } from '../document-analytics/cell-merge.js';
import { CurrentFacts } from '../document-analytics/current-facts.js';
import { DocumentAnalyticsController } from '../document-analytics/document-analytics.controller.js';
import { DocumentAnalyticsRepository } from '../document-analytics/document-analytics.repository.js';
import { DocumentAnalyticsService } from '../document-analytics/document-analytics.service.js';
import { DocumentsConsumer } from '../document-analytics/documents-consumer.js';
import { FactRefresh } from '../document-analytics/fact-refresh.js';
import { KeptRepository } from '../document-analytics/kept.repository.js';
import { builtBeside, type KeptNames, live } from '../document-analytics/kept.types.js';
import { ObservationSourcesRepository } from '../document-analytics/observation-sources.repository.js';
import { SymptomCountsRepository } from '../document-analytics/symptom-counts.repository.js';
import { Verification } from '../document-analytics/verification.js';
import { WorkStatesRepository } from '../document-analytics/work-states.repository.js';
import type { DocumentsService } from '../documents/documents.service.js';
import { EnsureCollections } from '../documents/ensure-collections.js';
import { RestartWatch } from '../documents/restart-watch.js';
import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { PendingEvents } from '../events/pending-events.js';
import type { ControllerEntries, Foundation } from './foundation.js';

/** Numbers about observations. */
export function composeDocumentAnalytics(foundation: Foundation, documents: DocumentsService) {
  const { db, documentStore: store, urls, log } = foundation;
  const sources = new ObservationSourcesRepository();
  const current = new CurrentFacts(documents);
  const states = new WorkStatesRepository(store);
  const mergeOf = (names: KeptNames) =>
    new CellMerge(new KeptRepository(store, names), new SymptomCountsRepository(store, names));
  const merging = mergeOf(live);
  const consumer = new DocumentsConsumer({
    db,
    mysqlUrl: urls.mysqlUrl,
    pending: new PendingEvents(db, 'documents'),
    collections: new EnsureCollections(store, log, documentAnalytics),
    restarts: new RestartWatch(store),
    sources,
    states,
    refresh: new FactRefresh(sources, current, merging, states),
    building: new Building(store, sources, current, mergeOf(builtBeside), states),
    verification: new Verification(sources, current, merging),
  });
  const analytics = new DocumentAnalyticsService(new DocumentAnalyticsRepository(db, store));
  return {
    services: { documentAnalytics: analytics },
    consumers: [consumer] as AnalyticsConsumer[],
    controllers: [
      [DocumentAnalyticsController, new DocumentAnalyticsController(analytics)],
    ] satisfies ControllerEntries,
  };
}
