import { visitsInMysql } from '../bookings/stored-visits.js';
import { shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import { type Attempt, type Attempts, told } from '../rig/attempts.js';

interface WithId {
  readonly id: string;
}

const isBooking = ({ method, path }: Attempt): boolean => method === 'POST' && path === '/appointments';
export const isDone = ({ status }: Attempt): boolean => status >= 200 && status < 300;

/** Whether every booking that was acknowledged is stored, and none is stored that nobody had asked for. */
export async function judgeBookings({ all }: Attempts, mysqlUrl: string): Promise<Broken[]> {
  const bookings = all.filter(isBooking);
  const visits = await visitsInMysql(mysqlUrl);
  const storedIds = new Set(visits.map(({ id }) => id));
  const lost = bookings.filter((attempt) => isDone(attempt) && !storedIds.has((attempt.answer as WithId).id));
  const idsByKey = new Map<string | null, Set<string>>();
  for (const { key, answer } of bookings.filter(isDone))
    idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add((answer as WithId).id));
  const doubled = bookings.filter(({ key }) => (idsByKey.get(key)?.size ?? 0) > 1);
  return [
    ...shortest(
      'an acknowledged booking is not stored',
      lost.map((attempt) => [told(attempt)]),
    ),
    ...shortest('one key made two bookings', doubled.length > 0 ? [doubled.map(told)] : []),
  ];
}
