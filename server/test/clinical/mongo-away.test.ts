import { expect } from 'chai';
import { UUID } from 'mongodb';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { contentHash, contentOf } from '../../src/documents/document-codec.js';
import { RestartWatch } from '../../src/documents/restart-watch.js';
import type { EngineProcess, Engines } from '../../src/engines/engines.types.js';
import { DocumentStore } from '../../src/lib/mongo.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { ownEngines } from '../support/engines.js';
import {
  type Cast,
  cast,
  eventually,
  noteFor,
  openRecord,
  openStores,
  postNote,
  type Stores,
} from './clinical-cast.js';

/** The full dose. */
const kills = 50;

describe('While MongoDB is away', function () {
  this.timeout(300_000);
  let engines: Engines;
  let mongo: EngineProcess;
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let record: MedicalRecord;

  before(async () => {
    engines = await ownEngines();
    if (!engines.processes.mongo) throw new Error('This test stops MongoDB: it needs an engine of its own.');
    mongo = engines.processes.mongo;
    clinic = await startClinic(engines);
    on = await cast(clinic);
    stores = await openStores(clinic);
    record = await openRecord(on);
  });
  after(async () => {
    await stores?.close();
    await clinic?.close();
    await engines?.stop();
  });

  const get = (who: SignedIn, id: string) => clinic.call<ClinicalNote>(who, 'GET', `/clinical-notes/${id}`);
  const kill = async () => {
    mongo.kill('SIGKILL');
    await mongo.exited;
  };
  const allDelivered = async () => {
    const [row] = await stores.rows("SELECT COUNT(*) AS n FROM document_outbox WHERE state = 'pending'");
    return Number(row?.n) === 0;
  };

  /** MongoDB holds the newest version of the note, and its content gives the hash that was answered. */
  const isHeld = async ({ id, sha256 }: ClinicalNote) => {
    const [row] = await stores.rows('SELECT document_id FROM note_versions WHERE note_id = UUID_TO_BIN(?)', [
      id,
    ]);
    const _id = new UUID(row?.document_id as Buffer);
    const stored = await stores.mongo.db().collection<{ _id: UUID }>('clinical_notes').findOne({ _id });
    return stored !== null && contentHash(contentOf(stored)).toString('hex') === sha256;
  };

  it('notes are accepted and read back, lists are refused, and everything arrives when it returns', async () => {
    const before = await postNote(clinic, on.doctor.user, noteFor(record, { text: 'before' }));
    await kill();
    const posted: ClinicalNote[] = [];
    for (let index = 0; index < 20; index++)
      posted.push(await postNote(clinic, on.doctor.user, noteFor(record, { text: `during ${index}` })));
    const vitals = [{ name: 'Heart rate', value: 72, unit: '/min' }];
    const body = {
      recordUuid: record.id,
      patientId: record.patientId,
      kind: 'vitals',
      observedAt: new Date().toISOString(),
      vitals,
    };
    const observation = await must(clinic.call<{ id: string }>(on.nurse, 'POST', '/observations', { body }));
    for (const note of [before, ...posted])
      expect((await get(on.doctor.user, note.id)).body).to.deep.equal(note);
    expect((await clinic.call(on.nurse, 'GET', `/observations/${observation.id}`)).status).to.equal(200);
    const lists = [
      `/clinical-notes?recordUuid=${record.id}`,
      `/clinical-notes?patientId=${on.otherPatient.patientId}`,
      '/clinical-notes/search?q=during',
      `/clinical-notes/${before.id}/versions`,
      `/observations?recordUuid=${record.id}`,
    ];
    for (const path of lists) {
      const { status, body: problem, headers } = await clinic.call(on.doctor.user, 'GET', path);
      expect([path, status, problem.code]).to.deep.equal([path, 503, 'mongo_unavailable']);
      expect(headers.get('retry-after')).to.equal('1');
    }
    await mongo.restart();
    await eventually('everything is delivered', allDelivered);
    for (const note of posted) expect(await isHeld(note)).to.equal(true);
    await eventually('lists are answered again', async () => {
      const { status, body: page } = await clinic.call<{ items: unknown[] }>(
        on.doctor.user,
        'GET',
        lists[0] ?? '',
      );
      return status === 200 && page.items.length === 21;
    });
  });

  it('a draft is revised, signed and withdrawn', async () => {
    await kill();
    const draft = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false, text: 'one' }));
    const call = (method: string, path: string, version: number, body: unknown) =>
      clinic.call<ClinicalNote>(on.doctor.user, method, `/clinical-notes/${draft.id}${path}`, {
        body,
        headers: { 'If-Match': `"${version}"` },
      });
    expect((await call('PUT', '', 1, { text: 'two' })).body).to.include({ text: 'two', version: 2 });
    expect((await call('POST', '/sign', 2, {})).body).to.include({ text: 'two', state: 'signed' });
    expect((await call('POST', '/withdraw', 2, { reason: 'A mistake.' })).status).to.equal(204);
    await mongo.restart();
    await eventually('everything is delivered', allDelivered);
  });

  it('paused instead of dead, notes are accepted all the same', async () => {
    mongo.kill('SIGSTOP');
    const posted = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        postNote(clinic, on.doctor.user, noteFor(record, { text: `paused ${index}` })),
      ),
    );
    for (const note of posted) expect((await get(on.doctor.user, note.id)).body).to.deep.equal(note);
    const list = await clinic.call(on.doctor.user, 'GET', `/clinical-notes?recordUuid=${record.id}`);
    expect([list.status, list.body.code]).to.deep.equal([503, 'mongo_unavailable']);
    mongo.kill('SIGCONT');
    await eventually('everything is delivered', allDelivered);
    for (const note of posted) expect(await isHeld(note)).to.equal(true);
  });

  it('its restart is noticed, once', async () => {
    const store = new DocumentStore(clinic.urls.mongoUrl);
    const watch = new RestartWatch(store);
    try {
      expect(await watch.hasRestarted(), 'the first look').to.equal(true);
      expect(await watch.hasRestarted(), 'the second look').to.equal(false);
      await kill();
      await mongo.restart();
      await eventually('it is noticed', () => watch.hasRestarted().catch(() => false));
      expect(await watch.hasRestarted(), 'the look after').to.equal(false);
    } finally {
      await store.close();
    }
  });

  it(`no note is lost when it is killed after each of ${kills} acknowledged notes`, async () => {
    const posted: ClinicalNote[] = [];
    for (let index = 0; index < kills; index++) {
      posted.push(await postNote(clinic, on.doctor.user, noteFor(record, { text: `acknowledged ${index}` })));
      await kill();
      await mongo.restart();
    }
    for (const note of posted) expect((await get(on.doctor.user, note.id)).body).to.deep.equal(note);
    await eventually('everything is delivered', allDelivered);
    await eventually('MongoDB holds every note', async () =>
      (await Promise.all(posted.map(isHeld))).every(Boolean),
    );
    const report = await clinic.composed.services.reconciler.reconcile();
    expect(report).to.deep.include({ missing: [], quarantined: [] });
  });
});
