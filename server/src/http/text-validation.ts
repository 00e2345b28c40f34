import type { FieldErrors, StringValidator, TsoaRoute } from '@tsoa/runtime';
import { OwnWords } from '../lib/field-errors.js';
import { foreignCharacterIn, hasVisible, lengthOf, type TextKind } from '../lib/text.js';
import { StrictValidation } from './strict-validation.js';
import { textKindsBySchema } from './text-kinds.js';

/**
 * What the types say of a text, and what they cannot: what characters it may have. That is a rule of the server and not
 * a pattern of the description, because a new pattern would break apps that were built before.
 */
export class TextValidation extends StrictValidation {
  readonly #kinds: ReadonlyMap<unknown, TextKind>;

  constructor(...[models, config]: ConstructorParameters<typeof StrictValidation>) {
    super(models, config);
    this.#kinds = textKindsBySchema(models);
  }

  override ValidateParam(
    property: TsoaRoute.PropertySchema,
    rawValue: unknown,
    name: string | undefined,
    fieldErrors: FieldErrors,
    isBodyParam: boolean,
    parent = '',
  ): unknown {
    const value: unknown = super.ValidateParam(property, rawValue, name, fieldErrors, isBodyParam, parent);
    if (property.dataType !== 'string' || typeof value !== 'string') return value;
    const path = `${parent}${name ?? ''}`;
    const kind = this.#kinds.get(property) ?? 'line';
    const fault = path in fieldErrors ? null : faultOf(value, kind, property.validators);
    if (fault !== null) fieldErrors[path] = new OwnWords(fault);
    return fault === null ? value : undefined;
  }

  /** Lengths are counted in characters, as the description has them; tsoa counts a rare one as two. */
  override validateString(
    name: string,
    value: unknown,
    fieldErrors: FieldErrors,
    validators?: StringValidator,
    parent = '',
  ): string | undefined {
    if (typeof value !== 'string' || !validators)
      return super.validateString(name, value, fieldErrors, validators, parent);
    const { minLength, maxLength, ...others } = validators;
    const [shortest = 0, longest = Number.POSITIVE_INFINITY] = [minLength?.value, maxLength?.value];
    const length = lengthOf(value);
    if (length < shortest) fieldErrors[parent + name] = { message: `minLength ${shortest}`, value };
    else if (length > longest) fieldErrors[parent + name] = { message: `maxLength ${longest}`, value };
    else return super.validateString(name, value, fieldErrors, others, parent);
    return undefined;
  }
}

function faultOf(
  text: string,
  kind: TextKind,
  validators: TsoaRoute.PropertySchema['validators'],
): string | null {
  if (!text.isWellFormed()) return 'must be well-formed Unicode';
  const foreign = foreignCharacterIn(text, kind);
  if (foreign !== null) return `${allowed[kind]}; it has ${foreign}`;
  const mustBeVisible = validators?.pattern?.value === anyVisible;
  return mustBeVisible && !hasVisible(text) ? 'must have a character that one can see' : null;
}

const allowed: Readonly<Record<TextKind, string>> = {
  line: 'must be one line without control characters',
  paragraphs: 'must have no control characters but line breaks and tabs',
  secret: 'must be text',
};

/** How the types say that a text must not be blank. */
const anyVisible = '\\S';
