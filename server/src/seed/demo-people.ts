/** Made-up people of the demo clinic. */
export const demoPassword = 'medweave-demo';

export interface DemoDoctor {
  givenName: string;
  familyName: string;
  birthOn: string;
  gender: 'female' | 'male';
  specialization: string;
  department: string;
  yearsOfExperience: number;
  phone: string;
  email: string;
  officeAddress: string;
  zone: string;
  visitMinutes: number;
  /** Works around the clock, so that the examples find a free time whenever they run. */
  isOnCall: boolean;
}

export const demoDepartments = [
  { name: 'General Medicine', location: 'Ground floor, east wing' },
  { name: 'Cardiology', location: 'Second floor, west wing' },
];

export const demoDoctors: DemoDoctor[] = [
  {
    givenName: 'Grete',
    familyName: 'Sommer',
    birthOn: '1978-03-14',
    gender: 'female',
    specialization: 'General practice',
    department: 'General Medicine',
    yearsOfExperience: 18,
    phone: '+49 30 5550 101',
    email: 'doctor@demo.example',
    officeAddress: 'Room 12, ground floor',
    zone: 'Europe/Berlin',
    visitMinutes: 15,
    isOnCall: true,
  },
  {
    givenName: 'Amadou',
    familyName: 'Diallo',
    birthOn: '1969-11-02',
    gender: 'male',
    specialization: 'Cardiology',
    department: 'Cardiology',
    yearsOfExperience: 27,
    phone: '+49 30 5550 102',
    email: 'cardiologist@demo.example',
    officeAddress: 'Room 214, second floor',
    zone: 'Europe/Berlin',
    visitMinutes: 30,
    isOnCall: false,
  },
];

interface DemoStaff {
  email: string;
  displayName: string;
  role: 'admin' | 'nurse' | 'receptionist';
  department?: string;
}

export const demoStaff: DemoStaff[] = [
  { email: 'admin@demo.example', displayName: 'Ada Admin', role: 'admin' },
  { email: 'desk@demo.example', displayName: 'Frida Desk', role: 'receptionist' },
  { email: 'nurse@demo.example', displayName: 'Nils Ward', role: 'nurse', department: 'General Medicine' },
];

export const demoPatient = {
  email: 'patient@demo.example',
  givenName: 'Paula',
  familyName: 'Müller',
  birthOn: '1991-08-23',
  gender: 'female' as const,
  phone: '+49 170 5550 103',
};

export const demoSignIns = [
  ...demoStaff.map(({ role, email }) => ({ role: role as string, email })),
  ...demoDoctors.map(({ email }) => ({ role: 'doctor', email })),
  { role: 'patient', email: demoPatient.email },
];
