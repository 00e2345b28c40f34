import { noPasswordHash } from '../../auth/passwords.js';
import { DAY_MS } from '../../lib/time.js';
import { type Generation, tableWriter } from '../generation.js';
import type { SignIn } from '../sign-ins.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';
import { emailOf } from './doctor-rows.js';
import { flushDue } from './table-writer.js';

const userColumns = [
  'id',
  'email',
  'password_hash',
  'display_name',
  'role',
  'patient_id',
  'doctor_id',
  'department_id',
  'is_active',
  'created_at',
  'updated_at',
];

/** A sign-in for each doctor, whom her notes belong to: inactive and without a password, until an admin creates hers. */
export async function writeUsers(
  generation: Generation,
  link: BulkLink,
  log: ChangeLog,
  signIns: readonly SignIn[],
  passwordHash: string,
): Promise<void> {
  const { plan, ids } = generation;
  const atMs = generation.plan.startDay * DAY_MS;
  const users = tableWriter(generation, link, 'users', userColumns);
  const { rows } = users;
  const everybody = plan.doctors.map(
    (doctor): SignIn => ({
      userNumber: doctor.number,
      email: emailOf(doctor),
      displayName: `Dr. ${doctor.givenName} ${doctor.familyName}`,
      role: 'doctor',
      doctor: doctor.number,
    }),
  );
  for (const signIn of signIns) everybody[signIn.userNumber] = signIn;
  const maybe = (id: Buffer | null) => (id ? rows.bytes(id) : rows.none());
  for (const user of everybody) {
    const isUsable = signIns.includes(user);
    rows.bytes(ids.users.bytes(user.userNumber));
    rows.text(user.email);
    rows.text(isUsable ? passwordHash : noPasswordHash);
    rows.text(user.displayName);
    rows.text(user.role);
    maybe(user.patient === undefined ? null : ids.patients.bytes(user.patient));
    maybe(user.doctor === undefined ? null : ids.doctors.bytes(user.doctor));
    maybe(user.department === undefined ? null : ids.departments.bytes(user.department));
    rows.integer(isUsable ? 1 : 0);
    rows.instant(atMs);
    rows.instant(atMs);
    rows.endRow();
    const payload = JSON.stringify({ role: user.role });
    const subject = ids.users.bytes(user.userNumber);
    log.add({ kind: 'user.created', subject, patient: null, payload, atMs });
    await flushDue(users, log);
  }
  await users.flush();
}
