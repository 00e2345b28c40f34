import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { ComposedApp } from '../../server/src/compose.js';
import { systemActor } from '../../server/src/lib/actor.js';
import { AppError } from '../../server/src/lib/errors.js';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import type { Bench, Closing } from '../measure/bench.js';
import { median, percentile, shown } from '../measure/figures.js';
import { adminAccount, startApi } from '../setup/api-process.js';
import { call } from '../setup/clinic.js';
import type { Dataset } from './datasets.js';

const timesAsked = 50;

/** Symptoms over all observations of the large clinic, and what it takes to count one more of them. */
export async function documentFigures(
  bench: Bench,
  closing: Closing,
  clinic: Dataset,
  app: ComposedApp,
): Promise<void> {
  const { report, findings, options } = bench;
  await makeAdmin(app);
  const api = await startApi({ ...clinic, isAdminMade: false, keepsNumbers: false });
  closing.push(() => api.stop());
  const { accessToken } = await call<{ accessToken: string }>(
    api.baseUrl,
    null,
    'POST',
    '/auth/login',
    adminAccount,
  );
  const lastYear = new Date().getUTCFullYear() - 1;
  for (const [name, path] of [
    ['symptomsEverMs', '/analytics/symptom-frequency'],
    ['symptomsOfYearMs', `/analytics/symptom-frequency?year=${lastYear}`],
    ['symptomsBySpecializationMs', '/analytics/symptoms-by-specialization'],
  ] as const) {
    const took: number[] = [];
    for (let time = 0; time < timesAsked; time++) {
      const startedAt = performance.now();
      const { rows } = await call<{ rows: unknown[] }>(api.baseUrl, accessToken, 'GET', path);
      took.push(performance.now() - startedAt);
      if (rows.length === 0) throw new Error(`${path} has nothing to say.`);
    }
    report(
      `  ${path}: median ${shown(median(took))} ms, p95 ${shown(percentile(Float64Array.from(took), 0.95))} ms`,
    );
    findings.below(name, median(took), 20, ' ms');
  }
  await api.stop();
  await changedDay(bench, clinic, app, options.rounds);
}

async function makeAdmin({ services }: ComposedApp): Promise<void> {
  const { email, password } = adminAccount;
  const wanted = { email, password, displayName: 'Benchmark', role: 'admin' } as const;
  try {
    await services.staff.create(systemActor('bench'), wanted);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'email_taken') throw error; // an earlier run has made her
  }
}

/** One observation looked at again: its fact, its day, its month and all sums over it. */
async function changedDay(
  { findings }: Bench,
  { mysqlUrl }: Dataset,
  app: ComposedApp,
  rounds: number,
): Promise<void> {
  const consumer = app.consumers.find(({ name }) => name === 'documents');
  if (!consumer) throw new Error('Nobody counts observations.');
  const connection = await createConnection({ uri: mysqlUrl });
  const [observations] = await connection.query<RowDataPacket[]>(
    `SELECT id, patient_id FROM observation_refs WHERE kind = 'symptoms'
     ORDER BY CRC32(CONCAT(id, RAND())) LIMIT ?`,
    [rounds * 3 + 1],
  );
  const took: number[] = [];
  for (const [round, { id, patient_id }] of observations.entries()) {
    await connection.query(
      `INSERT INTO events (id, kind, subject_id, patient_id, payload, occurred_at, awaits)
       VALUES (?, 'observation.posted', ?, ?, '{}', NOW(3), 'documents')`,
      [uuidBytes(newId()), id, patient_id],
    );
    const startedAt = performance.now();
    await consumer.catchUp();
    if (round > 0) took.push(performance.now() - startedAt);
  }
  await connection.end();
  findings.below('changedDayMs', median(took), 50, ' ms');
}
