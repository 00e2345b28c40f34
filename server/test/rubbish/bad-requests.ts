/** Bad requests for every operation, made from the API's own description. Each is wrong in exactly one way. */
export interface BadRequest {
  operationId: string;
  method: string;
  path: string;
  body?: string;
  headers: Record<string, string>;
  /** What is wrong, for the report. */
  fault: string;
  /** Hostile but possibly valid: it must not break anything, and may be accepted. */
  isPossiblyValid: boolean;
}

export interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  example?: unknown;
}

interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema: Schema;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface Api {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Stands in every made-up text: an answer that holds it has echoed its input. */
export const canary = 'zq7canary';

const someId = '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11';
const hostile = [
  `' OR 1=1 -- ${canary}`,
  `"; DROP TABLE users; -- ${canary}`,
  `1) UNION SELECT password_hash FROM users -- ${canary}`,
  `${canary}' AND SLEEP(3) -- `,
  `{"$gt":"${canary}"}`,
  `<script>${canary}</script>`,
  `../../${canary}`,
  `${canary}\u0000\u202e\ud83d\ude00`,
];
const wrongTypes: unknown[] = [
  { $ne: canary },
  { $gt: '' },
  [canary],
  [],
  true,
  0,
  -1,
  1e308,
  3.5,
  null,
  '',
  canary,
  canary.repeat(40_000 / canary.length),
  JSON.parse(`{"__proto__":{"role":"admin"}}`),
];

/** @returns some hundreds of requests per operation with a body, some dozens for the others */
export function badRequests(api: Api): BadRequest[] {
  return Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => ofOperation(api, method, path, operation)),
  );
}

function ofOperation(api: Api, method: string, template: string, operation: Operation): BadRequest[] {
  const parameters = operation.parameters ?? [];
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  const goodBody = bodySchema ? sample(api, bodySchema) : undefined;
  const request = (
    fault: string,
    change: Partial<Pick<BadRequest, 'path' | 'body' | 'headers' | 'isPossiblyValid'>>,
  ): BadRequest => ({
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path: fill(api, template, parameters, {}),
    body: goodBody === undefined ? undefined : JSON.stringify(goodBody),
    headers: goodBody === undefined ? {} : { 'content-type': 'application/json' },
    isPossiblyValid: false,
    ...change,
    fault,
  });
  const inPath = parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name }) =>
      [canary, '%00', '%ff', '1', `${someId}x`, encodeURIComponent(hostile[0] ?? ''), canary.repeat(300)].map(
        (value) => request(`path ${name}`, { path: fill(api, template, parameters, { [name]: value }) }),
      ),
    );
  const base = fill(api, template, parameters, {});
  const glue = base.includes('?') ? '&' : '?';
  const unknownQuery = [`${canary}=1`, `$where=${canary}`, `__proto__[role]=admin`].map((extra) =>
    request('unknown query parameter', { path: `${base}${glue}${extra}` }),
  );
  const inQuery = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema }) =>
      queryFaults(api, schema).map(([value, isPossiblyValid]) =>
        request(`query ${name}`, {
          path: fill(api, template, parameters, { [name]: value }),
          isPossiblyValid,
        }),
      ),
    );
  if (!bodySchema) return [...inPath, ...unknownQuery, ...inQuery];
  return [...inPath, ...unknownQuery, ...inQuery, ...bodyFaults(api, bodySchema, goodBody, request)];
}

type Make = (
  fault: string,
  change: { body: string; headers?: Record<string, string>; isPossiblyValid?: boolean },
) => BadRequest;

function bodyFaults(api: Api, schema: Schema, good: unknown, request: Make): BadRequest[] {
  const { properties = {}, required = [] } = resolve(api, schema);
  const fields = good as Record<string, unknown>;
  const json = { 'content-type': 'application/json' };
  const whole = [
    request('cut JSON', { body: '{"a":' }),
    request('array for object', { body: '[]' }),
    request('text for object', { body: `"${canary}"` }),
    request('null for object', { body: 'null' }),
    request('not UTF-8', {
      body: '{"a":"\u00ff"}',
      headers: { 'content-type': 'application/json; charset=utf-7' },
    }),
    request('a form', {
      body: `a=${canary}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    request('compressed', { body: JSON.stringify(good), headers: { ...json, 'content-encoding': 'gzip' } }),
    request('too large', { body: JSON.stringify({ a: 'x'.repeat(300_000) }) }),
    request('too deep', { body: `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}` }),
  ];
  const extra = ['role', 'id', 'state', 'version', 'isAdmin', '$set', '__proto__', 'constructor', canary]
    .filter((name) => !(name in properties))
    .map((name) => {
      const text = JSON.stringify({ ...fields });
      return request(`extra field ${name}`, {
        body: `${text.slice(0, -1)}${text === '{}' ? '' : ','}"${name}":"${canary}"}`,
      });
    });
  const missing = required.map((name) => {
    const { [name]: _left, ...rest } = fields;
    return request(`missing ${name}`, { body: JSON.stringify(rest) });
  });
  const wrong = Object.entries(properties).flatMap(([name, property]) =>
    [...wrongTypes, ...hostile].map((value) =>
      request(`body ${name}`, {
        body: JSON.stringify({ ...fields, [name]: value }),
        isPossiblyValid: !isSurelyWrong(api, property, value),
      }),
    ),
  );
  return [...whole, ...extra, ...missing, ...wrong];
}

function queryFaults(api: Api, schema: Schema): [string, boolean][] {
  const values = ['', canary, '-1', '1e9', 'null', ...hostile.map(encodeURIComponent)];
  return values.map((value) => [value, !isSurelyWrong(api, schema, decodeURIComponent(value))]);
}

/** Only what no reading of the schema could accept counts as surely wrong. */
function isSurelyWrong(api: Api, schema: Schema, value: unknown): boolean {
  const {
    type,
    enum: options,
    pattern,
    minLength = 0,
    maxLength = Number.POSITIVE_INFINITY,
    anyOf,
  } = resolve(api, schema);
  if (anyOf || value === null) return false;
  if (options) return !options.includes(value);
  if (type === 'string')
    return (
      typeof value !== 'string' ||
      value.length < minLength ||
      value.length > maxLength ||
      (pattern !== undefined && !new RegExp(pattern).test(value))
    );
  if (type === 'array') return typeof value === 'object' && !Array.isArray(value);
  if (type === 'object') return Array.isArray(value) || typeof value === 'string';
  return typeof value === 'object';
}

function fill(api: Api, template: string, parameters: Parameter[], given: Record<string, string>): string {
  const path = template.replace(
    /\{(\w+)\}/g,
    (_match, name: string) => given[name] ?? pathValue(api, parameters, name),
  );
  const query = parameters
    .filter(({ in: place, name, required }) => place === 'query' && (required || name in given))
    .map(({ name, schema }) => `${name}=${given[name] ?? encodeURIComponent(String(sample(api, schema)))}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

const pathValue = (api: Api, parameters: Parameter[], name: string): string =>
  String(sample(api, parameters.find((parameter) => parameter.name === name)?.schema ?? {}));

function resolve(api: Api, schema: Schema): Schema {
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => resolve(api, part))) as Schema;
  if (!schema.$ref) return schema;
  return resolve(api, api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** The smallest value that the schema accepts. */
function sample(api: Api, schema: Schema): unknown {
  const {
    type,
    properties = {},
    required = [],
    items = {},
    enum: options,
    example,
    minimum,
    minLength = 1,
    anyOf,
  } = resolve(api, schema);
  if (example !== undefined) return example;
  if (options) return options[0];
  if (anyOf) return sample(api, anyOf[0] ?? {});
  if (type === 'object')
    return Object.fromEntries(required.map((name) => [name, sample(api, properties[name] ?? {})]));
  if (type === 'array') return [sample(api, items)];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  return 'a'.repeat(Math.max(minLength, 1));
}
