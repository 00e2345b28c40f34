import { connect, type Socket } from 'node:net';

/** How a client is slow, from its first byte on. It comes back as soon as it is cut. */
type Manner = (socket: Socket) => void;

const host = 'Host: clinic.example';
const dripEveryMs = 1_000;
/** Half of them share an address with those whom they must not disturb. */
const addresses = ['127.0.0.1', '127.0.0.2', '127.0.0.1', '127.0.0.3'];

const says =
  (...lines: string[]): Manner =>
  (socket) =>
    void socket.write(`${lines.join('\r\n')}\r\n\r\n`);

/** And a byte a second after that. */
const dripping =
  (begin: Manner): Manner =>
  (socket) => {
    begin(socket);
    const drip = setInterval(() => socket.write('a'), dripEveryMs);
    socket.once('close', () => clearInterval(drip));
  };

const refresh = 'POST /api/v1/auth/refresh HTTP/1.1';

/** Ways to begin a request and not to end it. */
export const slowSenders: readonly Manner[] = [
  says(refresh, host, 'Content-Length: 10'),
  dripping(says(refresh, host, 'Content-Length: 100000')),
  says(refresh, host, 'Transfer-Encoding: chunked'),
  says('GET /api/v1/departments HTTP/1.1', host, 'Content-Length: 10'),
  says('POST /api/v1/auth/login HTTP/1.1', host, 'Content-Length: 10', 'Expect: 100-continue'),
  dripping((socket) => void socket.write(`${refresh}\r\n${host}\r\nX-Slow: `)),
];

/** Ways to ask for 2 MB and not to read them. */
export function slowReaders(doctorId: string): readonly Manner[] {
  const from = Date.now() + 86_400_000;
  const span = { from: new Date(from).toISOString(), to: new Date(from + 92 * 86_400_000).toISOString() };
  const query = new URLSearchParams({ ...span, durationMinutes: '5' });
  const ask = says(`GET /api/v1/doctors/${doctorId}/slots?${query} HTTP/1.1`, host);
  const asking: Manner = (socket) => {
    socket.pause();
    ask(socket);
  };
  const sipping: Manner = (socket) => {
    asking(socket);
    const sip = setInterval(() => socket.read(1), dripEveryMs);
    socket.once('close', () => clearInterval(sip));
  };
  return [asking, sipping];
}

/** So many slow clients at a time, until they are stopped. */
export class SlowFlood {
  readonly #sockets = new Set<Socket>();
  readonly #port: number;
  #isOver = false;
  #cut = 0;

  constructor(
    baseUrl: string,
    private readonly manners: readonly Manner[],
    count: number,
  ) {
    this.#port = Number(new URL(baseUrl).port);
    for (let index = 0; index < count; index++) this.#open(index);
  }

  /** How many were cut or refused, and came back. */
  get cut(): number {
    return this.#cut;
  }

  stop(): void {
    this.#isOver = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  #open(index: number): void {
    const localAddress = addresses[index % addresses.length];
    const socket = connect({ host: '127.0.0.1', port: this.#port, ...(localAddress && { localAddress }) });
    this.#sockets.add(socket);
    socket.on('error', () => {}); // being cut is expected
    socket.once('connect', () => this.manners[index % this.manners.length]?.(socket));
    socket.once('close', () => {
      this.#sockets.delete(socket);
      if (this.#isOver) return;
      this.#cut++;
      setTimeout(() => this.#isOver || this.#open(index), 10);
    });
  }
}
