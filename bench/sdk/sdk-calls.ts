import type { Medweave } from '@medweave/sdk';
import { plannedBooking } from '../booking/booking-plan.js';
import type { LoadDriver } from '../load/load.types.js';
import type { BenchPatient } from '../setup/clinic.js';
import { type CallPlan, pageSize } from './call-plan.js';

export interface SdkCalls extends CallPlan {
  /** The SDK as it is published: the URL of its ES module. */
  sdk: string;
}

/** The same calls through the SDK, a client for each patient. */
export async function open(plan: SdkCalls): Promise<LoadDriver> {
  const { operation, visits, bookings } = plan;
  const sdk = (await import(plan.sdk)) as typeof import('@medweave/sdk');
  const clients = new Map<string, Medweave>();
  for (const { userId, token } of [...visits.map(({ patient }) => patient), ...bookings.patients]) {
    const tokens = sdk.memoryTokens();
    tokens.save({ accessToken: token, refreshToken: 'never used', renewAtMs: Number.POSITIVE_INFINITY });
    clients.set(userId, new sdk.Medweave({ baseUrl: plan.baseUrl, tokens }));
  }
  const clientOf = ({ userId }: BenchPatient): Medweave => {
    const client = clients.get(userId);
    if (!client) throw new RangeError('Somebody calls who has no client.');
    return client;
  };
  let number = 0;
  const nextVisit = () => {
    const visit = visits[number++ % visits.length];
    if (!visit) throw new RangeError('There is nothing to read.');
    return visit;
  };
  const calls = {
    async byId() {
      const { id, patient } = nextVisit();
      await clientOf(patient).appointments.get(id);
      return 'read';
    },
    async list() {
      const page = await clientOf(nextVisit().patient).appointments.list({ limit: pageSize });
      return page.items.length === pageSize ? 'read' : 'missing';
    },
    async booking() {
      const { patient, doctor, startsAtMs } = plannedBooking(bookings, number++);
      const startsAt = new Date(startsAtMs).toISOString();
      const wish = { doctorId: doctor.doctorId, startsAt, reason: 'Check-up' };
      await clientOf(patient).appointments.book(wish);
      return 'booked';
    },
  };
  return { next: calls[operation], close: async () => {} };
}
