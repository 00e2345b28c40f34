import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type AppError, requestTimeout, unreadable } from '../lib/errors.js';
import { problemOf } from '../lib/problem.js';

/** The client reads the refusal while it still sends; ended at once, the connection would take the answer along. */
const lingerMs = 500;

/**
 * What Node's parser refuses, before there is a request, gets a problem document like any other refusal. An expectation
 * that nobody knows is no reason to refuse (RFC 9110, 10.1.1).
 */
export function answerUnreadable(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => answers.set(request.socket, response));
  // Whether the body is wanted is said once that is known.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error, socket) => {
    if (socket.writableEnded) return; // refused already: the rest is not read
    if (!socket.writable || isAnswered(answers.get(socket))) {
      socket.destroy();
      return;
    }
    socket.end(refusal(error));
    setTimeout(() => socket.destroy(), lingerMs).unref();
  });
}

/** Whether the answer to what cannot be read to its end is on its way, or was given: a second one would be the next request's. */
const isAnswered = (newest: ServerResponse | undefined): boolean =>
  newest?.headersSent === true && !(newest.writableFinished && newest.req.complete);

const problemFor = (error: Error): AppError =>
  'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? requestTimeout() : unreadable(error);

function refusal(error: Error): string {
  const problem = problemOf(problemFor(error), randomUUID());
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${problem.requestId}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
