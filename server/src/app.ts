import type { Server } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { ComposedApp } from './compose.js';
import { RegisterRoutes } from './generated/routes.js';
import { clientNetworks, proxies } from './http/client-network.js';
import { Connections } from './http/connections.js';
import { docsRouter } from './http/docs.js';
import { frontDoor } from './http/front-door.js';
import { jsonBody } from './http/json-body.js';
import { refuseUnknownRoute } from './http/other-verbs.js';
import type { TracedRequest } from './http/request.js';
import { requestLog } from './http/request-log.js';
import { sendProblem } from './http/send-problem.js';
import { httpServer } from './http/server.js';
import { statusRouter } from './http/status.js';
import { AppError } from './lib/errors.js';
import { problemOf } from './lib/problem.js';
import { deriveMacKey } from './lib/secrets.js';

/** The HTTP surface of a composed application. It listens nowhere yet. */
export function createApp(composed: ComposedApp): Server {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.locals.controllers = composed.controllers;
  app.locals.sessionGate = composed.sessionGate;
  app.locals.bodyHashKey = deriveMacKey(composed.config.secret, 'idempotency-bodies');
  app.use(requestLog(composed.log, composed.metrics));
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false },
      crossOriginResourcePolicy: { policy: 'cross-origin' },
    }),
  );
  app.use(statusRouter(composed));
  app.use(docsRouter());
  app.use('/api', jsonBody());
  RegisterRoutes(app);
  app.use(refuseUnknownRoute(app.router));
  app.use(answerWithProblem(composed));
  const { config, devices, lifecycle, metrics } = composed;
  const clientNetworkOf = clientNetworks(config.trustedProxies);
  const connections = new Connections(config.maxConnections, proxies(config.trustedProxies), metrics);
  const ownerOf = (token: string) => devices.ownerOf(token);
  const { corsOrigins } = config;
  const listener = frontDoor({ corsOrigins, clientNetworkOf, connections, ownerOf, lifecycle, metrics }, app);
  return httpServer(listener, connections);
}

const answerWithProblem =
  ({ log }: ComposedApp) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const problem = problemOf(error, (request as TracedRequest).requestId);
    if (problem.status >= 500)
      log.error({ requestId: problem.requestId, code: problem.code, cause: kindOf(error) });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, problem);
  };

/** What may be logged of an unforeseen error: its class, code and place. Messages may quote patient data. */
function kindOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error instanceof AppError && error.cause instanceof Error ? error.cause : error;
  return { name: cause.name, code: 'code' in cause ? cause.code : undefined, place: placeOf(cause) };
}

/** Only what follows the message: a patient's text in it may look like a place in the code. */
function placeOf({ stack = '', message }: Error): string[] {
  const messageAt = stack.indexOf(message);
  if (messageAt < 0) return [];
  const afterMessage = stack.slice(messageAt + message.length);
  return afterMessage
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6);
}
