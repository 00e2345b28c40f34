import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type AppError, bodyTooLarge, busy, requestTimeout } from '../lib/errors.js';
import type { Lifecycle } from '../lib/lifecycle.js';
import type { Metrics } from '../lib/metrics.js';
import { Admission, type Lane, laneOf, type Turn } from './admission.js';
import type { ClientNetworkOf } from './client-network.js';
import type { Connections } from './connections.js';
import { CrossOrigin } from './cross-origin.js';
import { Pipelines } from './pipeline.js';
import { refuse } from './refusal.js';
import type { Traced, TracedRequest } from './request.js';
import { announcesBody, readBody } from './request-body.js';
import { type OwnerOf, shownOwner } from './shown-device.js';
import { type SlowClientLimits, SlowClients, type SlowKind } from './slow-clients.js';

export interface FrontDoor {
  readonly corsOrigins: string[];
  readonly clientNetworkOf: ClientNetworkOf;
  readonly connections: Connections;
  readonly ownerOf: OwnerOf;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  readonly slowClientLimits?: SlowClientLimits;
}

type Arrived = IncomingMessage & Traced & Pick<TracedRequest, 'bodyBytes'>;

const tooMany = busy();
const tooLarge = bodyTooLarge();
const tooSlow = requestTimeout();

/**
 * What every request passes before Express sees it: it gets its id, what cannot be served soon is refused, its body is
 * read, and the answer gets the headers that let a browser read it. Works on Node's own objects: Express costs a refused
 * request more than everything here, so that most of an overload still is work.
 */
export function frontDoor(
  { corsOrigins, clientNetworkOf, connections, ownerOf, lifecycle, metrics, slowClientLimits }: FrontDoor,
  inside: RequestListener,
): RequestListener {
  const crossOrigin = new CrossOrigin(corsOrigins);
  const admission = new Admission();
  const pipelines = new Pipelines();
  const slowClients = new SlowClients(
    {
      underWay: () => lifecycle.underWay,
      isPlaceWanted: (response) => admission.isPlaceWanted(response),
      cut,
    },
    slowClientLimits,
  );

  function refuseWith(
    error: AppError,
    request: Arrived,
    response: ServerResponse,
    alsoHeaders: string[] = [],
  ): void {
    refuse(request, response, error, { crossOrigin, metrics }, alsoHeaders);
    if (announcesBody(request)) slowClients.linger(request);
  }

  function cut(response: ServerResponse, kind: SlowKind): void {
    metrics.cut.inc({ reason: kind });
    const request = response.req as TracedRequest;
    // What the system has taken for a client that does not read must not stay there either.
    if (kind === 'reading') request.socket.resetAndDestroy();
    else refuseWith(tooSlow, request, response, ['Connection', 'close']);
  }

  function turnOf(lane: Lane, request: Arrived): Turn {
    const ofNetwork: Turn = { lane, party: request.clientNetwork };
    const owner = lane === 'signIns' ? shownOwner(request.bodyBytes, ownerOf) : null;
    if (owner === null) return ofNetwork;
    const ofOwner: Turn = { lane: 'knownDevices', party: owner };
    return admission.isClosed(ofOwner) ? ofNetwork : ofOwner;
  }

  /** @returns false when there is room */
  function refuseBusy(turn: Turn | null, request: Arrived, response: ServerResponse): boolean {
    if (turn === null || !admission.isClosed(turn)) return false;
    metrics.refused.inc({ lane: turn.lane });
    refuseWith(tooMany, request, response);
    return true;
  }

  function admit(lane: Lane | null, request: Arrived, response: ServerResponse): void {
    const turn = lane && turnOf(lane, request);
    if (refuseBusy(turn, request, response)) return;
    response.setHeader('X-Request-Id', request.requestId);
    crossOrigin.allow(request, response, () => {
      if (turn === null) inside(request, response);
      else admission.enter(turn, response, () => inside(request, response));
    });
  }

  function receive(lane: Lane | null, request: Arrived, response: ServerResponse): void {
    // The device that a sign-in shows stands in its body.
    if (lane && lane !== 'signIns' && refuseBusy(turnOf(lane, request), request, response)) return;
    readBody(request, {
      whenWanted: () => {
        if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
      },
      whenRead: (bodyBytes) => {
        if (response.headersSent) return; // it came too late
        Object.assign(request, { bodyBytes });
        admit(lane, request, response);
      },
      whenTooLarge: () => {
        if (!response.headersSent) refuseWith(tooLarge, request, response);
      },
    });
  }

  return (incoming, response) => {
    const request: Arrived = Object.assign(incoming, {
      requestId: randomUUID(),
      receivedAtMs: performance.now(),
      clientNetwork: clientNetworkOf(incoming),
    });
    lifecycle.begin(response);
    connections.begin(request.socket, response);
    slowClients.watch();
    if (connections.isRefused(request.socket)) {
      refuseWith(tooMany, request, response, ['Connection', 'close']);
      return;
    }
    // A browser's own question before a request is answered without a turn: refused, it would hide the reason.
    const lane = request.method === 'OPTIONS' ? null : laneOf(request);
    const isEntered = pipelines.enter(request, response, () => receive(lane, request, response));
    if (isEntered) return;
    metrics.cut.inc({ reason: 'pipeline' });
    request.socket.destroy();
  };
}
