import type { CreateDoctor, DoctorProfile, Medweave } from '@medweave/sdk';
import { password } from '../../support/clinic.js';
import { nothing, refused, type Stage } from '../stage.js';

/** The clinic as its admins have furnished it. */
export interface House {
  readonly admin: Medweave;
  readonly departmentId: string;
  readonly specializationId: string;
  /** Sees patients by appointment, in the planned week. */
  readonly doctor: AtWork;
  /** Is there today, around the clock. */
  readonly colleague: AtWork;
  readonly desk: Medweave;
}

export interface AtWork {
  readonly profile: DoctorProfile;
  readonly client: Medweave;
}

/** No summer time: what the examples say is the same all year. */
const zone = 'Atlantic/Reykjavik';

export async function furnish(stage: Stage, patient: Medweave): Promise<House> {
  const admin = await stage.signedIn('admin@test.example');
  const departmentId = await departments(admin, patient);
  const specializationId = await specializations(admin);
  const place = { departmentId, specializationIds: [specializationId] };
  const [seward, helsing] = await doctors(admin, place);
  await users(stage, admin, seward, departmentId);
  await admin.users.create({
    email: 'a.vanhelsing@clinic.example',
    password,
    displayName: 'Dr Abraham Van Helsing',
    role: 'doctor',
    doctorId: helsing.id,
  });
  return {
    ...{ admin, departmentId, specializationId },
    doctor: { profile: seward, client: await stage.signedIn('j.seward@clinic.example') },
    colleague: { profile: helsing, client: await stage.signedIn('a.vanhelsing@clinic.example') },
    desk: await stage.signedIn('front.desk@clinic.example'),
  };
}

async function departments(admin: Medweave, patient: Medweave): Promise<string> {
  const cardiology = await admin.departments.create({ name: 'Cardiology', location: 'Second floor' });
  await refused(admin.departments.create({ name: 'Cardiology', location: 'Annexe' }), 'name_taken');
  await refused(patient.departments.create({ name: 'Astrology', location: 'Roof' }), 'forbidden');
  await admin.departments.update(cardiology, { name: 'Cardiology', location: 'Second floor, east wing' });
  await refused(
    admin.departments.update(cardiology, { name: 'Cardiology', location: 'Third floor' }),
    'version_stale',
  );
  const surgery = await admin.departments.create({ name: 'Day surgery', location: 'Ground floor' });
  await admin.departments.deactivate(surgery.id);
  await admin.departments.activate(surgery.id);
  await admin.departments.list({ isActive: true, limit: 1 });
  await admin.departments.get(cardiology.id);
  await refused(admin.departments.get(nothing), 'department_not_found');
  return cardiology.id;
}

async function specializations(admin: Medweave): Promise<string> {
  const created = await admin.specializations.create({ name: 'Cardiologist' });
  await refused(admin.specializations.create({ name: 'Cardiologist' }), 'name_taken');
  await admin.specializations.update(created, { name: 'Cardiology' });
  const other = await admin.specializations.create({ name: 'Anaesthesia' });
  await admin.specializations.deactivate(other.id);
  await admin.specializations.activate(other.id);
  await admin.specializations.list({ limit: 2 });
  await admin.specializations.get(created.id);
  await refused(admin.specializations.get(nothing), 'specialization_not_found');
  return created.id;
}

type Place = Pick<CreateDoctor, 'departmentId' | 'specializationIds'>;

async function doctors(admin: Medweave, place: Place): Promise<[DoctorProfile, DoctorProfile]> {
  const wish = { ...place, zone, gender: 'male', officeAddress: 'Second floor, room 12' } as const;
  const seward = await admin.doctors.create({
    ...wish,
    givenName: 'John',
    familyName: 'Seward',
    birthOn: '1981-03-09',
    yearsOfExperience: 14,
    phone: '+354 555 0102',
    email: 'j.seward@clinic.example',
    visitMinutes: 20,
  });
  const helsing = await admin.doctors.create({
    ...wish,
    givenName: 'Abraham',
    familyName: 'Van Helsing',
    birthOn: '1959-11-26',
    yearsOfExperience: 35,
    phone: '+354 555 0103',
    email: 'a.vanhelsing@clinic.example',
    visitMinutes: 30,
  });
  const profile = await admin.doctors.update(seward, { officeAddress: 'Second floor, room 14' });
  await refused(admin.doctors.update(seward, { yearsOfExperience: 15 }), 'version_stale');
  await admin.doctors.get(seward.id);
  await refused(admin.doctors.get(nothing), 'doctor_not_found');
  await admin.doctors.profile(seward.id);
  await admin.doctors.list({ departmentId: place.departmentId, limit: 1 });
  await admin.doctors.deactivate(helsing.id);
  await admin.doctors.activate(helsing.id);
  return [profile, helsing];
}

async function users(
  stage: Stage,
  admin: Medweave,
  doctor: DoctorProfile,
  departmentId: string,
): Promise<void> {
  await admin.users.create({
    email: doctor.email,
    password,
    displayName: 'Dr John Seward',
    role: 'doctor',
    doctorId: doctor.id,
  });
  await refused(
    admin.users.create({
      email: 'j.seward@mail.example',
      password,
      displayName: 'John Seward',
      role: 'doctor',
      doctorId: doctor.id,
    }),
    'doctor_has_sign_in',
  );
  const desk = { email: 'front.desk@clinic.example', password, displayName: 'Lucy Westenra' };
  await admin.users.create({ ...desk, role: 'receptionist' });
  await refused((await stage.signedIn(desk.email)).users.list(), 'forbidden');
  const account = { email: 'r.renfield@clinic.example', password, displayName: 'R. Renfield' };
  const nurse = await admin.users.create({ ...account, role: 'nurse', departmentId });
  const renamed = await admin.users.update(nurse, { displayName: 'Robert Renfield' });
  await refused(admin.users.update(nurse, { displayName: 'Renfield' }), 'version_stale');
  await admin.users.deactivate(renamed.id);
  await admin.users.activate(renamed.id);
  await admin.users.get(renamed.id);
  await refused(admin.users.get(nothing), 'user_not_found');
  await admin.users.list({ role: 'nurse', limit: 2 });
}

/** While a doctor is gone, the desk is told whose visits to see to. */
export async function leaveAndComeBack({ admin, desk, doctor }: House): Promise<void> {
  const { id } = doctor.profile;
  await admin.doctors.deactivate(id);
  await desk.doctors.visitsToSettle(id, { limit: 2 });
  await admin.doctors.activate(id);
}
