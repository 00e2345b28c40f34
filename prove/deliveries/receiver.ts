import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Draws } from '../../server/src/generate/draws.js';

/** What came from outside, in the order in which it came. */
export interface Received {
  readonly subject: string;
  readonly number: number;
  readonly key: string;
  readonly atMs: number;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  stop(): Promise<void>;
}

/** Of requests: refused before they count, and cut off after they did. */
const refused = 0.05;
const unanswered = 0.02;

/** Another system that takes events, and does not always say so. */
export async function startReceiver(draws: Draws, clock: () => number): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => null); // its sender was killed
    if (body === null) return;
    if (draws.chance(refused)) {
      response.writeHead(503).end();
      return;
    }
    received.push({ ...(JSON.parse(body) as Omit<Received, 'atMs'>), atMs: clock() });
    if (draws.chance(unanswered)) response.destroy();
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, stop };
}
