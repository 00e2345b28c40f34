import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { clientNetworks } from '../../src/http/client-network.js';
import { type ConnectionLimits, Connections } from '../../src/http/connections.js';
import { frontDoor } from '../../src/http/front-door.js';
import { httpServer, serverTimeouts } from '../../src/http/server.js';
import { type SlowClientLimits, slowClientLimits } from '../../src/http/slow-clients.js';
import { Lifecycle } from '../../src/lib/lifecycle.js';
import { Metrics } from '../../src/lib/metrics.js';

interface GuardedOptions {
  readonly slow?: Partial<SlowClientLimits>;
  readonly connections?: ConnectionLimits;
  readonly isTrustedProxy?: (address: string) => boolean;
  readonly headersTimeoutMs?: number;
}

/** What stands before the API, with something else behind it. */
export interface GuardedServer {
  readonly port: number;
  readonly baseUrl: string;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
  cuts(reason: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startGuarded(
  routes: (app: Express) => void,
  { slow = {}, connections: limits, isTrustedProxy = () => false, headersTimeoutMs }: GuardedOptions = {},
): Promise<GuardedServer> {
  const metrics = new Metrics();
  const lifecycle = new Lifecycle();
  const app = express();
  routes(app);
  const connections = new Connections(limits ?? { ofNetwork: 5_000, inAll: 5_000 }, isTrustedProxy, metrics);
  const listener = frontDoor(
    {
      corsOrigins: ['https://clinic.example'],
      clientNetworkOf: clientNetworks([]),
      connections,
      ownerOf: () => null,
      lifecycle,
      metrics,
      slowClientLimits: { ...slowClientLimits, ...slow },
    },
    app,
  );
  const server = httpServer(listener, connections, {
    ...serverTimeouts,
    headersTimeout: headersTimeoutMs ?? serverTimeouts.headersTimeout,
    requestTimeout: 600_000, // what is tried is quicker
    connectionsCheckingInterval: 100,
  });
  const port = await listen(server);
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    metrics,
    lifecycle,
    async cuts(reason) {
      const { values } = await metrics.cut.get();
      return values.find(({ labels }) => labels.reason === reason)?.value ?? 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
