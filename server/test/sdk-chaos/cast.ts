import type { Clinic } from '../support/clinic.js';
import { doctorAtWork, patient, setBookingLimits, staff, type Ward, ward } from '../support/people.js';
import type { FlakyProxy } from './flaky-proxy.js';
import { SignIn } from './sign-in.js';

/** Everybody who calls. */
export interface ChaosCast {
  ward: Ward;
  /** Nobody works there: a holiday there is nobody else's. */
  emptyDepartmentId: string;
  doctorId: string;
  doctor: SignIn;
  reception: SignIn;
  admin: SignIn;
  patients: SignIn[];
  /** Comes to every visit of today. */
  visitorId: string;
}

export async function chaosCast(clinic: Clinic, proxy: FlakyProxy): Promise<ChaosCast> {
  await setBookingLimits(clinic); // three patients live all the stories
  const [here, elsewhere] = [await ward(clinic), await ward(clinic)];
  const doctor = await doctorAtWork(clinic, here);
  const patients: SignIn[] = [];
  for (const sharing of ['one client', 'many clients', 'one client'] as const)
    patients.push(await SignIn.open(clinic, proxy, (await patient(clinic)).user, sharing));
  return {
    ward: here,
    emptyDepartmentId: elsewhere.departmentId,
    doctorId: doctor.doctor.id,
    doctor: await SignIn.open(clinic, proxy, doctor.user, 'one client'),
    reception: await SignIn.open(clinic, proxy, await staff(clinic, 'receptionist'), 'many clients'),
    admin: await SignIn.open(clinic, proxy, await staff(clinic, 'admin'), 'one client'),
    patients,
    visitorId: (await patient(clinic)).patientId,
  };
}

export const everySignIn = ({ doctor, reception, admin, patients }: ChaosCast): SignIn[] => [
  doctor,
  reception,
  admin,
  ...patients,
];
