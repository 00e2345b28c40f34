import { systemActor } from '../../lib/actor.js';
import { uuidBytes } from '../../lib/ids.js';
import type { ClinicIds } from '../clinic-ids.js';
import type { BulkLink } from './bulk-link.js';
import { TableWriter, type WritingRun } from './table-writer.js';

/** One number per kind of thing that changes: events of one section have ids that follow one another. */
export const sections = {
  directory: 0,
  patients: 1,
  appointments: 2,
  records: 3,
  diagnoses: 4,
  notes: 5,
  observations: 6,
} as const;
export type Section = keyof typeof sections;

export interface Change {
  /** As in `NewEvent`. */
  kind: string;
  subject: Uint8Array;
  patient: Uint8Array | null;
  /** JSON. */
  payload: string;
  /** JSON. */
  detail?: string;
  atMs: number;
}

const events = {
  name: 'events',
  columns: ['id', 'kind', 'subject_id', 'patient_id', 'payload', 'occurred_at'],
};
const auditLog = {
  name: 'audit_log',
  columns: ['id', 'at', 'actor_id', 'role', 'action', 'subject_id', 'patient_id', 'request_id', 'detail'],
};

const actor = systemActor('generate');
const actorId = uuidBytes(actor.userId);

/**
 * The event and the audit row of each change, as `EventsRepository.append` writes them. No consumer awaits the events:
 * analytics is built from the rows when all are there.
 */
export class ChangeLog {
  readonly #events: TableWriter;
  readonly #audit: TableWriter;
  readonly #id = Buffer.allocUnsafe(16);
  #counter = 0;

  /** @param firstAuditId the numbers from there on are this section's */
  constructor(
    private readonly ids: ClinicIds,
    private readonly section: Section,
    private readonly firstAuditId: number,
    link: BulkLink,
    run: WritingRun,
  ) {
    this.#events = new TableWriter(events, link, run);
    this.#audit = new TableWriter(auditLog, link, run);
  }

  add({ kind, subject, patient, payload, detail, atMs }: Change): void {
    this.ids.event(this.#id, sections[this.section], this.#counter);
    const event = this.#events.rows;
    event.bytes(this.#id);
    event.text(kind);
    event.bytes(subject);
    if (patient) event.bytes(patient);
    else event.none();
    event.text(payload);
    event.instant(atMs);
    event.endRow();
    const audit = this.#audit.rows;
    audit.integer(this.firstAuditId + this.#counter);
    audit.instant(atMs);
    audit.bytes(actorId);
    audit.text(actor.role);
    audit.text(kind);
    audit.bytes(subject);
    if (patient) audit.bytes(patient);
    else audit.none();
    audit.text(actor.requestId);
    if (detail === undefined) audit.none();
    else audit.text(detail);
    audit.endRow();
    this.#counter++;
  }

  isDue(): boolean {
    return this.#events.isDue() || this.#audit.isDue();
  }

  async flush(): Promise<void> {
    await this.#events.flush();
    await this.#audit.flush();
  }
}
