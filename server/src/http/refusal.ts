import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppError } from '../lib/errors.js';
import type { Metrics } from '../lib/metrics.js';
import { problemOf } from '../lib/problem.js';
import type { CrossOrigin } from './cross-origin.js';
import type { Traced } from './request.js';
import { sendProblem } from './send-problem.js';

/** Answers in place of Express. In a flood that is most of the answers: no header is set before it is written. */
export function refuse(
  request: IncomingMessage & Traced,
  response: ServerResponse,
  error: AppError,
  { crossOrigin, metrics }: { crossOrigin: CrossOrigin; metrics: Metrics },
  alsoHeaders: readonly string[] = [],
): void {
  const { requestId, receivedAtMs } = request;
  const problem = problemOf(error, requestId);
  const headers = ['X-Request-Id', requestId, ...alsoHeaders, ...crossOrigin.rawHeaders(request)];
  sendProblem(response, problem, headers);
  const seconds = (performance.now() - receivedAtMs) / 1_000;
  metrics.requestSeconds.observe(
    { method: request.method, route: 'refused', status: problem.status },
    seconds,
  );
}
