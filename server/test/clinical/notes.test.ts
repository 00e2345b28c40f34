import { expect } from 'chai';
import { UUID } from 'mongodb';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { contentHash, contentOf } from '../../src/documents/document-codec.js';
import { newId } from '../../src/lib/ids.js';
import type { Page } from '../../src/lib/paging.js';
import type { ClinicalNote, NoteVersions } from '../../src/notes/notes.types.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { holdRow, untilTheyWait } from '../support/held-row.js';
import { type Cast, cast, noteFor, openRecord, openStores, postNote, type Stores } from './clinical-cast.js';

type Note = ClinicalNote & { code?: string };

describe('A clinical note', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
    record = await openRecord(on);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const get = (who: SignedIn, id: string) => clinic.call<Note>(who, 'GET', `/clinical-notes/${id}`);
  const post = (who: SignedIn, body: Record<string, unknown>) =>
    clinic.call<Note>(who, 'POST', '/clinical-notes', { body });
  const list = (who: SignedIn, query: string) =>
    must(clinic.call<Page<ClinicalNote>>(who, 'GET', `/clinical-notes?${query}`));
  const withVersion = (version: number) => ({ 'If-Match': `"${version}"` });
  const act = (who: SignedIn, id: string, verb: string, body: unknown = {}, version?: number) =>
    clinic.call<Note>(who, 'POST', `/clinical-notes/${id}/${verb}`, {
      body,
      ...(version !== undefined && { headers: withVersion(version) }),
    });
  const revise = (who: SignedIn, id: string, text: string, headers: Record<string, string>) =>
    clinic.call<Note>(who, 'PUT', `/clinical-notes/${id}`, { body: { text }, headers });

  describe('belongs to its record', () => {
    it('is refused for another patient’s record, a random or a malformed id, and nothing is stored anywhere', async () => {
      const foreign = await openRecord(on, on.stranger, on.otherPatient);
      const before = await stores.counts();
      const refused: [Record<string, unknown>, number, string][] = [
        [noteFor(record, { patientId: on.otherPatient.patientId }), 404, 'record_not_found'],
        [noteFor(foreign), 404, 'record_not_found'],
        [noteFor(foreign, { patientId: on.patient.patientId }), 404, 'record_not_found'],
        [noteFor(record, { recordUuid: newId() }), 404, 'record_not_found'],
        [noteFor(record, { recordUuid: 'not-a-uuid' }), 422, 'validation_failed'],
        [noteFor(record, { recordUuid: { $ne: null } }), 422, 'validation_failed'],
        [noteFor(record, { text: ' \n ' }), 422, 'validation_failed'],
        [noteFor(record, { text: 'half a character: \ud83d' }), 422, 'validation_failed'],
        [noteFor(record, { text: 'x'.repeat(100_001) }), 422, 'validation_failed'],
        [noteFor(record, { kind: 'addendum' }), 422, 'validation_failed'],
        [noteFor(record, { authorId: newId() }), 422, 'validation_failed'],
      ];
      for (const [body, status, code] of refused) {
        const answer = await post(on.doctor.user, body);
        expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
      }
      expect(await stores.counts()).to.deep.equal(before);
    });

    it('is refused for a record that is closed', async () => {
      const closed = await openRecord(on);
      await must(clinic.call(on.doctor.user, 'POST', `/medical-records/${closed.id}/close`));
      const { status, body } = await post(on.doctor.user, noteFor(closed));
      expect([status, body.code]).to.deep.equal([404, 'record_not_found']);
    });

    it('is written by those who treat the patient, and by nurses only as nursing notes', async () => {
      const nursing = noteFor(record, { kind: 'nursing' });
      expect((await post(on.nurse, nursing)).status).to.equal(201);
      expect((await post(on.nurse, noteFor(record))).status).to.equal(403);
      expect((await post(on.otherNurse, nursing)).body.code).to.equal('record_not_found');
      expect((await post(on.stranger.user, noteFor(record))).body.code).to.equal('record_not_found');
      for (const who of [on.reception, on.billing, on.patient.user, clinic.admin])
        expect((await post(who, noteFor(record))).status).to.equal(403);
    });

    it('is stored in both stores under one hash that its content gives', async () => {
      const text = 'Ünïcødé 😀 "quoted" \\ \r\n\tend';
      const note = await postNote(clinic, on.doctor.user, noteFor(record, { text }));
      const [row] = await stores.rows(
        'SELECT document_id, HEX(sha256) AS hash FROM note_versions WHERE note_id = UUID_TO_BIN(?)',
        [note.id],
      );
      const collection = stores.mongo.db().collection<{ _id: UUID }>('clinical_notes');
      const stored = await collection.findOne({ _id: new UUID(row?.document_id as Buffer) });
      expect(stored).to.include({ text, version: 1 }).and.not.to.have.property('state');
      expect(contentHash(contentOf(stored ?? {})).toString('hex')).to.equal(note.sha256);
      expect(String(row?.hash).toLowerCase()).to.equal(note.sha256);
    });

    it('leaves no clinical text in MySQL but sealed', async () => {
      const text = 'canary-7f3a-in-a-note';
      const options = { body: noteFor(record, { text }), headers: { 'Idempotency-Key': newId() } };
      const first = await clinic.call<Note>(on.doctor.user, 'POST', '/clinical-notes', options);
      const again = await clinic.call<Note>(on.doctor.user, 'POST', '/clinical-notes', options);
      expect(again.headers.get('idempotency-replayed')).to.equal('true');
      expect(again.body).to.deep.equal(first.body);
      for (const [table, column] of [
        ['events', 'payload'],
        ['audit_log', 'detail'],
        ['idempotency_keys', 'answer'],
      ])
        expect(
          await stores.rows(`SELECT 1 FROM ${table} WHERE CAST(${column} AS CHAR) LIKE ?`, [`%${text}%`]),
        ).to.deep.equal([]);
      expect(
        await stores.rows('SELECT 1 FROM document_outbox WHERE INSTR(sealed_body, ?)', [text]),
      ).to.deep.equal([]);
    });
  });

  describe('is drafted and signed', () => {
    it('takes new versions as a draft and none once it is signed', async () => {
      const draft = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false, text: 'one' }));
      expect(draft).to.include({ state: 'draft', version: 1, signedAt: null, releasedAt: null });
      expect((await revise(on.doctor.user, draft.id, 'two', {})).status).to.equal(428);
      expect((await revise(on.doctor.user, draft.id, 'two', withVersion(9))).status).to.equal(412);
      const second = await revise(on.doctor.user, draft.id, 'two', withVersion(1));
      expect(second.body).to.include({ text: 'two', version: 2, state: 'draft' });
      expect(second.body.sha256).not.to.equal(draft.sha256);
      expect((await act(on.doctor.user, draft.id, 'sign', {}, 1)).status).to.equal(412);
      const signed = await act(on.doctor.user, draft.id, 'sign', {}, 2);
      expect(signed.body).to.include({
        state: 'signed',
        text: 'two',
        version: 2,
        sha256: second.body.sha256,
      });
      expect(signed.body.releasedAt).to.equal(signed.body.signedAt);
      const late = await revise(on.doctor.user, draft.id, 'three', withVersion(2));
      expect([late.status, late.body.code]).to.deep.equal([409, 'invalid_transition']);
      expect((await act(on.doctor.user, draft.id, 'sign', {}, 2)).body.code).to.equal('invalid_transition');
      const [audit] = await stores.rows(
        "SELECT detail FROM audit_log WHERE action = 'note.signed' AND subject_id = UUID_TO_BIN(?)",
        [draft.id],
      );
      expect(audit?.detail).to.deep.include({ sha256: signed.body.sha256, version: 2 });
    });

    it('lets one of twenty racing revisions through', async () => {
      const draft = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false }));
      const release = await holdRow(clinic, 'note_refs', draft.id); // so that they do race
      const racing = Array.from({ length: 20 }, (_, index) =>
        revise(on.doctor.user, draft.id, `text ${index}`, withVersion(1)),
      );
      await untilTheyWait(clinic, 2);
      await release();
      const answers = await Promise.all(racing);
      const winners = answers.filter((answer) => answer.status === 200);
      expect(winners).to.have.length(1);
      expect(answers.filter((answer) => answer.status === 412)).to.have.length(19);
      expect((await get(on.doctor.user, draft.id)).body.text).to.equal(winners[0]?.body.text);
    });

    it('shows all versions to the author and the signed one to others', async () => {
      const draft = await postNote(
        clinic,
        on.doctor.user,
        noteFor(record, { sign: false, text: 'first thought' }),
      );
      await revise(on.doctor.user, draft.id, 'second thought', withVersion(1));
      const versions = (who: SignedIn) =>
        clinic.call<NoteVersions>(who, 'GET', `/clinical-notes/${draft.id}/versions`);
      expect((await versions(on.nurse)).status).to.equal(404);
      await act(on.doctor.user, draft.id, 'sign', {}, 2);
      const texts = async (who: SignedIn) => (await must(versions(who))).items.map((each) => each.text);
      expect(await texts(on.doctor.user)).to.deep.equal(['first thought', 'second thought']);
      for (const who of [on.nurse, on.patient.user])
        expect(await texts(who)).to.deep.equal(['second thought']);
    });

    it('is answered again as it was when signing is repeated with the same key', async () => {
      const draft = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false }));
      const options = { body: {}, headers: { ...withVersion(1), 'Idempotency-Key': newId() } };
      const sign = () =>
        clinic.call<Note>(on.doctor.user, 'POST', `/clinical-notes/${draft.id}/sign`, options);
      const first = await sign();
      const second = await sign();
      expect([first.status, second.status]).to.deep.equal([200, 200]);
      expect(second.headers.get('idempotency-replayed')).to.equal('true');
      expect(second.body).to.deep.equal(first.body);
    });
  });

  describe('gets addenda', () => {
    it('as notes of their own, also after the record was closed', async () => {
      const mine = await openRecord(on);
      const original = await postNote(clinic, on.doctor.user, noteFor(mine));
      await must(clinic.call(on.doctor.user, 'POST', `/medical-records/${mine.id}/close`));
      const { status, body } = await act(on.doctor.user, original.id, 'addenda', {
        text: 'The culture was negative.',
        sign: true,
      });
      expect(status).to.equal(201);
      expect(body).to.include({
        kind: 'addendum',
        addendumTo: original.id,
        recordUuid: mine.id,
        state: 'signed',
      });
      expect((await get(on.patient.user, body.id)).body.text).to.equal('The culture was negative.');
      expect((await act(on.doctor.user, body.id, 'addenda', { text: 'more' })).body.code).to.equal(
        'invalid_transition',
      );
    });

    it('only once it is signed, and from nurses only to their own', async () => {
      const draft = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false }));
      expect((await act(on.doctor.user, draft.id, 'addenda', { text: 'x' })).body.code).to.equal(
        'invalid_transition',
      );
      const signed = await postNote(clinic, on.doctor.user, noteFor(record));
      expect((await act(on.nurse, signed.id, 'addenda', { text: 'x' })).status).to.equal(404);
      expect((await act(on.stranger.user, signed.id, 'addenda', { text: 'x' })).status).to.equal(404);
      const nursing = await postNote(clinic, on.nurse, noteFor(record, { kind: 'nursing' }));
      expect((await act(on.nurse, nursing.id, 'addenda', { text: 'x' })).status).to.equal(201);
    });

    it('as sensitive as itself', async () => {
      const sensitive = await postNote(clinic, on.doctor.user, noteFor(record, { isSensitive: true }));
      const { body } = await act(on.doctor.user, sensitive.id, 'addenda', {
        text: 'also secret',
        sign: true,
      });
      expect(body).to.include({ isSensitive: true, releasedAt: null });
      expect((await get(on.nurse, body.id)).status).to.equal(404);
    });
  });

  describe('is seen by those who may', () => {
    const sees = async (who: SignedIn, id: string): Promise<boolean> => {
      const { status } = await get(who, id);
      const { items } = await list(who, `patientId=${on.patient.patientId}&limit=100`);
      const isListed = items.some((item) => item.id === id);
      expect(isListed, 'a list and a look agree').to.equal(status === 200);
      return isListed;
    };
    const whoSees = async (id: string) => {
      const everyone = {
        author: on.doctor.user,
        nurse: on.nurse,
        patient: on.patient.user,
        otherPatient: on.otherPatient.user,
        otherNurse: on.otherNurse,
        stranger: on.stranger.user,
      };
      const seen: string[] = [];
      for (const [name, who] of Object.entries(everyone)) if (await sees(who, id)) seen.push(name);
      return seen;
    };

    it('a draft by its author alone', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record, { sign: false }));
      expect(await whoSees(id)).to.deep.equal(['author']);
    });

    it('a signed note by those who treat the patient, and by her', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record));
      expect(await whoSees(id)).to.deep.equal(['author', 'nurse', 'patient']);
    });

    it('a note that was not released not by the patient', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record, { release: false }));
      expect(await whoSees(id)).to.deep.equal(['author', 'nurse']);
    });

    it('a sensitive note by its author alone', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record, { isSensitive: true }));
      expect(await whoSees(id)).to.deep.equal(['author']);
    });

    it('a withdrawn note by its author alone, who may withdraw it once', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record));
      const reason = { reason: 'Written for somebody else.' };
      expect((await act(on.nurse, id, 'withdraw', reason)).status).to.equal(404);
      expect((await act(on.doctor.user, id, 'withdraw', reason)).status).to.equal(204);
      expect(await whoSees(id)).to.deep.equal(['author']);
      expect((await get(on.doctor.user, id)).body.state).to.equal('entered_in_error');
      expect((await act(on.doctor.user, id, 'withdraw', reason)).body.code).to.equal('invalid_transition');
    });

    it('by others like one that does not exist', async () => {
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record));
      const missing = (await get(on.stranger.user, newId())).body;
      const foreign = (await get(on.stranger.user, id)).body;
      expect({ ...foreign, requestId: '' }).to.deep.equal({ ...missing, requestId: '' });
      for (const who of [on.reception, on.billing, clinic.admin])
        expect((await get(who, id)).status).to.equal(403);
    });
  });

  it('is listed page by page, newest first', async () => {
    const mine = await openRecord(on);
    const posted: string[] = [];
    for (let index = 0; index < 7; index++)
      posted.unshift((await postNote(clinic, on.doctor.user, noteFor(mine))).id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(on.doctor.user, `recordUuid=${mine.id}&limit=3${cursor}`);
      seen.push(...page.items.map((note) => note.id));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen).to.deep.equal(posted);
    expect((await clinic.call(on.doctor.user, 'GET', '/clinical-notes')).status).to.equal(422);
    const tampered = await clinic.call(
      on.doctor.user,
      'GET',
      `/clinical-notes?recordUuid=${record.id}&cursor=${'A'.repeat(60)}`,
    );
    expect(tampered.status).to.equal(422);
  });

  describe('is found by its words', () => {
    const search = (who: SignedIn, query: string) =>
      must(clinic.call<Page<ClinicalNote>>(who, 'GET', `/clinical-notes/search?${query}`));
    const found = async (who: SignedIn, query: string) =>
      (await search(who, query)).items.map((note) => note.id);

    it('within one’s own patients, as far as one may see it', async () => {
      const signed = await postNote(
        clinic,
        on.doctor.user,
        noteFor(record, { text: 'Zebrafish allergy suspected.' }),
      );
      const draft = await postNote(
        clinic,
        on.doctor.user,
        noteFor(record, { text: 'zebrafish again', sign: false }),
      );
      const theirs = await openRecord(on, on.stranger, on.otherPatient);
      const foreign = await postNote(
        clinic,
        on.stranger.user,
        noteFor(theirs, { text: 'zebrafish elsewhere' }),
      );
      expect(await found(on.doctor.user, 'q=zebrafish')).to.deep.equal([draft.id, signed.id]);
      expect(await found(on.nurse, 'q=ZEBRAFISH'))
        .to.include(signed.id)
        .and.not.include(draft.id);
      expect(await found(on.stranger.user, 'q=zebrafish')).to.deep.equal([foreign.id]);
      expect(await found(on.otherNurse, 'q=zebrafish')).to.deep.equal([]);
      expect(await found(on.doctor.user, 'q=zebrafish+suspected')).to.deep.equal([signed.id]);
      expect(await found(on.doctor.user, `q=zebrafish&patientId=${on.otherPatient.patientId}`)).to.deep.equal(
        [],
      );
      await act(on.doctor.user, signed.id, 'withdraw', { reason: 'wrong' });
      expect(await found(on.nurse, 'q=zebrafish')).not.to.include(signed.id);
      expect(
        (await clinic.call(on.patient.user, 'GET', '/clinical-notes/search?q=zebrafish')).status,
      ).to.equal(403);
    });

    it('in its newest version only, and by words only', async () => {
      const draft = await postNote(
        clinic,
        on.doctor.user,
        noteFor(record, { text: 'quokka bite', sign: false }),
      );
      await revise(on.doctor.user, draft.id, 'wombat bite', withVersion(1));
      expect(await found(on.doctor.user, 'q=quokka')).to.deep.equal([]);
      expect(await found(on.doctor.user, 'q=wombat')).to.deep.equal([draft.id]);
      expect(await found(on.doctor.user, `q=${encodeURIComponent('"wombat" -bite')}`)).to.deep.equal([
        draft.id,
      ]);
      expect((await clinic.call(on.doctor.user, 'GET', '/clinical-notes/search?q=--')).status).to.equal(422);
    });

    it('in any case, with or without accents, with ß or ss, however its letters are composed', async () => {
      const texts: [text: string, queries: string[]][] = [
        [
          'Die Größe: Okapi',
          ['GRÖSSE okapi', 'größe', 'grösse', 'Grosse', 'GRO\u0308SSE', 'Gro\u0308ße okapi'],
        ],
        ['Fußmassage beim Tapir', ['FUSSMASSAGE', 'fußmassage', 'Fussmaßage', 'tapir FUSSMASSAGE']],
        ['Strasse und Maßliebchen', ['straße MASSLIEBCHEN', 'Strasse Massliebchen', 'STRASSE']],
        ['Κλινική του Οδυσσέως, ΟΔΥΣΣΕΥΣ', ['οδυσσευς', 'ΟΔΥΣΣΈΩΣ', 'κλινικη']],
        ['İstanbul Kliniği', ['İSTANBUL', 'İstanbul', 'kliniği', 'KLINIGI']],
        ['Gro\u0308ßere Schuppen am Pangolin', ['größere', 'GRÖSSERE pangolin']],
        ['Café-au-lait-Fleck, naïf', ['CAFE', 'cafe\u0301', 'NAÏF', 'naif']],
      ];
      for (const [text, queries] of texts) {
        const { id } = await postNote(clinic, on.doctor.user, noteFor(record, { text }));
        for (const query of queries)
          expect(
            await found(on.doctor.user, `q=${encodeURIComponent(query)}`),
            `${query} in ${text}`,
          ).to.deep.equal([id]);
      }
      expect(await found(on.doctor.user, `q=${encodeURIComponent('GRÖSSE wombats')}`)).to.deep.equal([]);
      expect(await found(on.doctor.user, `q=${encodeURIComponent('straße größe')}`)).to.deep.equal([]);
    });

    it('by all of them, however many there are', async () => {
      const words = Array.from({ length: 25 }, (_none, index) => `lemur${index}`);
      const { id } = await postNote(clinic, on.doctor.user, noteFor(record, { text: words.join(' ') }));
      const query = (all: string[]) => `q=${encodeURIComponent(all.join(' '))}`;
      expect(await found(on.doctor.user, query(words))).to.deep.equal([id]);
      expect(await found(on.doctor.user, query([...words.slice(0, 24), 'aardvark']))).to.deep.equal([]);
      const twins = Array.from({ length: 12 }, (_none, index) => `ass${index}`);
      const other = await postNote(clinic, on.doctor.user, noteFor(record, { text: twins.join(' ') }));
      expect(await found(on.doctor.user, query(twins.map((each) => each.replace('ss', 'ß'))))).to.deep.equal([
        other.id,
      ]);
      expect(await found(on.doctor.user, query([...twins, 'aß99']))).to.deep.equal([]);
    });

    it('page by page', async () => {
      const posted: string[] = [];
      for (let index = 0; index < 5; index++)
        posted.unshift(
          (await postNote(clinic, on.doctor.user, noteFor(record, { text: `narwhal ${index}` }))).id,
        );
      const first = await search(on.doctor.user, 'q=narwhal&limit=3');
      const second = await search(on.doctor.user, `q=narwhal&limit=3&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items].map((note) => note.id)).to.deep.equal(posted);
    });
  });
});
