import { connect } from 'node:net';

/** A request as it goes over the wire: nothing in it is tidied by a client. */
export interface RawRequest {
  readonly method: string;
  /** The request's target as it stands in its first line. */
  readonly target: string;
  /** Written byte by byte as Latin-1, in this order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** Says so when the client stops sending there, although it promised more. */
  readonly endsEarly?: boolean;
}

export interface RawAnswer {
  /** 0 when the connection ended, or the time was over, without a whole answer. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly tookMs: number;
}

/** Sends on a connection of its own, and waits for the whole answer. Never throws: no answer is an answer, too. */
export function exchange(baseUrl: string, request: RawRequest, timeoutMs: number): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const beganAt = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let received = Buffer.alloc(0);
    const settle = (isEnded: boolean, why: string) => {
      const parsed = parse(received, request.method, isEnded);
      if (!parsed && !isEnded) return;
      clearTimeout(timer);
      socket.destroy();
      resolve({
        ...(parsed ?? { status: 0, headers: {}, body: why }),
        tookMs: performance.now() - beganAt,
      });
    };
    const timer = setTimeout(() => settle(true, `no answer after ${timeoutMs} ms`), timeoutMs);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      settle(false, '');
    });
    socket.on('error', (error) => settle(true, error.message));
    socket.on('end', () => settle(true, 'the connection was closed without an answer'));
    socket.write(bytesOf(request));
    if (request.endsEarly) socket.end();
  });
}

function bytesOf({ method, target, headers, body }: RawRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  return body ? Buffer.concat([head, body]) : head;
}

type Parsed = Omit<RawAnswer, 'tookMs'>;

/** Null while the answer is not whole. */
function parse(bytes: Buffer, method: string, isEnded: boolean): Parsed | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const status = Number(first.split(' ')[1]);
  const rest = bytes.subarray(headEnd + 4);
  if (status < 200) return parse(rest, method, isEnded);
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  if (method === 'HEAD' || status === 204 || status === 304) return { status, headers, body: '' };
  const body = bodyOf(headers, rest, isEnded);
  return body ? { status, headers, body: body.toString() } : null;
}

function bodyOf(headers: Record<string, string>, rest: Buffer, isEnded: boolean): Buffer | null {
  if (headers['transfer-encoding'] === 'chunked') return unchunked(rest);
  const length = headers['content-length'];
  if (length === undefined) return isEnded ? rest : null;
  return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : null;
}

function unchunked(rest: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(rest.subarray(at, lineEnd).toString('latin1'), 16);
    const end = lineEnd + 2 + size;
    if (rest.length < end + 2) return null;
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(rest.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}
