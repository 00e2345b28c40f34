import type { ErrorClass } from './errors.js';
import type { Operation } from './operations.js';
import { banner, docOf, pascal } from './text.js';

const common = 'CommonError';

/** The type of all that an operation documents to go wrong. */
export const operationErrorName = (id: string): string => `${pascal(id)}Error`;

/** The file of these types: one union of error classes for each operation. */
export function writeOperationErrors(
  operations: readonly Operation[],
  errors: readonly ErrorClass[],
): string {
  const names = new Map(errors.map(({ code, name }) => [code, name]));
  const classesOf = ({ failures }: Operation) => failures.map(({ code }) => names.get(code) ?? code);
  const everywhere = errors
    .filter(({ operations: its }) => its.length === operations.length)
    .map(({ name }) => name);
  const unions = operations.map((operation) => {
    const own = new Set(classesOf(operation).filter((name) => !everywhere.includes(name)));
    const doc = docOf(`What ${operation.resource}.${operation.verb} may end with.`);
    return `${doc}export type ${operationErrorName(operation.id)} = ${[common, ...[...own].sort()].join(' | ')};\n`;
  });
  return [
    banner,
    "import type { ConnectionError, TimeoutError } from '../errors.js';\n",
    `import type { ${[...names.values()].sort().join(', ')} } from './errors.js';\n\n`,
    docOf('What any call may end with.'),
    `export type ${common} = ${['ConnectionError', 'TimeoutError', ...everywhere].join(' | ')};\n\n`,
    unions.join('\n'),
  ].join('');
}
