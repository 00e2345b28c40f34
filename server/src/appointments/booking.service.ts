import { scopeOf } from '../access/policy.js';
import { standsBehindVisits } from '../access/relationships.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Damper } from '../lib/locks.js';
import type { Tx } from '../lib/mysql.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import type { Schedules } from '../scheduling/schedules.js';
import { onConfirming, onMoving } from './acknowledgement.js';
import type { AlternativeSlots } from './alternative-slots.js';
import { transitions } from './appointment-states.js';
import {
  type AppointmentsRepository,
  claimedTimeOf,
  type StoredAppointment,
} from './appointments.repository.js';
import { type AppointmentsService, shownTo } from './appointments.service.js';
import type {
  Appointment,
  BookAppointment,
  HoldAppointment,
  RescheduleAppointment,
} from './appointments.types.js';
import {
  isBookable,
  patientOf,
  requireTransition,
  SlotRefused,
  type VisitTime,
  visitTime,
} from './booking-rules.js';
import { appendAppointmentEvent, type TimeTaking } from './time-taking.js';

const usualHoldSeconds = 300;

/** What `book` and `hold` have in common. */
interface Wish {
  doctorId: string;
  patientId: string;
  startsAt: string;
  durationMinutes?: number;
  state: 'booked' | 'held';
  reason: string | null;
  holdSeconds: number | null;
  overbookReason: string | null;
}

/** Takes, keeps and moves time. Two visits of one doctor, or of one patient, never overlap. */
export class BookingService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly lifecycle: AppointmentsService,
    private readonly schedules: Schedules,
    private readonly taking: TimeTaking,
    private readonly alternatives: AlternativeSlots,
    private readonly events: EventsRepository,
    private readonly damper: Damper,
    private readonly writes: Writes,
  ) {}

  /** @throws AppError `slot_taken`, `slot_not_offered`, `doctor_not_found`, `patient_not_found` */
  async book(actor: Actor, request: BookAppointment): Promise<Appointment> {
    const { overbookReason = null, reason = null, ...wish } = request;
    if (overbookReason !== null) scopeOf(actor, 'appointment.overbook');
    const patientId = patientOf(actor, request.patientId);
    return this.#take(actor, {
      ...wish,
      patientId,
      state: 'booked',
      reason,
      holdSeconds: null,
      overbookReason,
    });
  }

  /** Keeps a time for some minutes: nobody else gets it, and it frees itself. */
  async hold(actor: Actor, request: HoldAppointment): Promise<Appointment> {
    const { holdSeconds = usualHoldSeconds, ...wish } = request;
    const patientId = patientOf(actor, request.patientId);
    return this.#take(actor, {
      ...wish,
      patientId,
      state: 'held',
      reason: null,
      holdSeconds,
      overbookReason: null,
    });
  }

  /** A hold becomes a visit; a booked visit is acknowledged. @throws AppError `hold_expired` */
  confirm(actor: Actor, id: string): Promise<Appointment> {
    const { action, event } = transitions.confirm;
    return this.writes.run(actor, async (tx) => {
      const before = await this.lifecycle.lock(tx, actor, id, action);
      requireTransition('confirm', actor, before, new Date());
      if (before.state === 'held' && !(await this.taking.keep(tx, before)))
        throw conflict('hold_expired', 'The time was kept too long ago. Choose a time again.');
      await this.appointments.update(tx, id, {
        ...onConfirming(actor),
        state: 'confirmed',
        hold_expires_at: null,
      });
      await appendAppointmentEvent(this.events, tx, actor, event, { ...before, state: 'confirmed' });
      return this.lifecycle.reread(tx, actor, id);
    });
  }

  /** Swaps the time in one transaction: never a moment with neither or both. It may reuse ticks of its own. */
  async reschedule(actor: Actor, id: string, request: RescheduleAppointment): Promise<Appointment> {
    const { action, event } = transitions.reschedule;
    const readable = scopeOf(actor, 'appointment.read');
    const { doctorId } = await this.lifecycle.get(actor, id); // it never changes, and names the lock
    return this.#settled(actor, doctorId, request.startsAt, async (tx) => {
      const now = new Date();
      const before = await this.lifecycle.lock(tx, actor, id, action);
      requireTransition('reschedule', actor, before, now);
      const time = visitTime(request.startsAt, request.durationMinutes ?? lengthMinutes(before));
      const doctor = await this.#lockPair(tx, doctorId, before.patientId);
      await this.#requireOffered(tx, doctor, time, now);
      const moved = movedTo(before, time);
      await this.taking.free(tx, before);
      await this.taking.take(tx, claimedTimeOf(moved), { doctor, time, readable });
      const change = { starts_at: time.startsAt, ends_at: time.endsAt, doctor_seat: 0, patient_seat: 0 };
      await this.appointments.update(tx, id, { ...change, ...onMoving(actor, before) });
      await appendAppointmentEvent(this.events, tx, actor, event, moved);
      return this.lifecycle.reread(tx, actor, id);
    });
  }

  #take(actor: Actor, wish: Wish): Promise<Appointment> {
    return this.#settled(actor, wish.doctorId, wish.startsAt, async (tx) => {
      const now = new Date();
      await this.#requireReach(tx, actor, wish);
      const doctor = await this.#lockPair(tx, wish.doctorId, wish.patientId);
      const time = visitTime(wish.startsAt, wish.durationMinutes ?? doctor.visitMinutes);
      const row = newAppointment(wish, actor, { doctor, time, now });
      const wanted = { doctor, time, readable: scopeOf(actor, 'appointment.read') };
      if (wish.overbookReason !== null) {
        const { doctorSeat, patientSeat } = await this.taking.takeAbove(tx, claimedTimeOf(row), wanted);
        Object.assign(row, { doctorSeat, patientSeat });
      } else {
        await this.#requireOffered(tx, doctor, time, now);
        await this.taking.take(tx, claimedTimeOf(row), wanted, wish.holdSeconds);
      }
      await this.appointments.insert(tx, row, actor.userId);
      await appendAppointmentEvent(this.events, tx, actor, wish.state, row);
      return wish.state === 'held' ? this.lifecycle.reread(tx, actor, row.id) : shownTo(actor, row);
    });
  }

  /** One transaction, damped where contention was just seen; a refusal leaves with what could be booked instead. */
  async #settled(
    actor: Actor,
    doctorId: string,
    startsAt: string,
    work: (tx: Tx) => Promise<Appointment>,
  ): Promise<Appointment> {
    const doctorDay = `doctor:${doctorId}:${startsAt.slice(0, 10)}`;
    try {
      return await this.damper.damp(doctorDay, () => this.writes.run(actor, work));
    } catch (error) {
      if (!(error instanceof SlotRefused)) throw error;
      if (error.code === 'slot_taken') this.damper.markHot(doctorDay);
      throw await this.alternatives.explained(error);
    }
  }

  /** Holds doctor and patient still until the commit. @throws AppError `doctor_not_found`, `patient_not_found` */
  async #lockPair(tx: Tx, doctorId: string, patientId: string): Promise<ScheduleHead> {
    const pair = await this.schedules.lockPair(tx, doctorId, patientId);
    if (!pair?.doctor.isActive) throw notFound('doctor_not_found');
    if (!pair.isPatientActive) throw notFound('patient_not_found');
    return pair.doctor;
  }

  async #requireOffered(tx: Tx, doctor: ScheduleHead, time: VisitTime, now: Date): Promise<void> {
    const schedule = await this.schedules.of(doctor, tx);
    if (!isBookable(schedule, time, now)) throw new SlotRefused('slot_not_offered', doctor, time);
  }

  /** Doctors book into their own calendar, nurses for patients with a current visit in their department. */
  async #requireReach(tx: Tx, actor: Actor, wish: Wish): Promise<void> {
    const scope = scopeOf(actor, 'appointment.create');
    if (scope.kind === 'calendar' && scope.doctorId !== wish.doctorId) throw notFound('doctor_not_found');
    if (scope.kind === 'ward' && !(await this.appointments.isPatientInScope(tx, scope, wish.patientId)))
      throw notFound('patient_not_found');
  }
}

const lengthMinutes = ({ startsAt, endsAt }: StoredAppointment): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

const movedTo = (before: StoredAppointment, time: VisitTime): StoredAppointment => ({
  ...before,
  startsAt: time.startsAt.toISOString(),
  endsAt: time.endsAt.toISOString(),
  doctorSeat: 0,
  patientSeat: 0,
});

function newAppointment(
  wish: Wish,
  actor: Actor,
  { doctor, time, now }: { doctor: ScheduleHead; time: VisitTime; now: Date },
): StoredAppointment {
  return {
    id: newId(now.getTime()),
    doctorId: wish.doctorId,
    patientId: wish.patientId,
    departmentId: doctor.departmentId,
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    state: wish.state,
    reason: wish.reason,
    doctorSeat: 0,
    patientSeat: 0,
    isOverbooked: wish.overbookReason !== null,
    overbookReason: wish.overbookReason,
    isAcknowledged: standsBehindVisits(actor),
    holdExpiresAt: null,
    cancelReason: null,
    cancelledAt: null,
    checkedInAt: null,
    startedAt: null,
    completedAt: null,
    createdAt: now.toISOString(),
    version: 1,
  };
}
