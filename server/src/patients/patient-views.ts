import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { Patient, UpdatePatient, WholePatient } from './patients.types.js';

/**
 * How much of a patient a role sees (ACCESS.md, L1 to L4).
 * - `whole`: everything that the patient's row has, which is nothing clinical.
 * - `billing`: identity, address, insurer.
 * - `match`: name, birth year, MRN.
 */
export type PatientView = 'whole' | 'billing' | 'match';

const viewOfRole: Readonly<Record<Actor['role'], PatientView>> = {
  patient: 'whole',
  doctor: 'whole',
  nurse: 'whole',
  receptionist: 'whole',
  pharmacist: 'match',
  billing: 'billing',
  admin: 'match',
  system: 'match',
};

/** The view of patients within a role's scope. Out of scope there is none, or `match` for an exact match. */
export const viewOf = (role: Actor['role']): PatientView => viewOfRole[role];

/** The one place that decides which fields leave the house: named one by one, never by leaving some out. */
export function shownTo(view: PatientView, patient: WholePatient): Patient {
  const { id, mrn, givenName, familyName, birthYear, isActive, version } = patient;
  const match: Patient = { id, mrn, givenName, familyName, birthYear, isActive, version };
  if (view === 'match') return match;
  const { birthOn, gender, address, insurance } = patient;
  const billing: Patient = { ...match, birthOn, gender, address, insurance };
  if (view === 'billing') return billing;
  const { phone, email, emergencyContact } = patient;
  return { ...billing, phone, email, emergencyContact };
}

/** @throws AppError `exact_match_only` for a role that may look up one patient, but not leaf through them */
export function requireBroadView(view: PatientView): void {
  if (view === 'match') throw new AppError('exact_match_only');
}

const contactFields = ['phone', 'email', 'address', 'emergencyContact'];

const writableFields: Readonly<Partial<Record<Actor['role'], readonly string[]>>> = {
  patient: contactFields,
  nurse: contactFields,
  billing: ['insurance'],
  receptionist: ['givenName', 'familyName', 'birthOn', 'gender', ...contactFields, 'insurance'],
};

/** @throws AppError `field_forbidden` naming the first field that the role may not write */
export function requireWritable(role: Actor['role'], request: UpdatePatient): void {
  const writable = writableFields[role] ?? [];
  const [foreign] = Object.keys(request).filter((field) => !writable.includes(field));
  if (foreign !== undefined)
    throw new AppError('field_forbidden', {
      errors: [{ field: `body.${foreign}`, message: 'is not yours to change' }],
    });
}
