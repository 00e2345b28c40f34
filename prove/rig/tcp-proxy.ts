import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * How traffic fares: `through`; `slow`, each piece `delayMs` late; `cut`, connections end and none is accepted;
 * `swallow`, the store hears everything and its answers are lost.
 */
export type Weather =
  | { readonly kind: 'through' | 'cut' | 'swallow' }
  | { readonly kind: 'slow'; readonly delayMs: number };

/** A TCP proxy before a store. */
export interface TcpProxy {
  /** The store's URL, through the proxy. */
  readonly url: string;
  turn(weather: Weather): void;
  stop(): Promise<void>;
}

/** @param storeUrl with a host and port, or with a socket's path in the place of the host, as MongoDB's may be */
export async function startTcpProxy(storeUrl: string): Promise<TcpProxy> {
  const store = addressOf(storeUrl);
  const open = new Set<Socket>();
  let weather: Weather = { kind: 'through' };

  const pass = (lane: Lane, chunk: Buffer, isAnswer: boolean): void => {
    if (weather.kind === 'cut' || (weather.kind === 'swallow' && isAnswer)) return;
    lane(chunk, weather.kind === 'slow' ? weather.delayMs : 0);
  };
  const server = createServer((client) => {
    if (weather.kind === 'cut') {
      client.destroy();
      return;
    }
    const upstream = connect(store);
    const [toStore, toClient] = [laneTo(upstream), laneTo(client)];
    client.on('data', (chunk) => pass(toStore, chunk, false));
    upstream.on('data', (chunk) => pass(toClient, chunk, true));
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
  });
  const destroyAll = () => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: storeUrl.replace(hostPattern, `$1127.0.0.1:${port}`),
    turn(next) {
      // What was swallowed or begun before never ends by itself: a connection does not outlive its weather.
      if (next.kind === 'cut' || weather.kind === 'swallow') destroyAll();
      weather = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        destroyAll();
      }),
  };
}

type Lane = (chunk: Buffer, delayMs: number) => void;

/** One direction of a connection. When the weather clears, what comes then still waits behind what is late. */
function laneTo(to: Socket): Lane {
  const late: { chunk: Buffer; dueAtMs: number }[] = [];
  const drain = (): void => {
    while (late[0] && late[0].dueAtMs <= performance.now()) write(late.shift()?.chunk);
    if (late[0]) setTimeout(drain, Math.ceil(late[0].dueAtMs - performance.now()));
  };
  const write = (chunk: Buffer | undefined): void => {
    if (chunk && to.writable) to.write(chunk);
  };
  return (chunk, delayMs) => {
    if (delayMs === 0 && late.length === 0) {
      write(chunk);
      return;
    }
    late.push({ chunk, dueAtMs: Math.max(performance.now() + delayMs, late.at(-1)?.dueAtMs ?? 0) });
    if (late.length === 1) setTimeout(drain, delayMs);
  };
}

const hostPattern = /^([a-z+]+:\/\/(?:[^@/]*@)?)[^/?]+/;

function addressOf(storeUrl: string): { path: string } | { host: string; port: number } {
  const authority = hostPattern
    .exec(storeUrl)?.[0]
    .replace(hostPattern, (whole, scheme) => whole.slice(scheme.length));
  const host = decodeURIComponent(authority ?? '');
  if (host.startsWith('/')) return { path: host };
  const [name = '127.0.0.1', port] = host.split(':');
  if (!port) throw new Error(`${storeUrl} names no port to connect to.`);
  return { host: name, port: Number(port) };
}
