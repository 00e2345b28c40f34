import { expect } from 'chai';
import type { Problem } from '../../src/lib/problem.js';
import type { Diagnosis, MedicalRecord } from '../../src/records/records.types.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { type RegisteredPatient, staff } from '../support/people.js';
import { type Cast, cast, openRecord } from './clinical-cast.js';

type Answered = Diagnosis & Pick<Problem, 'errors'>;

const dayMs = 86_400_000;
const dayFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

describe('Dates that cannot be', () => {
  let clinic: Clinic;
  let on: Cast;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic); // its patients were born on 3 February 1990
    record = await openRecord(on);
  });
  after(() => clinic.close());

  const faultsOf = ({ errors = [] }: Pick<Problem, 'errors'>) =>
    errors.map(({ field, code }) => [field, code]);

  const observe = (wish: Record<string, unknown>) =>
    clinic.call<Problem>(on.doctor.user, 'POST', '/observations', {
      body: {
        recordUuid: record.id,
        patientId: record.patientId,
        kind: 'symptoms',
        observedAt: new Date().toISOString(),
        symptoms: [{ name: 'Cough' }],
        ...wish,
      },
    });
  const diagnose = (onsetOn?: string) =>
    clinic.call<Answered>(on.doctor.user, 'POST', `/medical-records/${record.id}/diagnoses`, {
      body: { codeSystem: 'icd-10', code: 'J20.9', text: 'Acute bronchitis', onsetOn },
    });
  const resolve = ({ id, version }: Diagnosis, resolvedOn?: string, status = 'resolved') =>
    clinic.call<Answered>(on.doctor.user, 'PUT', `/medical-records/${record.id}/diagnoses/${id}/status`, {
      body: { status, resolvedOn },
      headers: { 'if-match': `"${version}"` },
    });

  it('are no time of an observation, nor of a complaint’s beginning', async () => {
    const refused: [Record<string, unknown>, field: string, code: string][] = [
      [{ observedAt: '1943-05-01T09:00:00Z' }, 'body.observedAt', 'before_birth'],
      [{ observedAt: '1990-02-01T23:59:59Z' }, 'body.observedAt', 'before_birth'],
      [{ observedAt: `${dayFromNow(1)}T09:00:00Z` }, 'body.observedAt', 'in_the_future'],
      [{ observedAt: '2087-01-01T09:00:00Z' }, 'body.observedAt', 'in_the_future'],
      [
        { symptoms: [{ name: 'Cough' }, { name: 'Rash', onsetOn: '1989-12-31' }] },
        'body.symptoms.1.onsetOn',
        'before_birth',
      ],
      [{ symptoms: [{ name: 'Cough', onsetOn: '2199-01-01' }] }, 'body.symptoms.0.onsetOn', 'in_the_future'],
      [
        { observedAt: '2020-05-01T09:00:00Z', symptoms: [{ name: 'Cough', onsetOn: '2020-05-04' }] },
        'body.symptoms.0.onsetOn',
        'ends_before_start',
      ],
    ];
    for (const [wish, field, code] of refused) {
      const { status, body } = await observe(wish);
      expect(status, JSON.stringify(wish)).to.equal(422);
      expect(faultsOf(body)).to.deep.equal([[field, code]]);
    }
    for (const wish of [
      { observedAt: '1990-02-03T06:00:00+14:00' },
      { symptoms: [{ name: 'Hip dysplasia', onsetOn: '1990-02-03' }] },
      { observedAt: '2020-05-01T09:00:00Z', symptoms: [{ name: 'Cough', onsetOn: '2020-05-01' }] },
    ])
      expect((await observe(wish)).status, JSON.stringify(wish)).to.equal(201);
  });

  it('are no time of a diagnosis', async () => {
    for (const [onsetOn, code] of [
      ['1943-05-01', 'before_birth'],
      [dayFromNow(2), 'in_the_future'],
      ['2150-01-01', 'in_the_future'],
    ] as const) {
      const { status, body } = await diagnose(onsetOn);
      expect([status, faultsOf(body)], onsetOn).to.deep.equal([422, [['body.onsetOn', code]]]);
    }
    const diagnosis = await must(diagnose('2021-03-01'));
    for (const [resolvedOn, code] of [
      ['2021-02-28', 'ends_before_start'],
      ['1943-05-01', 'before_birth'],
      [dayFromNow(2), 'in_the_future'],
    ] as const) {
      const { status, body } = await resolve(diagnosis, resolvedOn);
      expect([status, faultsOf(body)], resolvedOn).to.deep.equal([422, [['body.resolvedOn', code]]]);
    }
    expect((await resolve(diagnosis, '2021-03-01')).body).to.include({ resolvedOn: '2021-03-01' });
  });

  it('do not come about when a diagnosis of tomorrow, as it is in Kiribati, is resolved today', async () => {
    const diagnosis = await must(diagnose(dayFromNow(1)));
    expect((await resolve(diagnosis)).body).to.include({ resolvedOn: diagnosis.onsetOn });
  });

  it('do not come about by a corrected birth date, and those there are can be corrected', async () => {
    const desk = await staff(clinic, 'receptionist');
    const correct = async ({ patientId }: RegisteredPatient, birthOn: string) => {
      const { version } = await must<{ version: number }>(clinic.call(desk, 'GET', `/patients/${patientId}`));
      const headers = { 'if-match': `"${version}"` };
      return clinic.call<Problem>(desk, 'PATCH', `/patients/${patientId}`, { body: { birthOn }, headers });
    };
    const old = await must(diagnose('1995-06-01'));
    const { status, body } = await correct(on.patient, '2006-03-05');
    expect([status, faultsOf(body)]).to.deep.equal([422, [['body.birthOn', 'before_birth']]]);
    expect((await correct(on.patient, '1980-01-01')).status).to.equal(200);
    expect((await correct(on.patient, '1990-02-03')).status).to.equal(200);
    expect((await correct(on.otherPatient, '2006-03-05')).status).to.equal(200);
    expect((await resolve(old, undefined, 'entered_in_error')).status).to.equal(200);
    expect(faultsOf((await correct(on.patient, '2150-01-01')).body)).to.deep.equal([
      ['body.birthOn', 'in_the_future'],
    ]);
  });
});
