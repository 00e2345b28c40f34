import { httpDriver } from '../load/http-driver.js';
import type { LoadDriver } from '../load/load.types.js';

/** Asks for each of the paths in turn, again and again. */
export async function open({ baseUrl, paths }: { baseUrl: string; paths: string[] }): Promise<LoadDriver> {
  let number = 0;
  return httpDriver(baseUrl, () => {
    const path = paths[number++ % paths.length] ?? '';
    return { method: 'GET', path, headers: {} };
  });
}
