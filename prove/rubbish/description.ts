import { readFileSync } from 'node:fs';
import { withNullFolded } from '../../scripts/describe/nullable.js';
import { openApiFile } from '../../server/src/paths.js';

/** A schema of the description, as far as bad values are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly nullable?: boolean;
  readonly example?: unknown;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With its parameters in braces, below `/api/v1`. */
  readonly template: string;
  readonly parameters: readonly Parameter[];
  /** What its body must be; null where it takes none. */
  readonly bodySchema: Schema | null;
  readonly bodyExample: unknown;
  /** False for what anybody may ask without a token. */
  readonly isSecured: boolean;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: Schema; example?: unknown }>>;
  };
  readonly security?: readonly unknown[];
}

/** The API as its committed description tells it. */
export class Api {
  readonly operations: readonly Operation[];
  readonly #schemas: Readonly<Record<string, Schema>>;

  constructor() {
    const { paths, components } = JSON.parse(readFileSync(openApiFile, 'utf8')) as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Schema> };
    };
    this.#schemas = components.schemas;
    this.operations = Object.entries(paths).flatMap(([template, verbs]) =>
      Object.entries(verbs).map(([verb, described]) => operationOf(template, verb, described)),
    );
  }

  /** The schema itself, where it only names or adds to another. */
  resolved(schema: Schema): Schema {
    const { $ref, allOf, ...own } = withNullFolded(schema);
    const parts = [...(allOf ?? []), ...($ref ? [this.#named($ref)] : [])];
    return Object.assign({}, ...parts.map((part) => this.resolved(part)), own) as Schema;
  }

  /** The smallest value that the schema accepts. */
  sample(schema: Schema): unknown {
    const {
      type,
      properties = {},
      required = [],
      items = {},
      minLength = 1,
      ...rest
    } = this.resolved(schema);
    if (rest.example !== undefined) return rest.example;
    if (rest.enum) return rest.enum[0];
    if (rest.anyOf) return this.sample(rest.anyOf[0] ?? {});
    if (type === 'object')
      return Object.fromEntries(required.map((name) => [name, this.sample(properties[name] ?? {})]));
    if (type === 'array') return [this.sample(items)];
    if (type === 'boolean') return false;
    if (type === 'integer' || type === 'number') return rest.minimum ?? 1;
    return 'a'.repeat(Math.max(minLength, 1));
  }

  /** Whether no reading of the schema could accept the value. */
  refuses(schema: Schema, value: unknown): boolean {
    const { type, anyOf, nullable, minLength = 0, maxLength, pattern, ...rest } = this.resolved(schema);
    if (anyOf) return anyOf.every((each) => this.refuses(each, value));
    if (value === null) return nullable !== true && type !== undefined;
    if (rest.enum) return !rest.enum.includes(value);
    if (type === 'array') return !Array.isArray(value);
    if (type === 'object') return typeof value !== 'object' || Array.isArray(value);
    if (typeof value === 'object') return type !== undefined;
    if (type === 'boolean') return typeof value === 'string' && value !== 'true' && value !== 'false';
    if (type !== 'string') return typeof value === 'string' && Number.isNaN(Number(value));
    return (
      typeof value !== 'string' ||
      value.length < minLength ||
      value.length > (maxLength ?? Number.POSITIVE_INFINITY) ||
      (pattern !== undefined && !new RegExp(pattern).test(value))
    );
  }

  #named($ref: string): Schema {
    return this.#schemas[$ref.split('/').at(-1) ?? ''] ?? {};
  }
}

function operationOf(template: string, verb: string, described: Described): Operation {
  const body = described.requestBody?.content['application/json'];
  return {
    operationId: described.operationId,
    method: verb.toUpperCase(),
    template,
    parameters: described.parameters ?? [],
    bodySchema: body?.schema ?? null,
    bodyExample: body?.example,
    isSecured: (described.security ?? []).length > 0,
  };
}
