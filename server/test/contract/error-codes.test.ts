import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { OpenApi } from '../../../scripts/describe/openapi.js';
import { errorKinds, listedError, listedErrors } from '../../src/lib/error-codes.js';
import { errorList } from '../../src/lib/error-list.js';
import { type Problem, statusOf } from '../../src/lib/problem.js';
import { rootDir } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { type ThrownErrors, thrownErrors } from './thrown-errors.js';

const description: OpenApi = JSON.parse(readFileSync(join(rootDir, 'sdk', 'openapi.json'), 'utf8'));

/** `404 doctor_not_found` of every answer of every operation. */
const documented = new Set(
  Object.values(description.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ responses }) => Object.entries(responses))
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, response]) => response.description.split(', ').map((code) => `${status} ${code}`)),
);

/** No operation answers the first two; the third refuses a row of an import, which brings its own numbers. */
const ofNoOperation = ['404 route_not_found', '405 method_not_allowed', '409 mrn_taken'];

describe('The list of error codes', () => {
  const listed = listedErrors.map(({ code, kind }) => `${statusOf[kind]} ${code}`);
  let thrown: ThrownErrors;
  before(() => {
    thrown = thrownErrors();
  });

  it('has each code once, of one kind', () => {
    expect(new Set(listedErrors.map(({ code }) => code)).size).to.equal(listedErrors.length);
    expect(Object.keys(statusOf)).to.have.members(errorKinds);
  });

  it('has what the description documents, with its status, and nothing else', () => {
    expect(listed.filter((each) => !ofNoOperation.includes(each))).to.have.members([...documented]);
  });

  it('has nothing that is never thrown', () => {
    expect(listedErrors.map(({ code }) => code).filter((code) => !thrown.said.has(code))).to.deep.equal([]);
  });

  it('says what went wrong and what to do in sentences', () => {
    for (const { code, title, remedy } of listedErrors)
      for (const text of [title, remedy]) expect(text, code).to.match(/^[A-Z`].*\.$/);
  });

  it('is told with words of our own, limits and states, and nothing that was sent', () => {
    const states = "oneOf.format(from.map((each) => each.replace('_', ' ')))";
    const limits = ['horizonDays', 'maxFutureVisits', 'maxHolds', 'visitMinutes'];
    const argumentOfWrongState = 'detail';
    expect(thrown.putIntoDetails).to.have.members([argumentOfWrongState, states, ...limits]);
  });
});

describe('What an error tells', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  async function refusedTwice(path: string, body: object): Promise<Problem> {
    await clinic.call(clinic.admin, 'POST', path, { body });
    const { status, body: problem } = await clinic.call<Problem>(clinic.admin, 'POST', path, { body });
    expect(status).to.equal(409);
    return problem;
  }

  it('is one title for a code, and in detail what is special', async () => {
    const department = await refusedTwice('/departments', { name: 'Radiology', location: 'House A' });
    const specialization = await refusedTwice('/specializations', { name: 'Radiology' });
    expect([department.code, specialization.code]).to.deep.equal(['name_taken', 'name_taken']);
    expect([department.title, specialization.title]).to.deep.equal(
      Array(2).fill(listedError('name_taken').title),
    );
    expect(department.detail).to.equal('There is a department of this name already.');
    expect(specialization.detail).to.equal('There is a specialization of this name already.');
  });

  it('is the title alone where nothing is special', async () => {
    const { body } = await clinic.call<Problem>(clinic.admin, 'GET', '/nothing-here');
    expect(body.title).to.equal(errorList.not_found.route_not_found.title);
    expect(body).not.to.have.property('detail');
  });
});
