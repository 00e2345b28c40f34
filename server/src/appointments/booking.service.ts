import { scopeOf } from '../access/policy.js';
import type { BookingLimitsService } from '../booking-limits/booking-limits.service.js';
import type { BookingLimits } from '../booking-limits/booking-limits.types.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Damper } from '../lib/locks.js';
import type { Tx } from '../lib/mysql.js';
import { onConfirming, onMoving } from './acknowledgement.js';
import type { AlternativeSlots } from './alternative-slots.js';
import { transitions } from './appointment-states.js';
import {
  type AppointmentsRepository,
  claimedTimeOf,
  type LockedAppointment,
} from './appointments.repository.js';
import { type AppointmentsService, shownTo } from './appointments.service.js';
import type {
  Appointment,
  BookAppointment,
  HoldAppointment,
  RescheduleAppointment,
} from './appointments.types.js';
import {
  type BookingRequest,
  changeTo,
  lengthMinutes,
  movedTo,
  newAppointment,
  timeOf,
} from './booking-rows.js';
import { patientOf, requireTransition, SlotRefused, visitTime } from './booking-rules.js';
import type { BookingTerms } from './booking-terms.js';
import { requireOfferedLength, requireWithinHorizon } from './patient-limits.js';
import { appendAppointmentEvent, type TimeTaking } from './time-taking.js';

const defaultHoldSeconds = 300;

/** Takes, keeps and moves time. Two visits of one doctor, or of one patient, never overlap. */
export class BookingService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly lifecycle: AppointmentsService,
    private readonly terms: BookingTerms,
    private readonly limits: BookingLimitsService,
    private readonly taking: TimeTaking,
    private readonly alternatives: AlternativeSlots,
    private readonly events: EventsRepository,
    private readonly damper: Damper,
    private readonly writes: Writes,
  ) {}

  /**
   * @throws AppError `slot_taken`, `slot_not_offered`, `doctor_not_found`, `patient_not_found`, `beyond_horizon`; for
   *   patients `length_not_offered`, `too_many_visits`, for a hold `too_many_holds`
   */
  async book(actor: Actor, request: BookAppointment): Promise<Appointment> {
    const { overbookReason = null, reason = null, ...rest } = request;
    if (overbookReason !== null) scopeOf(actor, 'appointment.overbook');
    const patientId = patientOf(actor, request.patientId);
    return this.#take(actor, {
      ...rest,
      patientId,
      state: 'booked',
      reason,
      holdSeconds: null,
      overbookReason,
    });
  }

  /** Keeps a time for some minutes: nobody else gets it, and it frees itself. */
  async hold(actor: Actor, request: HoldAppointment): Promise<Appointment> {
    const { holdSeconds = defaultHoldSeconds, ...rest } = request;
    const patientId = patientOf(actor, request.patientId);
    return this.#take(actor, {
      ...rest,
      patientId,
      state: 'held',
      reason: null,
      holdSeconds,
      overbookReason: null,
    });
  }

  /**
   * A hold becomes a visit; a booked visit is acknowledged. What was true when the time was taken is asked again.
   * @throws AppError `hold_expired`; what `book` throws, but for `slot_taken`
   */
  async confirm(actor: Actor, id: string): Promise<Appointment> {
    const { action, event } = transitions.confirm;
    const limits = await this.limits.current();
    return this.#explained(actor, () =>
      this.writes.run(actor, async (tx) => {
        const now = new Date();
        const before = await this.lifecycle.lock(tx, actor, id, action);
        requireTransition('confirm', actor, before, now);
        if (before.state === 'held') await this.#keep(tx, actor, before, { limits, now });
        else await this.#requireStanding(tx, before);
        await this.appointments.update(tx, id, {
          ...onConfirming(actor),
          state: 'confirmed',
          hold_expires_at: null,
        });
        await appendAppointmentEvent(this.events, tx, actor, event, { ...before, state: 'confirmed' });
        return this.lifecycle.reread(tx, actor, id);
      }),
    );
  }

  /**
   * Swaps the time in one transaction: never a moment with neither or both. It may reuse ticks of its own. The desk
   * may name another doctor: so visits of one who is not there any more are moved away.
   */
  async reschedule(actor: Actor, id: string, request: RescheduleAppointment): Promise<Appointment> {
    const { action, event } = transitions.reschedule;
    if (request.doctorId !== undefined) scopeOf(actor, 'appointment.reassign');
    const readable = scopeOf(actor, 'appointment.read');
    const limits = await this.limits.current();
    const doctorId = request.doctorId ?? (await this.lifecycle.get(actor, id)).doctorId; // names the lock
    return this.#settled(actor, doctorId, request.startsAt, async (tx) => {
      const now = new Date();
      const before = await this.lifecycle.lock(tx, actor, id, action);
      requireTransition('reschedule', actor, before, now);
      const presentMinutes = lengthMinutes(before);
      const minutes = request.durationMinutes ?? presentMinutes;
      const time = visitTime(request.startsAt, minutes);
      requireWithinHorizon(actor, time.startsAt, limits, now);
      const doctor = await this.terms.lockPair(tx, { doctorId, patientId: before.patientId });
      requireOfferedLength(actor, minutes, [doctor.visitMinutes, presentMinutes]);
      await this.terms.requireOffered(tx, doctor, time, now);
      const moved = movedTo(before, doctor, time);
      await this.taking.free(tx, before);
      await this.taking.take(tx, claimedTimeOf(moved), { doctor, time, readable });
      await this.appointments.update(tx, id, { ...changeTo(moved), ...onMoving(actor, before) });
      await appendAppointmentEvent(this.events, tx, actor, event, moved);
      return this.lifecycle.reread(tx, actor, id);
    });
  }

  async #take(actor: Actor, request: BookingRequest): Promise<Appointment> {
    const limits = await this.limits.current();
    return this.#settled(actor, request.doctorId, request.startsAt, async (tx) => {
      const now = new Date();
      await this.#requireReach(tx, actor, request);
      const doctor = await this.terms.lockPairWithRoom(tx, actor, request, request.state, limits);
      const minutes = request.durationMinutes ?? doctor.visitMinutes;
      requireOfferedLength(actor, minutes, [doctor.visitMinutes]);
      const time = visitTime(request.startsAt, minutes);
      requireWithinHorizon(actor, time.startsAt, limits, now);
      const row = newAppointment(request, actor, { doctor, time, now });
      const wanted = { doctor, time, readable: scopeOf(actor, 'appointment.read') };
      if (request.overbookReason !== null) {
        const { doctorSeat, patientSeat } = await this.taking.takeAbove(tx, claimedTimeOf(row), wanted);
        Object.assign(row, { doctorSeat, patientSeat });
      } else {
        await this.terms.requireOffered(tx, doctor, time, now);
        await this.taking.take(tx, claimedTimeOf(row), wanted, request.holdSeconds);
      }
      await this.appointments.insert(tx, row, actor.userId);
      await appendAppointmentEvent(this.events, tx, actor, request.state, row);
      return request.state === 'held' ? this.lifecycle.reread(tx, actor, row.id) : shownTo(actor, row);
    });
  }

  /** Makes a hold last, if it could be booked now. */
  async #keep(
    tx: Tx,
    actor: Actor,
    held: LockedAppointment,
    { limits, now }: { limits: BookingLimits; now: Date },
  ): Promise<void> {
    if (!(await this.taking.keep(tx, held)))
      throw conflict('hold_expired', 'The time was kept too long ago. Choose a time again.');
    const time = timeOf(held);
    const doctor = await this.terms.lockPairWithRoom(tx, actor, held, 'booked', limits);
    requireWithinHorizon(actor, time.startsAt, limits, now);
    await this.terms.requireOffered(tx, doctor, time, now);
  }

  /** Nobody stands behind a visit that cannot take place, unless the clinic booked it outside the hours on purpose. */
  async #requireStanding(tx: Tx, booked: LockedAppointment): Promise<void> {
    const doctor = await this.terms.lockPair(tx, booked);
    const time = timeOf(booked);
    if (!booked.isOverbooked) await this.terms.requireOffered(tx, doctor, time, time.startsAt);
  }

  /** One transaction, damped where contention was just seen; a refusal leaves with what could be booked instead. */
  #settled(
    actor: Actor,
    doctorId: string,
    startsAt: string,
    work: (tx: Tx) => Promise<Appointment>,
  ): Promise<Appointment> {
    const doctorDay = `doctor:${doctorId}:${startsAt.slice(0, 10)}`;
    return this.#explained(
      actor,
      () => this.damper.damp(doctorDay, () => this.writes.run(actor, work)),
      () => this.damper.markHot(doctorDay),
    );
  }

  async #explained(
    actor: Actor,
    work: () => Promise<Appointment>,
    onTaken: () => void = () => {},
  ): Promise<Appointment> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SlotRefused)) throw error;
      if (error.code === 'slot_taken') onTaken();
      throw await this.alternatives.explained(error, actor);
    }
  }

  /** Doctors book into their own calendar, nurses for patients with a current visit in their department. */
  async #requireReach(tx: Tx, actor: Actor, request: BookingRequest): Promise<void> {
    const scope = scopeOf(actor, 'appointment.create');
    if (scope.kind === 'calendar' && scope.doctorId !== request.doctorId) throw notFound('doctor_not_found');
    if (scope.kind === 'ward' && !(await this.appointments.isPatientInScope(tx, scope, request.patientId)))
      throw notFound('patient_not_found');
  }
}
