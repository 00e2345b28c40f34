import { readFileSync } from 'node:fs';
import {
  type ClinicalNote,
  ConnectionError,
  MedweaveError,
  NotFound,
  ServiceUnavailable,
  SlotTaken,
  TimeoutError,
  TokenMissing,
} from '@medweave/sdk';
import { fakeMedweave } from '@medweave/sdk/testing';
import { expect } from 'chai';

const id = '01900000-0000-7000-8000-000000000001';
const wish = { doctorId: id, startsAt: '2027-03-01T09:20:00.000Z' };

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.fail('It should have failed.'),
    (error: unknown) => error,
  );
}

describe('A fake Medweave answers', () => {
  for (const { operationId, method, path, answer } of recordedOperations())
    it(`${operationId} as it was recorded`, async () => {
      const fake = fakeMedweave();
      const { signal } = new AbortController();
      const headers = { authorization: 'Bearer fake' };
      const response = await fake.fetch(`http://medweave.fake/api/v1${path}`, { method, headers, signal });
      expect({ operation: fake.calls[0]?.operation, status: response.status }).to.deep.equal({
        operation: operationId.replace('_', '.'),
        status: answer.status,
      });
      const body = await response.text();
      expect(body === '' ? undefined : JSON.parse(body)).to.deep.equal(answer.body);
    });

  it('with what the test says of it, the rest as recorded', async () => {
    const fake = fakeMedweave();
    const recorded = await fake.medweave.appointments.book(wish);
    fake.answer('appointments.book', { state: 'held', cancelReason: 'None' });
    expect(await fake.medweave.appointments.book(wish)).to.deep.equal({
      ...recorded,
      state: 'held',
      cancelReason: 'None',
    });
  });

  it('with what the test makes of the call', async () => {
    const fake = fakeMedweave();
    fake.answer('doctors.get', ({ ids }) => ({ id: ids.id, department: { name: 'Surgery' } }));
    const doctor = await fake.medweave.doctors.get(id);
    expect([doctor.id, doctor.department.name]).to.deep.equal([id, 'Surgery']);
    expect(doctor.department.id).to.match(/^[0-9a-f-]{36}$/);
  });

  it('with lists as they are given', async () => {
    const fake = fakeMedweave();
    fake.answer('doctors.slots', []);
    expect(await fake.medweave.doctors.slots(id, { from: '', to: '' })).to.deep.equal([]);
  });

  it('with items in as many pages as the query wants', async () => {
    const fake = fakeMedweave();
    fake.answer('clinicalNotes.list', [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }]);
    const notes: ClinicalNote[] = [];
    for await (const note of fake.medweave.clinicalNotes.list({ limit: 2 })) notes.push(note);
    expect(notes.map(({ text }) => text)).to.deep.equal(['One.', 'Two.', 'Three.']);
    expect(notes[2]?.kind).to.equal('consultation');
    expect(fake.calls).to.have.lengthOf(2);
  });

  it('once where it is told so, in the order of telling', async () => {
    const fake = fakeMedweave();
    fake.answer('auth.me', { displayName: 'Always' });
    fake.answerOnce('auth.me', { displayName: 'First' });
    fake.answerOnce('auth.me', { displayName: 'Second' });
    const names = [];
    for (let count = 0; count < 3; count++) names.push((await fake.medweave.auth.me()).displayName);
    expect(names).to.deep.equal(['First', 'Second', 'Always']);
  });
});

describe('A fake Medweave fails', () => {
  it('with the class of the code, and the fields that the test gives', async () => {
    const fake = fakeMedweave();
    fake.fail('appointments.book', 'slot_taken', { nextFree: [] });
    const error = await errorOf(fake.medweave.appointments.book(wish));
    expect(error).to.be.instanceOf(SlotTaken).and.to.include({ status: 409, conflictWith: 'doctor' });
    expect((error as SlotTaken).nextFree).to.deep.equal([]);
  });

  it('with recorded fields where the test gives none', async () => {
    const fake = fakeMedweave();
    fake.fail('appointments.hold', 'slot_taken');
    const outcome = await fake.medweave.appointments.hold(wish).safe();
    expect(!outcome.ok && outcome.error.code === 'slot_taken' && outcome.error.nextFree).to.have.lengthOf(5);
  });

  it('once where it is told so', async () => {
    const fake = fakeMedweave();
    fake.failOnce('departments.get', 'department_not_found');
    expect(await errorOf(fake.medweave.departments.get(id))).to.be.instanceOf(NotFound);
    expect((await fake.medweave.departments.get(id)).name).to.be.a('string');
  });

  it('at once, without the client’s repetitions', async () => {
    const fake = fakeMedweave();
    fake.fail('appointments.book', 'busy', { retryAfterSeconds: 5 });
    const error = await errorOf(fake.medweave.appointments.book(wish));
    expect(error).to.be.instanceOf(ServiceUnavailable).and.to.include({ retryAfterSeconds: 5 });
    expect(fake.calls).to.have.lengthOf(1);
  });

  it('without an answer, by a connection that breaks or hangs', async () => {
    const fake = fakeMedweave();
    fake.failOnce('auth.me', 'connection_error');
    fake.failOnce('auth.me', 'timeout_error');
    expect(await errorOf(fake.medweave.auth.me())).to.be.instanceOf(ConnectionError);
    expect(await errorOf(fake.medweave.auth.me())).to.be.instanceOf(TimeoutError);
  });

  it('for a code that is none, when a plain JavaScript test names it', () => {
    const fake = fakeMedweave();
    const fail: (operation: 'auth.me', code: never) => void = fake.fail.bind(fake);
    expect(() => fail('auth.me', 'slot_token' as never)).to.throw(TypeError, 'no error code slot_token');
  });

  it('for a request that is no operation, and says so', async () => {
    const fake = fakeMedweave();
    const { signal } = new AbortController();
    const response = await fake.fetch('/api/v2/nurses', { method: 'GET', headers: {}, signal });
    expect(response.status).to.equal(404);
    expect(await response.text()).to.contain('No operation of Medweave is GET /api/v2/nurses');
    expect(fake.calls).to.deep.equal([]);
  });
});

describe('Who is signed in to a fake Medweave', () => {
  it('is somebody from the start', async () => {
    const fake = fakeMedweave();
    expect((await fake.medweave.auth.me()).email).to.match(/@/);
  });

  it('is nobody where the test wants it so, until the app signs in', async () => {
    const { medweave } = fakeMedweave({ isSignedIn: false });
    expect(await errorOf(medweave.auth.me())).to.be.instanceOf(TokenMissing);
    expect((await medweave.departments.list()).items).to.have.lengthOf(1);
    await medweave.auth.login({ email: 'mina@mail.example', password: 'anything' });
    expect((await medweave.auth.me()).email).to.match(/@/);
  });

  it('is signed in anew when the token has expired', async () => {
    const fake = fakeMedweave();
    fake.failOnce('auth.me', 'token_expired');
    await fake.medweave.auth.me();
    expect(fake.calls.map(({ operation }) => operation)).to.deep.equal([
      'auth.me',
      'auth.refresh',
      'auth.me',
    ]);
  });
});

describe('What a fake Medweave was asked', () => {
  it('is told call by call', async () => {
    const fake = fakeMedweave();
    await fake.medweave.departments.list({ isActive: true, limit: 2 });
    const department = await fake.medweave.departments.get(id);
    const body = { name: 'Cardiology', location: 'Annexe' };
    await fake.medweave.departments.update({ ...department, id }, body, { idempotencyKey: 'key-0001' });
    const nothing = { ids: {}, query: {}, body: undefined, idempotencyKey: undefined, ifMatch: undefined };
    expect(fake.calls).to.deep.equal([
      { ...nothing, operation: 'departments.list', query: { isActive: 'true', limit: '2' } },
      { ...nothing, operation: 'departments.get', ids: { id } },
      {
        ...nothing,
        ...{ operation: 'departments.update', ids: { id }, body },
        ...{ idempotencyKey: 'key-0001', ifMatch: department.version },
      },
    ]);
    expect(fake.callsOf('departments.update').map((call) => call.body.location)).to.deep.equal(['Annexe']);
  });

  it('is forgotten, with all that was told, when the fake starts over', async () => {
    const fake = fakeMedweave();
    fake.fail('auth.me', 'session_ended');
    fake.failOnce('auth.refresh', 'refresh_token_invalid');
    fake.reset();
    await fake.medweave.auth.me();
    expect(fake.calls).to.have.lengthOf(1);
    await fake.medweave.auth.refresh();
  });
});

interface RecordedOperation {
  readonly operationId: string;
  readonly method: string;
  /** With recorded ids in it. */
  readonly path: string;
  readonly answer: { readonly status: number; readonly body?: unknown };
}

interface Recorded {
  readonly request: { readonly path?: Readonly<Record<string, string>> };
  readonly response: RecordedOperation['answer'];
}

function recordedOperations(): RecordedOperation[] {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const { paths }: { paths: Record<string, Record<string, { operationId: string }>> } = read('openapi.json');
  const examples: Record<string, { success: Recorded }> = read('examples.json');
  return Object.entries(paths).flatMap(([template, operations]) =>
    Object.entries(operations).flatMap(([verb, { operationId }]) => {
      const recorded = examples[operationId]?.success;
      if (recorded === undefined) throw new MedweaveError('no_example', `${operationId} has no example.`);
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => recorded.request.path?.[name] ?? '');
      const { status, body } = recorded.response;
      const isPage = typeof body === 'object' && body !== null && 'nextCursor' in body;
      const shown = isPage ? { ...body, nextCursor: null } : body;
      return [{ operationId, method: verb.toUpperCase(), path, answer: { status, body: shown } }];
    }),
  );
}
