import { uuidText } from '../lib/ids.js';
import type { EmergencyContact, Gender, Insurance, PostalAddress, WholePatient } from './patients.types.js';

export const patientColumns = [
  'patients.id',
  'patients.mrn',
  'patients.given_name',
  'patients.family_name',
  'patients.birth_on',
  'patients.gender',
  'patients.phone',
  'patients.email',
  'patients.address_line',
  'patients.address_city',
  'patients.address_region',
  'patients.address_postal_code',
  'patients.address_country',
  'patients.emergency_name',
  'patients.emergency_phone',
  'patients.emergency_relation',
  'patients.insurance_provider',
  'patients.insurance_number',
  'patients.is_active',
  'patients.version',
] as const;

export interface PatientRow {
  id: Buffer;
  mrn: string;
  given_name: string;
  family_name: string;
  birth_on: string;
  gender: string;
  phone: string | null;
  email: string | null;
  address_line: string | null;
  address_city: string | null;
  address_region: string | null;
  address_postal_code: string | null;
  address_country: string | null;
  emergency_name: string | null;
  emergency_phone: string | null;
  emergency_relation: string | null;
  insurance_provider: string | null;
  insurance_number: string | null;
  is_active: number;
  version: number;
}

export const patientOf = (row: PatientRow): WholePatient => ({
  id: uuidText(row.id),
  mrn: row.mrn,
  givenName: row.given_name,
  familyName: row.family_name,
  birthYear: Number(row.birth_on.slice(0, 4)),
  birthOn: row.birth_on,
  gender: row.gender as Gender,
  phone: row.phone,
  email: row.email,
  address: addressOf(row),
  emergencyContact: emergencyContactOf(row),
  insurance: insuranceOf(row),
  isActive: row.is_active === 1,
  version: row.version,
});

function addressOf(row: PatientRow): PostalAddress | null {
  if (row.address_line === null || row.address_city === null) return null;
  return {
    line: row.address_line,
    city: row.address_city,
    ...(row.address_region !== null && { region: row.address_region }),
    ...(row.address_postal_code !== null && { postalCode: row.address_postal_code }),
    ...(row.address_country !== null && { country: row.address_country }),
  };
}

function emergencyContactOf(row: PatientRow): EmergencyContact | null {
  if (row.emergency_name === null || row.emergency_phone === null) return null;
  return {
    name: row.emergency_name,
    phone: row.emergency_phone,
    ...(row.emergency_relation !== null && { relation: row.emergency_relation }),
  };
}

const insuranceOf = (row: PatientRow): Insurance | null =>
  row.insurance_provider === null || row.insurance_number === null
    ? null
    : { provider: row.insurance_provider, number: row.insurance_number };

const addressColumns = (address: PostalAddress | null) => ({
  address_line: address?.line ?? null,
  address_city: address?.city ?? null,
  address_region: address?.region ?? null,
  address_postal_code: address?.postalCode ?? null,
  address_country: address?.country ?? null,
});

const emergencyColumns = (contact: EmergencyContact | null) => ({
  emergency_name: contact?.name ?? null,
  emergency_phone: contact?.phone ?? null,
  emergency_relation: contact?.relation ?? null,
});

const insuranceColumns = (insurance: Insurance | null) => ({
  insurance_provider: insurance?.provider ?? null,
  insurance_number: insurance?.number ?? null,
});

/** The columns that a patient is written with; MRN, state and version apart. */
export const patientValues = (patient: WholePatient) => ({
  given_name: patient.givenName,
  family_name: patient.familyName,
  birth_on: patient.birthOn,
  gender: patient.gender,
  phone: patient.phone,
  email: patient.email,
  ...addressColumns(patient.address),
  ...emergencyColumns(patient.emergencyContact),
  ...insuranceColumns(patient.insurance),
});
