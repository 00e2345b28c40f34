import type { IncomingMessage } from 'node:http';

/** 100,000 characters of a note, each escaped as six bytes, as many programs write them, and room for the rest. */
const maxBytes = 640 * 1_024;
/** A piece costs more than its bytes. Of what the slowest network carries in one packet this is twice the largest body. */
const maxPieces = 2_500;

export const announcesBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;

export interface BodyReading {
  /** Called before the first byte is waited for. */
  readonly whenWanted: () => void;
  /** Called at once for a request without a body, which has no bytes either. */
  readonly whenRead: (bytes?: Buffer) => void;
  /** Called before the rest has come, or any of it: the rest is not kept. */
  readonly whenTooLarge: () => void;
}

/** Reads what the client sends, before anything is done for it: how long that takes is up to the client. */
export function readBody(
  request: IncomingMessage,
  { whenWanted, whenRead, whenTooLarge }: BodyReading,
): void {
  if (!announcesBody(request)) {
    whenRead();
    return;
  }
  if (Number(request.headers['content-length']) > maxBytes) {
    whenTooLarge();
    return;
  }
  whenWanted();
  const body = new GrowingBytes();
  let pieces = 0;
  const keep = (chunk: Buffer): void => {
    pieces++;
    if (body.length + chunk.length <= maxBytes && pieces <= maxPieces) {
      body.append(chunk);
      return;
    }
    request.off('data', keep).off('end', end).resume();
    whenTooLarge();
  };
  const end = (): void => whenRead(body.bytes);
  request.on('data', keep).once('end', end);
}

/** One piece of memory however small the chunks are: each alone would keep hold of all that came in one packet. */
class GrowingBytes {
  #bytes = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(this.#length === 0 ? length : 2 * length);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    chunk.copy(this.#bytes, this.#length);
    this.#length = length;
  }
}
