import { setTimeout as pause } from 'node:timers/promises';
import { type ApiBookings, open as openBookings } from '../booking/api-bookings.js';
import type { LoadDriver } from '../load/load.types.js';

/** Bookings at a steady rate, however many callers there are. */
export async function open({
  bookingsPerSecond,
  ...bookings
}: ApiBookings & { bookingsPerSecond: number }): Promise<LoadDriver> {
  const driver = await openBookings(bookings);
  let dueAt = performance.now();
  return {
    ...driver,
    async next() {
      dueAt = Math.max(dueAt, performance.now() - 1_000) + 1_000 / bookingsPerSecond;
      await pause(Math.max(0, dueAt - performance.now()));
      return driver.next();
    },
  };
}
