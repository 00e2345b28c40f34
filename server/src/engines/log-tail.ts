import { readFile } from 'node:fs/promises';
import { lastLines } from './run-command.js';

/** The last lines of a log, indented for an error message. */
export async function tailOf(logFile: string, count: number): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const lines = text.trim() === '' ? '(it is empty)' : lastLines(text, count);
  return lines.replace(/^/gm, '    ');
}
