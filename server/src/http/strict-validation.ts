import { type ArrayValidator, type FieldErrors, type TsoaRoute, ValidationService } from '@tsoa/runtime';

/** tsoa's validation without its two indulgences: texts of enums from anything, and work on lists of any length. */
export class StrictValidation extends ValidationService {
  /** By value: tsoa compares texts, so that `["open"]` was `open`, `"null"` was null, and an object could throw. */
  override validateEnum(
    name: string,
    value: unknown,
    fieldErrors: FieldErrors,
    members: (string | number | boolean | null)[] = [],
    parent = '',
  ): unknown {
    if (members.some((member) => member === value)) return value;
    const options = members.map((member) => (typeof member === 'string' ? `'${member}'` : String(member)));
    fieldErrors[parent + name] = { message: `should be one of the following; [${options.join(',')}]`, value };
    return;
  }

  /** Too long a list is refused unread: tsoa's work on wrong items grows with the square of their number. */
  override validateArray(
    name: string,
    value: unknown[],
    fieldErrors: FieldErrors,
    isBodyParam: boolean,
    schema?: TsoaRoute.PropertySchema,
    validators?: ArrayValidator,
    parent = '',
  ): unknown[] | undefined {
    const maxItems = validators?.maxItems?.value;
    if (Array.isArray(value) && maxItems !== undefined && value.length > maxItems) {
      fieldErrors[parent + name] = { message: `maxItems ${maxItems}`, value };
      return;
    }
    return super.validateArray(name, value, fieldErrors, isBodyParam, schema, validators, parent);
  }
}
