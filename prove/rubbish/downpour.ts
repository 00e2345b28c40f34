import type { StoreUrls } from '../../server/src/compose.js';
import type { OpenClinic } from '../../server/test/support/calls.js';
import { Contract } from '../../server/test/support/contract.js';
import type { Broken } from '../kernel/proof.js';
import type { BadRequest } from './bad-request.js';
import { badRequests } from './bad-requests.js';
import { gather, type Senders } from './cast.js';
import { Api } from './description.js';
import { goodRequest } from './good-requests.js';
import { changes, openRows, type Rows } from './rows.js';
import { Shower } from './shower.js';
import { probe } from './value-faults.js';

export interface Plan {
  readonly rounds: number;
  readonly seed: number;
  /** How long an answer may take. */
  readonly allowedMs: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Bad requests to a clinic in which nothing else happens. */
export async function pourOver(
  { clinic, urls }: { clinic: OpenClinic; urls: StoreUrls },
  plan: Plan,
): Promise<{ shower: Shower; broken: readonly Broken[] }> {
  const senders = await gather(clinic);
  const shower = new Shower(clinic.baseUrl, senders, Contract.committed(), plan.allowedMs);
  const rows = await openRows(urls);
  try {
    const found = await pourAll(shower, senders, rows, plan);
    return { shower, broken: [...shower.broken, ...found] };
  } finally {
    await rows.close();
  }
}

/** First all that must be refused, with the rows counted before and after; then what may be valid. */
async function pourAll(shower: Shower, senders: Senders, rows: Rows, plan: Plan): Promise<Broken[]> {
  const api = new Api();
  const { things } = senders;
  await shower.learnWhoMay(api.operations.map((operation) => probe(goodRequest(api, things, operation))));
  const all = Array.from({ length: plan.rounds }, (_, round) => badRequests(api, things, plan.seed, round));
  const found: Broken[] = [];
  for (const [round, requests] of all.entries()) {
    plan.signal.throwIfAborted();
    await senders.signInAgain();
    const pure = requests.filter(({ isSurelyWrong }) => isSurelyWrong);
    found.push(...(await pourWithoutRows(shower, rows, pure)));
    plan.report(`${round + 1} of ${all.length} rounds of what must be refused, ${shower.sent} requests.`);
  }
  for (const requests of all) {
    plan.signal.throwIfAborted();
    await senders.signInAgain();
    await shower.pour(requests.filter(({ isSurelyWrong }) => !isSurelyWrong));
  }
  return [...found, ...(await tracesOfRefused(shower, rows))];
}

async function pourWithoutRows(
  shower: Shower,
  rows: Rows,
  requests: readonly BadRequest[],
): Promise<Broken[]> {
  const before = await rows.counts();
  await shower.pour(requests);
  const after = await rows.counts();
  const changed = changes(before, after);
  if (changed.length === 0) return [];
  const isDone = async () => changes(after, await rows.counts()).length > 0;
  const culprit = await shower.findOne(requests, isDone);
  return [
    {
      what: `requests that must be refused changed how many rows there are: ${changed.join(', ')}`,
      history: [culprit ?? 'Sent again one by one, none of them did it.'],
    },
  ];
}

/** Everything that is done leaves its request's id in the audit log. */
async function tracesOfRefused({ refusedRequestIds }: Shower, rows: Rows): Promise<Broken[]> {
  const audited = await rows.auditedRequests();
  const traces = refusedRequestIds.filter((requestId) => audited.has(requestId));
  if (traces.length === 0) return [];
  return [{ what: `${traces.length} refused requests are in the audit log`, history: traces.slice(0, 5) }];
}
