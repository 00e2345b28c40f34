import { endWith, inFull, onClinic, say } from '../command.js';
import { ConfigError } from '../lib/errors.js';
import type { DeliveryOverviewRepository } from './delivery-overview.repository.js';
import { eventsHelp, readCommand } from './events-command.js';

const listedAtMost = 50;

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  if (command.name === 'help') {
    say(eventsHelp);
    return 0;
  }
  await onClinic('events', async ({ composed }) => {
    const { deliveryOverview } = composed.services;
    if (command.name === 'list') await list(deliveryOverview);
    else await retry(deliveryOverview, command.what);
  });
  return 0;
}

async function list(overview: DeliveryOverviewRepository): Promise<void> {
  const counts = await overview.counts();
  if (counts.length === 0) say('\nEverything is delivered.');
  for (const { consumer, waiting, parked, oldestSeconds } of counts)
    say(`\n${consumer}: ${waiting} wait, the oldest for ${oldestSeconds} s; ${parked} parked`);
  const parked = await overview.parked(listedAtMost);
  for (const { id, consumer, kind, subject, cause, createdAt } of parked)
    say(`  ${id}  ${consumer}  ${kind}  of ${subject}  since ${createdAt.toISOString()}  ${cause}`);
  if (parked.length === listedAtMost) say(`These are the oldest ${listedAtMost} that are parked.`);
}

/** @throws ConfigError when nothing is parked under that name or number */
async function retry(overview: DeliveryOverviewRepository, what: string | number): Promise<void> {
  const count =
    typeof what === 'string' ? await overview.putAllBack(what) : Number(await overview.putBack(what));
  if (count === 0) throw new ConfigError(`Nothing is parked as ${what}. See npm run events -- list.`);
  say(`\n${count} put back.`);
}

endWith(main(process.argv.slice(2)), inFull);
