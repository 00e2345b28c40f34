import type { IncomingMessage, ServerResponse } from 'node:http';
import { busy } from '../lib/errors.js';
import type { Metrics } from '../lib/metrics.js';
import { problemOf } from '../lib/problem.js';
import type { Lane } from './admission.js';
import type { CrossOrigin } from './cross-origin.js';
import type { Traced } from './request.js';
import { sendProblem } from './send-problem.js';

/** Answers 503 `busy`. In a flood that is most of the answers: no header is set before it is written. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId, receivedAtMs }: Traced,
  lane: Lane,
  { crossOrigin, metrics }: { crossOrigin: CrossOrigin; metrics: Metrics },
): void {
  const problem = problemOf(tooMany, requestId);
  sendProblem(response, problem, ['X-Request-Id', requestId, ...crossOrigin.rawHeaders(request)]);
  metrics.refused.inc({ lane });
  const seconds = (performance.now() - receivedAtMs) / 1_000;
  metrics.requestSeconds.observe(
    { method: request.method, route: 'refused', status: problem.status },
    seconds,
  );
}

const tooMany = busy();
