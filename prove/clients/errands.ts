import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../server/src/lib/ids.js';
import type { Attempt, Attempts } from '../rig/attempts.js';
import type { Person } from './person.js';

/** Longer than any request may take: one that is still open then has hung. */
const givesUpOnOneMs = 20_000;
/** Longer than any fault lasts: who knows nothing by then was left alone. */
const givesUpMs = 60_000;
const triesAgainAfterMs = 100;

export interface Wanted {
  readonly who: Person;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
  /** Of its own unless it is given. */
  readonly key?: string;
}

/** What somebody wanted, and every request that it took to learn what came of it. */
export interface Errand {
  readonly wanted: Wanted;
  readonly requests: readonly Attempt[];
  /** The answer that said it; `null` when none did. */
  readonly outcome: Attempt | null;
}

/** Clients that repeat what was not answered, under the same key and at the next process, as the SDK does. */
export class Errands {
  readonly all: Errand[] = [];
  /** Somebody was not answered in all that time. */
  hasGivenUp = false;

  constructor(
    private readonly attempts: Attempts,
    private readonly baseUrls: readonly string[],
  ) {}

  /** @param first the process to ask first, by its number; the next ones follow in turn */
  async run(wanted: Wanted, first: number): Promise<Errand> {
    const { who, method, path, body, ifMatch, key = newId() } = wanted;
    const deadlineMs = this.attempts.clock() + givesUpMs;
    const requests: Attempt[] = [];
    const errand = { wanted, requests, outcome: null as Attempt | null };
    this.all.push(errand);
    for (let turn = first; errand.outcome === null && this.attempts.clock() < deadlineMs; turn++) {
      const baseUrl = this.baseUrls[turn % this.baseUrls.length] ?? '';
      const attempt = await this.attempts.send(baseUrl, {
        ...{ who: who.name, token: await who.token(baseUrl), method, path, body, timeoutMs: givesUpOnOneMs },
        ...(method !== 'GET' && { key }),
        ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
      });
      requests.push(attempt);
      if (isAnswer(attempt)) errand.outcome = attempt;
      else await pause(triesAgainAfterMs);
    }
    this.hasGivenUp ||= errand.outcome === null;
    return errand;
  }
}

/** Anything but "I do not know" and "try again". */
const isAnswer = ({ status, code }: Attempt): boolean =>
  status !== 0 && status !== 503 && code !== 'request_in_flight';

export const isDone = ({ outcome }: Errand): boolean => outcome !== null && outcome.status < 300;

/** The body of a successful answer. */
export const answerOf = <T>({ outcome }: Errand): T | null =>
  outcome !== null && outcome.status < 300 ? (outcome.answer as T) : null;
