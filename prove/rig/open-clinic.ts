import { caller, type OpenClinic, signIn } from '../../server/test/support/calls.js';
import { admin } from './api-fleet.js';
import type { Rig } from './rig.js';

/** The rig's clinic with its admin signed in at the first process: for the builders that fill a clinic through the API. */
export async function openClinic({ apis }: Rig): Promise<OpenClinic> {
  const baseUrl = apis[0]?.baseUrl;
  if (!baseUrl) throw new Error('A rig without API processes has no clinic.');
  const call = caller(baseUrl);
  return { baseUrl, call, admin: await signIn(call, admin.email, admin.password) };
}
