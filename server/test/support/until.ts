import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once it is true. A test's own time limit ends what never is. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(5);
}
