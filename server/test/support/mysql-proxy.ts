import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What happens to the next COMMIT that comes by. */
export type CommitFate = 'passed' | 'lost before' | 'lost after';

/** A TCP proxy before MySQL that cuts a connection at its COMMIT: before MySQL hears it, or before its answer is heard. */
export interface MysqlProxy {
  url: string;
  /** Holds for one COMMIT. */
  arm(fate: CommitFate): void;
  stop(): Promise<void>;
}

const commitPacket = Buffer.from('\x07\0\0\0\x03commit', 'latin1');

export async function startMysqlProxy(mysqlUrl: string): Promise<MysqlProxy> {
  const target = new URL(mysqlUrl);
  const open = new Set<Socket>();
  let fate: CommitFate = 'passed';

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 3306), target.hostname);
    let isSwallowing = false;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (chunk) => {
      if (fate !== 'passed' && chunk.includes(commitPacket)) {
        const present = fate;
        fate = 'passed';
        if (present === 'lost before') return cut();
        isSwallowing = true;
      }
      upstream.write(chunk);
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
  target.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: target.href,
    arm: (next) => {
      fate = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
