import { type Components, type Operation, type Response, type Schema, schemaAt } from './openapi.js';

const problemRef = '#/components/schemas/Problem';
const problemJson = 'application/problem+json';

/** Adds codes, by status, behind those that the operation has itself. */
export function addCodes(operation: Operation, codes: Record<string, string>): void {
  for (const [status, names] of Object.entries(codes)) {
    const declared = operation.responses[status];
    if (!declared) operation.responses[status] = { description: names };
    else declared.description = [...new Set([...codesOf(declared), ...names.split(', ')])].join(', ');
  }
}

/** Every error answer is problem+json, and says by `code` which of its schemas a body has. */
export function describeProblems({ responses }: Operation, components: Components): void {
  for (const [status, response] of Object.entries(responses)) {
    if (Number(status) < 400) continue;
    // tsoa writes every answer as application/json.
    const schema = response.content?.['application/json']?.schema ?? { $ref: problemRef };
    response.content = { [problemJson]: { schema: byCode(schema, codesOf(response), components) } };
  }
}

/** Codes with fields of their own have a schema of their own; the others are plain problems. */
function byCode(schema: Schema, codes: readonly string[], components: Components): Schema {
  const mapping: Record<string, string> = {};
  for (const { $ref } of schema.anyOf ?? [schema]) {
    const own = $ref ? schemaAt(components, { $ref }).properties?.code?.enum : undefined;
    for (const code of own ?? []) mapping[String(code)] = $ref ?? problemRef;
  }
  if (Object.keys(mapping).length === 0) return { $ref: problemRef };
  for (const code of codes) mapping[code] ??= problemRef;
  const refs = [...new Set(Object.values(mapping))];
  if (refs.length === 1) return { $ref: refs[0] ?? problemRef };
  return { oneOf: refs.map(($ref) => ({ $ref })), discriminator: { propertyName: 'code', mapping } };
}

const codesOf = ({ description }: Response): string[] => description.split(', ');
