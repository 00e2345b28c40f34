import type { DoctorProfile, HolidayCreated, Patient, Schedule, User } from '@medweave/sdk';
import { freshEmail, password } from '../support/clinic.js';
import { futureAt } from '../support/people.js';
import type { ChaosCast } from './cast.js';
import type { SignIn } from './sign-in.js';
import type { Story } from './story.js';

/** The front desk admits a patient and corrects her address twice. */
export async function admitPatient(story: Story, { reception: by }: ChaosCast): Promise<void> {
  const subject = ({ id }: Patient) => id;
  const shown = ({ id }: Patient) => story.see(by, `/patients/${id}`);
  const person = { givenName: 'Erika', familyName: `Muster${story.number}`, birthOn: '1990-02-03' };
  let patient = await story.change('patients.create', {
    by,
    call: (medweave, options) => medweave.patients.create(person, options),
    event: 'patient.created',
    subject,
    shown,
  });
  for (const phone of ['+49 30 1', '+49 30 2'])
    patient = await story.change('patients.update', {
      by,
      call: (medweave, options) => medweave.patients.update(patient, { phone }, options),
      event: 'patient.updated',
      subject,
      shown,
    });
  await story.read('patients.get', {
    by,
    call: (medweave, options) => medweave.patients.get(patient.id, options),
    shown,
  });
}

/** A doctor begins to work here: her entry, her hours, her sign-in. */
export async function welcomeDoctor(story: Story, cast: ChaosCast): Promise<void> {
  const by = cast.admin;
  const email = freshEmail('doctor');
  const subject = ({ id }: DoctorProfile) => id;
  const shown = ({ id }: DoctorProfile) => story.see<DoctorProfile>(by, `/doctors/${id}/profile`);
  const person = {
    givenName: 'Ada',
    familyName: 'Neu',
    birthOn: '1980-01-02',
    gender: 'female' as const,
    specializationIds: [cast.ward.specializationId],
    departmentId: cast.ward.departmentId,
    yearsOfExperience: 3,
    phone: '+49 30 1234',
    email,
    officeAddress: 'Room 1',
    zone: 'Europe/Berlin',
    visitMinutes: 15,
  };
  const doctor = await story.change('doctors.create', {
    by,
    call: (medweave, options) => medweave.doctors.create(person, options),
    event: 'doctor.created',
    subject,
    shown,
  });
  await story.change('doctors.update', {
    by,
    call: (medweave, options) => medweave.doctors.update(doctor, { officeAddress: 'Room 2' }, options),
    event: 'doctor.updated',
    subject,
    shown: async (updated) => ({ ...(await shown(updated)), ...nothingDisplaced }),
  });
  await arrangeHours(story, cast, doctor.id);
  await giveSignIn(story, cast, { email, displayName: 'Dr. Neu', role: 'doctor', doctorId: doctor.id });
}

const nothingDisplaced = { displaced: [], displacedCount: 0 };

/** A schedule has no id: its events are the doctor's, and its version is not hers. */
const scheduleOf = (story: Story, by: SignIn, doctorId: string) => ({
  see: () => story.see<Schedule>(by, `/doctors/${doctorId}/schedule`),
  about: { by, subject: () => doctorId, versionOf: `schedule of ${doctorId}` },
});

async function arrangeHours(story: Story, { admin: by }: ChaosCast, doctorId: string): Promise<void> {
  const { see, about } = scheduleOf(story, by, doctorId);
  const readSchedule = () =>
    story.read('schedules.get', {
      ...about,
      call: (medweave, options) => medweave.schedules.get(doctorId, options),
      shown: see,
    });
  const weekly = [{ weekday: 1, startMinute: 480, endMinute: 720 }];
  const schedule = await readSchedule();
  await story.change('schedules.setHours', {
    ...about,
    call: (medweave, options) => medweave.schedules.setHours(schedule, { weekly }, options),
    event: 'schedule.hours_changed',
    shown: async () => ({ version: (await see()).version, ...nothingDisplaced }),
  });
  await planTimeOff(story, by, doctorId);
  await overrideDate(story, by, doctorId);
  await readSchedule();
}

async function planTimeOff(story: Story, by: SignIn, doctorId: string): Promise<void> {
  const { see, about } = scheduleOf(story, by, doctorId);
  const away = { startsAt: futureAt(9, 8), endsAt: futureAt(9, 10), reason: 'Training' };
  const added = await story.change('schedules.addTimeOff', {
    ...about,
    call: (medweave, options) => medweave.schedules.addTimeOff(doctorId, away, options),
    event: 'schedule.time_off_added',
    shown: async () => {
      const { version, timeOff } = await see();
      return timeOff.length === 1 && { ...timeOff[0], version, ...nothingDisplaced };
    },
  });
  await story.change('schedules.removeTimeOff', {
    ...about,
    call: (medweave, options) => medweave.schedules.removeTimeOff(doctorId, added.id, options),
    event: 'schedule.time_off_removed',
    shown: async () => (await see()).timeOff[0],
  });
}

async function overrideDate(story: Story, by: SignIn, doctorId: string): Promise<void> {
  const { see, about } = scheduleOf(story, by, doctorId);
  const dateOn = futureAt(9, 12).slice(0, 10);
  const shown = async () => ({ version: (await see()).version, ...nothingDisplaced });
  await story.change('schedules.setOverride', {
    ...about,
    call: (medweave, options) => medweave.schedules.setOverride(doctorId, dateOn, { windows: [] }, options),
    event: 'schedule.override_set',
    shown,
  });
  await story.change('schedules.removeOverride', {
    ...about,
    call: (medweave, options) => medweave.schedules.removeOverride(doctorId, dateOn, options),
    event: 'schedule.override_removed',
    shown,
  });
}

async function giveSignIn(
  story: Story,
  { admin: by }: ChaosCast,
  account: { email: string; displayName: string; role: 'doctor'; doctorId: string },
): Promise<void> {
  const subject = ({ id }: User) => id;
  const shown = ({ id }: User) => story.see(by, `/users/${id}`);
  const user = await story.change('users.create', {
    by,
    call: (medweave, options) => medweave.users.create({ ...account, password }, options),
    event: 'user.created',
    subject,
    shown,
  });
  await story.change('users.update', {
    by,
    call: (medweave, options) => medweave.users.update(user, { displayName: 'Dr. A. Neu' }, options),
    event: 'user.updated',
    subject,
    shown,
  });
}

/** A department closes for a day, and does not after all. */
export async function planHoliday(
  story: Story,
  { admin: by, emptyDepartmentId: departmentId }: ChaosCast,
): Promise<void> {
  const dateOn = futureAt(200 + story.number, 12).slice(0, 10);
  const query = { from: dateOn, to: dateOn, departmentId };
  const see = () =>
    story.see<{ items: HolidayCreated[] }>(
      by,
      `/holidays?from=${dateOn}&to=${dateOn}&departmentId=${departmentId}`,
    );
  const created = await story.change('holidays.create', {
    by,
    call: (medweave, options) =>
      medweave.holidays.create({ dateOn, name: 'Staff outing', departmentId }, options),
    event: 'holiday.created',
    subject: ({ id }) => id,
    shown: async () => {
      const { items } = await see();
      return items.length === 1 && { ...items[0], displaced: [], displacedCount: 0 };
    },
  });
  await story.read('holidays.list', {
    by,
    call: (medweave, options) => medweave.holidays.list(query, options),
    shown: see,
  });
  await story.change('holidays.remove', {
    by,
    call: (medweave, options) => medweave.holidays.remove(created.id, options),
    event: 'holiday.removed',
    subject: () => created.id,
    shown: async () => (await see()).items[0],
  });
}
