import type { ServerResponse } from 'node:http';
import type { Problem } from '../lib/problem.js';

/** Answers with a problem document, and the headers that go with its status. */
export function sendProblem(response: ServerResponse, problem: Problem): void {
  const body = JSON.stringify(problem);
  if (problem.status === 401)
    response.setHeader('WWW-Authenticate', `Bearer realm="medweave", error="${problem.code}"`);
  if (problem.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(problem.retryAfterSeconds));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.statusCode = problem.status;
  response.end(body);
}
