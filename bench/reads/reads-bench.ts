import { Loader } from '../load/loader.js';
import { againstBare } from '../measure/against-bare.js';
import type { Bench, Closing } from '../measure/bench.js';
import { startApi } from '../setup/api-process.js';
import { BenchClinic } from '../setup/clinic.js';
import { type WrittenVisit, writeVisits } from '../setup/past-visits.js';
import type { Read } from './api-reads.js';
import type { BareReads } from './bare-reads.js';

const apiReads = new URL('api-reads.ts', import.meta.url);
const bareReads = new URL('bare-reads.ts', import.meta.url);
const people = 48;
const visitsEach = 120;

/** A visit by its id, and a page of fifty, read by the patient herself. @returns the ratio by id at 32 */
export async function readsBench(bench: Bench, closing: Closing): Promise<number> {
  const { stores, report, findings } = bench;
  const api = await startApi(stores);
  closing.push(() => api.stop());
  const clinic = await BenchClinic.open(api.baseUrl);
  report(`Registering ${people} patients with ${visitsEach} visits each …`);
  const patients = await clinic.patients(people);
  const { id: specializationId } = await clinic.specialization();
  const doctors = await clinic.doctors(people, specializationId);
  const visits = await writeVisits(stores.mysqlUrl, { patients, doctors, visitsEach });
  const loader = await Loader.start(apiReads, { baseUrl: api.baseUrl, reads: [] });
  closing.push(() => loader.stop());
  const bareLoader = await Loader.start(bareReads, { mysqlUrl: stores.mysqlUrl, what: 'byId', rows: [] });
  closing.push(() => bareLoader.stop());

  const compare = async (
    what: BareReads['what'],
    rows: WrittenVisit[],
    pathOf: (visit: WrittenVisit) => string,
    goal: number,
  ) => {
    const reads: Read[] = rows.map((visit) => ({ path: pathOf(visit), token: visit.patient.token }));
    const bareRows = rows.map(({ id, patient }) => ({ id, patientId: patient.patientId }));
    await loader.open(apiReads, { baseUrl: api.baseUrl, reads });
    await bareLoader.open(bareReads, { mysqlUrl: stores.mysqlUrl, what, rows: bareRows });
    const ratios = await againstBare(bench, {
      what,
      api: { process: api, loader, expected: '200' },
      bare: { loader: bareLoader, expected: 'read' },
      concurrencies: [8, 32],
      goals: { 32: goal },
    });
    return ratios.get(32) ?? Number.NaN;
  };
  const ratio = await compare('byId', visits, ({ id }) => `/api/v1/appointments/${id}`, 0.2);
  await compare('list', visits.slice(0, people), () => '/api/v1/appointments?limit=50', 0.5);
  findings.below('residentMbAfterLoad', await api.residentMb(), 200, ' MB');
  return ratio;
}
