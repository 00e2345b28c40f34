import { type Request, type Response, Router } from 'express';
import type { ComposedApp } from '../compose.js';
import { metricsAccess } from './metrics-access.js';

const pingTimeoutMs = 1_000;

/** `/health/live`, `/health/ready`, `/metrics` and `/.well-known/jwks.json`: what operators and gateways read. */
export function statusRouter(composed: ComposedApp): Router {
  const router = Router();
  const requireAccess = metricsAccess(composed.config);
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/health/ready', (_request, response) => answerReadiness(composed, response));
  router.get('/metrics', async (request: Request, response: Response) => {
    requireAccess(request);
    response.type(composed.metrics.registry.contentType).send(await composed.metrics.registry.metrics());
  });
  router.get('/.well-known/jwks.json', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300').json(composed.tokens.jwks());
  });
  return router;
}

/**
 * Ready while MySQL answers and the process is not stopping; the others are named, because work goes on without them. A
 * MySQL that is `read_only` still shows charts, and is left for the one that may be written to as soon as there is one.
 */
async function answerReadiness({ stores, lifecycle }: ComposedApp, response: Response): Promise<void> {
  const names = Object.keys(stores) as (keyof typeof stores)[];
  const states = await Promise.all(names.map(async (name) => [name, await stateOf(stores[name])] as const));
  const shown = Object.fromEntries(states);
  const isReady = shown.mysql !== 'down' && !lifecycle.isStopping;
  response
    .status(isReady ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ status: isReady ? 'ready' : 'not_ready', isStopping: lifecycle.isStopping, stores: shown });
}

async function stateOf(ask: () => Promise<unknown>): Promise<'up' | 'read_only' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), pingTimeoutMs);
  });
  try {
    return (await Promise.race([ask(), late])) === 'read_only' ? 'read_only' : 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
