import { type HttpCall, httpDriver } from '../../bench/load/http-driver.js';
import type { LoadDriver } from '../../bench/load/load.types.js';
import { newId } from '../../server/src/lib/ids.js';
import type { WantedVisit } from '../front-desk/front-desk.js';

export interface EverydaySetup {
  readonly baseUrl: string;
  readonly token: string;
  readonly visits: readonly WantedVisit['body'][];
}

const dayMs = 86_400_000;

/** What a front desk does all day, by turns: books, lists the next visits, and looks for free time in two weeks. */
export async function open({ baseUrl, token, visits }: EverydaySetup): Promise<LoadDriver> {
  const authorization = `Bearer ${token}`;
  let turn = 0;
  let booked = 0;
  return httpDriver(baseUrl, (): HttpCall => {
    const visit = visits[booked % visits.length];
    const kind = turn++ % 3;
    if (kind === 0) {
      booked++;
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': newId() };
      return { method: 'POST', path: '/api/v1/appointments', headers, body: JSON.stringify(visit) };
    }
    if (kind === 1)
      return { method: 'GET', path: '/api/v1/appointments?limit=20', headers: { authorization } };
    const from = Date.now() + dayMs;
    const span = { from: new Date(from).toISOString(), to: new Date(from + 14 * dayMs).toISOString() };
    const path = `/api/v1/doctors/${visit?.doctorId}/slots?${new URLSearchParams(span)}`;
    return { method: 'GET', path, headers: {} };
  });
}
