import { introduction, tags } from './api-introduction.js';

export interface OpenApi {
  openapi: string;
  info: Record<string, unknown>;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
  [member: string]: unknown;
}

interface Operation {
  operationId: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  responses: Record<string, { description: string; content?: unknown }>;
  [member: string]: unknown;
}

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  description?: string;
  schema: unknown;
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const problem = (codes: string) => ({ description: codes, content: problemContent });

const commonOfAll = {
  '400': 'malformed_request',
  '503': 'mysql_unavailable, busy, outcome_unknown',
  '500': 'internal_error',
};
const commonOfSecured = {
  '401': 'token_missing, token_invalid, token_expired, session_ended',
  '403': 'forbidden',
};
const commonOfBodies = { '413': 'body_too_large', '415': 'unsupported_media_type' };

/**
 * What tsoa cannot say: the answers that every operation shares, problem+json as their type, and Idempotency-Key on
 * each authenticated POST. An operation's own codes stay first.
 */
export function completeDescription(api: OpenApi): OpenApi {
  for (const path of Object.values(api.paths))
    for (const [verb, operation] of Object.entries(path)) completeOperation(verb, operation);
  requireKnownTags(api);
  return { ...api, info: { ...api.info, description: introduction }, servers: [{ url: '/api/v1' }], tags };
}

function requireKnownTags(api: OpenApi): void {
  const known = new Set(tags.map(({ name }) => name));
  const used = Object.values(api.paths).flatMap((path) =>
    Object.values(path).flatMap((operation) => operation.tags ?? []),
  );
  const unknown = used.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(
      `Describe these tags in scripts/api-introduction.ts: ${[...new Set(unknown)].join(', ')}`,
    );
}

function completeOperation(verb: string, operation: Operation): void {
  const isSecured = (operation.security ?? []).length > 0;
  addCodes(operation, commonOfAll);
  if (isSecured) addCodes(operation, commonOfSecured);
  if (takesInput(operation)) addCodes(operation, { '422': 'validation_failed' });
  if (operation.requestBody) addCodes(operation, commonOfBodies);
  if (verb === 'post' && isSecured) addIdempotencyKey(operation);
  if (verb === 'get' && operation.tags?.includes('analytics')) addCsv(operation);
  for (const [status, response] of Object.entries(operation.responses))
    if (Number(status) >= 400) response.content = problemJson(response.content);
}

const takesInput = (operation: Operation): boolean =>
  (operation.parameters ?? []).length > 0 || operation.requestBody !== undefined;

function addCodes(operation: Operation, codes: Record<string, string>): void {
  for (const [status, names] of Object.entries(codes)) {
    const declared = operation.responses[status];
    if (!declared) operation.responses[status] = problem(names);
    else
      declared.description = [...new Set([...declared.description.split(', '), ...names.split(', ')])].join(
        ', ',
      );
  }
}

/** tsoa writes every answer as application/json. */
function problemJson(content: unknown): unknown {
  const json = (content as Record<string, unknown> | undefined)?.['application/json'];
  return json ? { 'application/problem+json': json } : (content ?? problemContent);
}

/** Numbers also come as a table: `Accept: text/csv`. */
function addCsv({ responses }: Operation): void {
  const answer = responses['200'];
  if (answer) answer.content = { ...(answer.content as object), 'text/csv': { schema: { type: 'string' } } };
}

function addIdempotencyKey(operation: Operation): void {
  addCodes(operation, {
    '409': 'request_in_flight',
    '422': 'idempotency_key_reused, idempotency_key_malformed',
  });
  operation.parameters = [
    ...(operation.parameters ?? []),
    {
      in: 'header',
      name: 'Idempotency-Key',
      required: false,
      description:
        'Makes the request repeatable: the same key with the same request has one effect and one answer.',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
    },
  ];
}
