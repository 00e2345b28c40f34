import { httpDriver } from '../load/http-driver.js';
import type { LoadDriver } from '../load/load.types.js';

export interface Read {
  path: string;
  token: string;
}

/** Each of the reads in turn, again and again, by those who may. */
export async function open({ baseUrl, reads }: { baseUrl: string; reads: Read[] }): Promise<LoadDriver> {
  let number = 0;
  return httpDriver(baseUrl, () => {
    const read = reads[number++ % reads.length];
    if (!read) throw new RangeError('There is nothing to read.');
    return { method: 'GET', path: read.path, headers: { authorization: `Bearer ${read.token}` } };
  });
}
