import { type Components, type Header, type Operation, type Response, schemaAt } from './openapi.js';

/** The headers that answers promise, by name. */
export const headers = {
  ETag: {
    description: 'The version of what is answered, in quotes: send it as `If-Match` when replacing it.',
    required: true,
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
  },
  'WWW-Authenticate': {
    description: 'Says that a bearer token is wanted, and the code of what is wrong with the one that came.',
    required: true,
    schema: { type: 'string', pattern: '^Bearer ' },
  },
  'Retry-After': {
    description: 'Seconds after which a repetition makes sense.',
    required: false,
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  'Idempotency-Replayed': {
    description: 'Present when this is the answer that an earlier request with the same Idempotency-Key got.',
    required: false,
    schema: { type: 'string', enum: ['true'] },
  },
} satisfies Record<string, Header>;

/** @param isKeyed the operation gives its answer again for the same Idempotency-Key */
export function describeHeaders({ responses }: Operation, components: Components, isKeyed: boolean): void {
  for (const [status, response] of Object.entries(responses)) {
    if (isSuccess(status) && hasVersion(response, components)) declare(response, 'ETag');
    if (isSuccess(status) && isKeyed) declare(response, 'Idempotency-Replayed');
    if (status === '401') declare(response, 'WWW-Authenticate');
    if (status === '429' || status === '503') declare(response, 'Retry-After');
  }
}

/** Whether it answers one thing that has a version, which is its ETag. */
export function hasVersion({ content }: Response, components: Components): boolean {
  const schema = content?.['application/json']?.schema;
  return schema !== undefined && (schemaAt(components, schema).required ?? []).includes('version');
}

const isSuccess = (status: string): boolean => status.startsWith('2');

function declare(response: Response, name: keyof typeof headers): void {
  response.headers = { ...response.headers, [name]: { $ref: `#/components/headers/${name}` } };
}
