import { sql } from 'kysely';
import type { DeliveredEvent, Subscription } from '../../src/events/subscriptions.js';
import { uuidBytes } from '../../src/lib/ids.js';
import type { Database, Tx } from '../../src/lib/mysql.js';

/** A table for what subscribers do. */
export const createEffects = (db: Database) =>
  sql`CREATE TABLE effects (
    id INT AUTO_INCREMENT PRIMARY KEY, consumer VARCHAR(32) NOT NULL, subject BINARY(16) NOT NULL, number INT NOT NULL)`.execute(
    db.read,
  );

/** Writes down which event a consumer got. */
export const note = (tx: Tx | Database['read'], consumer: string, { subjectId, payload }: DeliveredEvent) =>
  sql`INSERT INTO effects (consumer, subject, number)
    VALUES (${consumer}, ${uuidBytes(subjectId)}, ${payload.number ?? 0})`.execute(tx);

/** Wants `test.happened`, and notes it in the transaction that takes it. */
export const noting = (
  consumer: string,
  before: (event: DeliveredEvent) => void = () => {},
): Subscription => ({
  consumer,
  kinds: ['test.happened'],
  subjectOf: ({ subjectId }) => subjectId,
  apply: async (tx, event) => {
    await note(tx, consumer, event);
    before(event);
  },
});

/** The numbers of the events that had an effect, in the order of their effects. */
export async function effectsOf(db: Database, consumer: string, subjectId?: string): Promise<number[]> {
  const ofSubject = subjectId === undefined ? sql`` : sql`AND subject = ${uuidBytes(subjectId)}`;
  const { rows } = await sql<{ number: number }>`
    SELECT number FROM effects WHERE consumer = ${consumer} ${ofSubject} ORDER BY id`.execute(db.read);
  return rows.map(({ number }) => number);
}

export async function deliveriesLeft(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT COUNT(*) AS count FROM event_deliveries`.execute(
    db.read,
  );
  return Number(rows[0]?.count);
}

/** As if every lease had run out and every back-off were over. */
export const timePasses = (db: Database) =>
  sql`UPDATE event_deliveries SET due_at = NOW(3) WHERE due_at IS NOT NULL`.execute(db.read);
