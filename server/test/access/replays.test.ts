import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Page } from '../../src/lib/paging.js';
import type { ClinicalNote } from '../../src/notes/notes.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import {
  type Cast,
  cast,
  noteFor,
  openRecord,
  openStores,
  postNote,
  visit,
} from '../clinical/clinical-cast.js';
import { type Clinic, must, signIn, startClinic } from '../support/clinic.js';
import { book, futureAt, patient, staff, ward } from '../support/people.js';

interface Answered {
  id: string;
  code?: string;
  reason?: string | null;
}

describe('What was answered once', () => {
  let clinic: Clinic;
  let on: Cast;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
  });
  after(() => clinic.close());

  const checkIn = (who: SignedIn, id: string, key: string) =>
    clinic.call<Answered>(who, 'POST', `/appointments/${id}/check-in`, {
      headers: { 'idempotency-key': key },
    });

  /** Changes a sign-in's rights and signs in with the new ones. */
  async function changed({ user }: SignedIn, rights: Record<string, unknown>): Promise<SignedIn> {
    const { version } = await must<{ version: number }>(
      clinic.call(clinic.admin, 'GET', `/users/${user.id}`),
    );
    const headers = { 'if-match': `"${version}"` };
    await must(clinic.call(clinic.admin, 'PATCH', `/users/${user.id}`, { body: rights, headers }));
    return signIn(clinic.call, user.email);
  }

  /** A visit of today with a reason, booked by the patient herself. */
  async function visitWithReason(): Promise<string> {
    const { user } = await patient(clinic);
    const startsAt = new Date(
      (Math.floor(Date.now() / 300_000) + 12 + Math.floor(Math.random() * 80)) * 300_000,
    );
    const wish = { doctorId: on.doctor.doctor.id, startsAt, reason: 'Nobody’s business' };
    const answer = await book(clinic, user, wish);
    return answer.status === 201 ? answer.body.id : visitWithReason();
  }

  it('is not answered again to somebody whose role changed since', async () => {
    const id = await visitWithReason();
    const key = `check-in-${id}`;
    const asNurse = await checkIn(on.nurse, id, key);
    expect(asNurse.body.reason).to.equal('Nobody’s business');
    expect((await checkIn(on.nurse, id, key)).headers.get('idempotency-replayed')).to.equal('true');
    const { departmentId } = on.nurse.user;
    const asReception = await changed(on.nurse, { role: 'receptionist' });
    const again = await checkIn(asReception, id, key);
    on.nurse = await changed(asReception, { role: 'nurse', departmentId });
    expect(again.body.code).to.equal('idempotency_key_reused');
    expect(again.body).not.to.have.property('reason');
  });

  it('is not answered again to a nurse who works elsewhere since', async () => {
    const id = await visitWithReason();
    const { departmentId } = on.nurse.user;
    expect((await checkIn(on.nurse, id, `moved-${id}`)).status).to.equal(200);
    const elsewhere = await changed(on.nurse, { departmentId: (await ward(clinic)).departmentId });
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // a session's place is known for a second
    const again = await checkIn(elsewhere, id, `moved-${id}`);
    on.nurse = await changed(elsewhere, { departmentId });
    expect(again.body.code).to.equal('idempotency_key_reused');
  });

  it('is nobody else’s: the same key of another user has its own effect', async () => {
    const [one, other] = [await patient(clinic), await patient(clinic)];
    const headers = { 'idempotency-key': 'the-same-for-both' };
    const ids = new Set<string>();
    for (const [index, who] of [one, other].entries()) {
      const body = { doctorId: on.doctor.doctor.id, startsAt: futureAt(20, 8 + index) };
      const answer = await clinic.call<Answered>(who.user, 'POST', '/appointments', { body, headers });
      expect(answer.status).to.equal(201);
      ids.add(answer.body.id);
    }
    expect(ids.size).to.equal(2);
  });
});

describe('A key', () => {
  let clinic: Clinic;
  let on: Cast;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
  });
  after(() => clinic.close());

  const headers = { 'idempotency-key': 'the-same-for-all' };
  const checkIn = (who: SignedIn, id: string) =>
    clinic.call<Answered>(who, 'POST', `/appointments/${id}/check-in`, { headers });
  const soon = async () => {
    const startsAt = new Date((Math.floor(Date.now() / 300_000) + 12 + ++count) * 300_000).toISOString();
    const wish = {
      doctorId: on.doctor.doctor.id,
      patientId: on.patient.patientId,
      startsAt,
      durationMinutes: 5,
    };
    return (await must<{ id: string }>(book(clinic, on.reception, wish))).id;
  };
  let count = 0;

  it('of one at the front desk gives another there no answer of hers', async () => {
    const [id, colleague] = [await soon(), await staff(clinic, 'receptionist')];
    expect((await checkIn(on.reception, id)).status).to.equal(200);
    const refused = await checkIn(colleague, id);
    expect(refused.body.code).to.equal('invalid_transition');
    expect(refused.headers.get('idempotency-replayed')).to.equal(null);
  });

  it('is good for one visit: about another it is refused, and nothing happens to that one', async () => {
    const other = await soon();
    expect((await checkIn(on.reception, other)).body.code).to.equal('idempotency_key_reused');
    const { state } = await must<{ state: string }>(
      clinic.call(on.reception, 'GET', `/appointments/${other}`),
    );
    expect(state).to.equal('booked');
  });

  it('may be the same for different operations', async () => {
    const body = { doctorId: on.doctor.doctor.id, startsAt: futureAt(30, 9) };
    const one = await clinic.call<Answered>(on.patient.user, 'POST', '/appointments', { body, headers });
    const two = await clinic.call<Answered>(on.patient.user, 'POST', '/appointments/holds', {
      body,
      headers,
    });
    expect([one.status, two.body.code]).to.deep.equal([201, 'slot_taken']);
  });
});

describe('A write that replaces or removes, repeated with its key', () => {
  let clinic: Clinic;
  let on: Cast;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
  });
  after(() => clinic.close());

  const isReplayed = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed') === 'true';

  it('is not refused for its own success', async () => {
    const { departmentId } = await ward(clinic);
    const rename = (name: string, version: number) =>
      clinic.call<{ version: number; code?: string }>(clinic.admin, 'PUT', `/departments/${departmentId}`, {
        body: { name, location: 'House C' },
        headers: { 'idempotency-key': 'rename-once', 'if-match': `"${version}"` },
      });
    const [first, again] = [await rename('Renamed once', 1), await rename('Renamed once', 1)];
    expect(again.body).to.deep.equal(first.body);
    expect([first, again].map(isReplayed)).to.deep.equal([false, true]);
    expect(first.body.version).to.equal(2);
    expect((await rename('Renamed twice', 1)).body.code).to.equal('idempotency_key_reused');
    expect((await rename('Renamed once', 7)).body.code).to.equal('idempotency_key_reused');
  });

  it('removes once', async () => {
    const body = { dateOn: futureAt(40, 0).slice(0, 10), name: 'Founding day' };
    const { id } = await must<{ id: string }>(clinic.call(clinic.admin, 'POST', '/holidays', { body }));
    const remove = (key: string) =>
      clinic.call<Answered>(clinic.admin, 'DELETE', `/holidays/${id}`, {
        headers: { 'idempotency-key': key },
      });
    expect((await remove('remove-once')).status).to.equal(204);
    const again = await remove('remove-once');
    expect([again.status, isReplayed(again)]).to.deep.equal([204, true]);
    expect((await remove('remove-twice')).body.code).to.equal('holiday_not_found');
  });

  it('makes one version of a note, whose text the key’s row does not hold', async () => {
    const record = await openRecord(on);
    const draft = await postNote(clinic, on.doctor.user, noteFor(record, { text: 'First.', sign: false }));
    const revise = () =>
      clinic.call<ClinicalNote>(on.doctor.user, 'PUT', `/clinical-notes/${draft.id}`, {
        body: { text: 'a pangolin in the text' },
        headers: { 'idempotency-key': 'revise-once', 'if-match': '"1"' },
      });
    const [first, again] = [await revise(), await revise()];
    expect([first.status, again.status, isReplayed(again)]).to.deep.equal([200, 200, true]);
    expect(again.body).to.deep.equal(first.body);
    const versions = await must<{ items: { text: string }[] }>(
      clinic.call(on.doctor.user, 'GET', `/clinical-notes/${draft.id}/versions`),
    );
    expect(versions.items.map(({ text }) => text)).to.deep.equal(['First.', 'a pangolin in the text']);
    const { rows, close } = await openStores(clinic);
    const kept = JSON.stringify(await rows('SELECT answer FROM idempotency_keys'));
    await close();
    expect(kept).to.contain(draft.id).and.not.contain('pangolin');
  });
});

describe('A position in a list', () => {
  let clinic: Clinic;
  let on: Cast;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    record = await openRecord(on);
  });
  after(() => clinic.close());

  const page = (who: SignedIn, path: string) => must(clinic.call<Page<{ id: string }>>(who, 'GET', path));

  it('says nothing about whoever is there: it stands in URLs', async () => {
    for (const familyName of ['Abendroth', 'Abendstern']) await patient(clinic, { familyName });
    const { nextCursor } = await page(on.reception, '/patients?familyName=Abend&limit=1');
    const said = Buffer.from(nextCursor ?? '', 'base64url').toString('latin1');
    expect(said).to.have.length.above(20);
    expect(said).not.to.match(/abend/i);
    const next = await page(on.reception, `/patients?familyName=Abend&limit=1&cursor=${nextCursor}`);
    expect(next.items).to.have.length(1);
  });

  it('gives somebody else no more than her own list', async () => {
    for (let count = 0; count < 2; count++) await visit(on, on.doctor, on.patient.patientId);
    const { nextCursor } = await page(on.reception, '/appointments?limit=1');
    expect(
      (await page(on.otherPatient.user, `/appointments?limit=1&cursor=${nextCursor}`)).items,
    ).to.deep.equal([]);
  });

  it('is refused when it was altered or belongs to another list', async () => {
    const { nextCursor } = await page(on.reception, '/appointments?limit=1');
    const bytes = Buffer.from(nextCursor ?? '', 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const wrong = [
      `/appointments?cursor=${bytes.toString('base64url')}`,
      `/appointments?state=booked&cursor=${nextCursor}`,
      `/patients?cursor=${nextCursor}`,
      `/appointments?cursor=${'A'.repeat(20)}`,
    ];
    for (const path of wrong)
      expect((await clinic.call(on.reception, 'GET', path)).status, path).to.equal(422);
  });

  it('does not show that a search met notes which one may not see', async () => {
    const draft = await postNote(
      clinic,
      on.doctor.user,
      noteFor(record, { text: 'axolotl', sign: false, isSensitive: true }),
    );
    for (let version = 1; version <= 7; version++)
      await must(
        clinic.call(on.doctor.user, 'PUT', `/clinical-notes/${draft.id}`, {
          body: { text: `axolotl ${version}` },
          headers: { 'if-match': `"${version}"` },
        }),
      );
    const search = (who: SignedIn, query: string) =>
      must(clinic.call<Page<ClinicalNote>>(who, 'GET', `/clinical-notes/search?${query}`));
    const nobody = await search(on.nurse, 'q=axolotl&limit=1');
    expect(nobody).to.deep.equal({ items: [], nextCursor: null });
    await postNote(clinic, on.doctor.user, noteFor(record, { text: 'axolotl seen by all' }));
    const one = await search(on.nurse, 'q=axolotl&limit=1');
    expect([one.items.length, one.nextCursor]).to.deep.equal([1, null]);
  });
});
