import { type Components, type OpenApi, type Operation, type Parameter, schemaAt } from './openapi.js';

/** What sdk/examples.json holds: recorded requests with their answers, by operation. */
export type Examples = Readonly<Record<string, OperationExamples>>;

interface OperationExamples {
  readonly success: Example;
  readonly refusals: readonly Example[];
}

interface Example {
  readonly request: Request;
  readonly response: { readonly status: number; readonly body?: unknown };
}

interface Request {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Shows each operation's recorded success, and its refusals by their codes. */
export function showExamples({ paths, components }: OpenApi, examples: Examples): void {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const own = examples[operation.operationId];
    if (own) showExamplesOf(operation, own, components);
  }
}

function showExamplesOf(operation: Operation, own: OperationExamples, components: Components): void {
  const { request, response } = own.success;
  for (const parameter of operation.parameters ?? []) {
    const sent = sentAs(parameter, request);
    if (sent !== undefined) parameter.example = typed(sent, parameter, components);
  }
  const body = operation.requestBody?.content['application/json'];
  if (body) body.example = request.body;
  const answer = operation.responses[response.status]?.content?.['application/json'];
  if (answer) answer.example = response.body;
  for (const { response: refusal } of own.refusals) {
    const problem = operation.responses[refusal.status]?.content?.['application/problem+json'];
    const { code } = refusal.body as { code: string };
    if (problem) problem.examples = { ...problem.examples, [code]: { value: refusal.body } };
  }
}

function sentAs({ in: place, name }: Parameter, { path, query, headers }: Request): string | undefined {
  if (place === 'path') return path?.[name];
  return place === 'query' ? query?.[name] : headers?.[name.toLowerCase()];
}

/** Everything is text in a URL; the description knows better. */
function typed(text: string, { schema }: Parameter, components: Components): unknown {
  const { type } = schemaAt(components, schema);
  return type === 'string' || type === undefined ? text : JSON.parse(text);
}
