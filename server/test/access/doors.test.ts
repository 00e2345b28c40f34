import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { openApiFile } from '../../src/paths.js';
import { type Cast, cast, noteFor, openRecord, postNote } from '../clinical/clinical-cast.js';
import { type Clinic, must, signIn, startClinic } from '../support/clinic.js';
import { patient, staff } from '../support/people.js';
import { type Cell, type Column, cellsOf, columns, expected, open } from './expectations.js';
import { creations, type Door, doors, lists, nothing, numbers, type Things } from './requests.js';

interface Operation {
  operationId: string;
  method: string;
  template: string;
}

const api = JSON.parse(readFileSync(openApiFile, 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string }>>;
};
const operations: Operation[] = Object.entries(api.paths).flatMap(([template, verbs]) =>
  Object.entries(verbs).map(([verb, { operationId }]) => ({
    operationId,
    method: verb.toUpperCase(),
    template,
  })),
);
const secured = operations.filter(({ operationId }) => !open.includes(operationId));
const accounts = ['auth_me', 'auth_logout'];

interface Said {
  status: number;
  /** Without the request's own id. */
  text: string;
  headers: Headers;
}

describe('Every door of the API', () => {
  let clinic: Clinic;
  let on: Cast;
  /** A patient's own, with a doctor who treats her: none of it concerns the callers below. */
  let theirs: Things;
  let callers: Record<Column, SignedIn>;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    on.patient = await patient(clinic, { givenName: 'Zz', familyName: 'Zzyzxa' });
    theirs = await thingsOf(on);
    callers = {
      patient: on.otherPatient.user,
      doctor: on.stranger.user,
      nurse: on.otherNurse,
      receptionist: on.reception,
      pharmacist: await staff(clinic, 'pharmacist'),
      billing: on.billing,
      admin: clinic.admin,
    };
  });
  after(() => clinic.close());

  async function thingsOf({ doctor, patient: whose }: Cast): Promise<Things> {
    const record = await openRecord(on);
    const make = (path: string, body: unknown) =>
      must<{ id: string }>(clinic.call(doctor.user, 'POST', path, { body }));
    const diagnosis = { codeSystem: 'icd-10', code: 'R05', text: 'Cough' };
    const observation = {
      recordUuid: record.id,
      patientId: whose.patientId,
      kind: 'other',
      observedAt: '2026-01-05T08:00:00Z',
      data: { isAwake: true },
    };
    const away = { startsAt: '2031-01-05T08:00:00Z', endsAt: '2031-01-05T09:00:00Z' };
    return {
      patient: whose.patientId,
      doctor: doctor.doctor.id,
      appointment: record.appointmentId ?? '',
      record: record.id,
      diagnosis: (await make(`/medical-records/${record.id}/diagnoses`, diagnosis)).id,
      note: (await postNote(clinic, doctor.user, noteFor(record, { text: 'zebrafish' }))).id,
      observation: (await make('/observations', observation)).id,
      timeOff: (await make(`/doctors/${doctor.doctor.id}/time-off`, away)).id,
      user: doctor.user.user.id,
    };
  }

  async function knock(
    who: SignedIn | null,
    { method, template }: Operation,
    things: Things,
    column: string,
    { path = {}, query, body }: Door,
  ): Promise<Said> {
    const filled = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      name === 'dateOn' ? '2030-01-05' : things[path[name] ?? 'patient'],
    );
    const sent = body?.(things, column);
    const response = await fetch(`${clinic.baseUrl}/api/v1${filled}${query ? `?${query(things)}` : ''}`, {
      method,
      headers: {
        ...(who && { authorization: `Bearer ${who.accessToken}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        'if-match': '"1"',
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
    const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
    return { status: response.status, text, headers: response.headers };
  }

  function doorOf({ operationId, method }: Operation): Door {
    const query = lists[operationId]?.[0] ?? numbers[operationId];
    if (query) return { query };
    return doors[operationId] ?? (method === 'GET' ? {} : { body: () => ({}) });
  }

  it('is known here, with what is expected of it', () => {
    const known = [...Object.keys(expected), ...open].sort();
    expect(operations.map(({ operationId }) => operationId).sort()).to.deep.equal(known);
    const asked = [doors, lists, numbers].flatMap((each) => Object.keys(each));
    const withRequest = [...asked, ...creations, ...accounts, 'analytics_refresh'].sort();
    expect(withRequest).to.deep.equal(Object.keys(expected).sort());
    for (const { operationId } of secured)
      for (const [column, cell] of cellsOf(operationId))
        expect(cell, `${operationId} for ${column}`).to.match(/^[AO–]$/);
  });

  it('without a token, is closed with 401, or one of those that are open to all', async () => {
    for (const operation of operations) {
      const { status, headers, text } = await knock(null, operation, nothing(), 'nobody', doorOf(operation));
      if (open.includes(operation.operationId)) {
        expect(status, operation.operationId).to.be.oneOf([200, 404, 422]);
        continue;
      }
      expect(status, operation.operationId).to.equal(401);
      expect(headers.get('www-authenticate')).to.match(/^Bearer realm="medweave"/);
      expect(text).to.include('"code":"token_missing"');
    }
  });

  it('is closed with 403 to a role that lacks the function, whatever it asks for', async () => {
    for (const operation of secured)
      for (const column of columnsWith(operation, '–')) {
        const where = `${operation.operationId} by ${column}`;
        const door = doorOf(operation);
        const onTheirs = await knock(callers[column], operation, theirs, column, door);
        const onNothing = await knock(callers[column], operation, nothing(), column, door);
        expect(onTheirs.status, where).to.equal(403);
        expect(onTheirs.text, where).to.equal(onNothing.text);
      }
  });

  it('answers about somebody else’s things as about none, byte for byte', async () => {
    for (const operation of secured.filter(({ operationId }) => operationId in doors))
      for (const column of columnsWith(operation, 'O')) {
        const where = `${operation.operationId} by ${column}`;
        const door = doorOf(operation);
        const foreign = await knock(callers[column], operation, theirs, column, door);
        const missing = await knock(callers[column], operation, nothing(), column, door);
        expect(foreign.status, where).to.equal(404);
        expect(foreign.text, where).to.equal(missing.text);
        expect(comparable(foreign.headers), where).to.deep.equal(comparable(missing.headers));
      }
  });

  it('lists and finds nothing of somebody else', async () => {
    for (const [operationId, queries] of Object.entries(lists))
      for (const column of columnsWith({ operationId }, 'O'))
        for (const query of queries) {
          const operation = secured.find((each) => each.operationId === operationId) as Operation;
          const where = `${operationId}?${query(theirs)} by ${column}`;
          const { status, text } = await knock(callers[column], operation, theirs, column, { query });
          expect(status, where).to.equal(200);
          const { items } = JSON.parse(text) as { items: Record<string, unknown>[] };
          if (operationId === 'patients_search' && column === 'doctor' && query(theirs).startsWith('given'))
            expect(Object.keys(items[0] ?? {}), where).to.have.members(recognised);
          else for (const id of Object.values(theirs)) expect(text, where).not.to.include(id);
        }
  });

  it('counts nothing of somebody else', async () => {
    for (const [operationId, query] of Object.entries(numbers))
      for (const column of columnsWith({ operationId }, 'O')) {
        const operation = secured.find((each) => each.operationId === operationId) as Operation;
        const where = `${operationId}?${query(theirs)} by ${column}`;
        const { status, text } = await knock(callers[column], operation, theirs, column, { query });
        expect(status, where).to.equal(200);
        expect(JSON.parse(text), where).to.have.property('rows').that.deep.equals([]);
      }
  });

  it('lists them to the doctor who treats the patient', async () => {
    for (const [operationId, queries] of Object.entries(lists)) {
      if (columnsWith({ operationId }, 'O').every((column) => column !== 'doctor')) continue;
      const operation = secured.find((each) => each.operationId === operationId) as Operation;
      const query = queries.at(-1);
      const { text } = await knock(on.doctor.user, operation, theirs, 'doctor', query ? { query } : {});
      const found = Object.values(theirs).some((id) => text.includes(id));
      expect(found, `${operationId}?${query?.(theirs)}`).to.equal(true);
    }
  });

  /** What a doctor is shown of a stranger whom she asks for exactly: enough to break the glass. */
  const recognised = ['id', 'mrn', 'givenName', 'familyName', 'birthYear', 'isActive', 'version'];

  it('opens to a role with the function: it gets as far as the rules behind', async () => {
    for (const operation of secured.filter(({ operationId }) => !(operationId in doors)))
      for (const column of [...columnsWith(operation, 'A'), ...columnsWith(operation, 'O')]) {
        const who = operation.operationId === 'auth_logout' ? await anew(callers[column]) : callers[column];
        const { status } = await knock(who, operation, nothing(), column, doorOf(operation));
        const isExactOnly = operation.operationId === 'patients_search' && column === 'pharmacist';
        const past = creations.includes(operation.operationId) ? 422 : isExactOnly ? 403 : 200;
        const said = operation.operationId === 'auth_logout' ? 204 : past;
        expect(status, `${operation.operationId} by ${column}`).to.equal(said);
      }
    for (const operation of secured.filter(({ operationId }) => operationId in doors))
      for (const column of columnsWith(operation, 'A')) {
        const { status } = await knock(callers[column], operation, nothing(), column, doorOf(operation));
        expect(status, `${operation.operationId} by ${column}`).to.equal(404);
      }
  });

  it('left everything as it was', async () => {
    const record = await must(clinic.call(on.doctor.user, 'GET', `/medical-records/${theirs.record}`));
    expect(record).to.include({ status: 'open', version: 1, chiefComplaint: null });
    const note = await must(clinic.call(on.doctor.user, 'GET', `/clinical-notes/${theirs.note}`));
    expect(note).to.include({ state: 'signed', text: 'zebrafish', version: 1 });
    const visit = await must(clinic.call(on.doctor.user, 'GET', `/appointments/${theirs.appointment}`));
    expect(visit).to.include({ state: 'checked_in' });
    const person = await must(clinic.call(on.doctor.user, 'GET', `/patients/${theirs.patient}`));
    expect(person).to.include({ isActive: true, version: 1, phone: null });
    const observation = await must(clinic.call(on.doctor.user, 'GET', `/observations/${theirs.observation}`));
    expect(observation).to.include({ state: 'final' });
  });

  const anew = ({ user }: SignedIn) => signIn(clinic.call, user.email);
});

const columnsWith = ({ operationId }: { operationId: string }, wanted: Cell): Column[] =>
  columns.filter((column) => new Map(cellsOf(operationId)).get(column) === wanted);

/** Two answers to the same question may differ in their time and their own id only. */
function comparable(headers: Headers): Record<string, string> {
  const { date: _date, 'x-request-id': _id, ...rest } = Object.fromEntries(headers);
  return rest;
}
