import { uuidBytes, uuidText } from '../lib/ids.js';
import type { DirectoryEntry, Doctor, DoctorProfile } from './doctors.types.js';

export const doctorColumns = [
  'doctors.id',
  'doctors.given_name',
  'doctors.family_name',
  'doctors.birth_on',
  'doctors.gender',
  'doctors.department_id',
  'departments.name as department_name',
  'doctors.years_of_experience',
  'doctors.phone',
  'doctors.email',
  'doctors.office_address',
  'doctors.zone',
  'doctors.visit_minutes',
  'doctors.is_active',
  'doctors.version',
] as const;

export interface DoctorRow {
  id: Buffer;
  given_name: string;
  family_name: string;
  birth_on: string;
  gender: string;
  department_id: Buffer;
  department_name: string;
  years_of_experience: number;
  phone: string;
  email: string;
  office_address: string;
  zone: string;
  visit_minutes: number;
  is_active: number;
  version: number;
}

export const profileOf = (row: DoctorRow, specializations: DirectoryEntry[]): DoctorProfile => ({
  id: uuidText(row.id),
  givenName: row.given_name,
  familyName: row.family_name,
  birthOn: row.birth_on,
  gender: row.gender as DoctorProfile['gender'],
  specializations,
  department: { id: uuidText(row.department_id), name: row.department_name },
  yearsOfExperience: row.years_of_experience,
  phone: row.phone,
  email: row.email,
  officeAddress: row.office_address,
  zone: row.zone,
  visitMinutes: row.visit_minutes,
  isActive: row.is_active === 1,
  version: row.version,
});

/** What everyone may see of a doctor: her birth date and gender stay behind. */
export function publicDoctor({ birthOn: _birthOn, gender: _gender, ...doctor }: DoctorProfile): Doctor {
  return doctor;
}

/** The columns of the doctor's own row, `schedule_version` and `version` apart. */
export const doctorValues = (doctor: DoctorProfile) => ({
  given_name: doctor.givenName,
  family_name: doctor.familyName,
  birth_on: doctor.birthOn,
  gender: doctor.gender,
  department_id: uuidBytes(doctor.department.id),
  years_of_experience: doctor.yearsOfExperience,
  phone: doctor.phone,
  email: doctor.email,
  office_address: doctor.officeAddress,
  zone: doctor.zone,
  visit_minutes: doctor.visitMinutes,
  is_active: doctor.isActive ? 1 : 0,
});
