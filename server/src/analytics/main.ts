import { once } from 'node:events';
import { endWith, inFull, onClinic, Stopped, say } from '../command.js';
import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { analyticsHelp } from './help.js';
import { rebuildAll, verifyAll } from './trust.js';

const commands: Readonly<Record<string, (consumers: readonly AnalyticsConsumer[]) => Promise<number>>> = {
  verify,
  rebuild,
};

/** @returns the exit code */
async function main(name: string | undefined): Promise<number> {
  const command = name === undefined ? undefined : commands[name];
  if (!command) {
    say(analyticsHelp);
    return name === undefined || name === '--help' ? 0 : 1;
  }
  return onClinic('analytics', async ({ composed, signal }) => {
    const stopped = once(signal, 'abort').then((): never => {
      throw signal.reason;
    });
    return Promise.race([command(composed.consumers), stopped]);
  });
}

async function verify(consumers: readonly AnalyticsConsumer[]): Promise<number> {
  const startedAt = performance.now();
  const differences = await verifyAll(consumers, say);
  if (differences.length === 0) {
    say(`\nEverything is equal, after ${secondsSince(startedAt)} s.`);
    return 0;
  }
  say(`\nNot equal: ${differences.map(({ where, what }) => `${where}: ${what}`).join('; ')}.
npm run analytics:rebuild builds the numbers anew. That they differed is a fault of Medweave: please report it.`);
  return 1;
}

async function rebuild(consumers: readonly AnalyticsConsumer[]): Promise<number> {
  const startedAt = performance.now();
  await rebuildAll(consumers, say);
  say(`\nRebuilt in ${secondsSince(startedAt)} s.`);
  return 0;
}

const secondsSince = (startedAt: number): string => ((performance.now() - startedAt) / 1_000).toFixed(1);

endWith(main(process.argv[2]), (error) =>
  error instanceof Stopped ? 'Stopped. Numbers are as they were.' : inFull(error),
);
