import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { type Cast, cast, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, password, sharedUrls, startClinic } from '../support/clinic.js';
import { type Canary, canaries, found, PatientStory } from './patient-story.js';

const ofDocuments: Canary[] = [
  'note',
  'draft',
  'addendum',
  'vital',
  'symptom',
  'data',
  'searched',
  'password',
];

describe('What the clinic knows of a patient', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let story: PatientStory;
  let redis: Redis;
  let watching: Redis;
  const logged: string[] = [];
  const toRedis: string[] = [];

  before(async function () {
    this.timeout(60_000);
    const sink = new PassThrough();
    sink.on('data', (chunk: Buffer) => logged.push(chunk.toString()));
    clinic = await startClinic(sharedUrls(), pino({ level: 'debug' }, sink));
    on = await cast(clinic);
    stores = await openStores(clinic);
    redis = new Redis(sharedUrls().redisUrl);
    watching = await redis.monitor();
    watching.on('monitor', (_time: string, args: string[]) => toRedis.push(args.join(' ')));
    story = new PatientStory(on, stores);
    await story.tell();
  });
  after(async () => {
    watching.disconnect();
    redis.disconnect();
    await stores.close();
    await clinic.close();
  });

  it('is refused in words that repeat none of it', () => {
    expect(story.refusals.length).to.be.above(40);
    for (const { path, text } of story.refusals)
      expect(found(text), path.replaceAll(/canary\w*/gi, '…')).to.deep.equal([]);
  });

  it('is in no line of the log, not even at debug level', async () => {
    await new Promise(setImmediate); // a line may still be on its way
    const text = logged.join('');
    expect(text.split('\n').length).to.be.above(100);
    expect(text, 'the failure nobody foresaw').to.include('"code":"internal_error"');
    expect(found(text)).to.deep.equal([]);
    expect(text).not.to.include(password);
    for (const token of story.tokens) expect(text).not.to.include(token);
  });

  it('is in no metric', async () => {
    const text = await (await fetch(`${clinic.baseUrl}/metrics`)).text();
    expect(text).to.include('medweave_request_seconds');
    expect(found(text)).to.deep.equal([]);
  });

  it('is in no access token: they name the session, and nothing else', () => {
    for (const token of story.tokens) {
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
      expect(Object.keys(claims)).to.have.members(['sid', 'iat', 'exp', 'aud', 'iss', 'sub']);
    }
  });

  it('never reaches Redis', () => {
    expect(toRedis.some((command) => command.includes(`lock:doctor:${on.doctor.doctor.id}`))).to.equal(true);
    expect(found(toRedis.join('\n'))).to.deep.equal([]);
    const patientIds = [on.patient.patientId, on.otherPatient.patientId];
    for (const id of patientIds) expect(toRedis.filter((command) => command.includes(id))).to.deep.equal([]);
  });

  it('is in MySQL where it belongs, and nowhere else', async () => {
    const inTables = await tablesWith();
    for (const name of ofDocuments) expect(inTables[name], name).to.deep.equal([]);
    for (const table of [
      'events',
      'audit_log',
      'document_outbox',
      'slot_claims',
      'refresh_tokens',
      'sessions',
    ])
      for (const [name, tables] of Object.entries(inTables)) expect(tables, name).not.to.include(table);
    expect(inTables.diagnosis).to.deep.equal(['diagnoses', 'idempotency_keys']);
    expect(inTables.complaint).to.deep.equal(['idempotency_keys', 'medical_records']);
    expect(inTables.withdrawReason).to.deep.equal(['note_refs']);
  });

  /** Per canary the tables that hold it in any column, as text or as bytes. */
  async function tablesWith(): Promise<Record<Canary, string[]>> {
    const result = Object.fromEntries(Object.keys(canaries).map((name) => [name, [] as string[]]));
    const tables = await stores.rows(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
    );
    for (const { name: table } of tables) {
      const rows = await stores.rows(`SELECT * FROM \`${String(table)}\``);
      const text = rows.map((row) => Object.values(row).map(textOf).join('\n')).join('\n');
      for (const name of found(text)) result[name]?.push(String(table));
    }
    return result as Record<Canary, string[]>;
  }

  const textOf = (value: unknown): string =>
    Buffer.isBuffer(value)
      ? value.toString('latin1')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
});
