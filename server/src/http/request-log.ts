import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../lib/metrics.js';
import type { TracedRequest } from './request.js';

/** One line and one histogram sample per request, from an allow-list: route template, never the URL or a body. */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    response.once('close', () => {
      const { requestId, receivedAtMs } = request as TracedRequest;
      const durationMs = performance.now() - receivedAtMs;
      const route = typeof request.route?.path === 'string' ? request.route.path : 'unknown';
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.requestSeconds.observe({ method: request.method, route, status }, durationMs / 1_000);
      if (!log.isLevelEnabled('info')) return;
      log.info({
        requestId,
        method: request.method,
        route,
        status,
        durationMs: Math.round(durationMs * 10) / 10,
      });
    });
    next();
  };
}
