import { readFileSync } from 'node:fs';
import { openApiFile } from '../../src/paths.js';
import { AnswerSchemas, type Schema } from './contract-schemas.js';

/** What a server sent, as it went out. */
export interface LiveAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Header {
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Description {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly headers?: Readonly<Record<string, Header>>;
    readonly [kind: string]: unknown;
  };
}

/** What a program puts before each of its answers that broke the contract. */
export const brokenBy = 'broke the contract: ';

const problemJson = 'application/problem+json';
const longestQuote = 300;
/** What a path or verb that does not exist is answered with. */
const elsewhere: Readonly<Record<string, Response>> = Object.fromEntries(
  Object.entries({
    404: 'route_not_found',
    405: 'method_not_allowed',
    400: 'malformed_request',
    413: 'body_too_large',
    415: 'unsupported_media_type',
  }).map(([status, description]) => {
    const schema = { $ref: '#/components/schemas/Problem' };
    return [status, { description, content: { [problemJson]: { schema } } }];
  }),
);

/** Holds live answers against the description of the API. */
export class Contract {
  readonly #schemas: AnswerSchemas;
  readonly #headers: Readonly<Record<string, Header>>;
  readonly #basePath: string;
  readonly #routes: readonly Route[];

  constructor(description: Description) {
    this.#schemas = new AnswerSchemas(description.components);
    this.#headers = description.components.headers ?? {};
    this.#basePath = description.servers[0]?.url ?? '';
    this.#routes = routesOf(description);
  }

  /** The contract that is committed. */
  static committed(): Contract {
    return new Contract(JSON.parse(readFileSync(openApiFile, 'utf8')) as Description);
  }

  /** How the answer breaks the contract; null when it keeps it, or is none of the API's. */
  violationOf(answer: LiveAnswer): string | null {
    const [path = ''] = answer.url.split('?');
    if (!path.startsWith(`${this.#basePath}/`) || answer.method === 'OPTIONS') return null;
    const operation = this.#operationOf(answer.method, path.slice(this.#basePath.length));
    const fault = this.#fault(operation?.responses ?? elsewhere, answer);
    if (fault === null) return null;
    const name = operation?.operationId ?? 'An unknown operation';
    const quote = answer.body.slice(0, longestQuote);
    return `${name} answered ${answer.method} with ${answer.status}, but ${fault}. ${quote}`;
  }

  #operationOf(method: string, path: string): Operation | null {
    const verb = (method === 'HEAD' ? 'GET' : method).toLowerCase();
    return this.#routes.find((route) => route.verb === verb && route.pattern.test(path))?.operation ?? null;
  }

  #fault(responses: Readonly<Record<string, Response>>, answer: LiveAnswer): string | null {
    const response = responses[answer.status];
    if (!response) return 'the description has no such status for it';
    return this.#headerFault(response, answer) ?? this.#bodyFault(response, answer);
  }

  #headerFault({ headers = {} }: Response, answer: LiveAnswer): string | null {
    for (const name of Object.keys(headers)) {
      const header = this.#headers[name];
      const value = answer.headers[name.toLowerCase()];
      if (value === undefined && header?.required) return `the header ${name} is missing`;
      const fault = header && value !== undefined && this.#schemas.fault(header.schema, value);
      if (fault) return `the header ${name} is wrong: ${fault}`;
    }
    return null;
  }

  #bodyFault({ content, description }: Response, { headers, status, body }: LiveAnswer): string | null {
    if (!content) return body === '' ? null : 'it should have no body';
    const [type = ''] = (headers['content-type'] ?? '').split(';');
    const schema = content[type]?.schema;
    if (!schema) return `${type || 'no type'} is not among its content types`;
    if (!type.endsWith('json')) return null;
    const value = parsed(body);
    if (value === undefined) return 'its body is no JSON';
    if (type === problemJson) {
      const { code, status: told } = (value ?? {}) as { code?: unknown; status?: unknown };
      if (!description.split(', ').includes(String(code))) return `${code} is not among its codes`;
      if (told !== status) return `its body says ${told}`;
    }
    return this.#schemas.fault(schema, value);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

interface Route {
  readonly verb: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

/** Fixed segments before parameters: `/appointments/holds` is not an appointment. */
function routesOf({ paths }: Description): readonly Route[] {
  const byPrecision = Object.keys(paths).sort((a, b) =>
    a.replaceAll('{', '\uffff') < b.replaceAll('{', '\uffff') ? -1 : 1,
  );
  return byPrecision.flatMap((path) => {
    const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i');
    return Object.entries(paths[path] ?? {}).map(([verb, operation]) => ({ verb, pattern, operation }));
  });
}
