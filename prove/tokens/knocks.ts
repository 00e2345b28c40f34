import type { Broken } from '../kernel/proof.js';
import { asRaw, shown } from '../rubbish/bad-request.js';
import type { Api, Operation } from '../rubbish/description.js';
import { goodRequest } from '../rubbish/good-requests.js';
import { exchange, type RawAnswer, type RawRequest } from '../rubbish/raw-http.js';
import type { Forgery } from './forgeries.js';
import type { Forger, Victim } from './victims.js';

const waitsMs = 10_000;
const refusals = ['token_missing', 'token_invalid', 'token_expired', 'session_ended'];
/** Of one kind; more of them say nothing new. */
const shownPerKind = 2;

/** Knocks at every secured operation in turn. */
export class Knocks {
  readonly secured: readonly Operation[];
  readonly #broken = new Map<string, Broken[]>();

  constructor(
    private readonly baseUrl: string,
    private readonly api: Api,
  ) {
    this.secured = api.operations.filter(({ isSecured }) => isSecured);
  }

  get broken(): readonly Broken[] {
    return [...this.#broken.values()].flat();
  }

  async knock(number: number, { kind, present }: Forgery, forger: Forger): Promise<void> {
    const operation = this.secured[number % this.secured.length];
    if (!operation) return;
    const { headers, query } = present(forger);
    const request = this.#request(operation, headers, query);
    const answer = await exchange(this.baseUrl, request, waitsMs);
    const fault = doorFault(answer);
    if (!fault) return;
    const known = this.#broken.get(kind) ?? [];
    this.#broken.set(kind, known);
    if (known.length >= shownPerKind) return;
    const role = forger.victim.user.user.role;
    known.push({
      what: `${operation.operationId} with a token that is ${kind}: ${fault}`,
      history: [`in the name of ${role}: ${shown(request)}`, ...headers.map((header) => header.join(': '))],
    });
  }

  /** The true tokens work, so that a refusal means something. */
  async showGood(victims: readonly Victim[]): Promise<Broken[]> {
    const answers = await Promise.all(
      victims.map(async ({ user }) => {
        const request: RawRequest = {
          method: 'GET',
          target: '/api/v1/auth/me',
          headers: [
            ['Host', 'medweave.example'],
            ['Authorization', `Bearer ${user.accessToken}`],
          ],
          body: null,
        };
        return { role: user.user.role, answer: await exchange(this.baseUrl, request, waitsMs) };
      }),
    );
    return answers
      .filter(({ answer }) => answer.status !== 200)
      .map(({ role, answer }) => ({
        what: `the true token of ${role} was refused with ${answer.status}: ${answer.body.slice(0, 200)}`,
      }));
  }

  #request(operation: Operation, headers: RawRequest['headers'], query?: string): RawRequest {
    const good = goodRequest(this.api, { fields: {}, paths: {} }, operation);
    const request = asRaw(good, undefined, [['Host', 'medweave.example'], ['If-Match', '"1"'], ...headers]);
    const glue = request.target.includes('?') ? '&' : '?';
    return query === undefined ? request : { ...request, target: `${request.target}${glue}${query}` };
  }
}

/** Null when the door stayed closed in the way that is promised, or the message could not be read at all. */
function doorFault({ status, headers, body }: RawAnswer): string | null {
  if (status === 400 && body.includes('"malformed_request"')) return null;
  if (status !== 401) return `it was answered ${status} ${body.slice(0, 200)}`;
  const isTold = refusals.some((code) => body.includes(`"code":"${code}"`));
  if (!isTold) return `401 came without its code: ${body.slice(0, 200)}`;
  return headers['www-authenticate']?.startsWith('Bearer realm=')
    ? null
    : '401 came without WWW-Authenticate';
}
