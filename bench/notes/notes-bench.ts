import { dayAfter } from '../booking/booking-plan.js';
import { Loader } from '../load/loader.js';
import { againstBare } from '../measure/against-bare.js';
import type { Bench, Closing } from '../measure/bench.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic, call, dayStartMinute } from '../setup/clinic.js';
import type { NotePlace, NotePlan } from './note-plan.js';

const apiNotes = new URL('api-notes.ts', import.meta.url);
const bareNotes = new URL('bare-notes.ts', import.meta.url);
const doctorsAtWork = 24;

/** Signed notes through the API, with every duty on, against the same rows and documents written bare. */
export async function notesBench(bench: Bench, closing: Closing): Promise<number> {
  const { stores, report, findings } = bench;
  const api = await startApi(stores);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  report(`Opening ${doctorsAtWork * 2} medical records …`);
  const [apiPlan, barePlan] = [await openRecords(clinic), await openRecords(clinic)];
  const apiLoader = await Loader.start(apiNotes, { baseUrl: api.baseUrl, plan: apiPlan });
  closing.push(() => apiLoader.stop());
  const { mysqlUrl, mongoUrl } = stores;
  const bareLoader = await Loader.start(bareNotes, { mysqlUrl, mongoUrl, plan: barePlan });
  closing.push(() => bareLoader.stop());
  const ratios = await againstBare(bench, {
    what: 'notes',
    api: { process: api, loader: apiLoader, expected: '201' },
    bare: { loader: bareLoader, expected: 'written' },
    concurrencies: [8, 32],
    goals: { 8: 0.5, 32: 0.5 },
  });
  findings.below('residentMbAfterLoad', await api.residentMb(), 200, ' MB');
  return ratios.get(32) ?? Number.NaN;
}

/** One patient of each doctor, who has an appointment with her and comes in before it. */
async function openRecords(clinic: BenchClinic): Promise<NotePlan> {
  const { id: specializationId } = await clinic.specialization();
  const doctors = await clinic.doctors(doctorsAtWork, specializationId);
  const patients = await clinic.patients(doctorsAtWork);
  return Promise.all(
    doctors.map(async ({ doctorId }, index): Promise<NotePlace> => {
      const patient = patients[index];
      if (!patient) throw new Error('There are more doctors than patients.');
      const startsAt = new Date(dayAfter(10) + dayStartMinute * 60_000).toISOString();
      await call(clinic.baseUrl, patient.token, 'POST', '/appointments', { doctorId, startsAt });
      const { userId, token } = await clinic.signInOf(doctorId);
      const wanted = { patientId: patient.patientId, kind: 'walk_in' };
      const record = await call<{ id: string }>(clinic.baseUrl, token, 'POST', '/medical-records', wanted);
      return { recordUuid: record.id, patientId: patient.patientId, doctorId, userId, token };
    }),
  );
}
