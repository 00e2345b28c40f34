import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { unreadable } from '../lib/errors.js';
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
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error, socket) => {
    if (socket.writableEnded) return; // refused already: the rest is not read
    const isAnswering = answers.get(socket)?.headersSent && !answers.get(socket)?.writableFinished;
    if (!socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    socket.end(refusal(error));
    setTimeout(() => socket.destroy(), lingerMs).unref();
  });
}

function refusal(error: Error): string {
  const problem = problemOf(unreadable(error), randomUUID());
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
