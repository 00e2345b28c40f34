import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { EnsureCollections } from '../../src/documents/ensure-collections.js';
import { prepareServer } from '../../src/generate/bulk-settings.js';
import type { Settings } from '../../src/generate/plan/settings.js';
import { type GenerateReport, runGenerate } from '../../src/generate/run-generate.js';
import { DocumentStore, databaseName } from '../../src/lib/mongo.js';
import { dayOfDate } from '../../src/lib/time.js';
import type { Clinic } from '../support/clinic.js';

/** Small, and in the past, so that equal tests make equal rows whenever they run. */
export const smallClinic: Settings = {
  patients: 300,
  doctors: 20,
  appointments: 2_000,
  notes: 150,
  observations: 100,
  seed: 7,
  untilDay: dayOfDate('2026-03-02'),
};

const silent = { begin() {}, enter() {}, advance() {}, end() {} };

export interface GenerateWish {
  /** Another account than the clinic's own. */
  mysqlUrl?: string;
  signal?: AbortSignal;
  passwordHash?: string;
}

export async function generateInto(
  clinic: Clinic,
  settings: Settings,
  wish: GenerateWish = {},
): Promise<GenerateReport> {
  const { mongoUrl } = clinic.urls;
  const store = new DocumentStore(mongoUrl);
  const mongo = new MongoClient(mongoUrl);
  const { mysqlUrl = clinic.urls.mysqlUrl, signal = new AbortController().signal } = wish;
  const { passwordHash = `$2b$04$${'.'.repeat(53)}` } = wish;
  const server = await prepareServer(mysqlUrl, settings.appointments);
  try {
    await new EnsureCollections(store, pino({ level: 'silent' })).ensure();
    return await runGenerate({
      settings,
      mysqlUrl,
      way: server.way,
      mongo: mongo.db(databaseName(mongoUrl)),
      services: clinic.composed.services,
      passwordHash,
      progress: silent,
      signal,
    });
  } finally {
    await Promise.all([store.close(), mongo.close(), server.restore()]);
  }
}
