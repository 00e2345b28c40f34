import { canonicalJson, type JsonObject, type JsonValue } from '../documents/canonical-json.js';
import { invalid } from '../lib/errors.js';
import { impossibleDate, type Life, requirePossible } from '../lib/life-dates.js';
import { isCalendarDate, parseInstant } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { ObservationParts, PostObservation } from './observations.types.js';

export const dataDepthLimit = 6;
export const dataBytesLimit = 16_384;
/**
 * What the types cannot say: parts that go with the kind, dates of the calendar, and free JSON that both stores hold
 * unaltered. @throws AppError `validation_failed`
 * @returns when it was observed
 */
export function requireObservation(request: PostObservation, now: Date): Date {
  const { kind, vitals, symptoms, data } = request;
  const needed = kind === 'other' ? 'data' : kind;
  if (request[needed] === undefined) throw invalid(`body.${needed}`, `is required for the kind ${kind}`);
  if (vitals && kind !== 'vitals') throw invalid('body.vitals', 'goes with the kind vitals only');
  if (symptoms && kind !== 'symptoms') throw invalid('body.symptoms', 'goes with the kind symptoms only');
  for (const [index, { onsetOn }] of (symptoms ?? []).entries())
    if (onsetOn !== undefined && !isCalendarDate(onsetOn))
      throw invalid(`body.symptoms.${index}.onsetOn`, 'must be a date of the calendar');
  if (data !== undefined) requireData(data);
  requireWellFormed('body.vitals', vitals ?? []);
  requireWellFormed('body.symptoms', symptoms ?? []);
  const atMs = parseInstant(request.observedAt);
  if (atMs === null) throw invalid('body.observedAt', 'must be an instant of the calendar');
  const observedAt = new Date(atMs);
  requireWithinLife(request, observedAt, { bornOn: null }, now);
  return observedAt;
}

/** Nothing is observed before birth, and no complaint begins there. @throws AppError `validation_failed` */
export function requireWithinLife(
  { symptoms = [] }: ObservationParts,
  observedAt: Date,
  life: Life,
  now: Date,
): void {
  requirePossible(oneField('body.observedAt'), { from: observedAt }, life, now);
  for (const [index, { onsetOn = null }] of symptoms.entries())
    requireOnset(`body.symptoms.${index}.onsetOn`, onsetOn, observedAt, life, now);
}

function requireOnset(field: string, onsetOn: DateOn | null, observedAt: Date, life: Life, now: Date): void {
  requirePossible(oneField(field), { from: onsetOn }, life, now);
  if (impossibleDate({ from: onsetOn, to: observedAt }, { bornOn: null }, now))
    throw invalid(field, 'must not be after it was observed', 'ends_before_start');
}

const oneField = (field: string) => ({ from: field, to: field });

/** The parts as JSON, for a document's content. */
export function partsAsJson({ vitals, symptoms, data }: ObservationParts): JsonObject {
  return {
    ...(vitals && { vitals: vitals.map((each) => ({ ...each })) }),
    ...(symptoms && { symptoms: symptoms.map((each) => ({ ...each })) }),
    ...(data && { data: data as JsonObject }),
  };
}

function requireData(data: object): void {
  if (Object.keys(data).length === 0) throw invalid('body.data', 'must not be empty');
  requireJson(data, 1);
  if (Buffer.byteLength(canonicalJson(data as JsonObject)) > dataBytesLimit)
    throw invalid('body.data', `must not be longer than ${dataBytesLimit} bytes`);
}

function requireJson(value: unknown, depth: number): void {
  if (typeof value === 'string' && !value.isWellFormed())
    throw invalid('body.data', 'must be well-formed Unicode');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw invalid('body.data', 'must hold finite numbers');
  if (typeof value !== 'object' || value === null) return;
  if (depth > dataDepthLimit) throw invalid('body.data', `must not be deeper than ${dataDepthLimit} levels`);
  if (!Array.isArray(value)) for (const key of Object.keys(value)) requireKey(key);
  for (const member of Object.values(value)) requireJson(member, depth + 1);
}

/**
 * MongoDB gives `$` and `.` a meaning and ends a key at NUL, its driver takes `_bsontype` for the mark of a type of its
 * own, and JavaScript gives a meaning to `__proto__`.
 */
function requireKey(key: string): void {
  if (key === '' || reservedKeys.has(key) || /[$.\0]/.test(key) || !key.isWellFormed())
    throw invalid('body.data', 'must have keys without $, dot, _bsontype and __proto__');
}

const reservedKeys = new Set(['__proto__', '_bsontype']);

function requireWellFormed(field: string, parts: object): void {
  const isWellFormed = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.isWellFormed()
      : typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);
  if (!isWellFormed(parts as JsonValue)) throw invalid(field, 'must be well-formed Unicode');
}
