import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiDescription, requirePolicyForEveryOperation } from './access/coverage.js';
import { createApp } from './app.js';
import type { ComposedApp } from './compose.js';
import { openApiFile } from './paths.js';

const drainTimeoutMs = 8_000;
const requestTimeoutMs = 15_000;

export interface Serving {
  url: string;
  /** Not ready → no new connections → requests under way end → workers and pools close; within ten seconds. */
  stop(): Promise<void>;
}

/**
 * Starts the workers and listens.
 * @throws Error when an operation of the API has no policy, or the port is taken
 */
export async function serve(composed: ComposedApp): Promise<Serving> {
  requirePolicyForEveryOperation(JSON.parse(await readFile(openApiFile, 'utf8')) as ApiDescription);
  const { host, port } = composed.config;
  const server = await listen(composed, host, port);
  for (const worker of composed.workers) worker.start();
  const address = server.address() as AddressInfo;
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return { url: `http://${shownHost}:${address.port}`, stop: () => stop(composed, server) };
}

function listen(composed: ComposedApp, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createApp(composed).listen(port, host, (error?: Error) =>
      error ? reject(error) : resolve(server),
    );
    server.requestTimeout = requestTimeoutMs;
    server.headersTimeout = requestTimeoutMs;
    server.keepAliveTimeout = 5_000;
  });
}

async function stop(composed: ComposedApp, server: Server): Promise<void> {
  composed.lifecycle.isStopping = true;
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainTimeoutMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
  await Promise.all(composed.workers.map((worker) => worker.stop()));
  await composed.close();
}
