import {
  type ArrayValidator,
  type FieldErrors,
  type StringValidator,
  type TsoaRoute,
  ValidationService,
} from '@tsoa/runtime';
import { OwnWords } from '../lib/field-errors.js';
import { textForms } from '../lib/text-forms.js';
import { unknownNames } from './unknown-names.js';

type Model = Parameters<ValidationService['validateModel']>[0];
type Members = (string | number | boolean | null)[];

/**
 * tsoa's validation without its indulgences: texts of enums from anything, and work on lists of any length. What has a
 * canonical form comes out in it, and findings say what is wanted and where.
 */
export class StrictValidation extends ValidationService {
  /** A text with a form of its own is handed on in the one way in which it is kept. */
  override validateString(
    name: string,
    value: unknown,
    fieldErrors: FieldErrors,
    validators?: StringValidator,
    parent = '',
  ): string | undefined {
    const text = super.validateString(name, value, fieldErrors, validators, parent);
    const form = validators?.pattern && textForms.get(validators.pattern.value);
    if (text === undefined || !form?.kept) return text;
    const kept = form.kept(text);
    if (kept === null) fieldErrors[parent + name] = new OwnWords(form.words);
    return kept ?? undefined;
  }

  /** By value: tsoa compares texts, so that `["open"]` was `open`, `"null"` was null, and an object could throw. */
  override validateEnum(
    name: string,
    value: unknown,
    fieldErrors: FieldErrors,
    members: Members = [],
    parent = '',
  ): unknown {
    if (members.some((member) => member === value)) return value;
    fieldErrors[parent + name] = new OwnWords(`must be one of ${members.join(', ')}`);
    return;
  }

  /** One thing or null, and lists of values, are told by what they are; tsoa tells of a union what each part says. */
  override validateUnion(
    name: string,
    value: unknown,
    fieldErrors: FieldErrors,
    isBodyParam: boolean,
    property: TsoaRoute.PropertySchema,
    parent = '',
  ): unknown {
    const schemas = property.subSchemas ?? [];
    const members = schemas.flatMap(({ dataType, enums = [] }) => (dataType === 'enum' ? enums : []));
    const others = schemas.filter(({ dataType }) => dataType !== 'enum');
    if (others.length === 0) return this.validateEnum(name, value, fieldErrors, members, parent);
    const [only] = others;
    if (only === undefined || others.length > 1)
      return super.validateUnion(name, value, fieldErrors, isBodyParam, property, parent);
    if (members.some((member) => member === value)) return value;
    const whole = { ...only, validators: { ...property.validators, ...only.validators } };
    return this.ValidateParam(whole, value, name, fieldErrors, isBodyParam, parent);
  }

  /**
   * Too long a list is refused unread: tsoa's work on wrong items grows with the square of their number. Items are
   * validated under their whole path, which tsoa begins anew in each list.
   */
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
    const found: FieldErrors = {};
    const items = super.validateArray(name, value, found, isBodyParam, schema, validators, parent);
    for (const [path, finding] of Object.entries(found)) fieldErrors[itemPath(path, parent, name)] = finding;
    return items;
  }

  /** Names that the model has not are told as names, with the one that was probably meant. */
  override validateModel(input: Model): unknown {
    const { modelDefinition, value, fieldErrors, name, parent = '' } = input;
    const isClosed =
      modelDefinition.dataType === 'refObject' && modelDefinition.additionalProperties === false;
    if (!isClosed || !isObject(value)) return super.validateModel(input);
    const known = Object.keys(modelDefinition.properties ?? {});
    const unknown = Object.keys(value).filter((key) => !known.includes(key));
    if (unknown.length === 0) return super.validateModel(input);
    Object.assign(fieldErrors, unknownNames(parent + name, unknown, known));
    const { ...whole } = value;
    for (const key of unknown) delete whole[key];
    super.validateModel({ ...input, value: whole });
    return;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** tsoa tells `list.$0.field`; the path of the list's owner is left out, and `$` is no index. */
function itemPath(path: string, parent: string, name: string): string {
  const rest = path.slice(name.length);
  return path.startsWith(`${name}.$`) ? `${parent}${name}.${rest.slice('.$'.length)}` : path;
}
