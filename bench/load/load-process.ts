// The load generator: a process of its own, told by its parent what to drive and how hard.
import { setTimeout as pause } from 'node:timers/promises';
import type { LoadAnswer, LoadCommand, LoadDriver, LoadResult, OpenDriver } from './load.types.js';

let driver: LoadDriver | null = null;

async function obey(command: LoadCommand): Promise<LoadAnswer> {
  if (command.kind === 'open') {
    const { open } = (await import(command.module)) as { open: OpenDriver<unknown> };
    await driver?.close();
    driver = await open(command.setup);
    return { kind: 'opened' };
  }
  if (!driver) throw new Error('No driver is open.');
  if (command.kind === 'round') return { kind: 'result', result: await round(driver, command) };
  if (command.kind === 'arrivals') return { kind: 'result', result: await arrivals(driver, command) };
  if (command.kind === 'burst') return { kind: 'result', result: await burst(driver, command.operations) };
  return { kind: 'result', result: await sequence(driver, command.operations) };
}

/** So many callers, each with its next operation as soon as its last one has ended, until the time is over. */
async function round(
  driven: LoadDriver,
  { concurrency, forMs }: { concurrency: number; forMs: number },
): Promise<LoadResult> {
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const caller = async () => {
    for (let now = performance.now(); now - startedAt < forMs; now = performance.now()) {
      count(outcomes, await outcomeOf(driven));
      latencies.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, caller));
  const elapsedMs = performance.now() - startedAt;
  return {
    elapsedMs,
    latenciesMs: Float64Array.from(latencies),
    outcomes,
    outcomeOf: [],
    cpuMs: cpuSince(cpuBefore),
  };
}

/** They come at their rate and not when others have ended; who is late, because this process was, comes at once. */
async function arrivals(
  driven: LoadDriver,
  { perSecond, leadInMs, forMs }: { perSecond: number; leadInMs: number; forMs: number },
): Promise<LoadResult> {
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const outcomeList: string[] = [];
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  const measuredFrom = startedAt + leadInMs;
  const one = async (): Promise<void> => {
    const beganAt = performance.now();
    const outcome = await outcomeOf(driven);
    const endedAt = performance.now();
    if (endedAt >= measuredFrom) count(outcomes, outcome);
    if (beganAt < measuredFrom) return;
    latencies.push(endedAt - beganAt);
    outcomeList.push(outcome);
  };
  const cpuBefore = process.cpuUsage();
  let begun = 0;
  for (let passedMs = 0; passedMs < leadInMs + forMs; passedMs = performance.now() - startedAt) {
    for (const due = (passedMs / 1_000) * perSecond; begun < due; begun++) {
      const running = one().finally(() => underWay.delete(running));
      underWay.add(running);
    }
    await pause(1);
  }
  const elapsedMs = performance.now() - measuredFrom;
  const inTime = { ...outcomes };
  const cpuMs = cpuSince(cpuBefore) * (elapsedMs / (elapsedMs + leadInMs));
  await Promise.all(underWay);
  return {
    elapsedMs,
    latenciesMs: Float64Array.from(latencies),
    outcomes: inTime,
    outcomeOf: outcomeList,
    cpuMs,
  };
}

/** All at once. */
async function burst(driven: LoadDriver, operations: number): Promise<LoadResult> {
  await driven.warm?.(operations);
  const latenciesMs = new Float64Array(operations);
  const outcomes: Record<string, number> = {};
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const outcomeList = await Promise.all(
    Array.from(latenciesMs, async (_none, index) => {
      const outcome = await outcomeOf(driven);
      latenciesMs[index] = performance.now() - startedAt;
      count(outcomes, outcome);
      return outcome;
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  return { elapsedMs, latenciesMs, outcomes, outcomeOf: outcomeList, cpuMs: cpuSince(cpuBefore) };
}

/** One after the other: what a caller sees of an idle system. */
async function sequence(driven: LoadDriver, operations: number): Promise<LoadResult> {
  const latenciesMs = new Float64Array(operations);
  const outcomes: Record<string, number> = {};
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (let index = 0; index < operations; index++) {
    const beganAt = performance.now();
    count(outcomes, await outcomeOf(driven));
    latenciesMs[index] = performance.now() - beganAt;
  }
  const elapsedMs = performance.now() - startedAt;
  return { elapsedMs, latenciesMs, outcomes, outcomeOf: [], cpuMs: cpuSince(cpuBefore) };
}

async function outcomeOf(driven: LoadDriver): Promise<string> {
  try {
    return await driven.next();
  } catch (error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : String(error);
  }
}

function count(outcomes: Record<string, number>, outcome: string): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

process.on('message', (command: LoadCommand) => {
  obey(command)
    .catch(
      (error: unknown): LoadAnswer => ({
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
