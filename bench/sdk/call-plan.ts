import type { BookingPlan } from '../booking/booking-plan.js';
import type { BenchPatient } from '../setup/clinic.js';

/** What is called: a visit by its id, a page of fifty, a booking. */
export type Operation = 'byId' | 'list' | 'booking';

export interface CallPlan {
  baseUrl: string;
  operation: Operation;
  visits: { id: string; patient: BenchPatient }[];
  bookings: BookingPlan;
}

/** How many visits a page has. */
export const pageSize = 50;
