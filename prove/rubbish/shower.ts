import type { Contract } from '../../server/test/support/contract.js';
import type { Broken } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { type BadRequest, shown } from './bad-request.js';
import { type Role, roles, type Senders } from './cast.js';
import { exchange, type RawAnswer, type RawRequest } from './raw-http.js';
import { faultOf } from './verdict.js';

const atOnce = 8;
const waitsMs = 10_000;
/** More of the same kind says nothing new. */
const shownPerKind = 3;

/** Sends bad requests as each role in turn, judges every answer, and keeps what was refused. */
export class Shower {
  /** Of every refusal. */
  readonly refusedRequestIds: string[] = [];
  readonly statuses = new Map<number, number>();
  sent = 0;
  slowestMs = 0;
  readonly #broken = new Map<string, Broken[]>();
  /** Who gets as far as the rules behind the door. */
  readonly #able = new Map<string, Role[]>();

  constructor(
    private readonly baseUrl: string,
    private readonly senders: Senders,
    readonly contract: Contract,
    readonly allowedMs: number,
  ) {}

  get broken(): readonly Broken[] {
    return [...this.#broken.values()].flat();
  }

  /** Asks as every role; whom the role does not keep out sends the rest. */
  async learnWhoMay(probes: readonly BadRequest[]): Promise<void> {
    await eachOf(probes, atOnce, async (bad) => {
      const able: Role[] = [];
      for (const role of roles) {
        const { status } = await this.#send(bad, role);
        if (status !== 401 && status !== 403) able.push(role);
      }
      this.#able.set(bad.operation.operationId, able);
    });
  }

  async pour(requests: readonly BadRequest[]): Promise<void> {
    await eachOf(
      requests.entries(),
      atOnce,
      async ([index, bad]) => void (await this.#send(bad, this.#roleFor(bad, index))),
    );
  }

  /** The same requests again, one by one, until `isEnough` says so. @returns the request it was then */
  async findOne(requests: readonly BadRequest[], isEnough: () => Promise<boolean>): Promise<string | null> {
    for (const [index, bad] of requests.entries()) {
      const role = this.#roleFor(bad, index);
      await this.#send(bad, role);
      if (await isEnough()) return `${role} ${shown(bad.request)}`;
    }
    return null;
  }

  /** One in eight comes from whoever has the turn, the others from roles that get past the door. */
  #roleFor({ operation }: BadRequest, index: number): Role {
    const able = this.#able.get(operation.operationId) ?? [];
    const choices = index % 8 === 0 || able.length === 0 ? roles : able;
    return choices[Math.floor(index / 8) % choices.length] ?? 'anonymous';
  }

  async #send(bad: BadRequest, role: Role): Promise<RawAnswer> {
    const mayLose = ['auth_logout', 'auth_changePassword'].includes(bad.operation.operationId);
    const token = mayLose ? this.senders.tokenToLose(role) : this.senders.tokenOf(role);
    const answer = await exchange(this.baseUrl, dressed(bad.request, token), waitsMs);
    this.sent += 1;
    this.slowestMs = Math.max(this.slowestMs, answer.tookMs);
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    const requestId = answer.headers['x-request-id'];
    if (answer.status >= 400 && requestId) this.refusedRequestIds.push(requestId);
    const fault = faultOf(bad, answer, this);
    if (fault) this.#note(bad, role, answer, fault);
    return answer;
  }

  #note(bad: BadRequest, role: Role, answer: RawAnswer, fault: string): void {
    const kind = fault.replaceAll(/\d+ ms/g, '').slice(0, 60);
    const known = this.#broken.get(kind) ?? [];
    this.#broken.set(kind, known);
    if (known.length >= shownPerKind) return;
    const told = `→ ${answer.status} after ${Math.round(answer.tookMs)} ms: ${answer.body.slice(0, 300)}`;
    known.push({
      what: `${bad.operation.operationId}, ${bad.fault}: ${fault}`,
      history: [`${role} ${shown(bad.request)}`, told],
    });
  }
}

/** With the headers that every decent request has, where the fault is not in them. */
function dressed(request: RawRequest, token: string | null): RawRequest {
  const has = new Set(request.headers.map(([name]) => name.toLowerCase()));
  const usual: [string, string][] = [
    ['Host', 'medweave.example'],
    ['If-Match', '"1"'],
    ...(token === null ? [] : [['Authorization', `Bearer ${token}`] as [string, string]]),
  ];
  return {
    ...request,
    headers: [...usual.filter(([name]) => !has.has(name.toLowerCase())), ...request.headers],
  };
}
