import type { Page } from '@medweave/sdk';

/** Some of what is answered; the rest is as it was recorded. A list is given whole. */
export type Change<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Field in keyof T]?: Change<T[Field]> }
    : T;

/** What a test says of an answer: a change of it, or, where the answer comes in pages, a change of each item. */
export type Said<Answer> = Answer extends Page<infer Item> ? readonly Change<Item>[] : Change<Answer>;

/** The recorded value with the change in it. */
export function changed(recorded: unknown, change: unknown): unknown {
  if (change === undefined) return recorded;
  if (!isPlain(recorded) || !isPlain(change)) return change;
  const fields = Object.entries(change).map(([name, value]) => [name, changed(recorded[name], value)]);
  return { ...recorded, ...Object.fromEntries(fields) };
}

const pageSize = 50;
const cursorStart = 'fake-page-from-item-';

export const isPage = (body: unknown): body is Page<unknown> =>
  isPlain(body) && Array.isArray(body.items) && 'nextCursor' in body;

/** The page that the query's `limit` and `cursor` ask for. */
export function pageOf(items: readonly unknown[], query: Readonly<Record<string, string>>): Page<unknown> {
  const from = Number(query.cursor?.replace(cursorStart, '') ?? 0) || 0;
  const to = from + Number(query.limit ?? pageSize);
  return { items: items.slice(from, to), nextCursor: to < items.length ? `${cursorStart}${to}` : null };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
