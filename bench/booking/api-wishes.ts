import { randomUUID } from 'node:crypto';
import { httpDriver } from '../load/http-driver.js';
import type { LoadDriver } from '../load/load.types.js';

/** A time that somebody wants, whether she gets it or not. */
export interface WantedBooking {
  token: string;
  doctorId: string;
  startsAtMs: number;
}

/** Asks for each of the times once, in order. */
export async function open({
  baseUrl,
  wanted,
}: {
  baseUrl: string;
  wanted: WantedBooking[];
}): Promise<LoadDriver> {
  let number = 0;
  return httpDriver(baseUrl, () => {
    const wish = wanted[number++];
    if (!wish) throw new RangeError('All wishes have been told.');
    return {
      method: 'POST',
      path: '/api/v1/appointments',
      headers: {
        authorization: `Bearer ${wish.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ doctorId: wish.doctorId, startsAt: new Date(wish.startsAtMs).toISOString() }),
    };
  });
}
