import type { ServerResponse } from 'node:http';
import type { Problem } from '../lib/problem.js';

/**
 * Answers with a problem document, and the headers that go with its status.
 * @param alsoHeaders name and value by turns; an answer without any header set before is written fastest
 */
export function sendProblem(
  response: ServerResponse,
  problem: Problem,
  alsoHeaders: readonly string[] = [],
): void {
  const body = JSON.stringify(problem);
  const headers = [...alsoHeaders, 'Cache-Control', 'no-store'];
  if (problem.status === 401)
    headers.push('WWW-Authenticate', `Bearer realm="medweave", error="${problem.code}"`);
  if (problem.retryAfterSeconds !== undefined) headers.push('Retry-After', String(problem.retryAfterSeconds));
  headers.push('Content-Type', 'application/problem+json; charset=utf-8');
  headers.push('Content-Length', String(Buffer.byteLength(body)));
  response.writeHead(problem.status, headers);
  response.end(body);
}
