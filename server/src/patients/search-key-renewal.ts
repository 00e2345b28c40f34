import type { Logger } from 'pino';
import type { Database } from '../lib/mysql.js';
import { TurnLoop } from '../lib/turn-loop.js';
import type { Worker } from '../lib/worker.js';
import { searchKeyVersion } from './name-keys.js';
import type { SearchKeysRepository } from './search-keys.repository.js';

const patientsAtOnce = 200;
const idleMs = 1_000;

/**
 * Gives patients new search keys after a release that makes them in another way, in small transactions beside the
 * requests. One process does it; another one goes on where it was stopped. Until then a patient is found as before.
 */
export class SearchKeyRenewal implements Worker {
  readonly #loop: TurnLoop;
  #isDone = false;

  constructor(
    private readonly db: Database,
    private readonly keys: SearchKeysRepository,
    log: Logger,
  ) {
    this.#loop = new TurnLoop({
      turn: () => this.turn(),
      idleMs,
      onFailure: (name) => log.warn({ worker: 'search-key-renewal', name }),
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** @returns true while there is more to do */
  async turn(): Promise<boolean> {
    if (this.#isDone) return false;
    this.#isDone = await this.keys.isRenewed(searchKeyVersion);
    return !this.#isDone && this.#renewSome();
  }

  #renewSome(): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await this.keys.begin(tx, searchKeyVersion);
      const renewedTo = await this.keys.lockUnfinished(tx, searchKeyVersion);
      if (renewedTo === null) return false;
      const patients = await this.keys.lockNext(tx, renewedTo, patientsAtOnce);
      const outdated = patients.length === 0 ? [] : await this.keys.outdated(tx, patients);
      if (outdated.length > 0) {
        await this.keys.remove(
          tx,
          outdated.map(({ id }) => id),
        );
        await this.keys.insert(tx, outdated);
      }
      await this.keys.advance(tx, searchKeyVersion, patients.at(-1)?.id ?? null);
      return true;
    });
  }
}
