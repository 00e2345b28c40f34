import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, found from this file whether it runs from source or from the bundle. */
export const rootDir = findRoot(dirname(fileURLToPath(import.meta.url)));
export const migrationsDir = join(rootDir, 'sql', 'migrations');
export const factsDir = join(rootDir, 'sql', 'facts');
export const summariesDir = join(rootDir, 'sql', 'summaries');
export const openApiFile = join(rootDir, 'sdk', 'openapi.json');

function findRoot(from: string): string {
  if (existsSync(join(from, 'sql', 'migrations'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('sql/migrations was not found above the program: run it from a whole checkout.');
  return findRoot(parent);
}
