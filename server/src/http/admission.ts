import type { IncomingMessage, ServerResponse } from 'node:http';
import { WaitingLine } from '../lib/waiting-line.js';

/** Sign-ins, and answers that may be large, keep to themselves and never take the place of others. */
export type Lane = 'work' | 'signIns' | 'knownDevices' | 'large';

/** Where a request waits, and with whom it shares a part of the places: the others of its network, or of its device's owner. */
export interface Turn {
  readonly lane: Lane;
  readonly party: string;
}

/** More than keep MySQL's connections busy, so that a slow store does not idle the others. */
const work = { atOnce: 100, longest: 1_000 };
/** Who would only be refused by bcrypt's own line (`auth/passwords.ts`), two at work and 64 behind them, is refused here. */
const signIns = { atOnce: 66, longest: 0 };
/** Of people who have signed in before on the device that they show, whoever else floods their network. */
const knownDevices = { atOnce: 66, longest: 0 };
/** Of these one is made at a time (`lib/long-work.ts`); the others are read from the stores, or by their clients. */
const large = { atOnce: 8, longest: 1_000 };

/** As Express finds a route: in any case, with or without a host before it or a slash behind it. */
const api = /^(?:https?:\/\/[^/]*)?\/api(?=[/?#]|$)/i;
const signIn = /^(?:https?:\/\/[^/]*)?\/api\/v1\/auth\/(?:login|register|change-password)\/?(?=[?#]|$)/i;
const slots = /^(?:https?:\/\/[^/]*)?\/api\/v1\/doctors\/[^/?#]+\/slots\/?\?(.*)$/i;

/** Two weeks of a calendar are small; a quarter of a year of short visits is 2 MB. */
const longSpanMs = 15 * 86_400_000;

/** Which line the request stands in: none when it is not below `/api`, where nobody is refused. */
export function laneOf({ url = '' }: IncomingMessage): Lane | null {
  if (!api.test(url)) return null;
  if (signIn.test(url)) return 'signIns';
  const query = slots.exec(url)?.[1];
  return query !== undefined && isLongSpan(new URLSearchParams(query)) ? 'large' : 'work';
}

const isLongSpan = (query: URLSearchParams): boolean =>
  Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '') > longSpanMs;

/** Says who can be served soon. Whom it has no room for is refused before anything is done for him. */
export class Admission {
  readonly #lines = {
    work: new WaitingLine(work),
    signIns: new WaitingLine(signIns),
    knownDevices: new WaitingLine(knownDevices),
    large: new WaitingLine(large),
  };
  readonly #readInPlace = new WeakSet<ServerResponse>();

  isClosed({ lane, party }: Turn): boolean {
    return this.#lines[lane].isClosedTo(party);
  }

  /** Whether the client of this answer reads it in a place that somebody waits for. */
  isPlaceWanted(response: ServerResponse): boolean {
    return this.#lines.large.hasWaiting && this.#readInPlace.has(response);
  }

  /** Only while the lane is not closed. `begin` is called in its turn, unless the client has left. */
  enter({ lane, party }: Turn, response: ServerResponse, begin: () => void): void {
    const line = this.#lines[lane];
    line.join(party, () => {
      const leave = (): void => line.leave(party);
      if (response.closed) {
        leave();
        return;
      }
      if (lane === 'large') {
        this.#readInPlace.add(response);
        whenAnswered(response, () => whenClosed(response, leave));
      } else whenAnswered(response, leave);
      begin();
    });
  }
}

/**
 * Calls back once the work is done, which is when the answer begins: all of it is known by then. Also for who has left
 * meanwhile, since the work goes on without them; Node then writes no head.
 */
function whenAnswered(response: ServerResponse, done: () => void): void {
  let isDone = false;
  for (const name of ['writeHead', 'write', 'end'] as const) {
    const original = response[name];
    const answer = (...values: unknown[]): unknown => {
      if (!isDone) done();
      isDone = true;
      return Reflect.apply(original, response, values);
    };
    Object.assign(response, { [name]: answer });
  }
}

function whenClosed(response: ServerResponse, done: () => void): void {
  if (response.closed) done();
  else response.once('close', done);
}
