import { createConnection } from 'mysql2/promise';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import { resourceKind } from '../../server/src/scheduling/resource-kind.js';
import { TICK_MS } from '../../server/src/scheduling/ticks.js';
import { type BenchDoctor, dayEndMinute, dayStartMinute, visitMinutes } from './clinic.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const visitsADay = (dayEndMinute - dayStartMinute) / visitMinutes;
const ticksAVisit = (visitMinutes * minuteMs) / TICK_MS;
const rowsAtOnce = 6_000;

/** Whether the visit at this place of the day (0 is the first half-hour) on this day is taken. */
export type IsTaken = (doctorIndex: number, day: number, place: number) => boolean;

/**
 * Fills calendars by writing their slot claims in bulk: what free times are worked out from, and nothing more. Only
 * for a benchmark's own database, before it measures.
 * @param days midnights, UTC
 */
export async function fillCalendars(
  mysqlUrl: string,
  doctors: readonly BenchDoctor[],
  days: readonly number[],
  isTaken: IsTaken,
): Promise<void> {
  const connection = await createConnection({ uri: mysqlUrl });
  let rows: unknown[] = [];
  const write = async () => {
    if (rows.length > 0) await connection.query(insertClaims, [rows]);
    rows = [];
  };
  for (const [index, { doctorId }] of doctors.entries()) {
    const id = uuidBytes(doctorId);
    for (const [day, midnightMs] of days.entries())
      for (let place = 0; place < visitsADay; place++)
        if (isTaken(index, day, place)) rows.push(...claimsOf(id, midnightMs, place));
    if (rows.length >= rowsAtOnce) await write();
  }
  await write();
  await connection.query('ANALYZE TABLE slot_claims');
  await connection.end();
}

const insertClaims =
  'INSERT INTO slot_claims (resource_kind, resource_id, tick, seat, appointment_id) VALUES ?';

function claimsOf(doctorId: Buffer, midnightMs: number, place: number): unknown[] {
  const startsAtMs = midnightMs + (dayStartMinute + place * visitMinutes) * minuteMs;
  const appointmentId = uuidBytes(newId());
  return Array.from({ length: ticksAVisit }, (_none, tick) => [
    resourceKind.doctor,
    doctorId,
    startsAtMs / TICK_MS + tick,
    0,
    appointmentId,
  ]);
}

/** Midnights, UTC, from tomorrow on. */
export const daysAhead = (count: number): number[] =>
  Array.from({ length: count }, (_none, index) => (Math.floor(Date.now() / dayMs) + 1 + index) * dayMs);

/** The same answer for the same numbers in every run, and no pattern that a calendar would have. */
export function scattered(...numbers: number[]): number {
  let hash = 2_166_136_261;
  for (const number of numbers) hash = Math.imul(hash ^ (number + 1), 16_777_619) ^ (hash >>> 13);
  return (hash >>> 0) / 2 ** 32;
}
