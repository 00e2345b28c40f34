import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cors from 'cors';

const exposedHeaders = ['ETag', 'Idempotency-Replayed', 'Medweave-As-Of', 'Retry-After', 'X-Request-Id'];

type Allow = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Lets browsers read answers, if the page's origin is among these. */
export class CrossOrigin {
  readonly allow: Allow;
  readonly #rawHeaders: ReadonlyMap<string | undefined, string[]>;
  readonly #fromAnywhere: string[];
  readonly #isOpen: boolean;

  constructor(origins: string[]) {
    this.#isOpen = origins.includes('*');
    this.allow = cors({ origin: this.#isOpen ? '*' : origins, exposedHeaders, maxAge: 600 });
    this.#rawHeaders = new Map(origins.map((origin) => [origin, this.#headersFor(origin)]));
    this.#fromAnywhere = this.#headersFor(undefined);
  }

  /** What `allow` adds to the answer, name and value by turns, as `writeHead` takes them fastest. */
  rawHeaders(request: IncomingMessage): readonly string[] {
    if (this.#isOpen) return this.#fromAnywhere;
    return this.#rawHeaders.get(request.headers.origin) ?? this.#fromAnywhere;
  }

  #headersFor(origin: string | undefined): string[] {
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.headers = { origin };
    const response = new ServerResponse(request);
    this.allow(request, response, () => {});
    return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
  }
}
