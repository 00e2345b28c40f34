import type { Scope } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import { type Actor, systemActor } from '../lib/actor.js';
import { busy } from '../lib/errors.js';
import type { Tx } from '../lib/mysql.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import {
  type AppointmentsRepository,
  claimedTimeOf,
  type StoredAppointment,
} from './appointments.repository.js';
import { SlotRefused, type VisitTime } from './booking-rules.js';
import type { ClaimedTime, SlotClaimsRepository } from './slot-claims.repository.js';

const triesAtMost = 5;

/** Whose time is wanted, and when. */
export interface Wanted {
  doctor: ScheduleHead;
  time: VisitTime;
  /** The visits that whoever wants it may read. */
  readable: Scope;
}

/** The one way to take time. Bookings, holds, moves and imports all come through here. */
export class TimeTaking {
  constructor(
    private readonly claims: SlotClaimsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly events: EventsRepository,
  ) {}

  /**
   * Claims the time of doctor and patient. A hold that has run out does not stand in the way: it is ended here.
   * @throws SlotRefused `slot_taken` with the blockers
   */
  async take(tx: Tx, time: ClaimedTime, wanted: Wanted, holdSeconds: number | null = null): Promise<void> {
    for (let attempt = 1; attempt <= triesAtMost; attempt++) {
      if (await this.claims.claim(tx, time, holdSeconds)) return;
      const blockers = await this.claims.blockers(tx, time, wanted.readable);
      const standing = blockers.filter((blocker) => !blocker.isExpired);
      if (standing.length > 0) throw new SlotRefused('slot_taken', wanted.doctor, wanted.time, standing);
      for (const { appointmentId } of blockers) await this.expire(tx, appointmentId);
    }
    throw busy();
  }

  /**
   * Claims the time above whoever has it, on the lowest free seats. The patient stays on seat 0 unless
   * `patientToo`: a person cannot be in two places, but imported history may say so.
   * @returns the time with its seats
   * @throws SlotRefused `slot_taken` when the patient has another visit then
   */
  async takeAbove(tx: Tx, time: ClaimedTime, wanted: Wanted, patientToo = false): Promise<ClaimedTime> {
    for (let attempt = 1; attempt <= triesAtMost; attempt++) {
      const seated = {
        ...time,
        doctorSeat: await this.claims.seatAbove(tx, 'doctor', time),
        patientSeat: patientToo ? await this.claims.seatAbove(tx, 'patient', time) : 0,
      };
      if (await this.claims.claim(tx, seated)) {
        if (seated.doctorSeat > 0 || seated.patientSeat > 0) await this.claims.moveDown(tx, seated);
        return seated;
      }
      const blockers = await this.claims.blockers(tx, time, wanted.readable);
      const own = blockers.filter((blocker) => blocker.resource === 'patient' && !blocker.isExpired);
      if (own.length > 0 && !patientToo) throw new SlotRefused('slot_taken', wanted.doctor, wanted.time, own);
      for (const blocker of blockers) if (blocker.isExpired) await this.expire(tx, blocker.appointmentId);
    }
    throw busy();
  }

  /** Makes a hold's time last. @returns false when it has run out */
  async keep(tx: Tx, held: StoredAppointment): Promise<boolean> {
    if (!(await this.claims.keep(tx, claimedTimeOf(held)))) return false;
    await this.appointments.removeHold(tx, held.id);
    return true;
  }

  /** Gives the time back: others may book it from the commit on. */
  async free(tx: Tx, appointment: StoredAppointment): Promise<void> {
    await this.claims.release(tx, claimedTimeOf(appointment));
    if (appointment.state === 'held') await this.appointments.removeHold(tx, appointment.id);
  }

  /** Ends a hold that has run out, if it still is one. Locks its row. */
  async expire(tx: Tx, appointmentId: string): Promise<void> {
    const held = await this.appointments.lock(tx, { kind: 'all' }, appointmentId);
    if (held?.state !== 'held') return;
    await this.free(tx, held);
    await this.appointments.update(tx, held.id, { state: 'expired' });
    const actor: Actor = systemActor('hold-expiry');
    await appendAppointmentEvent(this.events, tx, actor, 'expired', { ...held, state: 'expired' });
  }
}

/** Ids, times and states: what summaries and notifications need, and nothing clinical. */
export async function appendAppointmentEvent(
  events: EventsRepository,
  tx: Tx,
  actor: Actor,
  verb: string,
  appointment: StoredAppointment,
): Promise<void> {
  const { id, patientId, doctorId, departmentId, startsAt, endsAt, state } = appointment;
  const payload = { doctorId, departmentId, startsAt, endsAt, state };
  await events.append(tx, actor, { kind: `appointment.${verb}`, subjectId: id, patientId, payload });
}
