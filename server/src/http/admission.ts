import type { IncomingMessage, ServerResponse } from 'node:http';
import { WaitingLine } from '../lib/waiting-line.js';

/** Sign-ins keep to themselves, and never take the place of others. */
export type Lane = 'work' | 'signIns';

/** More than keep MySQL's connections busy, so that a slow store does not idle the others. */
const work = { atOnce: 100, longest: 1_000 };
/** Who would only be refused by bcrypt's own line (`auth/passwords.ts`), two at work and 64 behind them, is refused here. */
const signIns = { atOnce: 66, longest: 0 };

/** As Express finds a route: in any case, with or without a host before it or a slash behind it. */
const api = /^(?:https?:\/\/[^/]*)?\/api(?=[/?#]|$)/i;
const signIn = /^(?:https?:\/\/[^/]*)?\/api\/v1\/auth\/(?:login|register|change-password)\/?(?=[?#]|$)/i;

/** Which line the request stands in: none when it is not below `/api`, where nobody is refused. */
export function laneOf({ url = '' }: IncomingMessage): Lane | null {
  if (!api.test(url)) return null;
  return signIn.test(url) ? 'signIns' : 'work';
}

/** Says who can be served soon. Whom it has no room for is refused before anything is done for him. */
export class Admission {
  readonly #lines = { work: new WaitingLine(work), signIns: new WaitingLine(signIns) };

  isClosed(lane: Lane): boolean {
    return this.#lines[lane].isClosed;
  }

  /** Only while the lane is not closed. `begin` is called in its turn, unless the client has left. */
  enter(lane: Lane, response: ServerResponse, begin: () => void): void {
    const line = this.#lines[lane];
    line.join(() => {
      if (response.closed) {
        line.leave();
        return;
      }
      response.once('close', () => line.leave());
      begin();
    });
  }
}
