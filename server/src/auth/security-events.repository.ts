import { uuidBytes } from '../lib/ids.js';
import type { Database } from '../lib/mysql.js';
import { formatInstant } from '../lib/time.js';
import type { SecurityEvent } from './auth.types.js';

export interface SecurityEventRow extends SecurityEvent {
  auditId: number;
}

const prefix = 'user.';

/** What the audit log says about one account, the newest first. */
export class SecurityEventsRepository {
  constructor(private readonly db: Database) {}

  /** @returns up to `limit + 1` rows */
  async page(userId: string, limit: number, beforeId: number | null): Promise<SecurityEventRow[]> {
    const accountId = uuidBytes(userId);
    let query = this.db.read
      .selectFrom('audit_log')
      .select(['id', 'at', 'action', 'role', 'actor_id'])
      .where('account_id', '=', accountId);
    if (beforeId !== null) query = query.where('id', '<', beforeId);
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return rows.map(({ id, at, action, role, actor_id }) => ({
      auditId: Number(id),
      at: formatInstant(at.getTime()),
      kind: action.slice(prefix.length),
      byRole: role,
      isOwn: actor_id.equals(accountId),
    }));
  }
}
