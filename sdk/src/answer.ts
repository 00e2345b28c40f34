import { type ApiError, classOfStatus } from './errors.js';
import { errorsByCode } from './generated/errors.js';
import type { HttpAnswer } from './transport.js';

/**
 * The content of a successful answer.
 * @throws ApiError of the answer's code, or of its status where the code is not documented
 */
export function contentOf(answer: HttpAnswer): unknown {
  const { status, body, isReadable } = answer;
  const isGood = status >= 200 && status < 300;
  if (isGood && isReadable) return body;
  const problem = typeof body === 'object' && body !== null ? { ...body } : {};
  throw errorOf(answer, isGood ? { code: 'unreadable_answer', title: 'The answer is not JSON.' } : problem);
}

function errorOf({ status, requestId }: HttpAnswer, problem: Record<string, unknown>): ApiError {
  const code = typeof problem.code === 'string' ? problem.code : `http_${status}`;
  const documented = Object.hasOwn(errorsByCode, code) ? errorsByCode[code] : undefined;
  const id = typeof problem.requestId === 'string' ? problem.requestId : requestId;
  return new (documented ?? classOfStatus(status))(status, code, problem, id);
}
