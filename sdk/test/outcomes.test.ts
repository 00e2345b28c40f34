import { expect } from 'chai';
import { ConnectionError, Medweave, SlotTaken, VersionStale } from '../src/index.js';
import { type FakeServer, fakeServer, ids, problem, type Reply, visit } from './support/fake-server.js';

describe('A call', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  async function client(reply: Reply) {
    server = await fakeServer(() => reply);
    return new Medweave({ baseUrl: server.baseUrl, maxRetries: 0 });
  }

  const booked: Reply = { status: 201, body: { id: ids.appointment, version: 4 } };

  describe('taken as a value', () => {
    it('is ok with its answer', async () => {
      const medweave = await client(booked);
      const outcome = await medweave.appointments.book(visit).safe();
      expect(outcome).to.deep.equal({ ok: true, value: booked.body });
    });

    it('is one request, however often it is asked', async () => {
      const medweave = await client(booked);
      const call = medweave.appointments.book(visit);
      await Promise.all([call, call.safe(), call.safe()]);
      expect(server.seen).to.have.length(1);
    });

    it('is not ok with a documented error, of its class', async () => {
      const medweave = await client(problem(409, 'slot_taken', { nextFree: [] }));
      const outcome = await medweave.appointments.book(visit).safe();
      if (outcome.ok) throw new Error('It was booked.');
      expect(outcome.error).to.be.instanceOf(SlotTaken).with.property('code', 'slot_taken');
    });

    it('is not ok when the server cannot be reached', async () => {
      const medweave = await client(booked);
      await server.close();
      const outcome = await medweave.appointments.list().safe();
      expect(outcome.ok ? undefined : outcome.error).to.be.instanceOf(ConnectionError);
    });

    it('throws a code that this SDK does not know', async () => {
      const medweave = await client(problem(409, 'a_code_of_tomorrow'));
      const error = await medweave.appointments
        .book(visit)
        .safe()
        .catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(Error).with.property('code', 'a_code_of_tomorrow');
    });

    it('throws the reason of the caller who gave up', async () => {
      const medweave = await client('hang');
      const signal = AbortSignal.abort(new Error('The page was left.'));
      const error = await medweave.appointments
        .book(visit, { signal })
        .safe()
        .catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(Error).with.property('message', 'The page was left.');
    });
  });

  describe('that replaces', () => {
    const note = { id: ids.appointment, version: 3 };

    it('names the version of what was read', async () => {
      const medweave = await client(booked);
      await medweave.clinicalNotes.revise(note, { text: 'Better.' });
      await medweave.schedules.setHours({ doctorId: ids.doctor, version: 7 }, { weekly: [] });
      expect(server.seen.map(({ path, headers }) => [path, headers['if-match']])).to.deep.equal([
        [`/clinical-notes/${ids.appointment}`, '"3"'],
        [`/doctors/${ids.doctor}/working-hours`, '"7"'],
      ]);
    });

    it('names the version that is given with the id, or instead of the one that was read', async () => {
      const medweave = await client(booked);
      await medweave.clinicalNotes.revise(note.id, { text: 'Better.' }, { ifMatch: 5 });
      await medweave.clinicalNotes.revise(note, { text: 'Better.' }, { ifMatch: 6 });
      expect(server.seen.map(({ headers }) => headers['if-match'])).to.deep.equal(['"5"', '"6"']);
    });

    it('is VersionStale when somebody was faster', async () => {
      const medweave = await client(problem(412, 'version_stale'));
      const outcome = await medweave.clinicalNotes.sign(note, {}).safe();
      expect(outcome.ok ? undefined : outcome.error).to.be.instanceOf(VersionStale);
    });
  });
});
