import { standsBehindVisits } from '../access/relationships.js';
import type { Actor } from '../lib/actor.js';
import type { AppointmentChange, LockedAppointment } from './appointments.repository.js';

type Acknowledgement = Pick<AppointmentChange, 'is_acknowledged' | 'acknowledged_start_at'>;

const ofThePresentStart: Acknowledgement = { is_acknowledged: 1, acknowledged_start_at: null };
const unchanged: Acknowledgement = {};

/** Whoever confirms: patient and desk stand behind the visit as it is now; a nurse's word changes nothing. */
export const onConfirming = (actor: Actor): Acknowledgement =>
  standsBehindVisits(actor) ? ofThePresentStart : unchanged;

/** A nurse who books a visit and checks it in is alone with it until the doctor sees the patient. */
export const onCheckingIn = (actor: Actor, { bookedBy }: LockedAppointment): Acknowledgement =>
  standsBehindVisits(actor) || bookedBy !== actor.userId ? ofThePresentStart : unchanged;

/** It takes place: somebody checked the patient in, and somebody else sees them. */
export const onTakingPlace: Acknowledgement = ofThePresentStart;

/** Others may move a visit, but what patient and desk stand behind stays where they put it. */
export function onMoving(actor: Actor, before: LockedAppointment): Acknowledgement {
  if (standsBehindVisits(actor)) return ofThePresentStart;
  if (!before.isAcknowledged) return unchanged;
  return { acknowledged_start_at: new Date(before.acknowledgedStartAt ?? before.startsAt) };
}
