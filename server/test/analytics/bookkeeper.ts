import { readDefinitions } from '../../src/analytics/definitions.js';
import { Publishing } from '../../src/analytics/publishing.js';
import { SummariesConsumer } from '../../src/analytics/summaries-consumer.js';
import { PendingEvents } from '../../src/events/pending-events.js';
import { Database } from '../../src/lib/mysql.js';

/** The summaries consumer on a MySQL database: what a process has of it, without the process. */
export interface Bookkeeper {
  db: Database;
  pending: PendingEvents;
  consumer: SummariesConsumer;
}

export function bookkeeper(mysqlUrl: string): Bookkeeper {
  const db = new Database(mysqlUrl);
  const pending = new PendingEvents(db, 'summaries');
  const consumer = new SummariesConsumer(db, mysqlUrl, pending, readDefinitions(), new Publishing());
  return { db, pending, consumer };
}
