import { expect } from 'chai';
import { MongoServerError, UUID } from 'mongodb';
import { pino } from 'pino';
import { clinicalNotes } from '../../../mongo/collections/clinical-notes.js';
import { readConfig } from '../../src/config.js';
import { canonicalJson, type JsonObject } from '../../src/documents/canonical-json.js';
import { DeliveryMarks } from '../../src/documents/delivery-marks.js';
import { DeliveryRelay } from '../../src/documents/delivery-relay.js';
import { contentHash, storedOf } from '../../src/documents/document-codec.js';
import { causeOf, isAboutStore } from '../../src/documents/document-refusal.js';
import { DocumentsRepository } from '../../src/documents/documents.repository.js';
import { DocumentsService } from '../../src/documents/documents.service.js';
import { type DeliveryTimes, deliveryTimes, type NewDocument } from '../../src/documents/documents.types.js';
import { EnsureCollections } from '../../src/documents/ensure-collections.js';
import { OutboxRepository } from '../../src/documents/outbox.repository.js';
import { Reconciler } from '../../src/documents/reconciler.js';
import { RefusalsRepository } from '../../src/documents/refusals.repository.js';
import { RestartWatch } from '../../src/documents/restart-watch.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import { Metrics } from '../../src/lib/metrics.js';
import { DocumentStore } from '../../src/lib/mongo.js';
import { Database } from '../../src/lib/mysql.js';
import { Vault } from '../../src/lib/secrets.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { eventually, openStores, type Stores } from './clinical-cast.js';

const silent = pino({ level: 'silent' });

describe('The delivery of documents', () => {
  let clinic: Clinic;
  let stores: Stores;
  let db: Database;
  let store: DocumentStore;

  before(async () => {
    clinic = await startClinic();
    // The relays under test are the only ones.
    for (const worker of clinic.composed.workers) await worker.stop();
    stores = await openStores(clinic);
    db = new Database(clinic.urls.mysqlUrl);
    store = new DocumentStore(clinic.urls.mongoUrl);
  });
  after(async () => {
    await stores.close();
    await Promise.all([db.close(), store.close()]);
    await clinic.close();
  });
  beforeEach(async () => {
    for (const table of ['document_outbox', 'document_refusals']) await stores.rows(`DELETE FROM ${table}`);
    for (const name of ['clinical_notes', 'observations', 'quarantine']) await notes(name).deleteMany({});
  });

  const notes = (name = 'clinical_notes') => stores.mongo.db().collection<{ _id: UUID; text?: string }>(name);
  const held = async (id: string) => notes().findOne({ _id: new UUID(id) });
  const stateOf = async (id: string) => {
    const [row] = await stores.rows(
      'SELECT state, sealed_body IS NULL AS isWiped FROM document_outbox WHERE document_id = UUID_TO_BIN(?)',
      [id],
    );
    return row;
  };

  /** The delivery room of one process. Due at once, unless a test says otherwise. */
  function room(wish: Partial<DeliveryTimes> = {}) {
    const times = { ...deliveryTimes, graceSeconds: 0, readBackAfterSeconds: 0, ...wish };
    const vault = new Vault(readConfig({ NODE_ENV: 'test' }).secret);
    const metrics = new Metrics();
    const outbox = new OutboxRepository(db, times);
    const documents = new DocumentsRepository(store);
    const marks = new DeliveryMarks(outbox, silent);
    const service = new DocumentsService(outbox, documents, marks, { vault, times, metrics, log: silent });
    const refusals = new RefusalsRepository(db, times);
    const reconciler = new Reconciler(outbox, documents, metrics, silent);
    const collections = new EnsureCollections(store, silent);
    const parts = {
      outbox,
      refusals,
      documents,
      marks,
      collections,
      restarts: new RestartWatch(store),
      reconciler,
      vault,
    };
    return {
      service,
      marks,
      reconciler,
      collections,
      metrics,
      refusals,
      outbox,
      vault,
      relay: new DeliveryRelay(parts, times, metrics, silent),
    };
  }

  function aNote(text = 'Cough.'): NewDocument {
    const ids = {
      documentId: newId(),
      noteId: newId(),
      recordUuid: newId(),
      patientId: newId(),
      authorId: newId(),
    };
    const content = {
      ...ids,
      version: 1,
      kind: 'progress',
      addendumTo: null,
      text,
      createdAt: new Date().toISOString(),
    };
    const { documentId: id, patientId } = ids;
    return { id, collection: 'clinical_notes', patientId, content, sha256: contentHash(content) };
  }

  function anObservation(data: JsonObject): NewDocument {
    const ids = { documentId: newId(), recordUuid: newId(), patientId: newId(), authorId: newId() };
    const now = new Date().toISOString();
    const content = { ...ids, kind: 'other', observedAt: now, createdAt: now, data };
    const { documentId: id, patientId } = ids;
    return { id, collection: 'observations', patientId, content, sha256: contentHash(content) };
  }

  const refOf = ({ id, sha256 }: NewDocument) => ({
    documentId: id,
    collection: 'clinical_notes' as const,
    sha256,
  });

  it('ends with a read-back and a wiped body, and the document can still be read', async () => {
    const { service, relay } = room();
    const note = aNote();
    await db.transaction((tx) => service.accept(tx, note));
    expect(await stateOf(note.id)).to.deep.equal({ state: 'pending', isWiped: 0 });
    await relay.turn();
    expect(await stateOf(note.id)).to.deep.equal({ state: 'verified', isWiped: 1 });
    expect(await service.one(refOf(note))).to.deep.equal(note.content);
  });

  it('ends so for free JSON under names that every object of JavaScript has', async () => {
    const { service, relay } = room();
    const named = Object.getOwnPropertyNames(Object.prototype).map((name) => [name, [[{ deep: [{}] }]]]);
    const observation = anObservation(Object.fromEntries(named));
    await db.transaction((tx) => service.accept(tx, observation));
    await relay.turn();
    expect(await stateOf(observation.id)).to.deep.equal({ state: 'verified', isWiped: 1 });
  });

  it('keeps the body until the window is over, even when it was read back before', async () => {
    const { service, relay } = room({ readBackAfterSeconds: 900 });
    const note = aNote();
    await db.transaction((tx) => service.accept(tx, note));
    await relay.turn();
    const second = room({ readBackAfterSeconds: 900 }); // its first look counts as a restart: it reads back at once
    await second.relay.turn();
    expect(await stateOf(note.id)).to.deep.equal({ state: 'delivered', isWiped: 0 });
    const [row] = await stores.rows(
      'SELECT due_at > NOW(3) + INTERVAL 14 MINUTE AS waits FROM document_outbox',
    );
    expect(row?.waits).to.equal(1);
  });

  it('happens within the request when MongoDB answers', async () => {
    const { service, marks, metrics } = room({ readBackAfterSeconds: 900 });
    const note = aNote();
    await db.transaction((tx) => service.accept(tx, note));
    await service.deliverNow(note);
    expect(await held(note.id)).to.include({ text: 'Cough.' });
    await marks.flush();
    expect(await stateOf(note.id)).to.deep.equal({ state: 'delivered', isWiped: 0 });
    expect(await metrics.documentsDelivered.get()).to.have.nested.property('values[0].labels.by', 'request');
  });

  it('happens again where MongoDB lost or altered a document within the window', async () => {
    const { service, relay } = room({ readBackAfterSeconds: 900 });
    const [lost, altered] = [aNote('lost'), aNote('altered')];
    for (const note of [lost, altered]) await db.transaction((tx) => service.accept(tx, note));
    await relay.turn();
    await notes().deleteOne({ _id: new UUID(lost.id) });
    await notes().updateOne({ _id: new UUID(altered.id) }, { $set: { text: 'forged' } });
    expect((await service.many('clinical_notes', [refOf(lost), refOf(altered)])).get(altered.id)).to.include({
      text: 'altered',
    });
    const next = room({ readBackAfterSeconds: 900 });
    await next.relay.turn();
    expect(await stateOf(lost.id)).to.deep.equal({ state: 'pending', isWiped: 0 });
    await next.relay.turn();
    for (const note of [lost, altered]) {
      expect(await held(note.id)).to.include({ text: note.content.text });
      expect(await stateOf(note.id)).to.deep.equal({ state: 'delivered', isWiped: 0 });
    }
  });

  it('never shows an altered document as if it were the one accepted', async () => {
    const { service, relay, metrics } = room();
    const note = aNote('true');
    await db.transaction((tx) => service.accept(tx, note));
    await relay.turn();
    await notes().updateOne({ _id: new UUID(note.id) }, { $set: { text: 'forged' } });
    for (const read of [service.one(refOf(note)), service.many('clinical_notes', [refOf(note)])]) {
      const error: unknown = await read.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).to.have.property('code', 'document_unavailable');
    }
    expect((await metrics.documentsMissing.get()).values[0]?.value).to.equal(2);
  });

  it('reaches what commits late, after others that began later', async () => {
    const { service, relay } = room();
    const [early, late] = [aNote('early id, late commit'), aNote('late id, early commit')];
    let release: () => void = () => {};
    const isHeldOpen = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hasInserted: () => void = () => {};
    const inserted = new Promise<void>((resolve) => {
      hasInserted = resolve;
    });
    const open = db.transaction(async (tx) => {
      await service.accept(tx, early);
      hasInserted();
      await isHeldOpen;
    });
    await inserted;
    await db.transaction((tx) => service.accept(tx, late));
    await relay.turn();
    expect(await held(late.id)).to.include({ text: late.content.text });
    expect(await held(early.id)).to.equal(null);
    release();
    await open;
    await relay.turn();
    expect(await held(early.id)).to.include({ text: early.content.text });
  });

  it('is shared by several relays without one waiting for the other', async () => {
    const { service } = room();
    const accepted = Array.from({ length: 120 }, (_, index) => aNote(`note ${index}`));
    await db.transaction(async (tx) => {
      for (const note of accepted) await service.accept(tx, note);
    });
    const rooms = [room(), room(), room(), room()];
    const busy = await Promise.all(rooms.map(({ relay }) => relay.turn()));
    expect(busy).to.include(true);
    for (const { relay } of rooms) await relay.turn();
    expect(await notes().countDocuments()).to.equal(120);
    const states = await stores.rows('SELECT state, COUNT(*) AS n FROM document_outbox GROUP BY state');
    expect(states).to.deep.equal([{ state: 'verified', n: 120 }]);
  });

  const refusalOf = async (id: string) => {
    const [row] = await stores.rows(
      `SELECT refusals, cause, parked_at IS NOT NULL AS isParked, due_at > NOW(3) AS waits
         FROM document_refusals JOIN document_outbox USING (document_id) WHERE document_id = UUID_TO_BIN(?)`,
      [id],
    );
    return row;
  };
  const isDueNow = (id: string) =>
    stores.rows('UPDATE document_outbox SET due_at = NOW(3) WHERE document_id = UUID_TO_BIN(?)', [id]);

  /** Past the door: as rows say that were accepted before it was there, or were damaged. */
  const undeliverable: Record<string, (content: JsonObject) => [body: string | null, sealedFor?: string]> = {
    'that the validator refuses': (content) => [JSON.stringify({ ...content, text: '' })],
    'with a mark of a BSON type': (content) => [
      JSON.stringify({ ...content, data: { _bsontype: 'ObjectId' } }),
    ],
    'with a number as that mark': (content) => [JSON.stringify({ ...content, data: [{ _bsontype: 7 }] })],
    'with a key that ends in NUL': (content) => [JSON.stringify({ ...content, data: { 'a\u0000': 1 } })],
    'whose id is no UUID': (content) => [JSON.stringify({ ...content, noteId: 'x' })],
    'whose time is none': (content) => [JSON.stringify({ ...content, createdAt: 'yesterday' })],
    'nested deeper than MongoDB takes': (content) => [
      JSON.stringify({ ...content, data: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) }),
    ],
    'that is cut off': (content) => [JSON.stringify(content).slice(0, -9)],
    'sealed for another id': (content) => [JSON.stringify(content), newId()],
    'without a body': () => [null],
  };
  for (const [what, bodyOf] of Object.entries(undeliverable))
    it(`is not held up by a document ${what}, which is tried again later`, async () => {
      const { service, relay, metrics, outbox, vault } = room();
      const [first, bad, last] = [aNote(), aNote(), aNote()];
      const [body, sealedFor = bad.id] = bodyOf(bad.content);
      const sealed = vault.seal(Buffer.from(body ?? ''), uuidBytes(sealedFor));
      await db.transaction((tx) => service.accept(tx, first));
      await db.transaction((tx) => outbox.insert(tx, bad, sealed));
      if (body === null)
        await stores.rows('UPDATE document_outbox SET sealed_body = NULL WHERE document_id = ?', [
          uuidBytes(bad.id),
        ]);
      await db.transaction((tx) => service.accept(tx, last));
      await relay.turn();
      for (const good of [first, last]) expect(await stateOf(good.id)).to.include({ state: 'verified' });
      expect(await stateOf(bad.id)).to.include({ state: 'pending', isWiped: body === null ? 1 : 0 });
      expect(await refusalOf(bad.id)).to.include({ refusals: 1, isParked: 0, waits: 1 });
      expect((await metrics.documentsRefused.get()).values[0]?.value).to.equal(1);
      expect(await held(bad.id)).to.equal(null);
    });

  it('parks what is refused again and again, counts it, and shows it from MySQL', async () => {
    const { service, relay, metrics, outbox, vault } = room({ parkAfterRefusals: 3 });
    const bad = aNote('');
    const sealed = vault.seal(Buffer.from(canonicalJson(bad.content)), uuidBytes(bad.id));
    await db.transaction((tx) => outbox.insert(tx, bad, sealed));
    for (const [refusals, isParked] of [
      [1, 0],
      [2, 0],
      [3, 1],
    ]) {
      expect(await service.countPending()).to.equal(1);
      await isDueNow(bad.id);
      await relay.turn();
      expect(await refusalOf(bad.id)).to.include({ refusals, isParked, cause: 'WriteError 121' });
    }
    expect(await service.countPending()).to.equal(0);
    expect((await metrics.documentsParked.get()).values[0]?.value).to.equal(1);
    const [row] = await stores.rows(
      'SELECT due_at > NOW(3) + INTERVAL 59 MINUTE AS waits FROM document_outbox',
    );
    expect(row?.waits).to.equal(1);
    const later = aNote('later');
    await db.transaction((tx) => service.accept(tx, later));
    await relay.turn();
    expect(await stateOf(later.id)).to.include({ state: 'verified' });
    for (const ref of [refOf(bad), { ...refOf(bad), sealedBody: sealed }])
      expect(await service.one(ref)).to.deep.equal(bad.content);
    const shown = await service.many('clinical_notes', [refOf(bad), refOf(later)]);
    expect([...shown.values()]).to.have.deep.members([bad.content, later.content]);
  });

  it('reaches what was parked once MongoDB takes it, when a server starts', async () => {
    const { service, relay } = room({ parkAfterRefusals: 1 });
    const note = aNote('refused by a validator that was too narrow');
    await db.transaction((tx) => service.accept(tx, note));
    await notes().drop();
    await stores.mongo.db().createCollection('clinical_notes', { validator: { text: { $type: 'int' } } });
    await relay.turn(); // its first look brings the validator up to date: the note goes through
    await relay.turn();
    expect(await stateOf(note.id)).to.include({ state: 'verified' });
    expect(await refusalOf(note.id)).to.equal(undefined);

    const second = aNote('refused while the server runs');
    await notes().drop();
    await stores.mongo.db().createCollection('clinical_notes', { validator: { text: { $type: 'int' } } });
    await db.transaction((tx) => service.accept(tx, second));
    await relay.turn();
    expect(await refusalOf(second.id)).to.include({ refusals: 1, isParked: 1 });
    const restarted = room();
    await restarted.relay.turn();
    expect(await held(second.id)).to.include({ text: second.content.text });
    expect(await refusalOf(second.id)).to.equal(undefined);
    expect((await restarted.metrics.documentsParked.get()).values[0]?.value).to.equal(0);
  });

  it('finds the one on which MongoDB hangs up, and delivers the others', async () => {
    const documents = new DocumentsRepository(store);
    const deep = JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`);
    const stored = [aNote(), aNote(), aNote()].map((note, index) => {
      const content = index === 1 ? { ...note.content, data: deep } : note.content;
      return storedOf(content, note.sha256);
    });
    const refused = await documents.putMany('clinical_notes', stored);
    expect(refused.map(({ documentId }) => documentId)).to.deep.equal([String(stored[1]?._id)]);
    expect(await notes().countDocuments()).to.equal(2);
  });

  it('blames no document for the trouble of the store', () => {
    const refusedWith = (code: number) => new MongoServerError({ message: 'no', code });
    for (const code of [13, 24, 91, 112, 189, 10107, 11000, 11602, 14031])
      expect(isAboutStore(refusedWith(code)), String(code)).to.equal(true);
    for (const code of [2, 121, 10334, 17280]) expect(isAboutStore(refusedWith(code))).to.equal(false);
    expect(
      causeOf(new MongoServerError({ message: 'Document {text: "secret"} failed', code: 121 })),
    ).to.equal('MongoServerError 121');
  });

  it('begins with no document that MongoDB’s driver would alter', async () => {
    const { service } = room();
    const worse: JsonObject[] = [{ _bsontype: 'Int32', value: 7 }, { 'a\u0000b': 1 }, { half: '\ud83d' }];
    for (const data of worse) {
      const { content, ...rest } = aNote();
      const altered = { ...content, data };
      const note = { ...rest, content: altered, sha256: contentHash(altered) };
      const refusal = await db.transaction((tx) => service.accept(tx, note)).catch((error: unknown) => error);
      expect(refusal, JSON.stringify(data)).to.have.property('code', 'validation_failed');
    }
    expect(await stores.rows('SELECT * FROM document_outbox')).to.deep.equal([]);
  });

  it('is compared by the reconciler, both ways', async () => {
    const { service, relay, reconciler } = room();
    const [kept, lost, stray] = [aNote('kept'), aNote('lost'), aNote('stray')];
    for (const note of [kept, lost]) await db.transaction((tx) => service.accept(tx, note));
    await relay.turn();
    await notes().deleteOne({ _id: new UUID(lost.id) });
    await service.deliverNow(stray); // as if from a transaction that was rolled back
    const report = await reconciler.reconcile();
    expect(report).to.deep.equal({ checked: 2, missing: [lost.id], quarantined: [stray.id] });
    expect(await held(stray.id)).to.equal(null);
    expect(await held(kept.id)).not.to.equal(null);
    const [inQuarantine] = await notes('quarantine').find().toArray();
    expect(inQuarantine).to.have.nested.property('document.text', 'stray');
    expect(await reconciler.reconcile()).to.deep.equal({ checked: 2, missing: [lost.id], quarantined: [] });
    expect(await reconciler.compareNextRange()).to.deep.equal({
      checked: 2,
      missing: [lost.id],
      quarantined: [],
    });
  });

  it('goes on when a collection gets a new validator', async () => {
    const { service, relay, collections } = room();
    const note = aNote();
    await db.transaction((tx) => service.accept(tx, note));
    await notes().drop();
    await stores.mongo.db().createCollection('clinical_notes', { validator: { text: { $type: 'string' } } });
    await service.deliverNow(note);
    await collections.ensure();
    const [info] = await stores.mongo
      .db()
      .listCollections({ name: 'clinical_notes' }, { nameOnly: false })
      .toArray();
    expect(info?.options?.validator).to.deep.equal(clinicalNotes.validator);
    expect((await notes().indexes()).map((index) => index.name)).to.have.members([
      '_id_',
      'text',
      'patient_created',
    ]);
    expect(await held(note.id)).to.include({ text: 'Cough.' });
    // On a busy machine the request may give its delivery up after 200 ms, and the relay takes it when it is due.
    await eventually('it is verified', async () => {
      await relay.turn();
      return (await stateOf(note.id))?.state === 'verified';
    });
  });
});
