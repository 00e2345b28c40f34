/** The parts of OpenAPI 3.0 that the SDK is made from. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

export interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface SpecContent {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, SpecMediaType>>;
}

export interface SpecMediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export interface SpecOperation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly SpecParameter[];
  readonly requestBody?: SpecContent;
  readonly responses?: Readonly<Record<string, SpecContent>>;
}

export interface Spec {
  readonly servers?: readonly { readonly url: string }[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const refPrefix = '#/components/schemas/';

/** The schema's name in the spec when it is a reference. */
export function refName(schema: Schema): string | null {
  if (schema.$ref === undefined) return null;
  if (!schema.$ref.startsWith(refPrefix)) throw new Error(`${schema.$ref} does not point into the spec.`);
  return decodeURIComponent(schema.$ref.slice(refPrefix.length)).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Follows references to the schema itself. */
export function resolve(spec: Spec, schema: Schema): Schema {
  const name = refName(schema);
  if (name === null) return schema;
  const target = spec.components?.schemas?.[name];
  if (target === undefined)
    throw new Error(`The spec refers to the schema ${name} but has none of that name.`);
  return resolve(spec, target);
}

/** The properties of an object schema, those of its `allOf` parts included. */
export function propertiesOf(spec: Spec, schema: Schema): Readonly<Record<string, Schema>> {
  const { properties, allOf = [] } = resolve(spec, schema);
  return Object.assign({}, ...allOf.map((part) => propertiesOf(spec, part)), properties);
}

export function requiredOf(spec: Spec, schema: Schema): readonly string[] {
  const { required = [], allOf = [] } = resolve(spec, schema);
  return [...allOf.flatMap((part) => requiredOf(spec, part)), ...required];
}

/** The alternatives of a union; a schema that is none is its own only one. */
export function variantsOf(spec: Spec, schema: Schema): readonly Schema[] {
  const { anyOf, oneOf } = resolve(spec, schema);
  return (anyOf ?? oneOf)?.flatMap((variant) => variantsOf(spec, variant)) ?? [schema];
}

/** The JSON schema of a body; undefined for none. Other media types are refused: the SDK would not know them. */
export function jsonSchema(content: SpecContent | undefined): Schema | undefined {
  const types = Object.entries(content?.content ?? {});
  if (types.length === 0) return undefined;
  const json = types.find(([type]) => /^application\/([a-z.]+\+)?json/.test(type));
  if (json === undefined) throw new Error(`carries ${types.map(([type]) => type).join(', ')}, but no JSON.`);
  return json[1].schema;
}
