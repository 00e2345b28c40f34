import { caller, type OpenClinic, signIn } from '../../server/test/support/calls.js';
import { admin } from '../rig/api-fleet.js';
import type { Rig } from '../rig/rig.js';

/** The rig's clinic as its admin sees it: with it the people of a trial are made, before anything breaks. */
export async function openClinic({ apis: [first] }: Rig): Promise<OpenClinic> {
  if (!first) throw new Error('The rig has no API process.');
  const call = caller(first.baseUrl);
  return { baseUrl: first.baseUrl, call, admin: await signIn(call, admin.email, admin.password) };
}

/** Makes many of something, a few at once: sign-ins wait in a queue with a limit. */
export async function many<T>(count: number, make: (index: number) => Promise<T>, atOnce = 20): Promise<T[]> {
  const made: T[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const indexes = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => from + index);
    made.push(...(await Promise.all(indexes.map(make))));
  }
  return made;
}
