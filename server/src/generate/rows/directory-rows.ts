import { DAY_MS, dateOfDay } from '../../lib/time.js';
import { idKinds } from '../generated-ids.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import { holidayOf } from '../plan/calendar.js';
import type { SignIn } from '../sign-ins.js';
import { specialities } from '../vocabulary/specialities.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';
import { writeDoctors } from './doctor-rows.js';
import { writeHours, writeTimeOff } from './schedule-rows.js';
import { flushDue } from './table-writer.js';
import { writeUsers } from './user-rows.js';

/** Departments, doctors with their hours and absences, sign-ins: everything that is few. */
export async function writeDirectory(
  generation: Generation,
  link: BulkLink,
  signIns: readonly SignIn[],
  passwordHash: string,
): Promise<void> {
  const log = changeLog(generation, link, 'directory');
  await writeDepartments(generation, link, log);
  await writeHolidays(generation, link, log);
  await writeDoctors(generation, link, log, holidaysOf(generation).length);
  await writeHours(generation, link, log);
  await writeTimeOff(generation, link, log);
  await writeUsers(generation, link, log, signIns, passwordHash);
  await log.flush();
}

async function writeDepartments(generation: Generation, link: BulkLink, log: ChangeLog): Promise<void> {
  const { ids } = generation;
  const atMs = generation.plan.startDay * DAY_MS;
  const times = ['created_at', 'updated_at'];
  const departments = tableWriter(generation, link, 'departments', ['id', 'name', 'location', ...times]);
  const specializations = tableWriter(generation, link, 'specializations', ['id', 'name', ...times]);
  for (const [number, { department, location, specialization }] of specialities.entries()) {
    const subject = ids.departments.bytes(number);
    departments.rows.bytes(subject);
    departments.rows.text(department);
    departments.rows.text(location);
    departments.rows.instant(atMs);
    departments.rows.instant(atMs);
    departments.rows.endRow();
    log.add({ kind: 'department.created', subject, patient: null, payload: '{}', atMs });
    const field = ids.specializations.bytes(number);
    specializations.rows.bytes(field);
    specializations.rows.text(specialization);
    specializations.rows.instant(atMs);
    specializations.rows.instant(atMs);
    specializations.rows.endRow();
    log.add({ kind: 'specialization.created', subject: field, patient: null, payload: '{}', atMs });
  }
  await departments.flush();
  await specializations.flush();
}

/** Each department has its own, so that they close nobody else's. */
async function writeHolidays(generation: Generation, link: BulkLink, log: ChangeLog): Promise<void> {
  const { plan, ids } = generation;
  const holidays = tableWriter(generation, link, 'holidays', ['id', 'date_on', 'name', 'department_id']);
  let counter = 0;
  for (const day of holidaysOf(generation))
    for (const number of specialities.keys()) {
      const subject = ids.early(idKinds.holiday, counter++);
      holidays.rows.bytes(subject);
      holidays.rows.text(dateOfDay(day));
      holidays.rows.text(holidayOf(day) ?? '');
      holidays.rows.bytes(ids.departments.bytes(number));
      holidays.rows.endRow();
      const departmentId = ids.departments.text(number);
      const payload = JSON.stringify({ dateOn: dateOfDay(day), departmentId, ...nobodyDisplaced });
      log.add({ kind: 'holiday.created', subject, patient: null, payload, atMs: plan.startDay * DAY_MS });
      await flushDue(holidays, log);
    }
  await holidays.flush();
}

function holidaysOf({ plan }: Pick<Generation, 'plan'>): number[] {
  const days: number[] = [];
  for (let day = plan.startDay; day < plan.endDay; day++) if (holidayOf(day) !== null) days.push(day);
  return days;
}

const nobodyDisplaced = { displaced: [], displacedCount: 0 };

/** How many changes of the directory there are. */
export const countDirectoryChanges = (generation: Pick<Generation, 'plan'>, users: number): number => {
  const { plan } = generation;
  const away = plan.doctors.reduce((sum, doctor) => sum + doctor.away.length, 0);
  const closings = holidaysOf(generation).length * specialities.length;
  return 2 * specialities.length + closings + 2 * plan.doctors.length + away + users;
};
