import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { openApiFile } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { doctorAtWork, patient, staff, ward } from '../support/people.js';
import { type Api, type BadRequest, badRequests, canary } from './bad-requests.js';

const atOnce = 8;

describe('Bad input on every operation', () => {
  let clinic: Clinic;
  let callers: SignedIn[];
  const requests = badRequests(JSON.parse(readFileSync(openApiFile, 'utf8')) as Api);

  before(async () => {
    clinic = await startClinic();
    const where = await ward(clinic);
    const { user: doctor } = await doctorAtWork(clinic, where);
    const desk = await staff(clinic, 'receptionist');
    const { user: someone } = await patient(clinic);
    callers = [clinic.admin, doctor, desk, someone];
  });
  after(() => clinic.close());

  it(`gets a 4xx problem document, at least 2,000 times (${requests.length} requests from the description)`, async function () {
    this.timeout(180_000);
    expect(requests.length).to.be.at.least(2_000);
    const faults: string[] = [];
    const queue = requests.values();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const request of queue) {
          const fault = await faultOf(request, await callerWithFunction(request));
          if (fault) faults.push(`${request.operationId}, ${request.fault}: ${fault}`);
        }
      }),
    );
    expect(faults.slice(0, 20), `${faults.length} of ${requests.length}`).to.deep.equal([]);
  });

  it('leaves the server healthy', async () => {
    expect((await fetch(`${clinic.baseUrl}/health/ready`)).status).to.equal(200);
  });

  const allowed = new Map<string, SignedIn>();

  /** A caller who gets past the role check, so that validation itself is reached wherever any role of these has it. */
  async function callerWithFunction(request: BadRequest): Promise<SignedIn> {
    const known = allowed.get(request.operationId);
    if (known) return known;
    for (const caller of callers) {
      const { status } = await send(request, caller);
      if (status !== 403) {
        allowed.set(request.operationId, caller);
        return caller;
      }
    }
    return clinic.admin;
  }

  async function send({ method, path, body, headers }: BadRequest, who: SignedIn) {
    const authorization = `Bearer ${who.accessToken}`;
    const response = await fetch(`${clinic.baseUrl}/api/v1${path}`, {
      method,
      body,
      headers: { ...headers, authorization, 'if-match': '"1"' },
      signal: AbortSignal.timeout(2_500),
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    };
  }

  /** What is wrong with the answer; `null` when nothing is. */
  async function faultOf(request: BadRequest, who: SignedIn): Promise<string | null> {
    if (request.operationId === 'auth_logout') return null; // it would sign the caller out; it takes no input
    const { status, type, text } = await send(request, who).catch((error: Error) => ({
      status: 0,
      type: '',
      text: error.message,
    }));
    if (status === 0 || status >= 500) return `${status} ${text.slice(0, 200)}`;
    if (status < 300) return request.isPossiblyValid ? null : `accepted with ${status}`;
    if (!type.startsWith('application/problem+json')) return `${status} is ${type}`;
    if (!/"code":"[a-z_]+"/.test(text)) return `${status} without a code`;
    if (text.includes(canary)) return `${status} echoes its input: ${text.slice(0, 200)}`;
    if (/node_modules|\.ts:|\bat \w+ \(|SELECT |INSERT /.test(text)) return `${status} tells internals`;
    return null;
  }
});
