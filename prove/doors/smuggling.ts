import { eachOf } from '../rig/at-once.js';
import { knock, type Said } from './knock.js';
import { type Column, columnsWith } from './matrix.js';
import { type Operation, operation, operations, resolved, type Schema } from './operations.js';
import { morePretences, pretences, type Values } from './pretences.js';
import { doors } from './requests.js';
import { atOnce, type Visit } from './visit.js';

const deepest = 6;
const unknownField = 'not known here';
/** So that a body without anything slipped in has no effect either. */
const refusedAnyway = 'refusedAnyway';
/** To MongoDB or JavaScript they are more than data. */
const reserved: readonly string[] = ['__proto__', '$set'];
type Json = Readonly<Record<string, unknown>>;

/** A place in a body where a field could be slipped in. */
interface Place {
  /** Such as `body.address`. */
  readonly name: string;
  /** The body with a field more at this place; as it should be without one. */
  bodyWith(extra: Json): Json;
}

/** Ids, states and rights slipped into a body, at every depth: refused, each by itself, whoever sends it. */
export async function intoBodies(visit: Visit): Promise<void> {
  const { house, dose } = visit;
  const known = dose === 'small' ? pretences(house) : morePretences(house);
  const told = operations.filter(({ body }) => body !== null);
  await eachOf(told, atOnce, async (asked) => {
    for (const place of placesIn(asked.body ?? {})) await slipInto(visit, asked, place, known);
  });
}

async function slipInto(visit: Visit, asked: Operation, place: Place, known: Values): Promise<void> {
  const { matrix, verdicts } = visit;
  const { operationId } = asked;
  const mayBeTold = place.name === 'body' ? (matrix.told[operationId] ?? []) : [];
  const here = `"field":"${place.name}"`;
  const control = await send(visit, asked, { ...place.bodyWith({}), [refusedAnyway]: true });
  const isWrongAnyway = control.text.includes(here);
  for (const [field, values] of Object.entries(known).filter(([name]) => !mayBeTold.includes(name)))
    for (const value of values) {
      const said = await send(visit, asked, place.bodyWith({ [field]: value }));
      const isNamed = said.text.includes(unknownField) || (said.text.includes(here) && !isWrongAnyway);
      verdicts.expect(said.status === 422 && isNamed, `${operationId} refuses ${field} in ${place.name}`, [
        said.line,
      ]);
    }
}

function send({ house, matrix }: Visit, asked: Operation, body: unknown): Promise<Said> {
  const column = columnsWith(matrix, asked.operationId, 'A', 'O')[0] ?? null;
  return knock(house, {
    ...{ operation: asked, who: column ?? 'nobody', things: house.theirs },
    ...{ caller: column && house.insiders[column], door: doors[asked.operationId] ?? {} },
    bodyText: JSON.stringify(body),
  });
}

/** Every object that the description allows in a body, except where any field is welcome. */
function placesIn(schema: Schema, name = 'body', depth = 0): Place[] {
  const { properties, anyOf = [], additionalProperties = false } = resolved(schema);
  if (depth > deepest) return [];
  if (!properties || additionalProperties !== false)
    return anyOf.flatMap((one) => placesIn(one, name, depth + 1));
  const whole = sample(schema) as Json;
  return [
    { name, bodyWith: (extra) => ({ ...whole, ...extra }) },
    ...Object.entries(properties).flatMap(([property, inside]) => {
      const { items } = resolved(inside);
      return placesIn(items ?? inside, `${name}.${property}`, depth + 1).map((place) => {
        const value = (extra: Json) => (items ? [place.bodyWith(extra)] : place.bodyWith(extra));
        return { ...place, bodyWith: (extra: Json) => ({ ...whole, [property]: value(extra) }) };
      });
    }),
  ];
}

/** Something of this shape with every field there is. */
function sample(schema: Schema): unknown {
  const {
    type,
    properties = {},
    items = {},
    enum: choices,
    anyOf,
    example,
    minimum,
    minLength = 1,
  } = resolved(schema);
  if (example !== undefined) return example;
  if (choices) return choices[0];
  if (anyOf) return sample(anyOf[0] ?? {});
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, sample(each)]));
  if (type === 'array') return [sample(items)];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  return 'a'.repeat(minLength);
}

/** Where any field is welcome it is data: what the observation is, and whose, stays what the sender may say. */
export async function intoFreeForm({ house, verdicts, dose }: Visit): Promise<void> {
  const { theirs, insiders } = house;
  const known = Object.entries(dose === 'small' ? pretences(house) : morePretences(house));
  const data = Object.fromEntries(
    known.filter(([name]) => !reserved.includes(name)).map(([name, values]) => [name, values[0]]),
  );
  const post = (free: unknown) => {
    const about = { recordUuid: theirs.record, patientId: theirs.patient, kind: 'other' };
    const body = { ...about, observedAt: '2026-01-05T08:00:00Z', data: free };
    return knock(house, {
      ...{ operation: operation('observations_post'), who: 'doctor', things: theirs },
      ...{ caller: insiders.doctor, door: {}, bodyText: JSON.stringify(body) },
    });
  };
  const [plain, slipped] = [await post({ isAwake: true }), await post({ ...data, deeper: { ...data } })];
  verdicts.expect(
    plain.status === 201 && slipped.status === 201 && essence(plain.text) === essence(slipped.text),
    'observations_post takes ids and states in free data as data',
    [plain.line, slipped.line],
  );
  for (const name of reserved) {
    const said = await post({ deeper: { [name]: { role: 'admin' } } });
    verdicts.expect(said.status === 422, `observations_post refuses ${name} in free data`, [said.line]);
  }
}

function essence(text: string): string {
  const { id: _id, data: _data, sha256: _sha256, createdAt: _createdAt, ...rest } = JSON.parse(text);
  return JSON.stringify(rest);
}

/** A role writes the fields that are its own; any other is refused, alone or among its own. */
export async function intoForbiddenFields(visit: Visit): Promise<void> {
  const { house, matrix, verdicts } = visit;
  for (const [operationId, byColumn] of Object.entries(matrix.writable))
    for (const [column, fields] of Object.entries(byColumn) as [Column, readonly string[]][]) {
      const asked = operation(operationId);
      const whole = sample(asked.body ?? {}) as Json;
      const own = Object.fromEntries(fields.map((field) => [field, whole[field]]));
      for (const field of Object.keys(whole).filter((each) => !fields.includes(each)))
        for (const among of [{}, own]) {
          const said = await knock(house, {
            ...{ operation: asked, who: column, things: house.theirs },
            ...{ caller: house.insiders[column], door: doors[operationId] ?? {} },
            bodyText: JSON.stringify({ ...among, [field]: whole[field] }),
          });
          const isRefused = said.status === 403 && said.text.includes('"code":"field_forbidden"');
          verdicts.expect(isRefused, `${operationId} lets ${column} not write ${field}`, [said.line]);
        }
    }
}
