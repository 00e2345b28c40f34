import { password } from '../../support/clinic.js';
import { nothing, refused, type Stage } from '../stage.js';
import type { House } from './directory.js';

/** The front desk's list of patients. Two admins close the file of one who was entered twice. */
export async function keepPatients(stage: Stage, { admin, desk, doctor }: House): Promise<void> {
  const quincey = { givenName: 'Quincey', familyName: 'Morris', birthOn: '1985-06-30' };
  const patient = await desk.patients.create(quincey);
  await refused(admin.patients.create(quincey), 'forbidden');
  await desk.patients.get(patient.id);
  await refused(desk.patients.get(nothing), 'patient_not_found');
  await desk.patients.update(patient, {
    phone: '+354 555 0119',
    emergencyContact: { name: 'Arthur Holmwood', phone: '+354 555 0120', relation: 'Friend' },
  });
  await refused(desk.patients.update(patient, { phone: '+354 555 0121' }), 'version_stale');
  await desk.patients.list({ familyName: 'Morris', limit: 2 });
  await desk.patients.search({ q: 'moris 1985-06-30' });

  const again = await desk.patients.create(quincey);
  const wish = { doctorId: doctor.profile.id, patientId: again.id, startsAt: stage.calendar.at(1, 11) };
  const visit = await desk.appointments.book(wish);
  const reason = { reason: 'Entered twice' };
  await admin.patients.deactivate(again.id, reason);
  await refused(admin.patients.deactivate(again.id, reason), 'second_approver_needed');
  const email = 'arthur.holmwood@clinic.example';
  await admin.users.create({ email, password, displayName: 'Arthur Holmwood', role: 'admin' });
  const second = await stage.signedIn(email);
  await second.patients.deactivate(again.id, reason);
  await desk.patients.visitsToSettle(again.id);
  await desk.appointments.cancel(visit.id, reason);
  const mistake = { reason: 'Two men of one name' };
  await second.patients.activate(again.id, mistake);
  await refused(second.patients.activate(again.id, mistake), 'second_approver_needed');
  await admin.patients.activate(again.id, mistake);
}
