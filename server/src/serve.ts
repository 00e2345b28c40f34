import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { type ApiDescription, requirePolicyForEveryOperation } from './access/coverage.js';
import { createApp } from './app.js';
import type { ComposedApp } from './compose.js';
import { openApiFile } from './paths.js';

const drainTimeoutMs = 8_000;

export interface Serving {
  url: string;
  /**
   * Not ready → no new connections → requests under way end → workers and pools close; within ten seconds.
   * What is sent to it until then is answered. A connection that is kept alive ends when its announced time is over;
   * `atOnce` ends it as soon as nothing is under way on it: a client that is just about to send finds it broken.
   */
  stop(how?: { atOnce: boolean }): Promise<void>;
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
  return { url: `http://${shownHost}:${address.port}`, stop: (how) => stop(composed, server, how) };
}

function listen(composed: ComposedApp, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createApp(composed);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function stop(composed: ComposedApp, server: Server, { atOnce } = { atOnce: true }): Promise<void> {
  composed.lifecycle.stop();
  if (!atOnce) await composed.lifecycle.untilQuiet();
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainTimeoutMs);
    // Not the HTTP server's own `close`, which breaks the connections that are kept alive.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(cut);
      resolve();
    });
    if (atOnce) server.closeIdleConnections();
  });
  await Promise.all(composed.workers.map((worker) => worker.stop()));
  await composed.close();
}
