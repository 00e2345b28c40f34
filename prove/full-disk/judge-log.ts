import { readFile } from 'node:fs/promises';
import type { Broken } from '../kernel/proof.js';

/** Whether every line of the API's log is whole; the last one may still be on its way. */
export async function judgeLog(file: string): Promise<Broken[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  const torn = lines.filter((line) => !isWhole(line));
  return torn.length === 0 ? [] : [{ what: `${torn.length} lines of the API's log are torn` }];
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
