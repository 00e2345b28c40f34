import { inSlices } from '../lib/long-work.js';

/** To write more in one go would keep others waiting. */
const longText = 128 * 1_024;
/** What is written between two looks at others. */
const stepText = 8 * 1_024;

/** A list, or a page of one, that is long when it is written. */
export interface LongList {
  readonly items: readonly unknown[];
  /** How many items are as much as may be written in one go. */
  readonly stepItems: number;
  /** What is written before the first item and after the last. */
  readonly before: string;
  readonly after: string;
}

/** @returns null for what is short, judged by how many items there are and by the first of them */
export function longListIn(data: unknown): LongList | null {
  const items = itemsOf(data);
  if (items.length < 2) return null;
  const itemText = JSON.stringify(items[0]).length;
  if (items.length * itemText <= longText) return null;
  const list = { items, stepItems: Math.ceil(stepText / itemText) };
  if (Array.isArray(data)) return { ...list, before: '[', after: ']' };
  const others = JSON.stringify({ ...(data as object), items: undefined }).slice(1);
  return { ...list, before: '{"items":[', after: others === '}' ? ']}' : `],${others}` };
}

/** What `JSON.stringify` says, but for the order of a page's fields, written in slices. */
export async function longJson({ items, stepItems, before, after }: LongList): Promise<string> {
  const texts: string[] = [];
  let at = 0;
  await inSlices(items.length, () => {
    texts.push(JSON.stringify(items.slice(at, at + stepItems)).slice(1, -1));
    at += stepItems;
    return at >= items.length;
  });
  return `${before}${texts.join(',')}${after}`;
}

function itemsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  const items = typeof data === 'object' && data !== null && 'items' in data ? data.items : [];
  return Array.isArray(items) ? items : [];
}
