import type { Medweave } from '@medweave/sdk';
import { enterFormerVisits, formerYear as year } from '../former-visits.js';
import { refused, type Stage } from '../stage.js';
import type { SignedInPatient } from './account.js';
import type { House } from './directory.js';

/** What a past year adds up to, for those who do not see the people, and what a doctor's planned month holds. */
export async function addUp(
  { clinic, calendar }: Stage,
  { admin, doctor, colleague }: House,
  { client: patient }: SignedInPatient,
): Promise<void> {
  await enterFormerVisits(clinic, doctor, colleague);
  await admin.analytics.refresh();
  await refused(patient.analytics.topDoctors(), 'forbidden');
  await askAboutVisits(admin);
  await askAboutDocuments(admin);
  await doctor.client.analytics.utilization(calendar.month);
  await refused(admin.analytics.utilization({ month: 3 }), 'validation_failed');
}

async function askAboutVisits({ analytics }: Medweave): Promise<void> {
  await analytics.topDoctors({ year, limit: 2 });
  await analytics.departmentLoad({ year });
  await analytics.doctorWorkload({ year });
  await analytics.monthlyAppointments({ year });
  await analytics.monthlyVisits({ year });
  await analytics.diagnoses({ year, limit: 2 });
  await analytics.notes({ year });
}

async function askAboutDocuments({ analytics }: Medweave): Promise<void> {
  await analytics.symptomFrequency({ year, month: 3, limit: 3 });
  await analytics.symptomsBySpecialization({ year, month: 3 });
  const heartRate = { vital: '8867-4', period: 'month', fromOn: `${year}-03-01` } as const;
  await analytics.vitalTrends({ ...heartRate, toOn: `${year}-04-30` });
  await refused(analytics.vitalTrends({ ...heartRate, toOn: `${year}-02-01` }), 'validation_failed');
}
