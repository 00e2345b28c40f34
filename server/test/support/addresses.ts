import { Agent, request } from 'undici';
import type { Answer, Call, CallOptions } from './calls.js';

/** Bare HTTP calls that come from this loopback address, each on a connection of its own. */
export function callerFrom(baseUrl: string, localAddress: string): Call {
  const dispatcher = new Agent({ localAddress, pipelining: 0 });
  return async <T>(
    who: { accessToken: string } | null,
    method: string,
    path: string,
    { body, headers = {} }: CallOptions = {},
  ): Promise<Answer<T>> => {
    const answer = await request(`${baseUrl}/api/v1${path}`, {
      dispatcher,
      method: method as 'POST',
      headers: {
        ...(who && { authorization: `Bearer ${who.accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    const said = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return {
      status: answer.statusCode,
      headers: new Headers(said),
      body: (text === '' ? {} : JSON.parse(text)) as T,
    };
  };
}
