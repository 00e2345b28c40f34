import type { Action } from '../access/access-table.js';
import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { type AppError, conflict, invalid, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Life } from '../lib/life-dates.js';
import type { Db, Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import type { DiagnosesRepository } from './diagnoses.repository.js';
import type { RecordOnly } from './record-rows.js';
import type { AttendedRecord, RecordsRepository } from './records.repository.js';
import type {
  Diagnosis,
  ListRecords,
  MedicalRecord,
  NewRecord,
  OpenRecord,
  UpdateRecord,
  VisitAppointments,
} from './records.types.js';

export class RecordsService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly diagnoses: DiagnosesRepository,
    private readonly appointments: VisitAppointments,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Opens the record of a visit, or of a walk-in whom the doctor treats.
   * @throws AppError `appointment_not_found`, `patient_not_found`, `invalid_transition`; `record_exists` with its
   *   `recordUuid` when the appointment has one already
   */
  async open(actor: Actor, request: OpenRecord): Promise<MedicalRecord> {
    requireOneOrigin(request);
    return this.writes.run(actor, async (tx) => {
      const origin = request.appointmentId
        ? await this.#visit(tx, actor, request.appointmentId)
        : await this.#walkIn(tx, actor, request.patientId ?? '');
      const chiefComplaint = request.chiefComplaint ?? null;
      return this.insert(tx, actor, {
        ...origin,
        id: newId(),
        chiefComplaint,
        openedAt: new Date(),
        closedAt: null,
        isOpenedAlone: origin.kind === 'walk_in',
      });
    });
  }

  /**
   * Inserts a record inside the caller's transaction, with event and audit row. The caller has checked that the
   * patient, the doctor and the appointment belong together.
   * @throws AppError `record_exists`
   */
  async insert(tx: Tx, actor: Actor, record: NewRecord): Promise<MedicalRecord> {
    const { appointmentId, patientId, doctorId, departmentId, kind, isOpenedAlone } = record;
    if (!(await this.records.insert(tx, record))) {
      const recordUuid = await this.records.idOfAppointment(tx, appointmentId ?? '');
      throw conflict('record_exists', { recordUuid });
    }
    const openedAt = record.openedAt.toISOString();
    const closedAt = record.closedAt?.toISOString() ?? null;
    const payload = { appointmentId, doctorId, departmentId, kind, isOpenedAlone, openedAt, closedAt };
    await this.events.append(tx, actor, { kind: 'record.opened', subjectId: record.id, patientId, payload });
    const status = closedAt === null ? 'open' : 'closed';
    return { ...record, openedAt, closedAt, status, diagnoses: [], version: 1 };
  }

  /** @throws AppError `record_not_found` */
  async get(actor: Actor, id: string): Promise<MedicalRecord> {
    const record = await this.records.maybeOne(actor, scopeOf(actor, 'record.read'), id);
    if (!record) throw notFound('record_not_found');
    return this.#whole(actor, record);
  }

  /** Newest first. */
  async list(actor: Actor, request: ListRecords): Promise<Page<MedicalRecord>> {
    const scope = scopeOf(actor, 'record.read');
    const filter = requireSelection(actor, request);
    const limit = request.limit ?? defaultPageSize;
    const listName = `records ${JSON.stringify([filter.patientId, filter.doctorId, filter.status])}`;
    const after = request.cursor ? this.cursors.decode(listName, request.cursor) : null;
    const rows = await this.records.list(actor, scope, filter, after, limit + 1);
    const page = this.cursors.page(listName, rows, limit, (row) => ({ value: row.openedAt, id: row.id }));
    return { items: await this.#withDiagnoses(actor, page.items), nextCursor: page.nextCursor };
  }

  /** @throws AppError `record_not_found`, `record_closed`, `if_match_required`, `version_stale` */
  async update(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    request: UpdateRecord,
  ): Promise<MedicalRecord> {
    return this.writes.run(actor, async (tx) => {
      const { record } = await this.lockAttended(tx, actor, id);
      requireVersion(ifMatch, record.version);
      if (record.status === 'closed') throw recordClosed();
      const { chiefComplaint } = request;
      await this.records.update(tx, id, chiefComplaint);
      const { patientId, version } = record;
      await this.events.append(tx, actor, { kind: 'record.updated', subjectId: id, patientId, payload: {} });
      return this.#whole(actor, { ...record, chiefComplaint, version: version + 1 }, tx);
    });
  }

  /**
   * Closes a record: from then on it takes no notes or observations, and the patient reads it.
   * @throws AppError `record_not_found`; `invalid_transition` when it is closed already
   */
  async close(actor: Actor, id: string): Promise<MedicalRecord> {
    return this.writes.run(actor, async (tx) => {
      const { record } = await this.lockAttended(tx, actor, id);
      if (record.status === 'closed')
        throw conflict('invalid_transition', { detail: 'The medical record is closed already.' });
      const now = new Date();
      const closedAt = now.toISOString();
      await this.records.close(tx, id, now);
      const { patientId, version } = record;
      await this.events.append(tx, actor, {
        kind: 'record.closed',
        subjectId: id,
        patientId,
        payload: { closedAt },
      });
      return this.#whole(actor, { ...record, status: 'closed', closedAt, version: version + 1 }, tx);
    });
  }

  /**
   * The front desk or a nurse has seen the walk-in too: from then on the record counts like a visit.
   * @throws AppError `record_not_found`; `invalid_transition` unless its doctor opened it alone
   */
  async checkIn(actor: Actor, id: string): Promise<void> {
    const scope = scopeOf(actor, 'record.check_in');
    await this.writes.run(actor, async (tx) => {
      const record = await this.records.lock(tx, scope, id);
      if (!record) throw notFound('record_not_found');
      if (!record.isOpenedAlone)
        throw conflict('invalid_transition', {
          detail: 'Only a walk-in that its doctor opened alone is checked in.',
        });
      await this.records.checkIn(tx, id);
      const { patientId, doctorId, departmentId } = record;
      const payload = { doctorId, departmentId };
      await this.events.append(tx, actor, { kind: 'record.checked_in', subjectId: id, patientId, payload });
      return { id };
    });
  }

  /**
   * The gate of every clinical document: the record exists, is open, belongs to this patient, and the actor treats her.
   * Locks the record's row, shared, until `tx` ends: it cannot be closed before the document is in.
   * @returns the patient's life, within which everything observed must lie
   * @throws AppError `record_not_found`, the same for each of these reasons
   */
  async validateRecordUuid(
    tx: Tx,
    actor: Actor,
    action: Action,
    recordUuid: string,
    patientId: string,
  ): Promise<Life> {
    const life = await this.records.lockOpen(tx, scopeOf(actor, action), recordUuid, patientId);
    if (!life) throw notFound('record_not_found');
    return life;
  }

  /** Locks a record that the actor attends until `tx` ends. @throws AppError `record_not_found` */
  async lockAttended(tx: Tx, actor: Actor, id: string): Promise<AttendedRecord> {
    const scope = scopeOf(actor, 'record.write');
    const attended = await this.records.lockAttended(tx, scope, id, actor.doctorId ?? '');
    if (!attended) throw notFound('record_not_found');
    return attended;
  }

  async #visit(tx: Tx, actor: Actor, appointmentId: string) {
    const { patientId, doctorId, departmentId } = await this.appointments.lockForVisit(
      tx,
      actor,
      appointmentId,
    );
    return { appointmentId, patientId, doctorId, departmentId, kind: 'visit' as const };
  }

  async #walkIn(tx: Tx, actor: Actor, patientId: string) {
    const doctorId = actor.doctorId ?? '';
    const departmentId = await this.records.lockWalkIn(
      tx,
      scopeOf(actor, 'record.write'),
      patientId,
      doctorId,
    );
    if (departmentId === null) throw notFound('patient_not_found');
    return { appointmentId: null, patientId, doctorId, departmentId, kind: 'walk_in' as const };
  }

  async #withDiagnoses(actor: Actor, records: RecordOnly[]): Promise<MedicalRecord[]> {
    const diagnoses = await this.diagnoses.ofRecords(records.map((record) => record.id));
    return records.map((record) => shownTo(actor, record, diagnoses.get(record.id) ?? []));
  }

  async #whole(actor: Actor, record: RecordOnly, tx?: Tx | Db): Promise<MedicalRecord> {
    const diagnoses = await this.diagnoses.ofRecords([record.id], tx);
    return shownTo(actor, record, diagnoses.get(record.id) ?? []);
  }
}

/** Billing sees codes, not words; a patient of an open walk-in sees that it is there. */
function shownTo(actor: Actor, { isReleased, ...record }: RecordOnly, diagnoses: Diagnosis[]): MedicalRecord {
  if (!isReleased) return { ...record, chiefComplaint: null, diagnoses: [] };
  if (actor.role !== 'billing') return { ...record, diagnoses };
  return { ...record, chiefComplaint: null, diagnoses: diagnoses.map((each) => ({ ...each, text: null })) };
}

export const recordClosed = (): AppError => conflict('record_closed');

function requireOneOrigin({ appointmentId, patientId, kind }: OpenRecord): void {
  if (appointmentId !== undefined && (patientId !== undefined || kind !== undefined))
    throw invalid('body.appointmentId', 'must not come together with patientId or kind');
  if (appointmentId === undefined && patientId === undefined)
    throw invalid('body.appointmentId', 'is required unless patientId and kind are given');
  if (patientId !== undefined && kind === undefined) throw invalid('body.kind', 'is required with patientId');
}

/** Without a selection only those whose scope is narrow may list. */
function requireSelection(actor: Actor, { patientId, doctorId, status }: ListRecords) {
  if (patientId !== undefined || doctorId !== undefined || actor.role === 'patient')
    return { patientId, doctorId, status };
  if (actor.doctorId !== null) return { patientId, doctorId: actor.doctorId, status };
  throw invalid('query.patientId', 'is required unless doctorId is given');
}
