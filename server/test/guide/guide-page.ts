import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootDir } from '../../src/paths.js';

export const guideDir = join(rootDir, 'docs', 'guide');

/** A page of the guide: one program, and what it says that the program prints. */
export interface GuidePage {
  readonly program: string;
  readonly printed: string;
  /** The arguments of the command that the page tells to run first, if it does. */
  readonly generateArgs: readonly string[];
}

export async function readGuidePage(name: string): Promise<GuidePage> {
  const text = await readFile(join(guideDir, `${name}.md`), 'utf8');
  const [, args] = /^npm run generate -- (.*)$/m.exec(text) ?? [];
  return {
    program: blocksOf(text, 'ts'),
    printed: blocksOf(text, 'text'),
    generateArgs: args?.split(' ') ?? [],
  };
}

function blocksOf(text: string, language: string): string {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, code]) => code).join('\n');
}

/** What differs from run to run stands for its kind: dates, times of day, medical record numbers. */
export const withoutTheDay = (text: string): string =>
  text
    .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, 'DATE')
    .replaceAll(/\b\d\d:\d\d\b/g, 'TIME')
    .replaceAll(/\bMW\d{9}\b/g, 'MRN');
