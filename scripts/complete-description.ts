import { STATUS_CODES } from 'node:http';
import { introduction, tags } from './api-introduction.js';
import { nameActions } from './describe/actions.js';
import { describeHeaders, hasVersion, headers } from './describe/headers.js';
import type { Components, OpenApi, Operation } from './describe/openapi.js';
import { describeParameters } from './describe/parameters.js';
import { addCodes, describeProblems } from './describe/problems.js';
import { describeReferences } from './describe/references.js';
import { withoutUnusedSchemas } from './describe/unused-schemas.js';

const commonOfAll = {
  '400': 'malformed_request, wrong_encoding',
  '422': 'validation_failed',
  '503': 'mysql_unavailable, busy, outcome_unknown',
  '500': 'internal_error',
};
const commonOfSecured = {
  '401': 'token_missing, token_invalid, token_expired, session_ended',
  '403': 'forbidden',
};
const license = { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' };
const commonOfBodies = { '408': 'request_timeout', '413': 'body_too_large', '415': 'unsupported_media_type' };
const writes = ['post', 'put', 'patch', 'delete'];
/** Writes that heed an Idempotency-Key although nobody is signed in. */
const keyedInPublic = ['auth_register', 'auth_resetPassword'];

/**
 * What tsoa cannot say: the answers that every operation shares, problem+json as their type, the headers of answers,
 * Idempotency-Key on each write, and sentences that many parameters share. An operation's own codes stay
 * first.
 *
 * @param version that of the SDK's package, which is made from this description
 */
export function completeDescription(api: OpenApi, version: string): OpenApi {
  const components = { ...api.components, headers };
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [verb, operation] of Object.entries(operations)) {
      completeOperation(verb, operation, components);
      describeParameters(path, operation, components);
    }
  }
  describeReferences(components);
  nameActions(api);
  requireKnownTags(api);
  const info = { ...api.info, version, description: introduction, license, contact: { name: 'Medweave' } };
  const complete = { ...api, openapi: '3.0.3', info, components, servers: [{ url: '/api/v1' }], tags };
  return withoutUnusedSchemas(complete);
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

function completeOperation(verb: string, operation: Operation, components: Components): void {
  const isSecured = (operation.security ?? []).length > 0;
  const isWrite = writes.includes(verb);
  const isKeyed = isWrite && (isSecured || keyedInPublic.includes(operation.operationId));
  addCodes(operation, commonOfAll);
  if (isSecured) addCodes(operation, commonOfSecured);
  if (operation.requestBody) addCodes(operation, commonOfBodies);
  if (isKeyed) addIdempotencyKey(operation);
  if (verb === 'get') addNotModified(operation, components);
  if (verb === 'get' && operation.tags?.includes('analytics')) addCsv(operation);
  describeProblems(operation, components);
  describeHeaders(operation, components, isKeyed && isSecured);
  for (const [status, response] of Object.entries(operation.responses))
    response.description ||= STATUS_CODES[status] ?? status;
}

function addNotModified({ responses }: Operation, components: Components): void {
  if (responses['200'] && hasVersion(responses['200'], components))
    responses['304'] = { description: 'It still has the version that `If-None-Match` named.' };
}

/** Numbers also come as a table: `Accept: text/csv`. */
function addCsv({ responses }: Operation): void {
  const answer = responses['200'];
  if (answer) answer.content = { ...answer.content, 'text/csv': { schema: { type: 'string' } } };
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
