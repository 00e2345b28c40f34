import { expect } from 'chai';
import { Binary, UUID } from 'mongodb';
import { deliveryTimes, type NewDocument } from '../../src/documents/documents.types.js';
import { OutboxRepository } from '../../src/documents/outbox.repository.js';
import { newId, sha256, uuidBytes } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { openStores, type Stores } from './clinical-cast.js';

describe('The register of documents', () => {
  let clinic: Clinic;
  let stores: Stores;
  let db: Database;

  before(async () => {
    clinic = await startClinic();
    for (const worker of clinic.composed.workers) await worker.stop();
    stores = await openStores(clinic);
    db = new Database(clinic.urls.mysqlUrl);
  });
  after(async () => {
    await stores.close();
    await db.close();
    await clinic.close();
  });
  beforeEach(() => stores.rows('DELETE FROM document_outbox'));

  const register = (graceSeconds = 0) => new OutboxRepository(db, { ...deliveryTimes, graceSeconds });
  const sealed = Buffer.from('sealed');

  async function accepted(outbox: OutboxRepository, howMany = 1): Promise<string[]> {
    const documents = Array.from({ length: howMany }, (): NewDocument => {
      const id = newId();
      return { id, collection: 'clinical_notes', patientId: newId(), content: {}, sha256: sha256(id) };
    });
    for (const document of documents) await db.transaction((tx) => outbox.insert(tx, document, sealed));
    return documents.map(({ id }) => id);
  }
  const idsOf = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId);

  it('leaves a document to the request that accepted it for a while', async () => {
    await accepted(register(60));
    expect(await register().lease('pending', 10)).to.deep.equal([]);
  });

  it('gives a document to one relay, and to nobody else while that one works on it', async () => {
    const outbox = register();
    const [id] = await accepted(outbox);
    expect(idsOf(await outbox.lease('pending', 10))).to.deep.equal([id]);
    expect(await outbox.lease('pending', 10)).to.deep.equal([]);
    await stores.rows('UPDATE document_outbox SET due_at = NOW(3)'); // the relay died, and its lease ran out
    expect(idsOf(await outbox.lease('pending', 10))).to.deep.equal([id]);
  });

  it('gives no document to two relays that ask at the same time', async () => {
    const outbox = register();
    const ids = await accepted(outbox, 40);
    const leased = await Promise.all(Array.from({ length: 8 }, () => outbox.lease('pending', 10)));
    const given = leased.flatMap(idsOf);
    expect(new Set(given).size).to.equal(given.length);
    expect(ids).to.include.members(given);
  });

  it('keeps the body of a document that is to be delivered again, whatever an earlier look says', async () => {
    const outbox = register();
    const [id = ''] = await accepted(outbox);
    const states = ['pending', 'delivered'];
    for (const state of states) {
      await stores.rows(
        'UPDATE document_outbox SET state = ?, delivered_at = NOW(3) - INTERVAL 1 HOUR WHERE document_id = ?',
        [state, uuidBytes(id)],
      );
      await outbox.markReadBack([id]);
      const [row] = await stores.rows('SELECT state, sealed_body IS NULL AS isWiped FROM document_outbox');
      const expected = state === 'pending' ? { state, isWiped: 0 } : { state: 'verified', isWiped: 1 };
      expect(row).to.deep.equal(expected);
    }
  });

  it('notices a document that MongoDB holds under another hash', async () => {
    const outbox = register();
    const [same = '', other = ''] = await accepted(outbox, 2);
    await stores.rows("UPDATE document_outbox SET state = 'verified'");
    await stores.mongo
      .db()
      .collection<{ _id: UUID; sha256: Binary }>('clinical_notes')
      .insertMany(
        [
          { _id: new UUID(same), sha256: new Binary(sha256(same)) },
          { _id: new UUID(other), sha256: new Binary(sha256('something else')) },
        ],
        { bypassDocumentValidation: true },
      );
    const { missing, quarantined } = await clinic.composed.services.reconciler.reconcile();
    expect({ missing, quarantined }).to.deep.equal({ missing: [other], quarantined: [] });
  });
});
