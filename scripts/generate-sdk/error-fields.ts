import type { Failure } from './operations.js';
import { propertiesOf, refName, requiredOf, resolve, type Schema, type Spec, variantsOf } from './spec.js';
import { pascal } from './text.js';
import type { Field } from './types.js';

/** Fields that every error has; they are declared once, by hand. */
const commonFields = [
  ...['type', 'title', 'status', 'code', 'detail', 'instance', 'requestId', 'errors', 'outcome'],
  'retryAfterSeconds',
];

/** The code's own fields. One that not every operation promises is optional. */
export function fieldsOf(spec: Spec, failures: readonly Failure[]): readonly Field[] {
  const shapes = failures.flatMap(({ code, schema, siblings }) => {
    const own = schema ? ownVariants(spec, code, schema, siblings) : [];
    return own.length > 0 ? own : [{}];
  });
  const fields = new Map<string, Field>();
  for (const shape of shapes) {
    for (const [name, schema] of Object.entries(propertiesOf(spec, shape))) {
      if (commonFields.includes(name)) continue;
      const isRequired = shapes.every((each) => requiredOf(spec, each).includes(name));
      fields.set(name, { name, schema, isRequired });
    }
  }
  return [...fields.values()];
}

/**
 * Which alternatives of the answer are meant by the code: those whose `code` says so; else those that are named after
 * it (SlotTakenProblem, or SlotProblem for all codes that begin with `slot_`); else those named after none of the
 * codes that share the answer.
 */
function ownVariants(
  spec: Spec,
  code: string,
  schema: Schema,
  siblings: readonly string[],
): readonly Schema[] {
  const variants = variantsOf(spec, schema);
  const said = variants.filter((variant) => codesOf(spec, variant)?.includes(code));
  if (said.length > 0) return said;
  const open = variants.filter((variant) => codesOf(spec, variant) === undefined);
  const named = open.filter((variant) => isNamedAfter(variant, code));
  return named.length > 0
    ? named
    : open.filter((variant) => !siblings.some((one) => isNamedAfter(variant, one)));
}

function isNamedAfter(variant: Schema, code: string): boolean {
  const noun = refName(variant)?.replace(/Problem$/, '');
  return Boolean(noun) && pascal(code).startsWith(noun ?? '');
}

function codesOf(spec: Spec, variant: Schema): Schema['enum'] {
  const { code } = propertiesOf(spec, variant);
  return code && resolve(spec, code).enum;
}
