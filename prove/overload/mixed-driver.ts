import { Pool } from 'undici';
import type { LoadDriver } from '../../bench/load/load.types.js';
import { newId } from '../../server/src/lib/ids.js';
import type { WantedVisit } from '../front-desk/front-desk.js';
import { pin } from './pin.js';

/** As of a gateway: kept alive and used by turns, and more than are under way when refusals come at once. */
export const connections = 400;
const dayMs = 86_400_000;

export interface MixSetup {
  readonly baseUrl: string;
  readonly token: string;
  readonly visits: readonly WantedVisit['body'][];
  /** Only bookings, or also what is read beside them: as many long lists and calendars of slots. */
  readonly onlyBookings: boolean;
}

/** A clinic's usual mix. An outcome is the status, and says so when a refusal lacks its Retry-After. */
export async function open({ baseUrl, token, visits, onlyBookings }: MixSetup): Promise<LoadDriver> {
  await pin(process.pid, 'clients');
  const pool = new Pool(baseUrl, { connections, pipelining: 1, keepAliveTimeout: 4_000 });
  const authorization = `Bearer ${token}`;
  let turn = 0;
  let booked = 0;
  const call = () => {
    const kind = onlyBookings ? 0 : turn++ % 4;
    const visit = visits[booked % visits.length] ?? { doctorId: '' };
    if (kind === 1)
      return { method: 'GET', path: '/api/v1/appointments?limit=200', headers: { authorization } } as const;
    const from = Date.now() + dayMs;
    const query = `from=${new Date(from).toISOString()}&to=${new Date(from + 90 * dayMs).toISOString()}`;
    if (kind === 3)
      return {
        method: 'GET',
        path: `/api/v1/doctors/${visit.doctorId}/slots?${query}`,
        headers: {},
      } as const;
    booked++;
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': newId() };
    return { method: 'POST', path: '/api/v1/appointments', headers, body: JSON.stringify(visit) } as const;
  };
  return {
    async next() {
      const { statusCode, headers, body } = await pool.request(call());
      await body.dump({ limit: Number.POSITIVE_INFINITY });
      const isBare = (statusCode === 503 || statusCode === 429) && headers['retry-after'] === undefined;
      return isBare ? `${statusCode} without Retry-After` : String(statusCode);
    },
    close: () => pool.close(),
  };
}
