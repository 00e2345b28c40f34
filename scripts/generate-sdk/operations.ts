import {
  jsonSchema,
  propertiesOf,
  requiredOf,
  resolve,
  type Schema,
  type Spec,
  type SpecOperation,
  type SpecParameter,
} from './spec.js';

/** What one operation of the spec means to the SDK. */
export interface Operation {
  readonly id: string;
  readonly resource: string;
  readonly verb: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly prose: string;
  readonly pathParameters: readonly SpecParameter[];
  readonly query: readonly SpecParameter[];
  readonly body: Schema | undefined;
  /** The body may be left out: nothing in it is required. */
  readonly isBodyOptional: boolean;
  /** Replaces a version that must be named; then the path parameter that says of what. */
  readonly replaces: Target | null;
  readonly answer: Answer;
  readonly failures: readonly Failure[];
  readonly session: 'opens' | 'renews' | 'closes' | null;
  /** The body is `{ refreshToken }`, which the client knows by itself. */
  readonly takesRefreshToken: boolean;
}

export interface Target {
  /** The path parameter. */
  readonly parameter: string;
  /** The field of what was read that holds the same. */
  readonly field: string;
}

export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'page'; readonly item: Schema }
  | { readonly kind: 'value'; readonly schemas: readonly Schema[] };

/** A documented code of an operation, with the schema of its answer. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly schema: Schema | undefined;
  /** The codes that share this answer's schema. */
  readonly siblings: readonly string[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const headersOfTheCore = ['if-match', 'idempotency-key', 'authorization'];

/**
 * Reads every operation, in the order of their ids.
 * @throws Error naming the operation that the SDK cannot be made from, and why
 */
export function readOperations(spec: Spec): readonly Operation[] {
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(spec.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!methods.includes(method)) continue;
      operations.push(
        named(`${method.toUpperCase()} ${path}`, operation, () => read(spec, method, path, operation)),
      );
    }
  }
  operations.sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = operations.find(({ id }, index) => operations[index + 1]?.id === id);
  if (twice) throw new Error(`The operationId ${twice.id} is given twice.`);
  return operations;
}

function named<T>(route: string, operation: SpecOperation, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${operation.operationId ?? route} (${route}) ${reason}`, { cause: error });
  }
}

function read(spec: Spec, method: string, path: string, operation: SpecOperation): Operation {
  const id = operation.operationId ?? '';
  const [, resource, verb] = /^([a-z][A-Za-z0-9]*)_([a-z][A-Za-z0-9]*)$/.exec(id) ?? [];
  if (!resource || !verb) throw new Error('needs an operationId such as appointments_book.');
  const tag = operation.tags?.[0];
  if (!tag) throw new Error('needs a tag.');
  const prose = operation.description?.trim() || operation.summary?.trim();
  if (!prose) throw new Error('needs prose: a summary or a description.');
  const parameters = operation.parameters ?? [];
  const body = jsonSchema(operation.requestBody);
  const answer = answerOf(spec, operation);
  const session = sessionOf(spec, id, body, answer);
  const required = body ? requiredOf(spec, body) : [];
  const takesRefreshToken = session !== null && required.join() === 'refreshToken';
  return {
    ...{ id, resource, verb, tag, method: method.toUpperCase(), path, prose, body, answer, session },
    pathParameters: pathParametersOf(path, parameters),
    query: parameters.filter((parameter) => parameter.in === 'query'),
    isBodyOptional: body !== undefined && required.length === 0 && isObject(spec, body),
    replaces: needsVersion(operation) ? targetOf(spec, resource, path) : null,
    failures: failuresOf(operation),
    takesRefreshToken,
  };
}

function isObject(spec: Spec, body: Schema): boolean {
  const { type, properties, allOf } = resolve(spec, body);
  return type === 'object' || properties !== undefined || allOf !== undefined;
}

function pathParametersOf(path: string, parameters: readonly SpecParameter[]): readonly SpecParameter[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => {
    const parameter = parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
    if (!parameter) throw new Error(`does not describe its path parameter ${name}.`);
    return parameter;
  });
}

/** Required by its own word, or because the answer to its absence is 428. */
function needsVersion({ parameters = [], responses = {} }: SpecOperation): boolean {
  const headers = parameters.filter((parameter) => parameter.in === 'header');
  const foreign = headers.find(({ name }) => !headersOfTheCore.includes(name.toLowerCase()));
  if (foreign) throw new Error(`has a header ${foreign.name} that the SDK's core does not send.`);
  const ifMatch = headers.find(({ name }) => name.toLowerCase() === 'if-match');
  return ifMatch !== undefined && (ifMatch.required === true || '428' in responses);
}

/** The last id of the path. What was read calls it `id`, but where the resource's own `get` answers it by its name. */
function targetOf(spec: Spec, resource: string, path: string): Target {
  const parameter = [...path.matchAll(/\{([^}]+)\}/g)].at(-1)?.[1];
  if (parameter === undefined) throw new Error('wants If-Match, but its path names nothing to be replaced.');
  const operations = Object.values(spec.paths).flatMap((item) => Object.values(item));
  const get = operations.find(({ operationId }) => operationId === `${resource}_get`);
  const read = jsonSchema(get?.responses?.['200']);
  const isNamed = read !== undefined && parameter in propertiesOf(spec, read);
  return { parameter, field: isNamed ? parameter : 'id' };
}

function answerOf(spec: Spec, operation: SpecOperation): Answer {
  const good = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  if (good.length === 0) throw new Error('has no answer that is a success.');
  const schemas = good.flatMap(([, content]) => jsonSchema(content) ?? []);
  const [schema] = schemas;
  if (schema === undefined) return { kind: 'none' };
  const { items, nextCursor, ...rest } = propertiesOf(spec, schema);
  const item = items && nextCursor && Object.keys(rest).length === 0 ? resolve(spec, items).items : undefined;
  return item ? { kind: 'page', item } : { kind: 'value', schemas };
}

function sessionOf(spec: Spec, id: string, body: Schema | undefined, answer: Answer): Operation['session'] {
  if (id === 'auth_logout') return 'closes';
  const [schema] = answer.kind === 'value' ? answer.schemas : [];
  const isSignIn =
    schema && ['accessToken', 'refreshToken'].every((field) => field in propertiesOf(spec, schema));
  if (!isSignIn) return null;
  return body && 'refreshToken' in propertiesOf(spec, body) ? 'renews' : 'opens';
}

function failuresOf(operation: SpecOperation): readonly Failure[] {
  const bad = Object.entries(operation.responses ?? {}).filter(([status]) => /^[45]\d\d$/.test(status));
  return bad.flatMap(([status, content]) => {
    const codes = (content.description ?? '').split(/[,|]/).map((code) => code.trim());
    const wrong = codes.find((code) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code));
    if (wrong !== undefined)
      throw new Error(`answers ${status} with "${wrong}", which is not a code such as slot_taken.`);
    const schema = jsonSchema(content);
    return codes.map((code) => ({ status: Number(status), code, schema, siblings: codes }));
  });
}
