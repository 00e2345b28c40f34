import { DAY_MS, dateOfDay } from '../../lib/time.js';
import { type Generation, tableWriter } from '../generation.js';
import { type PlannedDoctor, siteZones } from '../plan/doctors-plan.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';

const doctorColumns = [
  'id',
  'given_name',
  'family_name',
  'birth_on',
  'gender',
  'department_id',
  'years_of_experience',
  'phone',
  'email',
  'office_address',
  'zone',
  'visit_minutes',
  'schedule_version',
  'created_at',
  'updated_at',
];

export async function writeDoctors(
  generation: Generation,
  link: BulkLink,
  log: ChangeLog,
  holidays: number,
): Promise<void> {
  const { plan, ids } = generation;
  const atMs = generation.plan.startDay * DAY_MS;
  const doctors = tableWriter(generation, link, 'doctors', doctorColumns);
  const fields = tableWriter(generation, link, 'doctor_specializations', ['doctor_id', 'specialization_id']);
  const flushAll = async () => {
    await doctors.flush();
    await fields.flush();
    await log.flush();
  };
  for (const doctor of plan.doctors) {
    const subject = ids.doctors.bytes(doctor.number);
    const { rows } = doctors;
    rows.bytes(subject);
    rows.text(doctor.givenName);
    rows.text(doctor.familyName);
    rows.text(dateOfDay(doctor.birthDay));
    rows.text(doctor.gender);
    rows.bytes(ids.departments.bytes(doctor.specialityIndex));
    rows.integer(doctor.yearsOfExperience);
    rows.text(`+49 30 5552 ${1_000 + doctor.number}`);
    rows.text(emailOf(doctor));
    rows.text(`${doctor.speciality.location}, room ${100 + doctor.number}`);
    rows.text(siteZones[doctor.site] ?? siteZones[0]);
    rows.integer(doctor.speciality.visitMinutes);
    rows.integer(2 + holidays + doctor.away.length);
    rows.instant(atMs);
    rows.instant(atMs);
    rows.endRow();
    const departmentId = ids.departments.text(doctor.specialityIndex);
    const payload = JSON.stringify({ departmentId });
    log.add({ kind: 'doctor.created', subject, patient: null, payload, atMs });
    fields.rows.bytes(subject);
    fields.rows.bytes(ids.specializations.bytes(doctor.specialityIndex));
    fields.rows.endRow();
    if (doctors.isDue() || log.isDue()) await flushAll();
  }
  await flushAll();
}

export const emailOf = ({ number }: PlannedDoctor): string => `doctor.${number + 1}@generated.example`;
