import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where a COMMIT is lost: before MySQL hears it, or before its answer is heard. */
export type LostCommit = 'before' | 'after';

/** An error as MySQL sends it. */
export interface SentError {
  number: number;
  state?: string;
}

/** A TCP proxy before MySQL that can cut a connection at its COMMIT, answer it with an error, or let it wait for ever. */
export interface MysqlProxy {
  url: string;
  /** Loses one COMMIT: the next on a connection that has sent this piece of SQL since. */
  loseCommit(when: LostCommit, marker: string): void;
  /** Answers one such COMMIT with this error, whether MySQL has carried it out or has not heard of it. */
  refuseCommit(error: SentError, isCarriedOut: boolean, marker: string): void;
  /** Answers the next statement that has this piece of SQL with this error. MySQL does not hear of it. */
  refuse(error: SentError, marker: string): void;
  /** From now on a connection that sends this piece of SQL hears nothing more, as from a server that is paused. */
  fallSilentAt(marker: string): void;
  /** New connections are heard again; one that fell silent stays so. */
  speakAgain(): void;
  /** New connections reach this server; those that are open stay where they are. */
  switchTo(mysqlUrl: string): void;
  /** How many connections were made so far, and how many are open. */
  readonly connections: { readonly made: number; readonly open: number };
  stop(): Promise<void>;
}

type Fate =
  | { at: 'commit'; marker: string; when: LostCommit }
  | { at: 'commit'; marker: string; error: SentError; isCarriedOut: boolean }
  | { at: 'statement'; marker: string; error: SentError };

export async function startMysqlProxy(mysqlUrl: string): Promise<MysqlProxy> {
  let target = new URL(mysqlUrl);
  const open = new Set<Socket>();
  let silentAt: string | null = null;
  let next: Fate | null = null;
  let made = 0;

  const server = createServer((client) => {
    made++;
    const upstream = connect(Number(target.port || 3306), target.hostname);
    let isMarked = false;
    let isSilent = false;
    /** What becomes of the answer that MySQL gives next. */
    let onAnswer: (() => void) | null = null;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    /** @returns whether MySQL is to hear of it */
    const suffer = (fate: Fate): boolean => {
      next = null;
      if (fate.at === 'commit' && 'when' in fate) {
        if (fate.when === 'before') cut();
        else onAnswer = cut;
        return fate.when === 'after';
      }
      const answer = () => client.write(errorPacket(fate.error));
      if (fate.at === 'statement' || !fate.isCarriedOut) {
        answer();
        return false;
      }
      onAnswer = answer;
      return true;
    };
    client.on('data', (chunk) => {
      if (next && chunk.includes(next.marker)) isMarked = true;
      const isHere = next && isMarked && (next.at === 'statement' || isCommit(chunk));
      if (isHere && next && !suffer(next)) return;
      if (silentAt !== null && chunk.includes(silentAt)) isSilent = true;
      if (!isSilent) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!onAnswer) {
        client.write(chunk);
        return;
      }
      onAnswer();
      onAnswer = null;
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
      next = { at: 'commit', when, marker };
    },
    refuseCommit: (error, isCarriedOut, marker) => {
      next = { at: 'commit', error, isCarriedOut, marker };
    },
    refuse: (error, marker) => {
      next = { at: 'statement', error, marker };
    },
    fallSilentAt: (marker) => {
      silentAt = marker;
    },
    speakAgain: () => {
      silentAt = null;
    },
    switchTo: (otherUrl) => {
      target = new URL(otherUrl);
    },
    get connections() {
      return { made, open: open.size / 2 };
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

/** ERR_Packet of the client/server protocol, the first answer to a command. */
function errorPacket({ number, state = 'HY000' }: SentError): Buffer {
  const head = Buffer.from([0xff, number & 0xff, number >> 8]);
  const body = Buffer.concat([head, Buffer.from(`#${state}As the test says.`)]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 1]), body]);
}
