import { randomUUID } from 'node:crypto';
import { httpDriver } from '../load/http-driver.js';
import type { LoadDriver } from '../load/load.types.js';
import { type BookingPlan, plannedBooking } from './booking-plan.js';

export interface ApiBookings {
  baseUrl: string;
  plan: BookingPlan;
}

/** Books one free half-hour after another through the API, each with an Idempotency-Key, as the SDK does. */
export async function open({ baseUrl, plan }: ApiBookings): Promise<LoadDriver> {
  let number = 0;
  return httpDriver(baseUrl, () => {
    const { patient, doctor, startsAtMs } = plannedBooking(plan, number++);
    return {
      method: 'POST',
      path: '/api/v1/appointments',
      headers: {
        authorization: `Bearer ${patient.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        doctorId: doctor.doctorId,
        startsAt: new Date(startsAtMs).toISOString(),
        reason: 'Check-up',
      }),
    };
  });
}
