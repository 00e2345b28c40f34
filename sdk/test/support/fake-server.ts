import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the fake server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** An answer, or one of the ways in which none arrives. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'drop'
  | 'cut'
  | 'hang';

export interface FakeServer {
  readonly baseUrl: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/**
 * A server that answers what `reply` says and remembers what it was asked. It stands for the failures that a real
 * server cannot be made to have on demand.
 */
export async function fakeServer(
  reply: (seen: Seen, index: number) => Reply | Promise<Reply>,
): Promise<FakeServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const one = await read(request);
    seen.push(one);
    send(response, await reply(one, seen.length - 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: url.pathname.replace('/api/v1', ''),
    query: url.searchParams,
    headers: request.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'drop') {
    response.destroy();
    return;
  }
  if (reply === 'cut') {
    response.writeHead(200, { 'content-length': '100' }).write('{"id":');
    setTimeout(() => response.destroy(), 10);
    return;
  }
  const { status, body, headers = {} } = reply;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

export function problem(status: number, code: string, extra: object = {}): Reply {
  const title = 'It was refused.';
  return {
    status,
    body: { type: `urn:medweave:problem:${code}`, title, status, code, requestId: 'request-1', ...extra },
  };
}

export const ids = {
  doctor: '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11',
  appointment: '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a12',
} as const;

export const visit = { doctorId: ids.doctor, startsAt: '2026-12-01T09:30:00.000Z' };

/** Resolves once it is so. A test's own time limit ends what never is. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
