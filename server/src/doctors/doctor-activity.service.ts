import { scopeOf } from '../access/policy.js';
import type { PersonSignIns } from '../auth/person-sign-ins.js';
import type { DepartmentsService } from '../departments/departments.service.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import type { VisitsToSettle } from '../scheduling/visits-to-settle.js';
import type { VisitsToSettlePage, VisitsToSettleQuery } from '../scheduling/visits-to-settle.types.js';
import type { DoctorsRepository } from './doctors.repository.js';
import type { DoctorProfile } from './doctors.types.js';

/** Doctors who leave, and come back. */
export class DoctorActivityService {
  constructor(
    private readonly doctors: DoctorsRepository,
    private readonly departments: DepartmentsService,
    private readonly signIns: PersonSignIns,
    private readonly visits: VisitsToSettle,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  /**
   * A doctor who is not active has no free slots, no session and no sign-in. Their visits stand, and are told.
   * @throws AppError `doctor_not_found`
   */
  deactivate(actor: Actor, id: string): Promise<DoctorProfile> {
    return this.writes.run(actor, async (tx) => {
      const current = await this.#lock(tx, actor, id);
      const next = current.isActive ? await this.#store(tx, actor, { ...current, isActive: false }) : current;
      if (current.isActive) await this.signIns.suspend(tx, actor, { doctorId: id });
      return { ...next, ...(await this.visits.report(tx, actor, { doctorId: id })) };
    });
  }

  /** @throws AppError `doctor_not_found`; `department_inactive` when their department was closed meanwhile */
  activate(actor: Actor, id: string): Promise<DoctorProfile> {
    return this.writes.run(actor, async (tx) => {
      const current = await this.#lock(tx, actor, id);
      if (current.isActive) return current;
      if (!(await this.departments.lockActive(tx, current.department.id)))
        throw conflict('department_inactive');
      const next = await this.#store(tx, actor, { ...current, isActive: true });
      await this.signIns.restore(tx, actor, { doctorId: id });
      return next;
    });
  }

  /** @throws AppError `doctor_not_found` */
  async visitsToSettle(actor: Actor, id: string, query: VisitsToSettleQuery): Promise<VisitsToSettlePage> {
    if (!(await this.doctors.maybeDoctor(id))) throw notFound('doctor_not_found');
    return this.visits.list(actor, { doctorId: id }, query);
  }

  async #lock(tx: Tx, actor: Actor, id: string): Promise<DoctorProfile> {
    const doctor = await this.doctors.lock(tx, id, scopeOf(actor, 'doctor.deactivate'));
    if (!doctor) throw notFound('doctor_not_found');
    return doctor;
  }

  /** Bookings under way look again. */
  async #store(tx: Tx, actor: Actor, changed: DoctorProfile): Promise<DoctorProfile> {
    const next = { ...changed, version: changed.version + 1 };
    await this.doctors.update(tx, next, true);
    await this.events.append(tx, actor, {
      kind: next.isActive ? 'doctor.activated' : 'doctor.deactivated',
      subjectId: next.id,
      patientId: null,
      payload: { departmentId: next.department.id, isZoneChanged: false },
    });
    return next;
  }
}
