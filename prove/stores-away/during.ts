import type { Span } from '../kernel/proof.js';
import type { Fault } from '../rig/faults.js';

/** Does the work while this is broken, and mends it whatever happens. @returns from when until when it was broken */
export async function during(fault: Fault, clock: () => number, work: () => Promise<void>): Promise<Span> {
  const fromMs = clock();
  await fault.begin();
  try {
    await work();
  } finally {
    await fault.mend();
  }
  return { name: fault.name, fromMs, untilMs: clock() };
}
