import { ConfigError } from '../lib/errors.js';

/** What `npm run events` was asked to do. */
export type EventsCommand = { name: 'help' } | { name: 'list' } | { name: 'retry'; what: string | number };

/** What `npm run events -- --help` prints. */
export const eventsHelp = `Shows which events are still to be delivered, and puts back what is parked.

  npm run events -- list             what waits and what is parked, by consumer, and why
  npm run events -- retry CONSUMER   puts back everything that is parked of a consumer
  npm run events -- retry NUMBER     puts back one delivery, by its number in the list
  npm run events -- --help           this page

A delivery that has failed 15 times within three hours is parked, and the later events of its subject wait behind it.
Mend the cause first, then put it back: a running server takes it within seconds, in order, with all its attempts anew.

It may run while the server does. It uses the stores of a Medweave that runs here (npm start), else those of MYSQL_URL,
MONGO_URL and REDIS_URL, else it starts engines on the data folder as npm start does.`;

/** @throws ConfigError in words for arguments that make no sense */
export function readCommand([name, what, ...rest]: readonly string[]): EventsCommand {
  if (name === undefined || name === '--help' || name === '-h') return { name: 'help' };
  if (name === 'list' && what === undefined) return { name: 'list' };
  if (name === 'retry' && what !== undefined && rest.length === 0)
    return { name: 'retry', what: /^\d+$/.test(what) ? Number(what) : what };
  throw new ConfigError(
    'That is none of: list, retry CONSUMER, retry NUMBER.\n\n  npm run events -- --help tells more.',
  );
}
