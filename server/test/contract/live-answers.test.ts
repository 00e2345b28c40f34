import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { expect } from 'chai';
import { rootDir } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { Contract, type LiveAnswer } from '../support/contract.js';
import { checkedAnswers, hearViolations, heldToContract, underContract } from '../support/contract-gate.js';
import { watchAnswers } from '../support/contract-watch.js';
import { book, doctorAtWork, futureAt, patients, ward } from '../support/people.js';
import { startOffender } from './offending-server.js';

const contract = Contract.committed();

describe('An answer keeps the contract', () => {
  const seen: LiveAnswer[] = [];
  let clinic: Clinic;
  let me: LiveAnswer;
  let taken: LiveAnswer;
  let missing: LiveAnswer;
  let unchanged: LiveAnswer;

  before(async () => {
    const unwatch = watchAnswers((answer) => seen.push(answer));
    clinic = await startClinic();
    await clinic.call(clinic.admin, 'GET', '/auth/me');
    me = last();
    await askAgain(me);
    unchanged = last();
    await clinic.call(null, 'GET', '/auth/me');
    missing = last();
    const { doctor } = await doctorAtWork(clinic, await ward(clinic));
    const wish = { doctorId: doctor.id, startsAt: futureAt(2, 9), durationMinutes: 15 };
    for (const { user } of await patients(clinic, 2)) await book(clinic, user, wish);
    taken = last();
    unwatch();
  });
  after(() => clinic.close());

  const last = (): LiveAnswer => {
    const answer = seen.at(-1);
    if (!answer) throw new Error('No answer was seen.');
    return answer;
  };
  /** As a cache does; fetch would say that it wants none. */
  const askAgain = ({ url, headers }: LiveAnswer) =>
    new Promise((resolve) => {
      const authorization = `Bearer ${clinic.admin.accessToken}`;
      get(clinic.baseUrl + url, { headers: { authorization, 'if-none-match': headers.etag } }, (response) =>
        response.resume().once('end', resolve),
      );
    });
  const withBody = (answer: LiveAnswer, change: Record<string, unknown>): LiveAnswer => ({
    ...answer,
    body: JSON.stringify({ ...(JSON.parse(answer.body) as object), ...change }),
  });
  const withHeaders = (answer: LiveAnswer, change: Record<string, string>): LiveAnswer => ({
    ...answer,
    headers: { ...answer.headers, ...change },
  });

  it('as it was given', () => {
    const given = [me, unchanged, missing, taken];
    expect(given.map(({ status }) => status)).to.deep.equal([200, 304, 401, 409]);
    expect(given.map((answer) => contract.violationOf(answer))).to.deep.equal([null, null, null, null]);
  });

  const refusals: [string, () => LiveAnswer, RegExp][] = [
    [
      'not with a status that is not documented',
      () => ({ ...me, status: 418 }),
      /auth_me answered GET with 418, but the description has no such status/,
    ],
    [
      'not with a field too many',
      () => withBody(me, { passwordHash: 'x' }),
      /must NOT have additional properties \(passwordHash\)/,
    ],
    [
      'not with a field too few',
      () => withBody(me, { email: undefined }),
      /must have required property 'email'/,
    ],
    ['not with null where none is promised', () => withBody(me, { email: null }), /\/email must be string/],
    ['not with a body that is no JSON', () => ({ ...me, body: '{"id":' }), /its body is no JSON/],
    [
      'not with a value that is not listed',
      () => withBody(me, { role: 'owner' }),
      /\/role must be equal to one of the allowed values/,
    ],
    ['not with an id of another form', () => withBody(me, { id: '17' }), /\/id must match pattern/],
    [
      'not as another type of content',
      () => withHeaders(me, { 'content-type': 'text/html' }),
      /text\/html is not among its content types/,
    ],
    [
      'not without its version',
      () => ({ ...me, headers: { 'content-type': 'application/json' } }),
      /the header ETag is missing/,
    ],
    [
      'not with a version of another form',
      () => withHeaders(me, { etag: 'W/"1"' }),
      /the header ETag is wrong/,
    ],
    [
      'not with a code that its status has not',
      () => withBody(missing, { code: 'no_token' }),
      /no_token is not among its codes/,
    ],
    ['not with another status in the body', () => withBody(missing, { status: 403 }), /its body says 403/],
    [
      'not without the fields of its code',
      () => withBody(taken, { nextFree: undefined }),
      /must have required property 'nextFree'/,
    ],
    [
      'not with the fields of another code',
      () => withBody(taken, { code: 'request_in_flight' }),
      /must NOT have additional properties/,
    ],
    [
      'not with a body where none is promised',
      () => ({ ...me, method: 'POST', url: '/api/v1/auth/logout', status: 204 }),
      /it should have no body/,
    ],
    [
      'not from a path that does not exist',
      () => ({ ...me, url: '/api/v1/nowhere' }),
      /An unknown operation answered GET with 200, but the description has no such status/,
    ],
  ];
  for (const [fact, answer, reason] of refusals) {
    it(fact, () => {
      expect(contract.violationOf(answer())).to.match(reason);
    });
  }

  it('and is quoted at no more than 300 characters', () => {
    const long = withBody(me, { email: null, familyName: 'x'.repeat(5_000) });
    expect(contract.violationOf(long)?.length).to.be.below(500);
  });

  it('by the path’s own operation where a parameter would fit too', () => {
    const search = { ...me, url: '/api/v1/patients/search?q=mina', status: 418 };
    expect(contract.violationOf(search)).to.match(/^patients_search /);
  });
});

describe('No answer of a test goes unchecked', () => {
  const broken = /auth_me answered GET with 200, but the header ETag is missing\. \{"id":17\}/;

  /** What becomes of a test that does this. */
  const failureOf = async (body: () => Promise<void>): Promise<Error | null> => {
    try {
      await heldToContract(body).call({} as Mocha.Context);
      return null;
    } catch (error) {
      return error as Error;
    }
  };

  it('neither one that is looked at, nor one that is not', async () => {
    const clinic = await startClinic();
    const before = checkedAnswers();
    const send = () => fetch(`${clinic.baseUrl}/api/v1/nowhere`, { method: 'DELETE' });
    await Promise.all([send(), send(), send()]);
    expect(checkedAnswers() - before).to.equal(3);
    await clinic.close();
  });

  it('and one that breaks the contract fails the test, whatever else the test finds', async () => {
    const { url, server } = await startOffender();
    const ask = async () => {
      await fetch(url);
    };
    const own = new Error('It found something itself.');
    const both = async () => {
      await ask();
      throw own;
    };
    try {
      expect(await failureOf(async () => {})).to.equal(null);
      expect((await failureOf(ask))?.message).to.match(broken);
      expect(await failureOf(both)).to.have.property('cause', own);
      expect(await failureOf(() => Promise.reject(own))).to.equal(own);
    } finally {
      server.close();
    }
  });

  it('also not one of a program that runs as a process of its own', async () => {
    const module = new URL('./offending-server.ts', import.meta.url).href;
    const script = `import { startOffender } from '${module}'; console.log((await startOffender()).url)`;
    const args = [...underContract, '--input-type=module', '-e', script];
    const program = spawn(process.execPath, args, { cwd: rootDir });
    try {
      hearViolations(program.stderr);
      const told = once(program.stderr, 'data');
      const [url] = await once(program.stdout, 'data');
      const ask = async () => {
        await fetch(String(url).trim());
        await told;
      };
      expect((await failureOf(ask))?.message).to.match(broken);
    } finally {
      program.kill();
    }
  });
});

describe('What the server gives outside the API', () => {
  let clinic: Clinic;
  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  const outside: [string, number, RegExp][] = [
    ['/health/live', 200, /^application\/json/],
    ['/health/ready', 200, /^application\/json/],
    ['/metrics', 200, /^text\/plain/],
    ['/openapi.json', 200, /^application\/json/],
    ['/docs', 200, /^text\/html/],
    ['/.well-known/jwks.json', 200, /^application\/json/],
    ['/api/v1/nowhere', 404, /^application\/problem\+json/],
    ['/nowhere', 404, /^application\/problem\+json/],
  ];
  for (const [path, status, type] of outside) {
    it(`${path} answers ${status}`, async () => {
      const response = await fetch(`${clinic.baseUrl}${path}`);
      await response.text();
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.match(type);
    });
  }
});
