import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import { DAY_MS } from '../lib/time.js';
import type { Approval, ApprovalsRepository } from './approvals.repository.js';
import type { PatientsRepository } from './patients.repository.js';
import type { DeactivatePatient, PatientDeactivation } from './patients.types.js';

const kind = 'patient.deactivate';
const lapsesAfterDays = 7;

/** One admin asks, another one carries it out: a stolen admin's token alone deactivates nobody. */
export class PatientDeactivationService {
  constructor(
    private readonly patients: PatientsRepository,
    private readonly approvals: ApprovalsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Records the request, or carries out that of another admin, if it is not older than a week. Locks the patient.
   * @throws AppError `patient_not_found`, `patient_inactive`; `second_approver_needed` when the same admin asks again
   */
  deactivate(actor: Actor, id: string, { reason }: DeactivatePatient): Promise<PatientDeactivation> {
    const scope = scopeOf(actor, 'patient.deactivate');
    return this.writes.run(actor, async (tx) => {
      const patient = await this.patients.lock(tx, id, scope);
      if (!patient) throw notFound('patient_not_found');
      if (!patient.isActive) throw conflict('patient_inactive', 'This patient is not active any more.');
      const asked = await this.#liveRequest(tx, id);
      return asked ? this.#carryOut(tx, actor, id, asked) : this.#ask(tx, actor, id, reason);
    });
  }

  async #liveRequest(tx: Tx, id: string): Promise<Approval | null> {
    const asked = await this.approvals.maybeApproval(tx, kind, id);
    const hasLapsed = asked && asked.requestedAt.getTime() < Date.now() - lapsesAfterDays * DAY_MS;
    if (hasLapsed) await this.approvals.remove(tx, kind, id);
    return hasLapsed ? null : asked;
  }

  async #ask(tx: Tx, actor: Actor, id: string, reason: string): Promise<PatientDeactivation> {
    const asked = { requestedBy: actor.userId, requestedAt: new Date() };
    await this.approvals.insert(tx, kind, id, asked, reason.trim());
    await this.#record(tx, actor, id, 'patient.deactivation_requested', asked);
    return answer(id, 'awaiting_second_approver', asked);
  }

  async #carryOut(tx: Tx, actor: Actor, id: string, asked: Approval): Promise<PatientDeactivation> {
    if (asked.requestedBy === actor.userId)
      throw conflict('second_approver_needed', 'You have asked for this already. Another admin must agree.');
    await this.patients.deactivate(tx, id);
    await this.approvals.remove(tx, kind, id);
    await this.#record(tx, actor, id, 'patient.deactivated', asked);
    return answer(id, 'deactivated', asked);
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

const answer = (patientId: string, state: PatientDeactivation['state'], asked: Approval) => ({
  patientId,
  state,
  requestedBy: asked.requestedBy,
  requestedAt: asked.requestedAt.toISOString(),
});
