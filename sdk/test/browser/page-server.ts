import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

const pageFolder = fileURLToPath(new URL('./page/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Serves the booking page and, under `/sdk/`, the SDK's browser build: an origin of its own, apart from the API's. */
export async function servePage(builtSdk: string): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const file = pathname.startsWith('/sdk/')
      ? join(builtSdk, 'esm', pathname.slice('/sdk/'.length))
      : join(pageFolder, pathname === '/' ? 'index.html' : pathname);
    const content = await readFile(file).catch(() => null);
    if (content === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': types[extname(file)] }).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
