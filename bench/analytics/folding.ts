import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { AnalyticsConsumer } from '../../server/src/events/analytics-consumer.js';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import type { Dataset } from './datasets.js';

export const changesAtOnce = 10_000;

/** In the clinic of the classic size nearly everything that happened within them. */
const lastMonths = 9;

/**
 * Turns visits that took place into no-shows and back, as many as a busy clinic changes in an hour or two, and takes
 * the time until they are counted.
 * @returns milliseconds
 */
export async function foldChanges({ mysqlUrl }: Dataset, consumer: AnalyticsConsumer): Promise<number> {
  const connection = await createConnection({ uri: mysqlUrl });
  let visits: RowDataPacket[] = [];
  try {
    [visits] = await connection.query<RowDataPacket[]>(
      `SELECT id, patient_id FROM appointments
       WHERE state IN ('completed', 'no_show') AND starts_at > NOW() - INTERVAL ? MONTH
       ORDER BY CRC32(CONCAT(id, RAND())) LIMIT ?`,
      [lastMonths, changesAtOnce],
    );
    await connection.query(
      "UPDATE appointments SET state = IF(state = 'no_show', 'completed', 'no_show') WHERE id IN (?)",
      [visits.map(({ id }) => id)],
    );
    const now = new Date();
    const events = visits.map(({ id, patient_id }) => [
      ...[uuidBytes(newId()), 'appointment.missed', id, patient_id, '{}', now, consumer.name],
    ]);
    await connection.query(
      'INSERT INTO events (id, kind, subject_id, patient_id, payload, occurred_at, awaits) VALUES ?',
      [events],
    );
  } finally {
    await connection.end();
  }
  if (visits.length < 0.9 * changesAtOnce)
    throw new Error(`Only ${visits.length} visits are there to change.`);
  const startedAt = performance.now();
  await consumer.catchUp();
  return ((performance.now() - startedAt) * changesAtOnce) / visits.length;
}

/** Reads the visits that may change, and their facts, so that they are in memory as they are in a clinic at work. */
export async function warmUp({ mysqlUrl }: Dataset): Promise<void> {
  const connection = await createConnection({ uri: mysqlUrl });
  await connection.query(
    `SELECT SUM(appointments.version), SUM(fact_appointments.minutes)
     FROM appointments JOIN fact_appointments ON fact_appointments.id = appointments.id
     WHERE appointments.starts_at > NOW() - INTERVAL ? MONTH`,
    [lastMonths],
  );
  await connection.end();
}
