import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

/** A schema of OpenAPI 3.0, as far as the description uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: Readonly<Record<string, string>>;
  };
  readonly [keyword: string]: unknown;
}

// Its types describe the CommonJS module, which Node hands over as a default export.
const addFormats = addFormatsModule.default;
const documentName = 'description';

/** Validators of what is answered, made when first used. An object has the fields that its schema names, no others. */
export class AnswerSchemas {
  readonly #ajv = new Ajv({ strict: false, allErrors: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(components: unknown) {
    addFormats(this.#ajv);
    this.#ajv.addSchema(asJsonSchema({ components }) as AnySchemaObject, documentName);
  }

  /** What is wrong with the value, or null. */
  fault(schema: Schema, value: unknown): string | null {
    const validate = this.#validatorOf(chosen(schema, value));
    if (validate(value)) return null;
    const [error] = validate.errors ?? [];
    const extra = error?.params.additionalProperty;
    return `${error?.instancePath || 'the body'} ${error?.message}${extra ? ` (${extra})` : ''}`;
  }

  #validatorOf(schema: Schema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.#validators.get(key);
    if (known) return known;
    const validate = this.#ajv.compile(asJsonSchema(schema) as AnySchemaObject);
    this.#validators.set(key, validate);
    return validate;
  }
}

/** The alternative that a discriminator's value stands for. */
function chosen(schema: Schema, value: unknown): Schema {
  const { discriminator } = schema;
  if (!discriminator || typeof value !== 'object' || value === null) return schema;
  const kind = String((value as Record<string, unknown>)[discriminator.propertyName]);
  const $ref = discriminator.mapping[kind];
  return $ref === undefined ? schema : { $ref };
}

/** OpenAPI 3.0 says null by `nullable`, JSON Schema by a type. */
function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, discriminator: _, ...schema } = node as Schema;
  if (schema.$ref !== undefined) return { $ref: `${documentName}${schema.$ref}` };
  const plain: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) plain[keyword] = asJsonSchema(value);
  if (schema.type === 'object' && schema.properties) plain.additionalProperties ??= false;
  return nullable === true ? { anyOf: [{ type: 'null' }, plain] } : plain;
}
