import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A store with one difference: a question that has these words in it is never answered, nor what follows it. */
export interface SilentOn {
  url: string;
  stop(): Promise<void>;
}

const hostPattern = /^(\w+:\/\/)([^/]+)/;

/** Before MongoDB or Redis; a URL may name a socket in the place of a host. All other connections go on. */
export async function startSilentOn(storeUrl: string, words: string): Promise<SilentOn> {
  const host = decodeURIComponent(hostPattern.exec(storeUrl)?.[2] ?? '');
  const [name = '', port] = host.split(':');
  const store = host.startsWith('/') ? { path: host } : { host: name, port: Number(port) };
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(store);
    let isSilent = false;
    client.on('data', (chunk) => {
      isSilent ||= chunk.includes(words);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!isSilent) client.write(chunk);
    });
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: here } = server.address() as AddressInfo;
  return {
    url: storeUrl.replace(hostPattern, `$1127.0.0.1:${here}`),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
