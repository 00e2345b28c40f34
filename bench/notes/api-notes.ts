import { randomUUID } from 'node:crypto';
import { httpDriver } from '../load/http-driver.js';
import type { LoadDriver } from '../load/load.types.js';
import { type NotePlan, noteText } from './note-plan.js';

/** Posts one signed note after another through the API, each with an Idempotency-Key, as the SDK does. */
export async function open({ baseUrl, plan }: { baseUrl: string; plan: NotePlan }): Promise<LoadDriver> {
  let number = 0;
  return httpDriver(baseUrl, () => {
    const place = plan[number % plan.length];
    if (!place) throw new RangeError('There is no record to write in.');
    const { recordUuid, patientId } = place;
    return {
      method: 'POST',
      path: '/api/v1/clinical-notes',
      headers: {
        authorization: `Bearer ${place.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ recordUuid, patientId, kind: 'progress', text: noteText(number++), sign: true }),
    };
  });
}
