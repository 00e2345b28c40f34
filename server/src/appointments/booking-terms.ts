import type { BookingLimits } from '../booking-limits/booking-limits.types.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import type { Tx } from '../lib/mysql.js';
import type { ScheduleHead } from '../scheduling/schedule-head.js';
import type { Schedules } from '../scheduling/schedules.js';
import type { AppointmentsRepository } from './appointments.repository.js';
import { isBookable, SlotRefused, type VisitTime } from './booking-rules.js';
import { type RoomFor, requireRoomFor, roomLimit } from './patient-limits.js';

/** Whose visit it is, or is to be. */
interface People {
  doctorId: string;
  patientId: string;
}

/** On what terms somebody gets time. Whatever is asked when it is taken is asked again when a hold is confirmed. */
export class BookingTerms {
  constructor(
    private readonly schedules: Schedules,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** Holds doctor and patient still until the commit. @throws AppError `doctor_not_found`, `patient_not_found` */
  async lockPair(tx: Tx, { doctorId, patientId }: People): Promise<ScheduleHead> {
    return activeOnes(await this.schedules.lockPair(tx, doctorId, patientId)).doctor;
  }

  /**
   * The same, before one more visit or hold: patients who book for themselves must have room for it. Their bookings
   * come one after the other until the commit, and are counted only where there may be too many.
   * @throws AppError `too_many_holds`, `too_many_visits`
   */
  async lockPairWithRoom(
    tx: Tx,
    actor: Actor,
    { doctorId, patientId }: People,
    wanted: RoomFor,
    limits: BookingLimits,
  ): Promise<ScheduleHead> {
    if (actor.role !== 'patient') return this.lockPair(tx, { doctorId, patientId });
    const many = roomLimit(wanted, limits);
    const pair = activeOnes(await this.schedules.lockOwnPair(tx, doctorId, patientId, many));
    if (pair.hasMany)
      requireRoomFor(wanted, await this.appointments.countOwn(tx, patientId, actor.userId), limits);
    return pair.doctor;
  }

  /** @throws SlotRefused `slot_not_offered` unless the doctor works then, and it does not begin before `notBefore` */
  async requireOffered(tx: Tx, doctor: ScheduleHead, time: VisitTime, notBefore: Date): Promise<void> {
    const schedule = await this.schedules.of(doctor, tx);
    if (!isBookable(schedule, time, notBefore)) throw new SlotRefused('slot_not_offered', doctor, time);
  }
}

function activeOnes<Pair extends { doctor: { isActive: boolean }; isPatientActive: boolean }>(
  pair: Pair | null,
): Pair {
  if (!pair?.doctor.isActive) throw notFound('doctor_not_found');
  if (!pair.isPatientActive) throw notFound('patient_not_found');
  return pair;
}
