import type { AnalyticsConsumer, Difference } from '../events/analytics-consumer.js';

type Report = (line: string) => void;

/** Lets everything catch up, then compares it with the source rows. @returns what differs */
export async function verifyAll(
  consumers: readonly AnalyticsConsumer[],
  report: Report,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const consumer of consumers) {
    await consumer.catchUp();
    found.push(...(await consumer.verify(report)));
  }
  return found;
}

/** One after the other: each keeps its own events waiting meanwhile, and no others. */
export async function rebuildAll(consumers: readonly AnalyticsConsumer[], report: Report): Promise<void> {
  for (const consumer of consumers) await consumer.rebuild(report);
}
