import { orNull } from './nullable.js';
import { type Components, type Schema, schemaAt } from './openapi.js';

const cursorRef = '#/components/schemas/Cursor';

/**
 * OpenAPI 3.0 heeds nothing that stands beside a `$ref`: a property's own sentence is put round it, and that it may be
 * null. A cursor means the same in every list, so it is told by its schema's sentence.
 */
export function describeReferences(components: Components): void {
  for (const { properties = {} } of Object.values(components.schemas)) {
    for (const [name, property] of Object.entries(properties)) {
      const description = property.description ?? sentenceOfCursor(components, property);
      const [reference] = property.allOf ?? [];
      if (reference !== undefined && property.nullable === true)
        properties[name] = { ...orNull(reference), ...(description !== undefined && { description }) };
      else if (property.$ref !== undefined && description !== undefined)
        properties[name] = { allOf: [{ $ref: property.$ref }], description };
    }
  }
}

const sentenceOfCursor = (components: Components, { $ref }: Schema): string | undefined =>
  $ref === cursorRef ? schemaAt(components, { $ref }).description : undefined;
