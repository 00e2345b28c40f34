import type { Role } from '../lib/actor.js';
import type { ClinicPlan } from './plan/clinic-plan.js';
import { ageOn } from './plan/patients-plan.js';
import { stateNumbers } from './plan/visits.js';

/** Somebody who can sign in to the generated clinic. */
export interface SignIn {
  /** Doctors have their own number, everybody else one above them. */
  userNumber: number;
  email: string;
  displayName: string;
  role: Role;
  doctor?: number;
  patient?: number;
  department?: number;
}

/** How many people there are with a sign-in who are no doctors. */
export const otherSignIns = 4;

/** Known to everybody, like that of the demo clinic; in production a random one takes its place. */
export const generatedPassword = 'medweave-generated';

/** One of each: the first doctor, a grown-up patient of hers, the desk, a nurse of her department, an admin. */
export function signInsOf(plan: ClinicPlan): SignIn[] {
  const others = plan.doctors.length;
  const [doctor] = plan.doctors;
  const patient = patientOfFirstDoctor(plan);
  return [
    {
      userNumber: 0,
      email: 'doctor@generated.example',
      displayName: `Dr. ${doctor?.givenName} ${doctor?.familyName}`,
      role: 'doctor',
      doctor: 0,
    },
    { userNumber: others, email: 'admin@generated.example', displayName: 'Alma Admin', role: 'admin' },
    {
      userNumber: others + 1,
      email: 'desk@generated.example',
      displayName: 'Dora Desk',
      role: 'receptionist',
    },
    {
      userNumber: others + 2,
      email: 'nurse@generated.example',
      displayName: 'Nadia Nurse',
      role: 'nurse',
      department: 0,
    },
    {
      userNumber: others + 3,
      email: 'patient@generated.example',
      displayName: 'A patient',
      role: 'patient',
      patient,
    },
  ];
}

function patientOfFirstDoctor({ visits, patients, settings }: ClinicPlan): number {
  for (let visit = visits.count - 1; visit >= 0; visit--) {
    const patient = visits.patient[visit]!;
    const isHers = visits.doctor[visit] === 0 && visits.state[visit] === stateNumbers.completed;
    if (isHers && ageOn(patients.birthDay[patient]!, settings.untilDay) >= 18) return patient;
  }
  return 0;
}
