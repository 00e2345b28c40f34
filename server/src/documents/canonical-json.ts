/** What JSON can say. A type alias of its own, so that content types can be checked against it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [key: string]: JsonValue | undefined };
export type JsonObject = { [key: string]: JsonValue | undefined };

/**
 * JSON with sorted keys and without blanks: equal content gives equal bytes, whichever store it came from. A number that
 * JSON cannot write, as `1e999` is read, is no `null` here.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => memberOf(key, value[key]));
  return `{${members.join(',')}}`;
}

const memberOf = (key: string, value: JsonValue | undefined): string[] =>
  value === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value)}`];
