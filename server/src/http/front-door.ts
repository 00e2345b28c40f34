import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Lifecycle } from '../lib/lifecycle.js';
import type { Metrics } from '../lib/metrics.js';
import { Admission, laneOf } from './admission.js';
import type { ClientNetworkOf } from './client-network.js';
import { CrossOrigin } from './cross-origin.js';
import { refuse } from './refusal.js';
import type { Traced } from './request.js';

/**
 * What every request passes before Express sees it: it gets its id, what cannot be served soon is refused, and the
 * answer gets the headers that let a browser read it. Works on Node's own objects: Express costs a refused request
 * more than everything here, so that most of an overload still is work.
 */
export function frontDoor(
  {
    corsOrigins,
    clientNetworkOf,
    lifecycle,
    metrics,
  }: { corsOrigins: string[]; clientNetworkOf: ClientNetworkOf; lifecycle: Lifecycle; metrics: Metrics },
  inside: RequestListener,
): RequestListener {
  const crossOrigin = new CrossOrigin(corsOrigins);
  const admission = new Admission();
  return (request, response) => {
    const traced: Traced = {
      requestId: randomUUID(),
      receivedAtMs: performance.now(),
      clientNetwork: clientNetworkOf(request),
    };
    lifecycle.begin(response);
    // A browser's own question before a request is answered without a turn: refused, it would hide the reason.
    const lane = request.method === 'OPTIONS' ? null : laneOf(request);
    if (lane !== null && admission.isClosed(lane)) {
      refuse(request, response, traced, lane, { crossOrigin, metrics });
      return;
    }
    Object.assign(request, traced);
    response.setHeader('X-Request-Id', traced.requestId);
    crossOrigin.allow(request, response, () => {
      if (lane === null) inside(request, response);
      else admission.enter(lane, response, () => inside(request, response));
    });
  };
}
