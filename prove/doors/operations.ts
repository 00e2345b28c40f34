import { readFileSync } from 'node:fs';
import { withNullFolded } from '../../scripts/describe/nullable.js';
import { openApiFile } from '../../server/src/paths.js';

/** As much of a JSON schema as the doors are about. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly example?: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** Below `/api/v1`, such as `/patients/{id}`. */
  readonly template: string;
  readonly summary: string;
  /** Query parameters, by name. */
  readonly query: Readonly<Record<string, Schema>>;
  readonly body: Schema | null;
}

interface Described {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const description = JSON.parse(readFileSync(openApiFile, 'utf8')) as Description;

/** Every operation of sdk/openapi.json. */
export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(
  ([template, verbs]) =>
    Object.entries(verbs).map(([verb, { operationId, summary = '', parameters = [], requestBody }]) => ({
      ...{ operationId, summary, template, method: verb.toUpperCase() },
      query: Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, schema }) => [name, resolved(schema)]),
      ),
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
);

/** @throws Error when the description has no such operation */
export function operation(operationId: string): Operation {
  const found = operations.find((each) => each.operationId === operationId);
  if (!found) throw new Error(`sdk/openapi.json has no operation ${operationId}.`);
  return found;
}

/** The schema itself, where it is named or put together. */
export function resolved(schema: Schema): Schema {
  const { $ref, allOf } = withNullFolded(schema);
  if (allOf) return Object.assign({}, ...allOf.map(resolved)) as Schema;
  if ($ref === undefined) return schema;
  return resolved(description.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
}
