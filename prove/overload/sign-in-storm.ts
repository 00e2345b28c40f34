import type { Loader } from '../../bench/load/loader.js';
import { median, percentile } from '../../bench/measure/figures.js';

const parallelSignIns = 200;
const bookingCallers = 4;
const rounds = 3;

/** How many times the usual booking p99 it is while 200 people sign in at once; the median of three rounds. */
export async function signInsCost(bookings: Loader, signIns: Loader, forMs: number): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const usual = await bookings.round(bookingCallers, forMs);
    const storm = signIns.burst(parallelSignIns);
    const during = await bookings.round(bookingCallers, forMs);
    await storm;
    ratios.push(percentile(during.latenciesMs, 0.99) / percentile(usual.latenciesMs, 0.99));
  }
  return median(ratios);
}
