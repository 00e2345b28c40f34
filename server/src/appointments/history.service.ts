import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { invalid, notFound } from '../lib/errors.js';
import { newId } from '../lib/ids.js';
import { requirePossible } from '../lib/life-dates.js';
import type { Tx } from '../lib/mysql.js';
import type { Schedules } from '../scheduling/schedules.js';
import { ticksOf } from '../scheduling/ticks.js';
import {
  type AppointmentsRepository,
  claimedTimeOf,
  type StoredAppointment,
} from './appointments.repository.js';
import { appendAppointmentEvent, type TimeTaking, type Wanted } from './time-taking.js';

/** A visit that took place, as another system knew it. It need not lie on the grid or within working hours. */
export interface CompletedVisit {
  doctorId: string;
  patientId: string;
  departmentId: string;
  startsAt: Date;
  endsAt: Date;
  reason: string | null;
}

/** Enters visits of the past. They take their time through the one guard like any other. */
export class HistoryService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly schedules: Schedules,
    private readonly taking: TimeTaking,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Inserts a completed appointment inside the caller's transaction, with its claims, event and audit row; every tick
   * that it touches is claimed. Locks doctor and patient, shared. Active or not, they have a past. No access rule.
   * @param overbookReason allows it above other visits of its doctor and of its patient; kept where it was needed
   * @throws SlotRefused `slot_taken` without an `overbookReason`; AppError `doctor_not_found`, `validation_failed`
   */
  async insertCompleted(
    tx: Tx,
    actor: Actor,
    visit: CompletedVisit,
    overbookReason: string | null = null,
  ): Promise<StoredAppointment> {
    const { startsAt, endsAt } = visit;
    if (startsAt >= endsAt || endsAt > new Date())
      throw invalid('endsAt', 'must lie after the start and not ahead');
    const pair = await this.schedules.lockPair(tx, visit.doctorId, visit.patientId);
    if (!pair) throw notFound('doctor_not_found');
    requirePossible(visitFields, { from: startsAt, to: endsAt }, { bornOn: pair.patientBornOn }, new Date());
    const wanted: Wanted = {
      doctor: pair.doctor,
      readable: { kind: 'all' },
      time: { startsAt, endsAt, ...ticksOf(startsAt.getTime(), endsAt.getTime()) },
    };
    const appointment = completedAppointment(visit);
    if (overbookReason === null) {
      await this.taking.take(tx, claimedTimeOf(appointment), wanted);
    } else {
      const seated = await this.taking.takeAbove(tx, claimedTimeOf(appointment), wanted, true);
      const { doctorSeat, patientSeat } = seated;
      const isOverbooked = doctorSeat > 0 || patientSeat > 0;
      Object.assign(appointment, { doctorSeat, patientSeat, isOverbooked });
      if (isOverbooked) appointment.overbookReason = overbookReason;
    }
    await this.appointments.insert(tx, appointment, actor.userId);
    await appendAppointmentEvent(this.events, tx, actor, 'completed', appointment);
    return appointment;
  }
}

const visitFields = { from: 'startsAt', to: 'endsAt' };

const completedAppointment = ({ startsAt, endsAt, ...visit }: CompletedVisit): StoredAppointment => ({
  ...visit,
  id: newId(),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  state: 'completed',
  doctorSeat: 0,
  patientSeat: 0,
  isOverbooked: false,
  overbookReason: null,
  isAcknowledged: true,
  holdExpiresAt: null,
  cancelReason: null,
  cancelledAt: null,
  checkedInAt: null,
  startedAt: null,
  completedAt: endsAt.toISOString(),
  createdAt: new Date().toISOString(),
  version: 1,
});
