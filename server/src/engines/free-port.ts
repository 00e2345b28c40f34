import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** The loopback port kept in this file if it is free now, else another free one, which is then kept. */
export async function rememberedPort(file: string): Promise<number> {
  const kept = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = Number.isInteger(kept) && kept > 0 && (await isFree(kept)) ? kept : await freePort();
  if (port !== kept) await writeFile(file, `${port}\n`);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/** A loopback port that was free a moment ago. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      const chosen = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}
