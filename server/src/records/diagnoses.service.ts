import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { invalid, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { type Life, requirePossible } from '../lib/life-dates.js';
import type { Tx } from '../lib/mysql.js';
import { isCalendarDate } from '../lib/time.js';
import type { DiagnosesRepository } from './diagnoses.repository.js';
import { type RecordsService, recordClosed } from './records.service.js';
import type { AddDiagnosis, Diagnosis, NewDiagnosis, SetDiagnosisStatus } from './records.types.js';

export class DiagnosesService {
  constructor(
    private readonly diagnoses: DiagnosesRepository,
    private readonly records: RecordsService,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /** Adds a diagnosis to an open record that the actor attends. @throws AppError `record_not_found`, `record_closed` */
  async add(actor: Actor, recordId: string, request: AddDiagnosis): Promise<Diagnosis> {
    requireDate('body.onsetOn', request.onsetOn);
    return this.writes.run(actor, async (tx) => {
      const { record, life } = await this.records.lockAttended(tx, actor, recordId);
      if (record.status === 'closed') throw recordClosed();
      const { patientId } = record;
      const { codeSystem, code, text, onsetOn = null } = request;
      const recordedAt = new Date();
      requirePossible(dateFields, { from: onsetOn }, life, recordedAt);
      const fixed = { id: newId(), status: 'active' as const, resolvedOn: null, recordedAt };
      return this.insert(tx, actor, { ...fixed, recordId, patientId, codeSystem, code, text, onsetOn });
    });
  }

  /** Inserts a diagnosis inside the caller's transaction, with event and audit row. The record is the caller's care. */
  async insert(tx: Tx, actor: Actor, diagnosis: NewDiagnosis): Promise<Diagnosis> {
    const { recordId, patientId, recordedAt, ...shown } = diagnosis;
    await this.diagnoses.insert(tx, actor, diagnosis);
    const payload = {
      recordId,
      codeSystem: diagnosis.codeSystem,
      code: diagnosis.code,
      status: diagnosis.status,
    };
    await this.events.append(tx, actor, {
      kind: 'diagnosis.recorded',
      subjectId: diagnosis.id,
      patientId,
      payload,
    });
    return { ...shown, recordUuid: recordId, recordedAt: recordedAt.toISOString(), version: 1 };
  }

  /**
   * Says what has become of a diagnosis, also after the record was closed. What was entered in error stays so.
   * @throws AppError `diagnosis_not_found`, `if_match_required`, `version_stale`, `validation_failed`
   */
  async setStatus(
    actor: Actor,
    recordId: string,
    id: string,
    ifMatch: string | undefined,
    request: SetDiagnosisStatus,
  ): Promise<Diagnosis> {
    requireDate('body.resolvedOn', request.resolvedOn);
    if (request.resolvedOn !== undefined && request.status !== 'resolved')
      throw invalid('body.resolvedOn', 'goes with the status resolved only');
    return this.writes.run(actor, async (tx) => {
      const scope = scopeOf(actor, 'record.write');
      const found = await this.diagnoses.lockAttended(tx, scope, recordId, id, actor.doctorId ?? '');
      if (!found || found.diagnosis.status === 'entered_in_error') throw notFound('diagnosis_not_found');
      requireVersion(ifMatch, found.diagnosis.version);
      const { status } = request;
      const { onsetOn } = found.diagnosis;
      const resolvedOn = status === 'resolved' ? (request.resolvedOn ?? todayAfter(onsetOn)) : null;
      requireResolvable(onsetOn, resolvedOn, found.life);
      await this.diagnoses.setStatus(tx, id, { status, ...(resolvedOn && { resolvedOn }) });
      const payload = { recordId, status };
      await this.events.append(tx, actor, {
        kind: 'diagnosis.updated',
        subjectId: id,
        patientId: found.patientId,
        payload,
      });
      return { ...found.diagnosis, status, resolvedOn, version: found.diagnosis.version + 1 };
    });
  }
}

const dateFields = { from: 'body.onsetOn', to: 'body.resolvedOn' };

/** Only the new date is judged: what stands in the record already must not keep it from being corrected. */
function requireResolvable(onsetOn: string | null, resolvedOn: string | null, life: Life): void {
  const now = new Date();
  requirePossible(dateFields, { from: null, to: resolvedOn }, life, now);
  requirePossible(dateFields, { from: onsetOn, to: resolvedOn, isPlanned: true }, { bornOn: null }, now);
}

/** Where the doctor is, it may be tomorrow already. */
function todayAfter(onsetOn: string | null): string {
  const todayOn = new Date().toISOString().slice(0, 10);
  return onsetOn !== null && onsetOn > todayOn ? onsetOn : todayOn;
}

function requireDate(field: string, date: string | undefined): void {
  if (date !== undefined && !isCalendarDate(date)) throw invalid(field, 'must be a date of the calendar');
}
