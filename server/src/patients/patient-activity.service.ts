import { scopeOf } from '../access/policy.js';
import type { PersonSignIns } from '../auth/person-sign-ins.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import { DAY_MS } from '../lib/time.js';
import type { VisitsToSettle } from '../scheduling/visits-to-settle.js';
import type { VisitsToSettlePage, VisitsToSettleQuery } from '../scheduling/visits-to-settle.types.js';
import type { Approval, ApprovalsRepository } from './approvals.repository.js';
import type { PatientsRepository } from './patients.repository.js';
import type {
  ActivatePatient,
  DeactivatePatient,
  PatientActivation,
  PatientDeactivation,
} from './patients.types.js';

const lapsesAfterDays = 7;

/** What two admins do to a patient. */
interface Change {
  /** Names the request until the second admin agrees. */
  readonly approval: string;
  readonly isActive: boolean;
  /** Of the event that records the request. */
  readonly requested: string;
  /** Of the event that records that it was carried out. */
  readonly done: string;
}

const deactivation: Change = {
  approval: 'patient.deactivate',
  isActive: false,
  requested: 'patient.deactivation_requested',
  done: 'patient.deactivated',
};
const activation: Change = {
  approval: 'patient.activate',
  isActive: true,
  requested: 'patient.activation_requested',
  done: 'patient.activated',
};

/** One admin asks, another one carries it out: a stolen admin's token alone deactivates nobody, and brings nobody back. */
export class PatientActivityService {
  constructor(
    private readonly patients: PatientsRepository,
    private readonly approvals: ApprovalsRepository,
    private readonly signIns: PersonSignIns,
    private readonly visits: VisitsToSettle,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Records the request, or carries out that of another admin, if it is not older than a week. Locks the patient.
   * Carried out it ends the patient's sessions and sign-in, and tells which visits stand.
   * @throws AppError `patient_not_found`, `patient_inactive`; `second_approver_needed` when the same admin asks again
   */
  deactivate(actor: Actor, id: string, { reason }: DeactivatePatient): Promise<PatientDeactivation> {
    return this.writes.run(actor, async (tx) => {
      await this.#lock(tx, actor, id, deactivation);
      const carriedOut = await this.#maybeCarriedOut(tx, actor, id, deactivation);
      if (!carriedOut) {
        const asked = await this.#ask(tx, actor, id, deactivation, reason);
        const nothingYet = { visitsToSettle: null, visitsToSettleCount: null };
        return { ...answer(id, asked), state: 'awaiting_second_approver', ...nothingYet };
      }
      await this.signIns.suspend(tx, actor, { patientId: id });
      const report = await this.visits.report(tx, actor, { patientId: id });
      return { ...answer(id, carriedOut), state: 'deactivated', ...report };
    });
  }

  /**
   * The same for bringing somebody back: it restores the sign-in, unless that was withdrawn by itself.
   * @throws AppError `patient_not_found`, `patient_active`, `second_approver_needed`
   */
  activate(actor: Actor, id: string, { reason }: ActivatePatient): Promise<PatientActivation> {
    return this.writes.run(actor, async (tx) => {
      await this.#lock(tx, actor, id, activation);
      const carriedOut = await this.#maybeCarriedOut(tx, actor, id, activation);
      if (!carriedOut) {
        const asked = await this.#ask(tx, actor, id, activation, reason);
        return { ...answer(id, asked), state: 'awaiting_second_approver' };
      }
      await this.signIns.restore(tx, actor, { patientId: id });
      return { ...answer(id, carriedOut), state: 'activated' };
    });
  }

  /** @throws AppError `patient_not_found` */
  async visitsToSettle(actor: Actor, id: string, query: VisitsToSettleQuery): Promise<VisitsToSettlePage> {
    if (!(await this.patients.maybePatient(id, scopeOf(actor, 'visit.to_settle'))))
      throw notFound('patient_not_found');
    return this.visits.list(actor, { patientId: id }, query);
  }

  /** @throws AppError unless there is something to change */
  async #lock(tx: Tx, actor: Actor, id: string, { isActive }: Change): Promise<void> {
    const patient = await this.patients.lock(tx, id, scopeOf(actor, 'patient.deactivate'));
    if (!patient) throw notFound('patient_not_found');
    if (patient.isActive !== isActive) return;
    throw isActive ? conflict('patient_active') : conflict('patient_inactive');
  }

  /** Null where nobody has asked, or too long ago. */
  async #maybeCarriedOut(tx: Tx, actor: Actor, id: string, change: Change): Promise<Approval | null> {
    const asked = await this.#liveRequest(tx, id, change);
    if (!asked) return null;
    if (asked.requestedBy === actor.userId) throw conflict('second_approver_needed');
    await this.patients.setActive(tx, id, change.isActive);
    await this.approvals.remove(tx, change.approval, id);
    await this.#record(tx, actor, id, change.done, asked);
    return asked;
  }

  async #liveRequest(tx: Tx, id: string, { approval }: Change): Promise<Approval | null> {
    const asked = await this.approvals.maybeApproval(tx, approval, id);
    const hasLapsed = asked && asked.requestedAt.getTime() < Date.now() - lapsesAfterDays * DAY_MS;
    if (hasLapsed) await this.approvals.remove(tx, approval, id);
    return hasLapsed ? null : asked;
  }

  async #ask(tx: Tx, actor: Actor, id: string, change: Change, reason: string): Promise<Approval> {
    const asked = { requestedBy: actor.userId, requestedAt: new Date() };
    await this.approvals.insert(tx, change.approval, id, asked, reason.trim());
    await this.#record(tx, actor, id, change.requested, asked);
    return asked;
  }

  #record(tx: Tx, actor: Actor, id: string, event: string, { requestedBy }: Approval): Promise<void> {
    return this.events.append(tx, actor, {
      kind: event,
      subjectId: id,
      patientId: id,
      payload: { requestedBy },
    });
  }
}

const answer = (patientId: string, asked: Approval) => ({
  patientId,
  requestedBy: asked.requestedBy,
  requestedAt: asked.requestedAt.toISOString(),
});
