import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import cors from 'cors';
import type { ComposedApp } from '../compose.js';
import { admission } from './admission.js';
import type { Traced } from './request.js';

const exposedHeaders = ['ETag', 'Idempotency-Replayed', 'Medweave-As-Of', 'Retry-After', 'X-Request-Id'];

/**
 * What every request passes before Express sees it: it gets its id, the answer gets the headers that let a browser
 * read it, and what cannot be served soon is refused. Works on Node's own objects: Express costs a refused request
 * more than everything here.
 */
export function frontDoor(
  { config, lifecycle, metrics }: ComposedApp,
  inside: RequestListener,
): RequestListener {
  const allowOrigin = cors({ origin: corsOrigin(config.corsOrigins), exposedHeaders, maxAge: 600 });
  const admit = admission(metrics);
  return (request, response) => {
    const requestId = randomUUID();
    const traced = Object.assign(request, { requestId, receivedAtMs: performance.now() } satisfies Traced);
    response.setHeader('X-Request-Id', requestId);
    lifecycle.begin(response);
    allowOrigin(request, response, () => admit(traced, response, () => inside(request, response)));
  };
}

const corsOrigin = (origins: string[]): string | string[] => (origins.includes('*') ? '*' : origins);
