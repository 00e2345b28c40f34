import type { ErrorClass } from './errors.js';
import { operationErrorName } from './operation-errors.js';
import type { Operation } from './operations.js';
import type { Spec } from './spec.js';
import { banner, camel, docOf, pascal } from './text.js';
import type { TypeWriter } from './types.js';

/** The file of all resources, one class each, one line of code for each operation. */
export function writeResources(
  spec: Spec,
  operations: readonly Operation[],
  errors: readonly ErrorClass[],
  types: TypeWriter,
): string {
  const byResource = new Map<string, Operation[]>();
  for (const operation of operations) {
    byResource.set(operation.resource, [...(byResource.get(operation.resource) ?? []), operation]);
  }
  const classNames = new Map(
    errors.filter(({ isCommon }) => !isCommon).map(({ code, name }) => [code, name]),
  );
  const classes = [...byResource].map(([resource, own]) => {
    const tag = spec.tags?.find(({ name }) => name === own[0]?.tag);
    const methods = own.map((operation) => writeMethod(operation, classNames, types)).join('\n');
    return `${docOf(tag?.description)}export class ${pascal(resource)}Resource {\nconstructor(private readonly core: Core) {}\n\n${methods}}\n`;
  });
  const resources = [...byResource.keys()];
  const body = `${classes.join('\n')}\n${writeIndex(resources, errors)}`;
  return banner + writeImports(body, types) + body;
}

function writeImports(body: string, types: TypeWriter): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(body.replace(/\/\*\*[\s\S]*?\*\//g, ''));
  const from = (file: string, names: readonly string[], kind = 'import type') => {
    const used = names.filter(uses).sort();
    return used.length > 0 ? `${kind} { ${used.join(', ')} } from '${file}';\n` : '';
  };
  const errorTypes = [...new Set(body.match(/\b\w+Error(?=>)/g))];
  return [
    from('../call.js', ['Call']),
    from('../paging.js', ['PagePromise']),
    from('../request.js', ['Core', 'RequestOptions', 'VersionedOptions']),
    from('../versioned.js', ['Versioned']),
    from('../versioned.js', ['idOf', 'replacing'], 'import'),
    from('../wire.js', ['path'], 'import'),
    from('./operation-errors.js', errorTypes),
    from('./types.js', [...types.names()]),
    '\n',
  ].join('');
}

function writeIndex(resources: readonly string[], errors: readonly ErrorClass[]): string {
  const common = errors
    .filter(({ isCommon }) => isCommon)
    .map(({ name, code }) => `@throws {@link ${name}} \`${code}\``);
  const doc = docOf(
    'All resources of the API. What many of their methods may throw is told here, once.',
    ...common,
  );
  const fields = resources.map((resource) => `readonly ${resource}: ${pascal(resource)}Resource;\n`);
  const made = resources.map((resource) => `this.${resource} = new ${pascal(resource)}Resource(core);\n`);
  return `${doc}export class Resources {\n${fields.join('')}\nconstructor(core: Core) {\n${made.join('')}}\n}\n`;
}

function writeMethod(
  operation: Operation,
  classNames: ReadonlyMap<string, string>,
  types: TypeWriter,
): string {
  const { verb, replaces } = operation;
  const own = operation.failures.filter(({ code }) => classNames.has(code));
  const throws = own.map(
    ({ code, status }) => `@throws {@link ${classNames.get(code)}} ${status} \`${code}\``,
  );
  const doc = docOf(operation.prose, ...throws);
  const answer = answerType(operation, types);
  const data = dataArguments(operation, types);
  const signature = (target: Wanted, options: string) =>
    `${verb}(${[...pathArguments(operation, types, target), ...data, options].join(', ')}): ${answer}`;
  const body = `{\nreturn this.core.${callOf(operation)};\n}\n`;
  const usual = 'options?: RequestOptions';
  if (!replaces) return `${doc}${signature('id', usual)} ${body}`;
  const byId = docOf(`The same by id alone: \`ifMatch\` says which version is replaced.`, ...throws);
  return [
    `${doc}${signature('read', usual)};\n`,
    `${byId}${signature('id', 'options: VersionedOptions')};\n`,
    `${signature('either', usual)} ${body}`,
  ].join('');
}

function callOf(operation: Operation): string {
  const { id, method, answer, replaces } = operation;
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    name === replaces?.parameter ? `\${idOf(${camel(name)}, '${replaces.field}')}` : `\${${camel(name)}}`,
  );
  const target = path.includes('${') ? `path\`${path}\`` : `'${path}'`;
  if (answer.kind !== 'page') return `send('${method}', ${target}, { ${partsOf(operation)} })`;
  if (method !== 'GET') throw new Error(`${id} answers pages, so it must be a GET.`);
  return `page(${target}, { ${partsOf(operation)} })`;
}

function answerType({ id, answer }: Operation, types: TypeWriter): string {
  const error = operationErrorName(id);
  if (answer.kind === 'none') return `Call<void, ${error}>`;
  if (answer.kind === 'page') return `PagePromise<${types.type(answer.item)}, ${error}>`;
  return `Call<${[...new Set(answer.schemas.map((schema) => types.type(schema)))].join(' | ')}, ${error}>`;
}

/** How what is to be replaced is given: as what was read, by its id, or, for the implementation of both, either. */
type Wanted = 'read' | 'id' | 'either';

function pathArguments(
  { pathParameters, replaces }: Operation,
  types: TypeWriter,
  wanted: Wanted,
): readonly string[] {
  return pathParameters.map(({ name, schema }) => {
    const id = types.type(schema ?? { type: 'string' });
    if (name !== replaces?.parameter) return `${camel(name)}: ${id}`;
    const read = replaces.field === 'id' ? 'Versioned' : `Versioned<'${replaces.field}'>`;
    return `${camel(name)}: ${{ id, read, either: `${id} | ${read}` }[wanted]}`;
  });
}

/** Required before optional, as TypeScript wants them; the body before the query when both are either. */
function dataArguments(operation: Operation, types: TypeWriter): readonly string[] {
  const { id, body, query, isBodyOptional, takesRefreshToken } = operation;
  const required: string[] = [];
  const optional: string[] = [];
  if (body) {
    const type = types.type(body);
    if (takesRefreshToken) optional.push(`body?: ${type}`);
    else if (isBodyOptional && !operation.replaces) optional.push(`body: ${type} = {}`);
    else required.push(`body: ${type}`);
  }
  if (query.length > 0) {
    const fields = query.map(({ name, schema = {}, required: isRequired = false, description }) => {
      return { name, schema, isRequired, doc: description ?? schema.description };
    });
    const type = types.declare(`${pascal(id)}Query`, `What ${id} asks for.`, fields);
    if (operation.replaces || fields.some(({ isRequired }) => isRequired)) required.push(`query: ${type}`);
    else optional.push(`query: ${type} = {}`);
  }
  return [...required, ...optional];
}

function partsOf({ body, query, session, takesRefreshToken, replaces }: Operation): string {
  const options = replaces ? `options: replacing(${camel(replaces.parameter)}, options)` : 'options';
  const parts = [body ? 'body' : '', query.length > 0 ? 'query' : '', options];
  if (session) parts.push(`session: '${session}'`);
  if (takesRefreshToken) parts.push('takesRefreshToken: true');
  return parts.filter(Boolean).join(', ');
}
