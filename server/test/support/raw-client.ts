import { connect, type Socket } from 'node:net';

/** A client that does on its connection what no library would do. */
export class RawClient {
  #received = '';
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {}); // a connection that was cut is what these tests want
    socket.on('data', (chunk: Buffer) => {
      this.#received += chunk.toString('latin1');
    });
  }

  /** @param from an address of its own, 127.0.0.1 to 127.255.255.254 */
  static open(port: number, from = '127.0.0.1'): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, localAddress: from });
      const client = new RawClient(socket);
      socket.once('error', reject).once('connect', () => resolve(client));
    });
  }

  /** Everything that came, also informational answers. */
  get received(): string {
    return this.#received;
  }

  /** Of the answers that came. */
  get statuses(): number[] {
    return [...this.#received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  }

  /** Sends the lines of a head, and what follows them. */
  send(head: readonly string[], rest = ''): this {
    this.socket.write(`${head.join('\r\n')}\r\n\r\n${rest}`);
    return this;
  }

  /** Takes no byte more from the system. */
  stopReading(): this {
    this.socket.pause();
    return this;
  }

  end(): void {
    this.socket.destroy();
  }
}
