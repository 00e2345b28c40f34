/** The parts of OpenAPI 3.0 that are read or added to when tsoa's description is completed. */
export interface OpenApi {
  openapi: string;
  info: Record<string, unknown>;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Components;
  [member: string]: unknown;
}

export interface Components {
  schemas: Record<string, Schema>;
  headers?: Record<string, Header>;
  [member: string]: unknown;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, Response>;
  [member: string]: unknown;
}

export interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

export interface RequestBody {
  required?: boolean;
  content: Content;
}

/** By media type. */
export type Content = Record<string, MediaType>;

export interface MediaType {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Response {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content?: Content;
}

export interface Header {
  description: string;
  required?: boolean;
  schema: Schema;
}

export interface Schema {
  $ref?: string;
  description?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: { propertyName: string; mapping: Record<string, string> };
}

/** Follows a reference into the components. */
export function schemaAt(components: Components, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (!target) throw new Error(`${schema.$ref} points nowhere.`);
  return schemaAt(components, target);
}
