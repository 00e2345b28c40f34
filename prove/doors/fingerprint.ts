import { isNoChange } from '../kernel/audit.js';
import type { House } from './house.js';

/** Kept by workers and by sign-ins, whenever it pleases them. */
const restless =
  /^(audit_log|events|sessions|refresh_tokens|known_networks|password_tries|document_outbox|analytics_.*|fact_.*|.*_totals(_published)?|offered_.*|schema_.*)$/;

/** What every table holds, as one text: equal before and after what must have no effect. */
export async function fingerprint({ stores }: House): Promise<string> {
  const tables = await stores.rows(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
  );
  const names = tables.map(({ name }) => String(name)).filter((name) => !restless.test(name));
  const sums = await stores.rows(`CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`);
  const changes = await stores.rows(`SELECT COUNT(*) AS count FROM audit_log WHERE NOT ${isNoChange}`);
  return [
    ...sums.map(({ Table: table, Checksum: sum }) => `${table} ${sum}`),
    `changes on record ${changes[0]?.count}`,
  ].join('\n');
}

/** The tables in which two fingerprints differ. */
export function changedTables(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}
