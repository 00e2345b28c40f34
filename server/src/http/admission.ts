import type { IncomingMessage, ServerResponse } from 'node:http';
import { busy } from '../lib/errors.js';
import type { Metrics } from '../lib/metrics.js';
import { problemOf } from '../lib/problem.js';
import { WaitingLine } from '../lib/waiting-line.js';
import type { Traced } from './request.js';
import { sendProblem } from './send-problem.js';

/**
 * Three times what keeps MySQL's connections busy, so that a slow store does not idle the others. Not more: what is in
 * work lives on, and is copied by one garbage collection after another.
 */
const work = { atOnce: 32, longest: 1_000 };
/** Who would only be refused by bcrypt's own line (`auth/passwords.ts`), two at work and 64 behind them, is refused here. */
const signIns = { atOnce: 66, longest: 0 };

/** As Express finds a route: in any case, with or without a host before it or a slash behind it. */
const api = /^(?:https?:\/\/[^/]*)?\/api(?=[/?#]|$)/i;
const signIn = /^(?:https?:\/\/[^/]*)?\/api\/v1\/auth\/(?:login|register|change-password)\/?(?=[?#]|$)/i;

type Admit = (request: IncomingMessage & Traced, response: ServerResponse, next: () => void) => void;

/**
 * Refuses what cannot be served soon with 503 `busy`, before anything is done for it: refusing costs a fraction of
 * serving, so that most of an overload still is work. Sign-ins keep to themselves, and never take the place of others.
 * What is not below `/api` is never refused.
 */
export function admission(metrics: Metrics): Admit {
  const lanes = { work: new WaitingLine(work), signIns: new WaitingLine(signIns) };
  const refusal = busy();
  return (request, response, next) => {
    const { url = '' } = request;
    if (!api.test(url)) {
      next();
      return;
    }
    const lane = signIn.test(url) ? 'signIns' : 'work';
    const line = lanes[lane];
    if (!line.isClosed) {
      line.join(() => {
        if (response.closed) {
          line.leave(); // the client did not wait
          return;
        }
        response.once('close', () => line.leave());
        next();
      });
      return;
    }
    metrics.refused.inc({ lane });
    sendProblem(response, problemOf(refusal, request.requestId));
    const seconds = (performance.now() - request.receivedAtMs) / 1_000;
    metrics.requestSeconds.observe({ method: request.method, route: 'refused', status: 503 }, seconds);
  };
}
