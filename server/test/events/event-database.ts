import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import { emptyDatabase } from '../support/clinic.js';

export type EventDatabase = Awaited<ReturnType<typeof eventDatabase>>;

/** A migrated database of a test's own. */
export async function eventDatabase() {
  const empty = await emptyDatabase();
  await migrate(empty.urls.mysqlUrl, migrationsDir, () => {});
  return { ...empty, mysqlUrl: empty.urls.mysqlUrl };
}
