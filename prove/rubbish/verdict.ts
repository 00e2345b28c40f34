import { rootDir } from '../../server/src/paths.js';
import type { Contract } from '../../server/test/support/contract.js';
import type { BadRequest } from './bad-request.js';
import { canary } from './bad-values.js';
import type { RawAnswer } from './raw-http.js';

export interface Measure {
  readonly contract: Contract;
  /** An answer may take as long as this. */
  readonly allowedMs: number;
}

/** Stacks, SQL, paths and names of errors: what nobody outside has to know. */
const internals =
  /node_modules|[a-z]\.(ts|js|mjs):\d|\bat [\w.<>]+ \(|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b [\s\S]*\b(FROM|VALUES|SET|WHERE)\b|ER_[A-Z_]{4,}|Mongo\w*Error|SyntaxError|TypeError|RangeError|ECONN|sqlMessage|SQLSTATE/;

/** Signs of regular expressions, and what only those say who write schemas: a message is for people. */
const jargon = /[\\^$|{}[\]]|\bis not valid\b|\b(pattern|regex|schema|union|enum|excess|undefined)\b/i;

/** What is wrong with the answer to a bad request; null when nothing is. */
export function faultOf(
  { request, isSurelyWrong }: BadRequest,
  answer: RawAnswer,
  { contract, allowedMs }: Measure,
): string | null {
  const { status, body, tookMs } = answer;
  if (status === 0) return `no answer: ${body}`;
  if (tookMs > allowedMs) return `answered ${status} after ${Math.round(tookMs)} ms`;
  if (status >= 500) return `answered ${status}: ${quoted(answer)}`;
  if (status < 400 && isSurelyWrong) return `accepted with ${status}`;
  const refusal = status >= 400 ? refusalFault(request.method, answer) : null;
  if (refusal || request.method === 'HEAD') return refusal;
  return contract.violationOf({ ...answer, method: request.method, url: request.target });
}

function refusalFault(method: string, answer: RawAnswer): string | null {
  const { status, headers, body } = answer;
  const everything = `${JSON.stringify(headers)}${body}`;
  if (everything.includes(canary)) return `${status} echoes what was sent: ${quoted(answer)}`;
  if (internals.test(body) || everything.includes(rootDir))
    return `${status} tells internals: ${quoted(answer)}`;
  if (!headers['content-type']?.startsWith('application/problem+json'))
    return `${status} comes as ${headers['content-type'] ?? 'nothing'}, not as a problem document`;
  if (method === 'HEAD') return null;
  const problem = problemOf(body);
  if (!problem?.code || !/^[a-z_]+$/.test(problem.code)) return `${status} has no code: ${quoted(answer)}`;
  if (problem.errors?.some(({ message }) => jargon.test(message)))
    return `${status} does not say in words what is wanted: ${quoted(answer)}`;
  return problem.status === status ? null : `${status} says in its body that it is ${problem.status}`;
}

interface Refusal {
  readonly code?: string;
  readonly status?: number;
  readonly errors?: readonly { readonly message: string }[];
}

function problemOf(body: string): Refusal | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const quoted = ({ body }: RawAnswer): string => body.slice(0, 300);
