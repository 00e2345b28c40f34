import { randomUUID } from 'node:crypto';
import { plannedBooking } from '../booking/booking-plan.js';
import type { LoadDriver } from '../load/load.types.js';
import { type CallPlan, pageSize } from './call-plan.js';

/** The calls as a program makes them that has no SDK: what any client has to do, and no more. */
export async function open({ baseUrl, operation, visits, bookings }: CallPlan): Promise<LoadDriver> {
  const api = `${baseUrl}/api/v1/appointments`;
  let number = 0;
  const nextVisit = () => {
    const visit = visits[number++ % visits.length];
    if (!visit) throw new RangeError('There is nothing to read.');
    return visit;
  };
  const calls = {
    async byId() {
      const { id, patient } = nextVisit();
      await get(`${api}/${id}`, patient.token);
      return 'read';
    },
    async list() {
      const page = (await get(`${api}?limit=${pageSize}`, nextVisit().patient.token)) as { items: unknown[] };
      return page.items.length === pageSize ? 'read' : 'missing';
    },
    async booking() {
      const { patient, doctor, startsAtMs } = plannedBooking(bookings, number++);
      const startsAt = new Date(startsAtMs).toISOString();
      await post(api, patient.token, { doctorId: doctor.doctorId, startsAt, reason: 'Check-up' });
      return 'booked';
    },
  };
  return { next: calls[operation], close: async () => {} };
}

async function get(url: string, token: string): Promise<unknown> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  return contentOf(await fetch(url, { method: 'GET', headers }));
}

async function post(url: string, token: string, body: object): Promise<unknown> {
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  return contentOf(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function contentOf(response: Response): Promise<unknown> {
  const content: unknown = await response.json();
  if (!response.ok) throw new Error(`The API answered ${response.status}: ${JSON.stringify(content)}`);
  return content;
}
