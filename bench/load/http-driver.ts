import { Pool } from 'undici';
import type { LoadDriver } from './load.types.js';

export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Drives any HTTP system over kept-alive connections, as many as there are callers.
 * @param nextCall makes the next request; a system of another kind needs no more than this
 * @param warmPath answered cheaply by the system; asked to open connections before a burst
 */
export function httpDriver(baseUrl: string, nextCall: () => HttpCall, warmPath = '/health/live'): LoadDriver {
  const pool = new Pool(baseUrl, { connections: null, pipelining: 1, keepAliveTimeout: 60_000 });
  const send = async (call: HttpCall): Promise<string> => {
    const { statusCode, body } = await pool.request(call);
    await body.dump({ limit: Number.POSITIVE_INFINITY });
    return String(statusCode);
  };
  return {
    next: () => send(nextCall()),
    async warm(connections) {
      const call = { method: 'GET', path: warmPath, headers: {} } as const;
      await Promise.all(Array.from({ length: connections }, () => send(call)));
    },
    close: () => pool.close(),
  };
}
