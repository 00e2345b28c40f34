import { createHash } from 'node:crypto';
import type { ComposedApp } from '../compose.js';
import { type Actor, systemActor } from '../lib/actor.js';
import { fullName } from '../lib/person.js';
import {
  type DemoDoctor,
  demoDepartments,
  demoDoctors,
  demoPassword,
  demoPatient,
  demoStaff,
} from './demo-people.js';

export { demoPassword, demoSignIns } from './demo-people.js';

type Services = ComposedApp['services'];

const aroundTheClock = [1, 2, 3, 4, 5, 6, 7] as const;
const workdays = [1, 2, 3, 4, 5] as const;

/**
 * Gives an empty database a small clinic, once. Each step has an Idempotency-Key of its own and the patient comes
 * last: a start that was cut off half-way is finished by the next one.
 * @returns whether the demo clinic is there
 */
export async function seedDemoClinic(services: Services, report: (line: string) => void): Promise<boolean> {
  if (await services.auth.hasAccount(demoPatient.email)) return true;
  const isBegun = await services.auth.hasAccount(demoStaff[0]?.email ?? '');
  if (!isBegun && (await services.auth.hasAnyAccount())) return false;
  report('Setting up the demo clinic …');
  const departmentIds = new Map<string, string>();
  for (const department of demoDepartments) {
    const { id } = await services.departments.create(seeder(`department ${department.name}`), department);
    departmentIds.set(department.name, id);
  }
  for (const { department, ...member } of demoStaff) {
    const departmentId = department && idOf(departmentIds, department);
    await services.staff.create(seeder(`staff ${member.email}`), {
      ...member,
      password: demoPassword,
      departmentId,
    });
  }
  for (const doctor of demoDoctors)
    await seedDoctor(services, doctor, idOf(departmentIds, doctor.department));
  const caller = { requestId: 'demo-clinic', network: '', once: null };
  await services.registration.register(caller, { ...demoPatient, password: demoPassword });
  return true;
}

async function seedDoctor(services: Services, demo: DemoDoctor, departmentId: string): Promise<void> {
  const { specialization, department: _department, isOnCall, ...person } = demo;
  const { id: specializationId } = await services.specializations.create(
    seeder(`specialization ${specialization}`),
    {
      name: specialization,
    },
  );
  const doctor = await services.doctors.create(seeder(`doctor ${demo.email}`), {
    ...person,
    departmentId,
    specializationIds: [specializationId],
  });
  const weekly = isOnCall
    ? aroundTheClock.map((weekday) => ({ weekday, startMinute: 0, endMinute: 1_440 }))
    : workdays.flatMap((weekday) => [
        { weekday, startMinute: 9 * 60, endMinute: 12 * 60 },
        { weekday, startMinute: 13 * 60, endMinute: 17 * 60 },
      ]);
  await services.schedules.setHours(seeder(`hours ${demo.email}`), doctor.id, { weekly }, null);
  await services.staff.create(seeder(`staff ${demo.email}`), {
    email: demo.email,
    password: demoPassword,
    displayName: `Dr. ${fullName(demo)}`,
    role: 'doctor',
    doctorId: doctor.id,
  });
}

/** The clinic itself, doing one named step: done before, it is answered as then. */
const seeder = (step: string): Actor => ({
  ...systemActor('demo-clinic'),
  once: {
    key: `demo ${step}`,
    operation: 'demo-clinic',
    bodyHash: createHash('sha256').update(step).digest(),
    isReplayed: false,
  },
});

function idOf(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo clinic has no department ${name}.`);
  return id;
}
