import { type HttpCall, httpDriver } from '../../bench/load/http-driver.js';
import type { LoadDriver } from '../../bench/load/load.types.js';

export interface SignInSetup {
  readonly baseUrl: string;
  readonly email: string;
  readonly password: string;
}

/** Signs in, again and again. */
export async function open({ baseUrl, ...body }: SignInSetup): Promise<LoadDriver> {
  const call: HttpCall = {
    method: 'POST',
    path: '/api/v1/auth/login',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return httpDriver(baseUrl, () => call);
}
