import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestOf,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Fault, nameOf } from './faults.js';

/** Names the call that a request belongs to; the proxy keeps it to itself. */
export const callHeader = 'x-chaos-call';

/** What becomes of one call on its way. */
export class Passage {
  /** In the order of the attempts: what they met. */
  readonly met: string[] = [];
  /** Of every attempt that reached the server. */
  readonly requestIds: string[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  #lateReplies = 0;

  constructor(private readonly faults: Fault[]) {}

  nextFault(): Fault | undefined {
    const fault = this.faults.shift();
    if (fault) this.met.push(nameOf(fault));
    return fault;
  }

  /** The call has had one fault more than was planned: a reply that took too long on a busy machine. */
  spareTheRest(): void {
    this.#lateReplies++;
    this.met.push('answered too late');
    this.faults.length = 0;
  }

  /** Replies that came when nobody waited for them any more. */
  get lateReplies(): number {
    return this.#lateReplies;
  }

  track<T>(work: Promise<T>): Promise<T> {
    const ended = work.catch(() => {}).finally(() => this.#underWay.delete(ended));
    this.#underWay.add(ended);
    return work;
  }

  /** Resolves when the server has answered every attempt, also those whose caller has gone. */
  async isOver(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A proxy before the API that does to each request what its call's plan says. */
export class FlakyProxy {
  readonly #passages = new Map<string, Passage>();
  readonly #server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    this.#serve(request, response).catch(() => response.destroy()); // whoever asked has gone
  });

  private constructor(
    private readonly target: string,
    private readonly faultsOfRenewal: () => Fault[],
  ) {}

  /** @param faultsOfRenewal asked anew for each renewal of a sign-in, which belongs to no call */
  static async start(target: string, faultsOfRenewal: () => Fault[] = () => []): Promise<FlakyProxy> {
    const proxy = new FlakyProxy(target, faultsOfRenewal);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  expect(call: string, passage: Passage): void {
    this.#passages.set(call, passage);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const passage = this.#passageOf(request);
    const fault = passage.nextFault();
    const forward = () => passage.track(this.#forward(request, body, passage));
    if (fault) return suffer(fault, response, forward);
    const reply = await forward();
    if (response.destroyed) return passage.spareTheRest();
    passage.met.push(`answered ${reply.status}${codeOf(reply)}`);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  }

  #passageOf({ url, headers }: IncomingMessage): Passage {
    const isRenewal = url?.endsWith('/auth/refresh') === true;
    const name = isRenewal ? `renewal ${headers['idempotency-key']}` : String(headers[callHeader]);
    const known = this.#passages.get(name);
    if (known) return known;
    const passage = new Passage(isRenewal ? this.faultsOfRenewal() : []);
    this.#passages.set(name, passage);
    return passage;
  }

  #forward({ method, url, headers }: IncomingMessage, body: Buffer, passage: Passage): Promise<Reply> {
    const { [callHeader]: _kept, connection: _hop, ...passedOn } = headers;
    return new Promise((resolve, reject) => {
      const upstream = requestOf(this.target + url, { method, headers: passedOn, agent: false }, (answer) => {
        const id = answer.headers['x-request-id'];
        if (typeof id === 'string') passage.requestIds.push(id);
        const { connection: _hop, 'keep-alive': _time, 'transfer-encoding': _frame, ...own } = answer.headers;
        buffer(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, headers: own, body: text }),
          reject,
        );
      });
      upstream.on('error', reject).end(body);
    });
  }
}

async function suffer(fault: Fault, response: ServerResponse, forward: () => Promise<Reply>): Promise<void> {
  switch (fault.kind) {
    case 'drop': {
      const work = fault.when === 'before' ? undefined : forward();
      if (fault.when === 'after') await work;
      response.destroy();
      await work;
      return;
    }
    case 'hang':
      if (fault.isForwarded) await forward();
      return;
    case 'cut':
      return cut(await forward(), fault, response);
    case 'refuse': {
      const work = fault.isForwarded ? forward() : undefined;
      const problem = { type: 'about:blank', title: 'Not now.', status: fault.status, code: 'busy' };
      const [type, text] =
        fault.body === 'problem'
          ? ['application/problem+json', JSON.stringify(problem)]
          : ['text/html', '<html><body><h1>Not now.</h1></body></html>'];
      const retryAfter = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter };
      response.writeHead(fault.status, { 'content-type': type, ...retryAfter }).end(text);
      await work;
    }
  }
}

function cut(
  { status, headers, body }: Reply,
  { announces, keptShare }: Extract<Fault, { kind: 'cut' }>,
  response: ServerResponse,
): void {
  const part = body.subarray(0, Math.floor(body.length * keptShare));
  if (body.length === 0) {
    response.destroy(); // a 204 has nothing that could be cut
  } else if (announces === 'length') {
    response.writeHead(status, headers).flushHeaders();
    response.write(part, () => response.destroy());
  } else {
    const { 'content-length': _length, ...others } = headers;
    response.removeHeader('transfer-encoding'); // then Node ends the reply by closing, as HTTP/1.0 did
    response.writeHead(status, { ...others, connection: 'close' }).end(part);
  }
}

function codeOf({ status, body }: Reply): string {
  if (status < 400) return '';
  const { code } = JSON.parse(body.toString()) as { code: string };
  return ` ${code}`;
}
