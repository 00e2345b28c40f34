import { refused, type Stage } from '../stage.js';
import type { SignedInPatient } from './account.js';
import type { House } from './directory.js';

/** Mina's visit of today, which is over. */
export interface Visited {
  readonly appointmentId: string;
}

/** Visits of the planned week, and those of today. */
export async function bookVisits(stage: Stage, house: House, mina: SignedInPatient): Promise<Visited> {
  await planVisits(stage, house, mina);
  return receiveVisitors(stage, house, mina);
}

async function planVisits({ calendar }: Stage, house: House, mina: SignedInPatient): Promise<void> {
  const { desk, doctor } = house;
  const doctorId = doctor.profile.id;
  const { client } = mina;
  const startsAt = calendar.at(1, 9, 20);
  const booked = await client.appointments.book({ doctorId, startsAt });
  const { id: jonathan } = await desk.patients.create({
    givenName: 'Jonathan',
    familyName: 'Harker',
    birthOn: '1988-10-02',
    gender: 'male',
    phone: '+354 555 0118',
    address: { line: 'Skólavörðustígur 101', city: 'Reykjavík', postalCode: '101', country: 'IS' },
    insurance: { provider: 'Whitby Mutual', number: 'WM-2207' },
  });
  await refused(desk.appointments.book({ doctorId, patientId: jonathan, startsAt }), 'slot_taken');
  await refused(client.appointments.book({ doctorId, startsAt: calendar.at(2, 9) }), 'slot_not_offered');
  const his = await desk.appointments.book({
    doctorId,
    patientId: jonathan,
    startsAt: calendar.at(1, 9, 40),
  });
  await refused(client.appointments.get(his.id), 'appointment_not_found');

  const held = await client.appointments.hold({ doctorId, startsAt: calendar.at(3, 9) });
  await refused(
    desk.appointments.hold({ doctorId, patientId: jonathan, startsAt: calendar.at(3, 9) }),
    'slot_taken',
  );
  const anHour = { doctorId, startsAt: calendar.at(3, 10), durationMinutes: 60 };
  await refused(client.appointments.hold(anHour), 'length_not_offered');
  await client.appointments.confirm(held.id);
  await refused(client.appointments.confirm(held.id), 'invalid_transition');
  await client.appointments.reschedule(booked.id, { startsAt: calendar.at(1, 10) });
  await refused(client.appointments.reschedule(booked.id, { startsAt: calendar.at(1, 9, 40) }), 'slot_taken');
  await client.appointments.get(booked.id);
  await client.appointments.list({ from: calendar.at(1, 0), to: calendar.at(6, 0), limit: 1 });
  await refused(desk.appointments.checkIn(booked.id), 'too_early');
  await refused(desk.appointments.noShow(booked.id), 'too_early');
}

async function receiveVisitors({ calendar }: Stage, house: House, mina: SignedInPatient): Promise<Visited> {
  const { desk, colleague } = house;
  const doctorId = colleague.profile.id;
  const { patientId } = mina;
  const { id } = await desk.appointments.book({ doctorId, patientId, startsAt: calendar.soon(1) });
  await refused(mina.client.appointments.cancel(id, { reason: 'Running late' }), 'too_late');
  await desk.appointments.checkIn(id);
  await colleague.client.appointments.start(id);
  await colleague.client.appointments.complete(id);
  await refused(colleague.client.appointments.complete(id), 'invalid_transition');
  const missed = await desk.appointments.book({
    ...{ doctorId, patientId, startsAt: calendar.soon(-2) },
    overbookReason: 'Was announced by telephone',
  });
  await desk.appointments.noShow(missed.id);
  return { appointmentId: id };
}
