import type { Actor } from '../lib/actor.js';
import { maybeUuidBytes, newId, uuidBytes } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { consumerOf } from './consumers.js';

/** Something that happened. The payload holds ids, states and times; never names, never clinical text. */
export interface NewEvent {
  /** `subject.verb` in the past tense, e.g. `appointment.booked`. Also the action in the audit log. */
  kind: string;
  subjectId: string;
  patientId: string | null;
  payload: Readonly<Record<string, unknown>>;
  /** What the audit row keeps beside who and what, e.g. the hash of what was signed. */
  detail?: Readonly<Record<string, unknown>>;
}

/** What happened and who did it: written in the transaction of the change, or the change did not happen. */
export class EventsRepository {
  /** Appends the event and its audit row. */
  async append(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
    const now = new Date();
    const subjectId = uuidBytes(event.subjectId);
    const patientId = maybeUuidBytes(event.patientId);
    await tx
      .insertInto('events')
      .values({
        id: uuidBytes(newId(now.getTime())), // in the order of occurring, which `asOf` relies on
        kind: event.kind,
        subject_id: subjectId,
        patient_id: patientId,
        payload: JSON.stringify(event.payload),
        occurred_at: now,
        awaits: consumerOf(event.kind),
      })
      .execute();
    await tx
      .insertInto('audit_log')
      .values({
        at: now,
        actor_id: uuidBytes(actor.userId),
        role: actor.role,
        action: event.kind,
        subject_id: subjectId,
        patient_id: patientId,
        request_id: actor.requestId,
        detail: event.detail === undefined ? null : JSON.stringify(event.detail),
      })
      .execute();
  }
}
