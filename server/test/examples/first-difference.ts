import { isDeepStrictEqual } from 'node:util';

/** Where two JSON values differ first, and how; null where they do not. */
export function firstDifference(expected: unknown, actual: unknown, path = ''): string | null {
  if (isDeepStrictEqual(expected, actual)) return null;
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual))
    return `${path || 'all of it'}: ${shown(expected)} became ${shown(actual)}`;
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const difference = firstDifference(expected[name], actual[name], path ? `${path}.${name}` : name);
    if (difference !== null) return difference;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? 'nothing';
