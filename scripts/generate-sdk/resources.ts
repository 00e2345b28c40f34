import type { ErrorClass } from './errors.js';
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
  const options = ['RequestOptions', 'VersionedOptions'].filter(uses);
  const named = [...types.names()].filter(uses).sort();
  return [
    uses('PagePromise') ? "import type { PagePromise } from '../paging.js';\n" : '',
    `import type { ${['Core', ...options].join(', ')} } from '../request.js';\n`,
    "import { path } from '../wire.js';\n",
    named.length > 0 ? `import type { ${named.join(', ')} } from './types.js';\n` : '',
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
  const { method, verb, answer } = operation;
  const parameters = [
    ...pathArguments(operation, types),
    ...dataArguments(operation, types),
    optionsArgument(operation),
  ];
  const own = operation.failures.filter(({ code }) => classNames.has(code));
  const throws = own.map(
    ({ code, status }) => `@throws {@link ${classNames.get(code)}} ${status} \`${code}\``,
  );
  const doc = docOf(operation.prose, ...throws);
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => `\${${camel(name)}}`);
  const target = path.includes('${') ? `path\`${path}\`` : `'${path}'`;
  const isPage = answer.kind === 'page';
  const call = isPage ? `page(${target}, ` : `send('${method}', ${target}, `;
  if (isPage && method !== 'GET') throw new Error(`${operation.id} answers pages, so it must be a GET.`);
  return `${doc}${verb}(${parameters.join(', ')}): ${answerType(operation, types)} {\nreturn this.core.${call}{ ${partsOf(operation)} });\n}\n`;
}

function answerType({ answer }: Operation, types: TypeWriter): string {
  if (answer.kind === 'none') return 'Promise<void>';
  if (answer.kind === 'page') return `PagePromise<${types.type(answer.item)}>`;
  return `Promise<${[...new Set(answer.schemas.map((schema) => types.type(schema)))].join(' | ')}>`;
}

function pathArguments({ pathParameters }: Operation, types: TypeWriter): readonly string[] {
  return pathParameters.map(
    ({ name, schema }) => `${camel(name)}: ${types.type(schema ?? { type: 'string' })}`,
  );
}

/** Required before optional, as TypeScript wants them; the body before the query when both are either. */
function dataArguments(operation: Operation, types: TypeWriter): readonly string[] {
  const { id, body, query, isBodyOptional, takesRefreshToken, needsVersion } = operation;
  const required: string[] = [];
  const optional: string[] = [];
  if (body) {
    const type = types.type(body);
    if (takesRefreshToken) optional.push(`body?: ${type}`);
    else if (isBodyOptional && !needsVersion) optional.push(`body: ${type} = {}`);
    else required.push(`body: ${type}`);
  }
  if (query.length > 0) {
    const fields = query.map(({ name, schema = {}, required: isRequired = false, description }) => {
      return { name, schema, isRequired, doc: description ?? schema.description };
    });
    const type = types.declare(`${pascal(id)}Query`, `What ${id} asks for.`, fields);
    if (needsVersion || fields.some(({ isRequired }) => isRequired)) required.push(`query: ${type}`);
    else optional.push(`query: ${type} = {}`);
  }
  return [...required, ...optional];
}

/** A version that must be named makes the options required, and what stands before them too. */
function optionsArgument({ needsVersion }: Operation): string {
  return needsVersion ? 'options: VersionedOptions' : 'options?: RequestOptions';
}

function partsOf({ body, query, session, takesRefreshToken }: Operation): string {
  const parts = [body ? 'body' : '', query.length > 0 ? 'query' : '', 'options'];
  if (session) parts.push(`session: '${session}'`);
  if (takesRefreshToken) parts.push('takesRefreshToken: true');
  return parts.filter(Boolean).join(', ');
}
