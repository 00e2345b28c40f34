import type { Logger } from 'pino';
import type { Database } from './mysql.js';
import { TurnLoop } from './turn-loop.js';
import type { Worker } from './worker.js';

const everyMs = 2_000;

/**
 * Asks now and then whether MySQL may be written to. Whoever writes learns it anyway; a process that only reads would
 * stay with a server that was demoted, and show what stood there until then.
 */
export function primaryWatch(db: Database, log: Logger): Worker {
  let wasReadOnly = false;
  return new TurnLoop({
    turn: async () => {
      const isReadOnly = (await db.state()) === 'read_only';
      if (isReadOnly && !wasReadOnly) log.warn('MySQL may not be written to; looking for the one that may');
      wasReadOnly = isReadOnly;
      return false;
    },
    idleMs: everyMs,
    onFailure: (cause) => log.warn({ cause }, 'MySQL does not answer; asking on'),
  });
}
