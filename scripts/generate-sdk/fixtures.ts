import type { ErrorClass } from './errors.js';
import { operationErrorName } from './operation-errors.js';
import type { Operation } from './operations.js';
import type { Spec, SpecMediaType, SpecOperation } from './spec.js';
import { banner, docOf, key } from './text.js';
import type { TypeWriter } from './types.js';

interface Context {
  readonly types: TypeWriter;
  /** Where the API begins on its server. */
  readonly basePath: string;
}

/** The file that `@medweave/sdk/testing` answers from: the types and the recorded answers of each operation. */
export function writeFixtures(
  spec: Spec,
  operations: readonly Operation[],
  errors: readonly ErrorClass[],
  { types, basePath }: Context,
): string {
  const shapes = operations.map((operation) => `${nameOf(operation)}: ${shapeOf(operation, types)};\n`);
  const answers = operations.map(
    (operation) => `${nameOf(operation)}: ${JSON.stringify(fixtureOf(spec, operation, basePath))},\n`,
  );
  const problems = errors.map(({ code, status }) => {
    const problem = recordedProblem(spec, code) ?? { type: `urn:medweave:problem:${code}`, title: code };
    return `${key(code)}: ${JSON.stringify({ ...problem, status, code })},\n`;
  });
  const body = [
    docOf('What each operation takes and answers, and what it may end with.'),
    `export interface Operations {\n${shapes.join('')}}\n\n`,
    docOf('The recorded answer of each operation.'),
    `export const fixtures: Readonly<Record<keyof Operations, Fixture>> = {\n${answers.join('')}};\n\n`,
    docOf('A problem for each code: a recorded one, with the fields of its own, where there is one.'),
    `export const problems: Readonly<Record<string, Problem>> = {\n${problems.join('')}};\n`,
  ].join('');
  const errorTypes = operations.map(({ id }) => operationErrorName(id)).sort();
  const shapesOnly = shapes.join('');
  const named = [...types.names()].filter((name) => new RegExp(`\\b${name}\\b`).test(shapesOnly)).sort();
  return [
    banner,
    "import type { Page } from '../paging.js';\n",
    "import type { Fixture, Problem } from '../testing/fixture.js';\n",
    `import type { ${errorTypes.join(', ')} } from './operation-errors.js';\n`,
    named.length > 0 ? `import type { ${named.join(', ')} } from './types.js';\n\n` : '\n',
    body,
  ].join('');
}

const nameOf = ({ resource, verb }: Operation): string => `'${resource}.${verb}'`;

function shapeOf({ id, pathParameters, body, answer }: Operation, types: TypeWriter): string {
  const ids = pathParameters.map(({ name }) => `'${name}'`).join(' | ') || 'never';
  const taken = body ? types.type(body) : 'undefined';
  const error = operationErrorName(id);
  return `{ ids: ${ids}; body: ${taken}; answer: ${answerType(answer, types)}; error: ${error} }`;
}

function answerType(answer: Operation['answer'], types: TypeWriter): string {
  if (answer.kind === 'none') return 'undefined';
  if (answer.kind === 'page') return `Page<${types.type(answer.item)}>`;
  return [...new Set(answer.schemas.map((schema) => types.type(schema)))].join(' | ');
}

function fixtureOf(spec: Spec, { method, path, answer }: Operation, basePath: string): object {
  const operation: SpecOperation = spec.paths[path]?.[method.toLowerCase()] ?? {};
  const [status = '', content] =
    Object.entries(operation.responses ?? {}).find(([each]) => each.startsWith('2')) ?? [];
  return {
    method,
    path: basePath + path,
    status: Number(status),
    ...(answer.kind === 'none' ? {} : { body: content?.content?.['application/json']?.example }),
    ...((operation.security ?? []).length === 0 && { isPublic: true }),
  };
}

/** The first example of it in the spec, whichever operation it is of. */
function recordedProblem(spec: Spec, code: string): object | undefined {
  const operations = Object.values(spec.paths).flatMap((path) => Object.values(path));
  const media = operations
    .flatMap(({ responses = {} }) => Object.values(responses))
    .flatMap(({ content = {} }): SpecMediaType[] => Object.values(content));
  const recorded = media.find(({ examples = {} }) => code in examples)?.examples?.[code]?.value;
  return typeof recorded === 'object' && recorded !== null ? recorded : undefined;
}
