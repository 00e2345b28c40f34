import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';

export interface Approval {
  requestedBy: string;
  requestedAt: Date;
}

/** What one admin asked for and a second one must carry out. The caller holds the subject's lock. */
export class ApprovalsRepository {
  async maybeApproval(tx: Tx, kind: string, subjectId: string): Promise<Approval | null> {
    const row = await tx
      .selectFrom('approvals')
      .select(['requested_by', 'requested_at'])
      .where('kind', '=', kind)
      .where('subject_id', '=', uuidBytes(subjectId))
      .forUpdate()
      .executeTakeFirst();
    return row ? { requestedBy: uuidText(row.requested_by), requestedAt: row.requested_at } : null;
  }

  async insert(tx: Tx, kind: string, subjectId: string, approval: Approval, reason: string): Promise<void> {
    await tx
      .insertInto('approvals')
      .values({
        kind,
        subject_id: uuidBytes(subjectId),
        requested_by: uuidBytes(approval.requestedBy),
        requested_at: approval.requestedAt,
        reason,
      })
      .execute();
  }

  async remove(tx: Tx, kind: string, subjectId: string): Promise<void> {
    await tx
      .deleteFrom('approvals')
      .where('kind', '=', kind)
      .where('subject_id', '=', uuidBytes(subjectId))
      .execute();
  }
}
