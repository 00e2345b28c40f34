import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { busy } from '../lib/errors.js';
import type { Metrics } from '../lib/metrics.js';
import { problemOf } from '../lib/problem.js';
import { WaitingLine } from '../lib/waiting-line.js';
import type { TracedRequest } from './request.js';
import { sendProblem } from './send-problem.js';

/** More than keep MySQL's connections busy, so that a slow store does not idle the others. */
const work = { atOnce: 100, longest: 1_000 };
/** They wait for bcrypt, in a line of its own that is shorter than this. */
const signIns = { atOnce: 100, longest: 0 };
/** Below `/api`. */
const signInPaths = new Set(['/v1/auth/login', '/v1/auth/register']);

/**
 * Refuses what cannot be served soon with 503 `busy`, before anything is done for it: refusing costs a fraction of
 * serving, so that most of an overload still is work. Sign-ins keep to themselves, and never take the place of others.
 */
export function admission(metrics: Metrics): RequestHandler {
  const lanes = { work: new WaitingLine(work), signIns: new WaitingLine(signIns) };
  return (request: Request, response: Response, next: NextFunction) => {
    const lane = signInPaths.has(request.path) ? 'signIns' : 'work';
    const line = lanes[lane];
    const isAdmitted = line.join(() => {
      if (response.closed) {
        line.leave(); // the client did not wait
        return;
      }
      response.once('close', () => line.leave());
      next();
    });
    if (isAdmitted) return;
    metrics.refused.inc({ lane });
    const { requestId, receivedAtMs } = request as TracedRequest;
    sendProblem(response, problemOf(busy(), requestId));
    const seconds = (performance.now() - receivedAtMs) / 1_000;
    metrics.requestSeconds.observe({ method: request.method, route: 'refused', status: 503 }, seconds);
  };
}
