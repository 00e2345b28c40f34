import { fieldsOf } from './error-fields.js';
import type { Failure, Operation } from './operations.js';
import type { Spec } from './spec.js';
import { banner, docOf, pascal } from './text.js';
import type { Field, TypeWriter } from './types.js';

/** A class of the SDK that stands for one documented code. */
export interface ErrorClass {
  readonly code: string;
  readonly status: number;
  readonly name: string;
  readonly parent: string;
  readonly fields: readonly Field[];
  readonly operations: readonly string[];
  /** So many operations may answer it that it is told once, not with each. */
  readonly isCommon: boolean;
}

/** The classes of `sdk/src/errors.ts`, which the generated ones extend. */
const parents: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableContent',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};
const reserved = [
  ...Object.values(parents),
  'ApiError',
  'ServerError',
  'MedweaveError',
  'ConnectionError',
  'TimeoutError',
];

interface Use {
  readonly failure: Failure;
  readonly operation: Operation;
}

/** A code of more than one in so many operations is common. */
const commonShare = 4;

/** One class for each code, whichever operations answer it. */
export function collectErrors(spec: Spec, operations: readonly Operation[]): readonly ErrorClass[] {
  const byCode = new Map<string, Use[]>();
  for (const operation of operations) {
    for (const failure of operation.failures) {
      byCode.set(failure.code, [...(byCode.get(failure.code) ?? []), { failure, operation }]);
    }
  }
  const codes = [...byCode.keys()].sort();
  return codes.map((code) => errorClass(spec, code, byCode.get(code) ?? [], operations.length));
}

function errorClass(spec: Spec, code: string, uses: readonly Use[], operationCount: number): ErrorClass {
  const [status = 0, other] = [...new Set(uses.map(({ failure }) => failure.status))];
  if (other !== undefined) {
    throw new Error(
      `The code ${code} is answered with status ${status} and with ${other}: a code has one status.`,
    );
  }
  const operations = [...new Set(uses.map(({ operation }) => operation.id))];
  const resources = new Set(uses.map(({ operation }) => operation.resource));
  return {
    code,
    status,
    name: reserved.includes(pascal(code)) ? `${pascal(code)}Error` : pascal(code),
    parent: parents[status] ?? (status >= 500 ? 'ServerError' : 'ApiError'),
    fields: fieldsOf(
      spec,
      uses.map(({ failure }) => failure),
    ),
    operations,
    isCommon: resources.size > 2 && operations.length > operationCount / commonShare,
  };
}

/** @throws Error when a class and a type would have one name, which the index could not export */
export function requireOwnNames(errors: readonly ErrorClass[], names: ReadonlySet<string>): void {
  const taken = errors.find(({ name }) => names.has(name));
  if (taken) throw new Error(`The code ${taken.code} and a schema would both be ${taken.name}.`);
}

/** Of answers that are no operation's, and of what the SDK finds itself. */
const otherCodes = [
  ...['route_not_found', 'method_not_allowed'],
  ...['connection_error', 'timeout_error', 'unreadable_answer'],
];

/** The file of the type that `error.code` has. */
export function writeErrorCodes(errors: readonly ErrorClass[]): string {
  const codes = [...errors.map(({ code }) => code), ...otherCodes].sort();
  return [
    banner,
    docOf(
      'Every `code` that this version knows: those that operations document, those of a path or method that the server',
      'does not have, and the SDK’s own.',
    ),
    `export type ErrorCode = ${codes.map((code) => `'${code}'`).join(' | ')};\n`,
  ].join('');
}

/** The file of all error classes and the table from code to class. */
export function writeErrors(errors: readonly ErrorClass[], types: TypeWriter): string {
  const fieldTypes = new Set<string>();
  const classes = errors.map(({ code, status, name, parent, fields, operations, isCommon }) => {
    const doc = docOf(`${status} \`${code}\`, of ${isCommon ? 'many operations' : operations.join(', ')}.`);
    const own = fields.map(({ name, schema, isRequired }) => {
      const type = types.type(schema);
      for (const [used] of type.matchAll(/\b[A-Z]\w*\b/g)) fieldTypes.add(used);
      return `${docOf(schema.description)}declare readonly ${name}${isRequired ? '' : '?'}: ${type};\n`;
    });
    return `${doc}export class ${name} extends ${parent} {\ndeclare readonly code: '${code}';\n${own.join('')}}\n`;
  });
  const used = [...new Set(errors.map(({ parent }) => parent))].sort();
  const imported = [...fieldTypes].filter((name) => types.names().has(name)).sort();
  return [
    banner,
    `import { type ApiErrorClass, ${used.join(', ')} } from '../errors.js';\n`,
    imported.length > 0 ? `import type { ${imported.join(', ')} } from './types.js';\n` : '',
    `\n${classes.join('\n')}\n`,
    '/** The class of each documented code. */\n',
    'export const errorsByCode: Readonly<Record<string, ApiErrorClass>> = {\n',
    ...errors.map(({ code, name }) => `${code}: ${name},\n`),
    '};\n',
  ].join('');
}
