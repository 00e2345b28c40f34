import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { systemActor } from '../lib/actor.js';
import { ConfigError } from '../lib/errors.js';
import { uuidBytes } from '../lib/ids.js';
import { sessionSettings } from '../lib/mysql.js';
import { DAY_MS } from '../lib/time.js';
import { specialities } from './vocabulary/specialities.js';

/** How the generated data is remembered in `imported_rows`. */
const source = 'generate';

/** What a clinic had before its generation: what new rows must not collide with. */
export interface ClinicBefore {
  mrns: ReadonlySet<string>;
  firstAuditId: number;
}

/**
 * Marks that data is being generated, in the clinic itself: whoever comes later sees it, also after a crash. From then
 * on the numbers from `firstAuditId` on are this run's.
 * @param auditRows how many numbers of the audit log are wanted
 * @throws ConfigError where data was generated before, wholly or half, or where names are taken
 */
export async function beginGeneration(
  mysqlUrl: string,
  auditRows: number,
  untilDay: number,
): Promise<ClinicBefore> {
  return onClinic(mysqlUrl, async (connection) => {
    await requireNone(connection);
    await requireFreeNames(connection);
    await mark(connection, 'begun', untilDay);
    const [mrns] = await connection.query<RowDataPacket[]>('SELECT mrn FROM patients');
    return {
      mrns: new Set(mrns.map(({ mrn }) => String(mrn))),
      firstAuditId: await reserveAudit(connection, auditRows),
    };
  });
}

/** The data is whole. Analytics builds its numbers anew, from all rows. */
export async function endGeneration(mysqlUrl: string, untilDay: number): Promise<void> {
  await onClinic(mysqlUrl, async (connection) => {
    await connection.query(`ANALYZE TABLE ${large.join(', ')}`);
    await mark(connection, 'finished', untilDay);
    await connection.query('UPDATE analytics_consumers SET built_at = NULL');
  });
}

const large = [
  'patients',
  'patient_trigrams',
  'appointments',
  'slot_claims',
  'medical_records',
  'diagnoses',
  'note_refs',
  'note_versions',
  'observation_refs',
  'document_outbox',
  'events',
  'audit_log',
];

async function onClinic<T>(mysqlUrl: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: mysqlUrl, connectTimeout: 5_000, timezone: 'Z' });
  try {
    await connection.query(sessionSettings);
    return await work(connection);
  } finally {
    connection.destroy();
  }
}

async function requireNone(connection: Connection): Promise<void> {
  const [marks] = await connection.query<RowDataPacket[]>(
    'SELECT external_id FROM imported_rows WHERE source = ?',
    [source],
  );
  const found = new Set(marks.map((row) => String(row.external_id)));
  if (found.has('finished'))
    throw new ConfigError(
      `This clinic has generated data already. For another one use a data folder of its own:\n\n  MEDWEAVE_DATA=.medweave-2 npm run generate -- …\n\nor ${removal}`,
    );
  if (found.size > 0)
    throw new ConfigError(
      `An earlier generation was stopped half-way, or is still running. Its clinic is not whole: ${removal}`,
    );
}

const removal =
  'remove the data folder (.medweave unless MEDWEAVE_DATA names another), or drop the database in MySQL and in MongoDB, and start again.';

async function requireFreeNames(connection: Connection): Promise<void> {
  const [[taken]] = await connection.query<RowDataPacket[]>(
    `SELECT name FROM departments WHERE name IN (?) UNION ALL SELECT name FROM specializations WHERE name IN (?)
     UNION ALL SELECT email FROM users WHERE email LIKE '%@generated.example' LIMIT 1`,
    [specialities.map(({ department }) => department), specialities.map((each) => each.specialization)],
  );
  if (taken)
    throw new ConfigError(
      `This clinic has "${taken.name}" already, and the generated clinic would have it too. Rename it, or generate into a data folder of its own:\n\n  MEDWEAVE_DATA=.medweave-2 npm run generate -- …`,
    );
}

async function mark(connection: Connection, what: 'begun' | 'finished', untilDay: number): Promise<void> {
  const { userId } = systemActor(source);
  await connection.query(
    'INSERT INTO imported_rows (source, kind, external_id, internal_id, created_at) VALUES (?, ?, ?, ?, ?)',
    [source, 'generation', what, uuidBytes(userId), new Date(untilDay * DAY_MS)],
  );
}

/** Whoever writes to the audit log meanwhile gets numbers above. */
async function reserveAudit(connection: Connection, rows: number): Promise<number> {
  const [[last]] = await connection.query<RowDataPacket[]>('SELECT MAX(id) AS id FROM audit_log');
  const first = Number(last?.id ?? 0) + 1;
  await connection.query(`ALTER TABLE audit_log AUTO_INCREMENT = ${first + rows}`);
  return first;
}
