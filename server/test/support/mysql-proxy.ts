import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where a COMMIT is lost: before MySQL hears it, or before its answer is heard. */
export type LostCommit = 'before' | 'after';

/** A TCP proxy before MySQL that can cut a connection at its COMMIT, or let it wait for ever. */
export interface MysqlProxy {
  url: string;
  /** Loses one COMMIT: the next on a connection that has sent this piece of SQL since. */
  loseCommit(when: LostCommit, marker: string): void;
  /** From now on a connection that sends this piece of SQL hears nothing more, as from a server that is paused. */
  fallSilentAt(marker: string): void;
  /** New connections are heard again; one that fell silent stays so. */
  speakAgain(): void;
  stop(): Promise<void>;
}

export async function startMysqlProxy(mysqlUrl: string): Promise<MysqlProxy> {
  const { hostname, port } = new URL(mysqlUrl);
  const open = new Set<Socket>();
  let silentAt: string | null = null;
  let next: { when: LostCommit; marker: string } | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(port || 3306), hostname);
    let isMarked = false;
    let isSwallowing = false;
    let isSilent = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (chunk) => {
      if (next && chunk.includes(next.marker)) isMarked = true;
      if (next && isMarked && isCommit(chunk)) {
        const { when } = next;
        next = null;
        if (when === 'before') return cut();
        isSwallowing = true;
      }
      if (silentAt !== null && chunk.includes(silentAt)) isSilent = true;
      if (!isSilent) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (isSwallowing) cut();
      else client.write(chunk);
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        open.delete(socket);
        cut();
      });
    }
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(mysqlUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    loseCommit: (when, marker) => {
      next = { when, marker };
    },
    fallSilentAt: (marker) => {
      silentAt = marker;
    },
    speakAgain: () => {
      silentAt = null;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** The driver sends a query as one packet, and waits for its answer. */
const isCommit = (chunk: Buffer): boolean => chunk.length < 20 && chunk.toString('latin1').endsWith('commit');
