import type { Dose } from './proof.js';

const workMs = 200;

/**
 * How many times longer work takes because other programs want the processors too: 1 on a quiet machine. What is slow by
 * that is not wrong, so a small dose allows so many times the promised time. A full dose wants a quiet machine, and keeps
 * to the promise.
 */
export function slownessFor(dose: Dose): number {
  if (dose === 'full') return 1;
  const beganAtMs = performance.now();
  const began = process.threadCpuUsage();
  for (let usedMs = 0; usedMs < workMs; ) {
    const { user, system } = process.threadCpuUsage(began);
    usedMs = (user + system) / 1_000;
  }
  return Math.max(1, (performance.now() - beganAtMs) / workMs);
}
