import { randomUUID } from 'node:crypto';
import cors from 'cors';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { ComposedApp } from './compose.js';
import { RegisterRoutes } from './generated/routes.js';
import { admission } from './http/admission.js';
import { docsRouter } from './http/docs.js';
import { jsonBody } from './http/json-body.js';
import type { TracedRequest } from './http/request.js';
import { requestLog } from './http/request-log.js';
import { sendProblem } from './http/send-problem.js';
import { statusRouter } from './http/status.js';
import { AppError } from './lib/errors.js';
import type { Lifecycle } from './lib/lifecycle.js';
import { problemOf } from './lib/problem.js';
import { deriveMacKey } from './lib/secrets.js';

const exposedHeaders = ['ETag', 'Idempotency-Replayed', 'Medweave-As-Of', 'Retry-After', 'X-Request-Id'];

/** The HTTP surface of a composed application. It listens nowhere yet. */
export function createApp(composed: ComposedApp): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.locals.controllers = composed.controllers;
  app.locals.sessionGate = composed.sessionGate;
  app.locals.bodyHashKey = deriveMacKey(composed.config.secret, 'idempotency-bodies');
  app.use(traced(composed.lifecycle));
  app.use(cors({ origin: corsOrigin(composed.config.corsOrigins), exposedHeaders, maxAge: 600 }));
  app.use('/api', admission(composed.metrics));
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
  app.use(refuseUnknownRoute);
  app.use(answerWithProblem(composed));
  return app;
}

const corsOrigin = (origins: string[]): string | string[] => (origins.includes('*') ? '*' : origins);

const traced =
  (lifecycle: Lifecycle) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    Object.assign(request, { requestId, receivedAtMs: performance.now() });
    response.set('X-Request-Id', requestId);
    lifecycle.begin(response);
    next();
  };

function refuseUnknownRoute(_request: Request, _response: Response, next: NextFunction): void {
  next(new AppError('not_found', 'route_not_found', 'There is no such operation. See /docs.'));
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
