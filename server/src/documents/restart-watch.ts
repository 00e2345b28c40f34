import type { DocumentStore } from '../lib/mongo.js';

interface Sighting {
  process: string;
  uptimeMs: number;
  seenAtMs: number;
}

/** Clocks of two processes need not tick alike: so much less uptime than expected is no restart yet. */
const toleranceMs = 500;

/**
 * Notices that the MongoDB process behind the connection is another one than before: another host or process id, or
 * one that has been up for less than it would have been. In a container the process id is always 1, so uptime decides.
 */
export class RestartWatch {
  #last: Sighting | null = null;

  constructor(private readonly store: DocumentStore) {}

  /** True when it restarted since the last look, or on the first look: nobody knows what happened before that. */
  async hasRestarted(): Promise<boolean> {
    const status = await this.store.db.admin().command({ serverStatus: 1 });
    const seen = {
      process: `${status.host}:${status.pid}`,
      uptimeMs: Number(status.uptimeMillis),
      seenAtMs: performance.now(),
    };
    const last = this.#last;
    this.#last = seen;
    return last === null || !isSameProcess(last, seen);
  }

  /** The next look counts as the first one: for when what a restart asks for could not be done. */
  forget(): void {
    this.#last = null;
  }
}

function isSameProcess(before: Sighting, now: Sighting): boolean {
  const expectedUptimeMs = before.uptimeMs + (now.seenAtMs - before.seenAtMs);
  return before.process === now.process && now.uptimeMs >= expectedUptimeMs - toleranceMs;
}
