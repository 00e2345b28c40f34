import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../server/src/lib/ids.js';
import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import type { Attempt, Attempts } from '../rig/attempts.js';
import type { Rig } from '../rig/rig.js';
import type { Cast } from './cast.js';

const promisedMs = 10_000;
const dayMs = 86_400_000;

/** How long after the last fault every process has booked something, and which did not in time. */
export async function recovery(
  rig: Rig,
  attempts: Attempts,
  { desk, doctorId, patientId }: Cast['probe'],
  mendedAtMs: number,
): Promise<{ recoveredMs: number; broken: Broken[] }> {
  const healthyWithinMs = promisedMs * rig.slowness;
  const books = async (baseUrl: string, index: number): Promise<Attempt> => {
    const startsAt = new Date((Math.floor(Date.now() / dayMs) + 20 + index) * dayMs).toISOString();
    const [body, key] = [{ doctorId, patientId, startsAt }, newId()];
    for (;;) {
      const token = await desk.token(baseUrl);
      const wish = { who: desk.name, token, method: 'POST', path: '/appointments', body, key };
      const attempt = await attempts.send(baseUrl, wish);
      if (attempt.status === 201 || attempts.clock() > mendedAtMs + healthyWithinMs) return attempt;
      await pause(50);
    }
  };
  const last = await Promise.all(rig.apis.map(({ baseUrl }, index) => books(baseUrl, index)));
  const failed = last.filter(
    ({ status, answeredAtMs }) => status !== 201 || answeredAtMs > mendedAtMs + healthyWithinMs,
  );
  return {
    recoveredMs: Math.round(Math.max(...last.map(({ answeredAtMs }) => answeredAtMs)) - mendedAtMs),
    broken: shortest(
      `a process did not book within ${(healthyWithinMs / 1_000).toFixed(1)} s of the last fault`,
      failed.map((attempt) => linesOf([attempt])),
    ),
  };
}
