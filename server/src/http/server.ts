import { createServer, type RequestListener, type Server } from 'node:http';
import type { Connections } from './connections.js';
import { answerUnreadable } from './unreadable.js';

export const serverTimeouts = {
  /** From the first byte of a request, or the beginning of its connection, to the end of its head. */
  headersTimeout: 10_000,
  /** And to its end: `slow-clients.ts` is quicker where there is an answer to be given. */
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

/** A server in front of this listener that waits for nobody for long. It listens nowhere yet. */
export function httpServer(
  listener: RequestListener,
  connections: Connections,
  timeouts = serverTimeouts,
): Server {
  const server = createServer(timeouts, listener);
  server.on('connection', (socket) => connections.open(socket));
  answerUnreadable(server);
  return server;
}
