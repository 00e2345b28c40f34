import type { IncomingMessage, ServerResponse } from 'node:http';
import { busy } from '../lib/errors.js';
import type { Metrics } from '../lib/metrics.js';
import { problemOf } from '../lib/problem.js';
import type { Lane } from './admission.js';
import type { CrossOrigin } from './cross-origin.js';
import type { Traced } from './request.js';

/** Answers 503 `busy`. In a flood that is most of the answers: all its headers are written at once, none is set before. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { requestId, receivedAtMs }: Traced,
  lane: Lane,
  { crossOrigin, metrics }: { crossOrigin: CrossOrigin; metrics: Metrics },
): void {
  const problem = problemOf(tooMany, requestId);
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, [
    ...['X-Request-Id', requestId],
    ...crossOrigin.rawHeaders(request),
    ...['Retry-After', String(problem.retryAfterSeconds)],
    ...['Cache-Control', 'no-store'],
    ...['Content-Type', 'application/problem+json; charset=utf-8'],
    ...['Content-Length', String(Buffer.byteLength(body))],
  ]);
  response.end(body);
  metrics.refused.inc({ lane });
  const seconds = (performance.now() - receivedAtMs) / 1_000;
  metrics.requestSeconds.observe(
    { method: request.method, route: 'refused', status: problem.status },
    seconds,
  );
}

const tooMany = busy();
