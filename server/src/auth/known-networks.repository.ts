import { sql } from 'kysely';
import { uuidBytes } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';

/** Of each user; the one that was used longest ago makes room for another. */
const maxPerUser = 10;
/** What nobody signed in from for half a year is as good as unknown. */
export const networksKeptDays = 180;

/** The networks from which somebody has signed in. */
export class KnownNetworksRepository {
  constructor(private readonly db: Database) {}

  /** Notes it as used now, and forgets the oldest beyond ten. */
  async remember(tx: Tx, userId: string, networkHash: Buffer): Promise<void> {
    await tx
      .insertInto('known_networks')
      .values({
        user_id: uuidBytes(userId),
        network_hash: networkHash,
        last_used_at: sql<Date>`now(3)`,
      })
      .onDuplicateKeyUpdate({ last_used_at: sql<Date>`now(3)` })
      .execute();
    const kept = await tx
      .selectFrom('known_networks')
      .select('network_hash')
      .where('user_id', '=', uuidBytes(userId))
      .orderBy('last_used_at', 'desc')
      .limit(maxPerUser + 1)
      .execute();
    const excess = kept.slice(maxPerUser).map(({ network_hash }) => network_hash);
    if (excess.length > 0)
      await tx
        .deleteFrom('known_networks')
        .where('user_id', '=', uuidBytes(userId))
        .where('network_hash', 'in', excess)
        .execute();
  }

  /** @returns how many, at most `atOnce` */
  async forgetUnused(atOnce: number): Promise<number> {
    const { numAffectedRows = 0n } = await sql`delete from known_networks
      where last_used_at < now(3) - interval ${sql.lit(networksKeptDays)} day limit ${sql.lit(atOnce)}`.execute(
      this.db.read,
    );
    return Number(numAffectedRows);
  }
}
