import { sql } from 'kysely';
import type { Actor } from '../lib/actor.js';
import { maybeUuidBytes, newId, uuidBytes } from '../lib/ids.js';
import { insertRow } from '../lib/insert-row.js';
import { afterCommit, type Db, type Tx } from '../lib/mysql.js';
import { consumerOf } from './consumers.js';
import type { Subscription, Subscriptions } from './subscriptions.js';

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

/** What is on record and nothing follows from, e.g. that somebody signed in. */
export interface AuditEntry {
  /** `subject.verb` in the past tense. */
  action: string;
  subjectId: string;
  patientId: string | null;
  /** No names, no addresses of mail, nothing clinical. */
  detail?: Readonly<Record<string, unknown>>;
}

/** Who is on record as having done it; `nobody` is somebody who was not signed in. */
export interface AuditActor {
  userId: string;
  role: Actor['role'] | 'nobody';
  requestId: string;
}

/** What happened and who did it: written in the transaction of the change, or the change did not happen. */
export class EventsRepository {
  constructor(private readonly subscriptions: Subscriptions) {}

  /** Appends the event, a delivery for each of its subscribers, and its audit row. */
  async append(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
    const now = new Date();
    const { kind, subjectId, patientId, detail } = event;
    const id = uuidBytes(newId(now.getTime())); // in the order of occurring, which `asOf` relies on
    await insertRow(tx, 'events', {
      id,
      kind,
      subject_id: uuidBytes(subjectId),
      patient_id: maybeUuidBytes(patientId),
      payload: JSON.stringify(event.payload),
      occurred_at: now,
      awaits: consumerOf(kind),
    });
    const subscribers = this.subscriptions.of(kind);
    if (subscribers.length > 0) await this.#deliver(tx, id, event, subscribers);
    await this.record(tx, actor, { action: kind, subjectId, patientId, ...(detail && { detail }) }, now);
  }

  /** Appends an audit row alone. Outside a transaction only where nothing was changed, e.g. for what was refused. */
  async record(tx: Tx | Db, actor: AuditActor, entry: AuditEntry, at = new Date()): Promise<void> {
    await insertRow(tx, 'audit_log', {
      at,
      actor_id: uuidBytes(actor.userId),
      role: actor.role,
      action: entry.action,
      subject_id: uuidBytes(entry.subjectId),
      patient_id: maybeUuidBytes(entry.patientId),
      request_id: actor.requestId,
      detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
    });
  }

  async #deliver(tx: Tx, id: Buffer, event: NewEvent, subscribers: readonly Subscription[]): Promise<void> {
    const rows = subscribers.map(({ consumer, subjectOf }) => ({
      consumer,
      subject: uuidBytes(subjectOf(event)),
      event_id: id,
      due_at: sql<Date>`now(3)`,
      created_at: sql<Date>`now(3)`,
    }));
    await tx.insertInto('event_deliveries').values(rows).execute();
    afterCommit(tx, () => this.subscriptions.wake(subscribers));
  }
}
